import { z } from 'zod'
import { bodyErrors, invalidBody } from './input.ts'

/* JSON merge patch (RFC 7396): a document with what is to be otherwise, in which `null` takes something away. */

/** A merge patch of an object. */
export const MergePatch = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A JSON merge patch (RFC 7396): the fields to change; null takes a value away' })
export type MergePatch = z.infer<typeof MergePatch>

type Json = z.core.util.JSONType
type JsonObject = Record<string, Json>

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Applies a patch; `keepsNull`: which fields, by their path, are set to null rather than taken away. */
function merged(target: Json | undefined, patch: Json, keepsNull: (path: string) => boolean, path = ''): Json {
  if (!isObject(patch)) return patch
  const result: JsonObject = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    const at = `${path}/${key}`
    if (value === null && !keepsNull(at)) delete result[key]
    else result[key] = value === null ? null : merged(result[key], value, keepsNull, at)
  }
  return result
}

const asJson = (value: unknown): Json => z.json().parse(JSON.parse(JSON.stringify(value)))

/**
 * What a document is with a merge patch applied, read by its schema. Of a field that may be null, taking it away leaves null, since
 * our documents say `null` where there is nothing. Throws a Problem that says at each place what to write.
 */
export function patched<Schema extends z.ZodType>(
  schema: Schema,
  before: unknown,
  patch: MergePatch,
): z.output<Schema> {
  const [target, given] = [asJson(before), asJson(patch)]
  const withNulls = schema.safeParse(merged(target, given, () => true))
  if (withNulls.success) return withNulls.data
  // What may not be null is taken away; whether it may be missing the schema says.
  const refused = withNulls.error.issues.map(({ path }) => `/${path.map(String).join('/')}`)
  const document = merged(target, given, (path) => !refused.some((one) => path === one || path.startsWith(`${one}/`)))
  const read = schema.safeParse(document)
  if (read.success) return read.data
  throw invalidBody(bodyErrors(schema, document, read.error.issues))
}
