import { and, eq, isNull } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { AccountError, addUser, saveUser } from './users.ts'

/*
 * The break-glass account: one administrator with a password, for the day the identity provider is away or wrongly set up. Where only
 * the provider signs people in, it is the one account a password opens, and each use of it is warned of.
 */

type UserRow = typeof users.$inferSelect

/**
 * Makes the break-glass account, and answers its one-time password, which is shown once. Throws an {@link AccountError} where there
 * is one already, or the address has an account.
 */
export function addBreakGlass(
  db: Database,
  actor: Actor,
  input: { readonly email: string },
): { readonly email: string; readonly password: string } {
  authorise(actor, 'administrator')
  return db.sql.transaction(
    () => {
      const existing = db.sql
        .select()
        .from(users)
        .where(and(eq(users.breakGlass, true), isNull(users.disabledAt)))
        .get()
      if (existing) {
        throw new AccountError(
          `${existing.email} is the break-glass account; close it first (user disable), or give it a new password (user password)`,
        )
      }
      const added = addUser(db, actor, { email: input.email, name: 'Nødadgang', role: 'administrator' })
      write(db, actor, { action: 'user break-glass' }, (changeSet) => {
        const row = db.sql.select().from(users).where(eq(users.email, added.email)).get()
        if (row) saveUser(changeSet, row, { ...row, breakGlass: true })
      })
      return added
    },
    { behavior: 'immediate' },
  )
}

/** Whether a password opens an account: it is open, not linked to the identity provider, and the provider is not the only way in. */
export const opensWithPassword = ({ disabledAt, identity, breakGlass }: UserRow, providerOnly: boolean): boolean =>
  disabledAt === null && (breakGlass || (identity === null && !providerOnly))
