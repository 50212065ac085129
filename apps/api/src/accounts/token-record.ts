import { Scope, scopeRules } from '@pejling/domain/scope'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '../db/actor.ts'
import type { ChangeSet } from '../db/change-set.ts'
import { tokens, type users } from '../db/schema.ts'

/* Tokens as they are kept, and when they end with the account they belong to. */

type TokenRow = typeof tokens.$inferSelect
type UserRow = typeof users.$inferSelect

/** What change sets record of a token: all of it but when it was used. One made before there were scopes is recorded as it was then. */
export function tokenRecord({ hash, name, user, expiresOn, scope, scopes, indicators }: TokenRow): string {
  return JSON.stringify({
    hash,
    name,
    user,
    expiresOn,
    ...(scope !== null && { scope }),
    ...(scopes !== null && { scopes, indicators }),
  })
}

const Scopes = z.array(Scope)
const Slugs = z.array(z.string())

/** What a token opens. One that is not brought up to date, or whose scopes this version does not know, opens nothing. */
export const scopesOf = ({ scopes }: Pick<TokenRow, 'scopes'>): readonly Scope[] =>
  scopes === null ? [] : Scopes.catch([]).parse(JSON.parse(scopes))

/** The only indicators a token is good for; `null`: all. */
export const indicatorsOf = ({ indicators }: Pick<TokenRow, 'indicators'>): readonly string[] | null =>
  indicators === null ? null : Slugs.parse(JSON.parse(indicators))

/** Whether a role reaches all that these scopes open. */
export const roleReaches = (role: string, scopes: readonly Scope[]): boolean =>
  scopes.every((scope) => roles.findIndex((one) => one === role) >= roles.indexOf(scopeRules[scope].needs))

/** Takes a token away, and records it. */
export function removeToken(changeSet: ChangeSet, row: TokenRow): void {
  changeSet.db.sql.delete(tokens).where(eq(tokens.hash, row.hash)).run()
  changeSet.record('token', row.name, tokenRecord(row), null)
}

/**
 * Ends the tokens an account may not have any more: all of them where it has been closed or given a new one-time password, and
 * those its role does not reach any more. None of them comes back with the role.
 */
export function endTokensAfter(changeSet: ChangeSet, before: UserRow, after: UserRow): void {
  const isClosed = after.disabledAt !== null
  const isReset = after.mustChangePassword && before.passwordHash !== after.passwordHash
  for (const row of changeSet.db.sql.select().from(tokens).where(eq(tokens.user, after.email)).all()) {
    if (isClosed || isReset || !roleReaches(after.role, scopesOf(row))) removeToken(changeSet, row)
  }
}
