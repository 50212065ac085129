import { randomBytes } from 'node:crypto'
import { and, count, eq, lt, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { knownDevices } from '../db/schema.ts'
import { fingerprintOf } from './fingerprint.ts'

/*
 * Browsers an account has been signed in with. A browser keeps one secret, whoever signs in with it; what is stored is its hash
 * together with the account, so that a browser is known for each account by itself.
 */

const fingerprint = (secret: string, account: string): string => fingerprintOf(`${secret} ${account}`)

/** A secret for a browser that has none. */
export const newDeviceSecret = (): string => randomBytes(32).toString('base64url')

/** What a browser is known by to an account; `null`: the account has never been signed in with it. */
export function knownDevice(db: Database, secret: string | undefined, account: string): string | null {
  if (secret === undefined) return null
  const hash = fingerprint(secret, account)
  return db.sql.select().from(knownDevices).where(eq(knownDevices.hash, hash)).get() ? hash : null
}

/** Notes that an account has been signed in with a browser. */
export function rememberDevice(db: Database, secret: string, account: string): void {
  const row = { hash: fingerprint(secret, account), account, lastSeenAt: db.clock() }
  db.sql
    .insert(knownDevices)
    .values(row)
    .onConflictDoUpdate({ target: knownDevices.hash, set: { lastSeenAt: row.lastSeenAt } })
    .run()
}

/** Forgets the browsers of an account, all but one (`null`: all). */
export function forgetDevices(db: Database, account: string, but: string | undefined): void {
  const kept = but === undefined ? undefined : ne(knownDevices.hash, fingerprint(but, account))
  db.sql
    .delete(knownDevices)
    .where(and(eq(knownDevices.account, account), kept))
    .run()
}

/** How many browsers have not been seen since a moment. */
export const countUnseenDevices = (db: Database, before: string): number =>
  db.sql.select({ count: count() }).from(knownDevices).where(lt(knownDevices.lastSeenAt, before)).get()?.count ?? 0

/** Forgets the browsers that have not been seen since a moment. */
export function forgetUnseenDevices(db: Database, before: string): void {
  db.sql.delete(knownDevices).where(lt(knownDevices.lastSeenAt, before)).run()
}
