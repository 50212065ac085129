import { z } from 'zod'

/*
 * A figure has few possible values, and the hash of a document is public for ever. Without something random in the document,
 * whoever has the rest of it could try the values one by one against the hash. See docs/decisions/0032.
 */

/** 128 random bits in base64url. */
export const Salt = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ id: 'Salt', description: '128 random bits, base64url.' })
export type Salt = z.infer<typeof Salt>

/** The salt as a document has it: its last field. */
export const documentSalt = Salt.optional().describe(
  'Random, so that the hash of the document confirms no guess at what it says. Documents from before there was any have none',
)

const atTheEnd = /,"salt":"[\w-]{22}"\}$/

/** The JSON of a document, with the salt as its last field. `content` is the JSON of an object with at least one field. */
export const withSalt = (content: string, salt: Salt): string => `${content.slice(0, -1)},"salt":"${salt}"}`

/** The JSON of a document without its salt: two documents that say the same are the same text. */
export const withoutSalt = (json: string): string => json.replace(atTheEnd, '}')

/** Whether the JSON of a document has a salt. */
export const isSalted = (json: string): boolean => atTheEnd.test(json)
