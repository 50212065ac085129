import { deskQuery } from '@pejling/addresses/desk'
import { deskPages } from '@pejling/addresses/words'
import { randomBytes } from 'node:crypto'
import { timestampAfter } from '@pejling/domain/day'
import { and, eq, gt, lte } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { invitations, users } from '../db/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { recordSignIn } from './sign-in-record.ts'
import { AccountError, Email, isForgotten } from './users.ts'

/* Invitations: the link by which a person claims the account an administrator made for them, through the identity provider. */

/** How long an invitation can be used, in days. */
export const invitationDays = 7

/** The link an invitation is handed over as; `url` is the installation's public address. */
export const invitationLink = (url: string, secret: string): string =>
  url + deskPages.provider + deskQuery([['invitation', secret]])

/**
 * Invites the person an account is for to use it through the identity provider: the first identity that comes with the secret becomes
 * the account's, also where it had another. An earlier invitation to the same account ends. It is noted in the record of sign-ins,
 * and leaves no change set: linking the account does. Returns the secret, which is shown once.
 * Throws an {@link AccountError} where there is no such account.
 */
export function invite(db: Database, actor: Actor, input: { readonly email: string }): { readonly secret: string } {
  authorise(actor, 'administrator')
  const email = Email.parse(input.email)
  const secret = randomBytes(24).toString('base64url')
  return db.sql.transaction(
    () => {
      const row = db.sql.select().from(users).where(eq(users.email, email)).get()
      if (!row || row.disabledAt !== null || isForgotten(email)) {
        throw new AccountError(`There is no open account for ${email}`)
      }
      if (row.breakGlass) {
        throw new AccountError(
          `${email} is the break-glass account, which is used with its password alone`,
          'break-glass',
        )
      }
      const at = db.clock()
      const expiresAt = timestampAfter(at, invitationDays)
      db.sql.delete(invitations).where(eq(invitations.user, email)).run()
      db.sql
        .insert(invitations)
        .values({ hash: fingerprintOf(secret), user: email, expiresAt })
        .run()
      recordSignIn(db, { kind: 'invitation', account: row.id, from: null, detail: actor.name })
      return { secret }
    },
    { behavior: 'immediate' },
  )
}

/** Whether an invitation can still be used. */
export const isInvitation = (db: Database, hash: string): boolean =>
  db.sql
    .select()
    .from(invitations)
    .where(and(eq(invitations.hash, hash), gt(invitations.expiresAt, db.clock())))
    .get() !== undefined

/** Uses an invitation up: the account it is for; `null`: it has ended, or been used. */
export function takeInvitation(db: Database, hash: string): string | null {
  const now = db.clock()
  db.sql.delete(invitations).where(lte(invitations.expiresAt, now)).run()
  const row = db.sql.select().from(invitations).where(eq(invitations.hash, hash)).get()
  if (!row) return null
  db.sql.delete(invitations).where(eq(invitations.hash, hash)).run()
  return row.user
}
