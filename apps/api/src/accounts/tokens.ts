import { Scope, scopes as allScopes, scopesOfIndicators } from '@pejling/domain/scope'
import { danishDay } from '@pejling/domain/period/danish-day'
import { randomBytes } from 'node:crypto'
import { asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, reaches, roles, storedRole, type Actor, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { unlessBusy } from '../db/retry-while-busy.ts'
import { indicators as indicatorTable, tokens, users } from '../db/schema.ts'
import { storedText } from '../db/stored-text.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { SignedIn } from './sessions.ts'
import { indicatorsOf, removeToken, roleReaches, scopesOf, tokenRecord } from './token-record.ts'
import { AccountError, Email, isForgotten } from './users.ts'

/* Tokens: what programs show to be let in. Each opens what its scopes name, for a year at most, and never more than its owner may. */

/** Why a token could not be made. */
export type TokenProblem = 'name' | 'taken' | 'expires' | 'scopes' | 'role' | 'indicators' | 'owner'

/** Thrown where a token cannot be made; the message says what would be right. */
export class TokenError extends AccountError {
  override name = 'TokenError'
  readonly problem: TokenProblem
  constructor(problem: TokenProblem, message: string) {
    super(message)
    this.problem = problem
  }
}

/** A program with a token. */
export interface Bearer extends SignedIn {
  readonly scopes: readonly Scope[]
  /** The only indicators the token is good for; `null`: all. */
  readonly indicators: readonly string[] | null
}

const hour = 3_600_000

/** The last day a token made on a day may have: the same day a year later. */
export function lastTokenDay(today: string): string {
  const [year = '', month = '', day = ''] = today.split('-')
  return `${Number(year) + 1}-${month}-${month === '02' && day === '29' ? '28' : day}`
}

const Name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)

/** What a token is made with. */
export interface NewToken {
  readonly name: string
  readonly email: string
  /** The last day it is good for. */
  readonly expiresOn: string
  readonly scopes: readonly string[]
  /** The only indicators it is good for; `null`: all. */
  readonly indicators: readonly string[] | null
}

function parseScopes(given: readonly string[], limited: boolean): readonly Scope[] {
  const read = z.array(Scope).min(1).safeParse(given)
  if (!read.success) {
    throw new TokenError('scopes', `A token names what it opens: one or more of ${allScopes.join(', ')}`)
  }
  const chosen = allScopes.filter((scope) => read.data.includes(scope))
  const whole = chosen.filter((scope) => !scopesOfIndicators.has(scope))
  if (limited && whole.length > 0) {
    throw new TokenError(
      'scopes',
      `${whole.join(', ')} concerns more than single indicators; leave it out, or the indicators`,
    )
  }
  return chosen
}

function parseExpiry(given: string, today: string): string {
  const latest = lastTokenDay(today)
  const read = z.iso.date().safeParse(given)
  if (!read.success || read.data < today || read.data > latest) {
    throw new TokenError('expires', `A token ends on a day from ${today} to ${latest}, written like ${latest}`)
  }
  return read.data
}

function parseIndicators(db: Database, given: readonly string[] | null): readonly string[] | null {
  if (given === null) return null
  const slugs = [...new Set(given)].toSorted()
  const known = new Set(
    db.sql
      .select({ slug: indicatorTable.slug })
      .from(indicatorTable)
      .where(inArray(indicatorTable.slug, slugs))
      .all()
      .map(({ slug }) => slug),
  )
  const unknown = slugs.filter((slug) => !known.has(slug))
  if (slugs.length === 0 || unknown.length > 0) {
    throw new TokenError('indicators', `There is no indicator ${unknown.join(', ')}`)
  }
  return slugs
}

/**
 * Makes a token for a program and answers its secret, which is shown once. Throws a {@link TokenError} that says what would be
 * right.
 */
export function addToken(db: Database, actor: Actor, input: NewToken): { readonly secret: string } {
  authorise(actor, 'administrator')
  const read = Name.safeParse(input.name)
  if (!read.success) throw new TokenError('name', 'A token has a name of 1 to 80 letters on one line')
  const name = storedText(read.data)
  const expiresOn = parseExpiry(input.expiresOn, danishDay(db.clock()))
  const chosen = parseScopes(input.scopes, input.indicators !== null)
  const secret = `pejling_${randomBytes(32).toString('base64url')}`
  return write(db, actor, { action: 'token add' }, (changeSet) => {
    const limitedTo = parseIndicators(db, input.indicators)
    const email = Email.safeParse(input.email).data ?? input.email
    const owner = db.sql.select().from(users).where(eq(users.email, email)).get()
    if (!owner || owner.disabledAt !== null || isForgotten(email)) {
      throw new TokenError('owner', `There is no open account for ${email}`)
    }
    if (!roleReaches(owner.role, chosen)) {
      throw new TokenError('role', `The role ${owner.role} of ${email} does not reach ${chosen.join(', ')}`)
    }
    if (db.sql.select().from(tokens).where(eq(tokens.name, name)).get()) {
      throw new TokenError(
        'taken',
        `There is a token called "${name}" already; revoke it first, or choose another name`,
      )
    }
    const row = {
      hash: fingerprintOf(secret),
      name,
      user: email,
      expiresOn,
      scope: null,
      scopes: JSON.stringify(chosen),
      indicators: limitedTo === null ? null : JSON.stringify(limitedTo),
      createdAt: changeSet.at,
      lastUsedAt: null,
    }
    db.sql.insert(tokens).values(row).run()
    changeSet.record('token', name, null, tokenRecord(row))
    return { secret }
  })
}

/** Takes a token away, by its name: its bearer is refused from the next request on. Throws an {@link AccountError} where there is none. */
export function revokeToken(db: Database, actor: Actor, input: { readonly name: string }): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'token remove' }, (changeSet) => {
    const row = db.sql.select().from(tokens).where(eq(tokens.name, input.name)).get()
    if (!row) throw new AccountError(`There is no token called "${input.name}"`)
    removeToken(changeSet, row)
  })
}

/** A token as administrators see it. */
export interface TokenEntry {
  readonly name: string
  readonly email: string
  readonly expiresOn: string
  readonly scopes: readonly Scope[]
  readonly indicators: readonly string[] | null
  /** `null`: it was made before this was noted. */
  readonly createdAt: string | null
  /** Give or take an hour; `null`: never used. */
  readonly lastUsedAt: string | null
}

/** The tokens that have not ended, by name. */
export function listTokens(db: Database): readonly TokenEntry[] {
  return db.sql
    .select()
    .from(tokens)
    .where(gte(tokens.expiresOn, danishDay(db.clock())))
    .orderBy(asc(tokens.name))
    .all()
    .map((row) => ({
      name: row.name,
      email: row.user,
      expiresOn: row.expiresOn,
      scopes: scopesOf(row),
      indicators: indicatorsOf(row),
      createdAt: row.createdAt,
      lastUsedAt: row.lastUsedAt,
    }))
}

/** Notes that a token was used, once an hour at most. Where another connection is writing just now, the next use is noted instead. */
function noteUse(db: Database, { hash, lastUsedAt }: typeof tokens.$inferSelect): void {
  const now = db.clock()
  if (lastUsedAt !== null && Date.parse(now) - Date.parse(lastUsedAt) < hour) return
  unlessBusy(() => db.sql.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.hash, hash)).run())
}

/** The most that verbs called with a token may do: what its scopes need, never what an administrator may, and never more than its owner. */
function roleWithin(owner: Role, scopes: readonly Scope[]): Role {
  const writes = scopes.some((scope) => !scope.endsWith(':read'))
  const most = scopes.includes('publish') ? 'publisher' : writes ? 'editor' : 'reader'
  return reaches({ name: '', role: owner }, most) ? most : owner
}

/** For how many days after the identity provider vouched for its owner a token is good, where no setting says otherwise. */
export const usualTokenDays = 30

/** How a token is looked for. */
export interface TokenRules {
  /** Whether its use may be written down. */
  readonly mayNote: boolean
  /** For how many days after the identity provider vouched for its owner it is good. */
  readonly tokenDays: number
}

/** Whether the identity provider has not vouched for a person for so long that their tokens are no longer valid. */
function isStale(now: string, { identity, vouchedAt }: typeof users.$inferSelect, days: number): boolean {
  if (identity === null) return false
  return vouchedAt === null || Date.parse(now) - Date.parse(vouchedAt) > days * 24 * hour
}

/** Whose token this is; `null`: nobody's, or it has ended. */
export function findToken(
  db: Database,
  secret: string,
  { mayNote, tokenDays }: TokenRules = { mayNote: true, tokenDays: usualTokenDays },
): Bearer | null {
  const row = db.sql
    .select()
    .from(tokens)
    .innerJoin(users, eq(users.email, tokens.user))
    .where(eq(tokens.hash, fingerprintOf(secret)))
    .get()
  if (!row || row.users.disabledAt !== null || row.tokens.expiresOn < danishDay(db.clock())) return null
  if (isStale(db.clock(), row.users, tokenDays)) return null
  const { name, role, email, id } = row.users
  const chosen = scopesOf(row.tokens)
  if (chosen.length === 0 || !roleReaches(role, chosen)) return null
  if (mayNote) noteUse(db, row.tokens)
  return {
    actor: { name: `${name} (${row.tokens.name})`, role: roleWithin(storedRole(role), chosen), account: id },
    email,
    account: id,
    session: null,
    // A one-time password of its owner is no matter of a program's.
    mustChangePassword: false,
    provenAt: null,
    byProvider: false,
    scopes: chosen,
    indicators: indicatorsOf(row.tokens),
  }
}

/** The tokens that ended before a day. */
export const listEndedTokens = (db: Database, day: string): (typeof tokens.$inferSelect)[] =>
  db.sql.select().from(tokens).where(lt(tokens.expiresOn, day)).all()

/** Takes away the tokens that ended before a day. No one can use them any more; the history says no more than their names. */
export function forgetEndedTokens(db: Database, actor: Actor, day: string): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'retention' }, (changeSet) => {
    for (const { hash, name, expiresOn } of listEndedTokens(db, day)) {
      changeSet.db.sql.delete(tokens).where(eq(tokens.hash, hash)).run()
      changeSet.record('token', name, JSON.stringify({ name, expiresOn }), null)
    }
  })
}

/**
 * Gives tokens that were made before there were scopes those of the role they had, and has them end within a year. Done once, when
 * an installation is brought to this version; answers how many those were.
 */
export function bringTokensUpToDate(db: Database, actor: Actor): number {
  authorise(actor, 'administrator')
  const latest = lastTokenDay(danishDay(db.clock()))
  return write(db, actor, { action: 'token upgrade' }, (changeSet) => {
    const rows = db.sql
      .select()
      .from(tokens)
      .innerJoin(users, eq(users.email, tokens.user))
      .where(isNull(tokens.scopes))
      .all()
    for (const { tokens: before, users: owner } of rows) {
      const role = [before.scope ?? owner.role, owner.role]
        .map(storedRole)
        .toSorted((one, other) => roles.indexOf(one) - roles.indexOf(other))[0]
      const given = allScopes.filter((scope) => roleReaches(role ?? 'reader', [scope]))
      const after = {
        ...before,
        scope: null,
        scopes: JSON.stringify(given),
        expiresOn: before.expiresOn < latest ? before.expiresOn : latest,
      }
      db.sql.update(tokens).set(after).where(eq(tokens.hash, before.hash)).run()
      changeSet.record('token', before.name, tokenRecord(before), tokenRecord(after))
    }
    return rows.length
  })
}
