import { createHash } from 'node:crypto'
import { and, count, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { idempotencyKeys } from '../db/schema.ts'
import { Problem } from './problem.ts'

/*
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a request that is sent again with the same key, because its answer
 * never came, is answered as it was and done once. The key is written in the transaction that does what was asked for.
 */

const hour = 3_600_000
/** How long a key is known, in milliseconds. */
export const keyTerm = 24 * hour
/** A request whose answer is not ready after so long, in milliseconds, was cut short and can be sent again. */
const longestWork = 10 * 60_000

/** An answer as it is kept. */
const KeptAnswer = z.strictObject({
  isSecret: z.boolean().describe('It held a secret, and is not kept itself'),
  answer: z.looseObject({
    status: z.literal([200, 201, 202]).optional(),
    body: z.unknown().optional(),
    stands: z.unknown().optional(),
    location: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
})
export type KeptAnswer = z.infer<typeof KeptAnswer>

/** A request with a key: whose it is, and what it asks for. */
export interface KeyedRequest {
  readonly account: string
  readonly key: string
  /** What tells it from another request with the same key. */
  readonly hash: string
}

const Key = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[\u0021-\u007e]+$/)

/** Reads the header of a request; `undefined`: it has none. Throws a Problem for what is no key. */
export function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  const key = Key.safeParse(header)
  if (key.success) return key.data
  throw new Problem('invalid-request', {
    da: 'Idempotency-Key skal være 1 til 255 tegn uden mellemrum, fx en UUID.',
    en: 'Idempotency-Key has to be 1 to 255 characters without blanks, e.g. a UUID.',
  })
}

/** What tells a request from another. */
export const requestHash = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex')

const rowOf = ({ account, key }: KeyedRequest) =>
  and(eq(idempotencyKeys.account, account), eq(idempotencyKeys.key, key))

/**
 * Notes that a request is being done, or answers as it was answered before. To be called in the transaction of what it does. Throws
 * a Problem where the key was used for another request (422), or the same is being done just now (409).
 */
export function beginKeyed(db: Database, request: KeyedRequest): KeptAnswer | null {
  const now = Date.parse(db.clock())
  const row = db.sql.select().from(idempotencyKeys).where(rowOf(request)).get()
  const age = row ? now - Date.parse(row.at) : 0
  if (row && age < (row.answer === null ? longestWork : keyTerm)) {
    if (row.request !== request.hash) {
      throw new Problem('unprocessable', {
        da: 'Denne Idempotency-Key er brugt til en anden forespørgsel. Brug en ny nøgle for hver handling.',
        en: 'This Idempotency-Key was used for another request. Use a new key for every action.',
      })
    }
    if (row.answer !== null) return KeptAnswer.parse(JSON.parse(row.answer))
    throw new Problem('conflict', {
      da: 'Den samme forespørgsel er i gang. Vent, og send den igen for at få svaret.',
      en: 'The same request is being done just now. Wait, and send it again to get the answer.',
    })
  }
  const { account, key, hash } = request
  const fresh = { account, key, at: db.clock(), request: hash, answer: null }
  db.sql
    .insert(idempotencyKeys)
    .values(fresh)
    .onConflictDoUpdate({ target: [idempotencyKeys.account, idempotencyKeys.key], set: fresh })
    .run()
  return null
}

/** Keeps the answer to a request with a key. */
export function endKeyed(
  db: Database,
  request: KeyedRequest,
  kept: { readonly isSecret: boolean; readonly answer: object },
): void {
  db.sql
    .update(idempotencyKeys)
    .set({ answer: JSON.stringify(kept) })
    .where(rowOf(request))
    .run()
}

/** Takes back that a request is being done, because it has failed: it can be sent again. */
export function abandonKeyed(db: Database, request: KeyedRequest): void {
  db.sql.delete(idempotencyKeys).where(rowOf(request)).run()
}

const past = (before: string) => lt(idempotencyKeys.at, before)

/** How many keys were used before a moment. */
export const countOldKeys = (db: Database, before: string): number =>
  db.sql.select({ count: count() }).from(idempotencyKeys).where(past(before)).get()?.count ?? 0

/** Deletes the keys that were used before a moment, with their answers. */
export const forgetOldKeys = (db: Database, before: string): void =>
  void db.sql.delete(idempotencyKeys).where(past(before)).run()
