import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import { authorise, reaches, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { passkeys, recoveryCodes, totpSecrets } from '../db/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { forgetDevices } from './known-devices.ts'
import { endSessions, type SignedIn } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'
import { accountOf } from './users.ts'

/*
 * What a person has besides a password: passkeys (WebAuthn) and one-time codes (TOTP), with recovery codes for when those are lost.
 * Change sets record which there are by the id of the account; that they were used is in the record of sign-ins.
 */

/** A passkey as its owner sees it. */
export interface PasskeyEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** What an account has. */
export interface SecondFactors {
  readonly passkeys: readonly PasskeyEntry[]
  readonly hasCodes: boolean
  /** How many recovery codes have not been used. */
  readonly recoveryLeft: number
  /** Whether signing in takes a second step. */
  readonly isAny: boolean
}

/** The second factors of an account, by its id. */
export function secondFactorsOf(db: Database, account: string): SecondFactors {
  const keys = db.sql
    .select()
    .from(passkeys)
    .where(eq(passkeys.account, account))
    .orderBy(asc(passkeys.createdAt))
    .all()
    .map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
  const hasCodes = codesOf(db, account) !== undefined
  const left = db.sql.select({ count: count() }).from(recoveryCodes).where(eq(recoveryCodes.account, account)).get()
  return { passkeys: keys, hasCodes, recoveryLeft: left?.count ?? 0, isAny: keys.length > 0 || hasCodes }
}

const codesOf = (db: Database, account: string): typeof totpSecrets.$inferSelect | undefined =>
  db.sql
    .select()
    .from(totpSecrets)
    .where(and(eq(totpSecrets.account, account), isNotNull(totpSecrets.confirmedAt)))
    .get()

/** What change sets record of an account's second factors; `null`: there are none. */
export function factorRecord(db: Database, account: string): string | null {
  const keys = db.sql.select().from(passkeys).where(eq(passkeys.account, account)).orderBy(asc(passkeys.id)).all()
  const codes = codesOf(db, account)
  if (keys.length === 0 && !codes) return null
  return JSON.stringify({
    passkeys: keys.map(({ publicKey }) => fingerprintOf(publicKey)),
    codes: codes ? fingerprintOf(codes.sealed) : null,
  })
}

/** Does what changes the second factors of an account, and records what they are after it. Without any, recovery codes recover nothing and go. */
export function changeFactors<T>(changeSet: ChangeSet, account: string, work: () => T): T {
  const before = factorRecord(changeSet.db, account)
  const result = work()
  const after = factorRecord(changeSet.db, account)
  if (after === null) changeSet.db.sql.delete(recoveryCodes).where(eq(recoveryCodes.account, account)).run()
  changeSet.record('second-factor', account, before, after)
  return result
}

/** Takes away every second factor of an account, and the recovery codes with them. */
export function dropFactors(changeSet: ChangeSet, account: string): void {
  const { sql } = changeSet.db
  changeFactors(changeSet, account, () => {
    sql.delete(passkeys).where(eq(passkeys.account, account)).run()
    sql.delete(totpSecrets).where(eq(totpSecrets.account, account)).run()
  })
}

/**
 * Takes the second factors from a person who has lost them, ends their sessions and forgets their browsers: they sign in by password
 * alone and set up others. `from`: where the administrator is; `null`: at the command line. Throws an {@link AccountError}.
 */
export function resetFactors(
  db: Database,
  actor: Actor,
  input: { readonly email: string; readonly from: string | null },
): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'second factors reset' }, (changeSet) => {
    const user = accountOf(db, input.email)
    dropFactors(changeSet, user.id)
    endSessions(db, user.email)
    forgetDevices(db, user.id, undefined)
    recordSignIn(db, { kind: 'factors-removed', account: user.id, from: input.from })
  })
}

/**
 * Whether a person must have a second factor before they may do anything else: whoever may publish or administer, where the
 * installation is public (`isPublic`), unless the identity provider, which asks for its own, has said who they are.
 */
export const needsFactor = (db: Database, who: SignedIn, isPublic: boolean): boolean =>
  isPublic && !who.byProvider && reaches(who.actor, 'publisher') && !secondFactorsOf(db, who.account).isAny
