import { randomBytes } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { recoveryCodes, totpSecrets } from '../db/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readableSecret } from './readable-secret.ts'
import type { Sealer } from './sealer.ts'
import { changeFactors, secondFactorsOf } from './second-factors.ts'
import type { SignedIn } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'

/*
 * One-time codes after RFC 6238: six digits, a new one every 30 seconds, SHA-1, as authenticator apps expect. A code of the step
 * before or after is taken too, for clocks that differ; none is taken twice.
 */

const [digits, period, secretBytes, window] = [6, 30, 20, 1]

const purposeOf = (account: string): string => `totp ${account}`

/** The generator of the codes of a secret in base32. */
const codesFor = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Pejling', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits, period })

/** The time step a code belongs to at a moment (ISO 8601); `null`: it is no code of the secret (base32) now. */
export function stepOfCode(secret: string, code: string, at: string): number | null {
  const timestamp = Date.parse(at)
  const codes = codesFor(secret, '')
  const delta = codes.validate({ token: code.replaceAll(/\s/g, ''), timestamp, window })
  return delta === null ? null : codes.counter({ timestamp }) + delta
}

/** What a person puts into their authenticator app: typed, or read from a picture of the address. */
export interface NewCodes {
  /** In base32. */
  readonly secret: string
  /** `otpauth://totp/…` */
  readonly address: string
}

/** Makes a secret for one-time codes, in place of one that was never confirmed. It counts when a code of it has been given. */
export function beginCodes(db: Database, sealer: Sealer, who: SignedIn): NewCodes {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(secretBytes)).buffer }).base32
  const row = {
    account: who.account,
    sealed: sealer.seal(secret, purposeOf(who.account)),
    confirmedAt: null,
    lastStep: 0,
  }
  write(db, who.actor, { action: 'second factor' }, (changeSet) =>
    changeFactors(changeSet, who.account, () => {
      db.sql.insert(totpSecrets).values(row).onConflictDoUpdate({ target: totpSecrets.account, set: row }).run()
    }),
  )
  return { secret, address: codesFor(secret, who.email).toString() }
}

/** Takes a code: `true` if it is one of the account's now, and none up to its step has been taken before. */
function takeCode(db: Database, sealer: Sealer, account: string, code: string): boolean {
  const row = db.sql.select().from(totpSecrets).where(eq(totpSecrets.account, account)).get()
  const secret = row ? sealer.open(row.sealed, purposeOf(account)) : null
  const step = secret === null ? null : stepOfCode(secret, code, db.clock())
  if (step === null) return false
  const isNew = and(eq(totpSecrets.account, account), lt(totpSecrets.lastStep, step))
  return db.sql.update(totpSecrets).set({ lastStep: step }).where(isNew).run().changes === 1
}

const codeCount = 10
const plain = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
const fingerprint = (code: string, account: string): string => fingerprintOf(`${plain(code)} ${account}`)

/** Makes recovery codes of 80 bits in place of those there were. They are shown once and kept as hashes. */
function makeRecoveryCodes(changeSet: ChangeSet, account: string): string[] {
  const { sql } = changeSet.db
  const codes = Array.from({ length: codeCount }, () => readableSecret(4, 4))
  sql.delete(recoveryCodes).where(eq(recoveryCodes.account, account)).run()
  for (const code of codes)
    sql
      .insert(recoveryCodes)
      .values({ hash: fingerprint(code, account), account })
      .run()
  return codes
}

/** Makes new recovery codes, and answers them. */
export function renewRecoveryCodes(db: Database, who: SignedIn, from: string): readonly string[] {
  return write(db, who.actor, { action: 'recovery codes' }, (changeSet) => {
    recordSignIn(db, { kind: 'recovery-made', account: who.account, from })
    return makeRecoveryCodes(changeSet, who.account)
  })
}

/** The recovery codes of a person who has just set up their first second factor; `null`: they have some. */
export const firstRecoveryCodes = (changeSet: ChangeSet, account: string): readonly string[] | null =>
  secondFactorsOf(changeSet.db, account).recoveryLeft > 0 ? null : makeRecoveryCodes(changeSet, account)

/**
 * Confirms the secret that was begun by a code of it. `false`: it is no code of it. Returns the recovery codes where these are the
 * account's first; `null`: it has some.
 */
export function confirmCodes(
  db: Database,
  sealer: Sealer,
  who: SignedIn,
  { code, from }: { readonly code: string; readonly from: string },
): readonly string[] | null | false {
  return write(db, who.actor, { action: 'second factor' }, (changeSet) =>
    changeFactors(changeSet, who.account, () => {
      if (!takeCode(db, sealer, who.account, code)) return false
      const own = eq(totpSecrets.account, who.account)
      db.sql.update(totpSecrets).set({ confirmedAt: changeSet.at }).where(own).run()
      recordSignIn(db, { kind: 'codes-added', account: who.account, from })
      return firstRecoveryCodes(changeSet, who.account)
    }),
  )
}

/** Takes one-time codes from a person's account. */
export function removeCodes(db: Database, who: SignedIn, from: string): void {
  write(db, who.actor, { action: 'second factor' }, (changeSet) =>
    changeFactors(changeSet, who.account, () => {
      db.sql.delete(totpSecrets).where(eq(totpSecrets.account, who.account)).run()
      recordSignIn(db, { kind: 'codes-removed', account: who.account, from })
    }),
  )
}

/** Takes a one-time code of an account, once: whether it is one. */
export const takeOneTimeCode = (
  db: Database,
  sealer: Sealer,
  { account, code }: { readonly account: string; readonly code: string },
): boolean => secondFactorsOf(db, account).hasCodes && takeCode(db, sealer, account, code)

/** Takes a one-time code or a recovery code of an account, each once. Returns which it was; `null`: neither. */
export function takeAnyCode(
  db: Database,
  sealer: Sealer,
  { account, code }: { readonly account: string; readonly code: string },
): 'code' | 'recovery' | null {
  return db.sql.transaction(
    () => {
      if (takeOneTimeCode(db, sealer, { account, code })) return 'code'
      const own = and(eq(recoveryCodes.account, account), eq(recoveryCodes.hash, fingerprint(code, account)))
      return db.sql.delete(recoveryCodes).where(own).run().changes === 1 ? 'recovery' : null
    },
    { behavior: 'immediate' },
  )
}
