import { deskPath, deskQuery } from '@pejling/addresses/desk'
import type { Locale } from '@pejling/domain/text'
import { randomBytes } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { passwordResets, users } from '../db/schema.ts'
import { opensWithPassword } from './break-glass.ts'
import { fingerprintOf } from './fingerprint.ts'
import { forgetDevices } from './known-devices.ts'
import { weaknessOf, type PasswordWeakness } from './password-rules.ts'
import { endSessions } from './sessions.ts'
import type { SignInParts } from './sign-in.ts'
import { recordSignIn } from './sign-in-record.ts'
import { Email, isForgotten, saveUser } from './users.ts'

/*
 * Links by which a person chooses a password: one they forgot, or the first one of an account they were invited to. A link is used
 * once, ends after a while, and opens nothing else; a second factor is still asked for at the sign-in that follows.
 */

/** How long the link to a forgotten password can be used, in minutes. */
export const resetMinutes = 60

/** The address of a link in a language; `url` is the installation's public address. */
export const passwordLink = (url: string, secret: string, locale: Locale): string =>
  `${url}${deskPath(locale, 'newPassword')}${deskQuery([['passwordKey', secret]])}`

/**
 * Makes a link for an account, by its id, that can be used for so many minutes. An earlier one to the same account ends. Leaves no
 * change set: choosing the password does. Returns the secret. Belongs into a transaction.
 */
export function addPasswordLink(db: Database, account: string, minutes: number): string {
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.parse(db.clock()) + minutes * 60_000).toISOString()
  db.sql.delete(passwordResets).where(lte(passwordResets.expiresAt, db.clock())).run()
  db.sql.delete(passwordResets).where(eq(passwordResets.account, account)).run()
  db.sql
    .insert(passwordResets)
    .values({ hash: fingerprintOf(secret), account, expiresAt })
    .run()
  return secret
}

type UserRow = typeof users.$inferSelect

/** The account a password opens, by its e-mail address; `null`: there is none, or it is closed or opens otherwise. */
export function accountWithPassword(db: Database, given: string, providerOnly: boolean): UserRow | null {
  const email = Email.safeParse(given)
  if (!email.success || isForgotten(email.data)) return null
  const row = db.sql.select().from(users).where(eq(users.email, email.data)).get()
  return row && opensWithPassword(row, providerOnly) ? row : null
}

/** The account a link is for; `null`: it has ended, or been used, or the account opens otherwise. */
export function accountOfLink(db: Database, secret: string, providerOnly: boolean): UserRow | null {
  const link = db.sql
    .select()
    .from(passwordResets)
    .where(and(eq(passwordResets.hash, fingerprintOf(secret)), gt(passwordResets.expiresAt, db.clock())))
    .get()
  const row = link && db.sql.select().from(users).where(eq(users.id, link.account)).get()
  return row && opensWithPassword(row, providerOnly) ? row : null
}

/** Why a password cannot be chosen by a link; `ended`: the link cannot be used any more. */
export type LinkProblem = 'ended' | PasswordWeakness

/**
 * Chooses a password by a link: the link ends, all sessions of the account end and its browsers are forgotten. Answers why it cannot
 * be chosen; `null`: it has been. `own`: words that make no password stronger. `from`: the address it is asked for from.
 */
export async function choosePasswordByLink(
  { db, passwords, provider }: SignInParts,
  given: { readonly secret: string; readonly next: string; readonly own: readonly string[]; readonly from: string },
): Promise<LinkProblem | null> {
  const providerOnly = provider?.settings.only ?? false
  const known = accountOfLink(db, given.secret, providerOnly)
  if (!known) return 'ended'
  const weakness = await weaknessOf(given.next, [known.name, known.email, ...given.own])
  if (weakness !== null) return weakness
  const passwordHash = await passwords.hash(given.next)
  return retryWhileBusy(() => {
    const user = accountOfLink(db, given.secret, providerOnly)
    if (!user) return 'ended'
    const actor = { name: user.name, role: 'reader', account: user.id } as const
    return write(db, actor, { action: 'own password' }, (changeSet) => {
      db.sql.delete(passwordResets).where(eq(passwordResets.account, user.id)).run()
      saveUser(changeSet, user, { ...user, passwordHash, mustChangePassword: false, oneTimeUntil: null })
      endSessions(db, user.email)
      forgetDevices(db, user.id, undefined)
      recordSignIn(db, { kind: 'password-changed', account: user.id, from: given.from, detail: 'link' })
      return null
    })
  })
}
