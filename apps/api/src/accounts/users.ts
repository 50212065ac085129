import { danishDay } from '@pejling/domain/period/danish-day'
import { createHash, randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { and, asc, eq, isNull, lt, ne } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, roles, type Actor, type Role } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { tokens, users } from '../db/schema.ts'
import { storedText } from '../db/stored-text.ts'
import { forgetDevices } from './known-devices.ts'
import { nameProblem } from './names.ts'
import { endSessions } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'

type UserRow = typeof users.$inferSelect

/** Thrown where an account or token is asked for that is not there, or is there already. */
export class AccountError extends Error {
  override name = 'AccountError'
}

/** An e-mail address as it is kept: without spaces around it, in lower case. */
export const Email = z.string().trim().toLowerCase().pipe(z.email())

/** Where nobody can be reached (RFC 2606). */
export const nowhere = '@forgotten.invalid'

/** Whether an address stands in the place of somebody who has been forgotten. */
export const isForgotten = (email: string): boolean => email.endsWith(nowhere)

/** The cost of a password: 19 MiB and two rounds, OWASP's recommendation for argon2id, the library's default algorithm. */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A secret of 120 bits that can be read aloud: no letters or digits that look alike. */
function randomSecret(): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
  const letters = [...randomBytes(24)].map((byte) => alphabet[byte % alphabet.length])
  return [0, 6, 12, 18].map((start) => letters.slice(start, start + 6).join('')).join('-')
}

/** A one-time password can be used for so many days. */
export const oneTimeDays = 7

const endOfOneTime = (db: Database): string => new Date(Date.parse(db.clock()) + oneTimeDays * 86_400_000).toISOString()

/** What change sets record of an account: all of it, the password only by a fingerprint of its hash. */
export function userFingerprint({ passwordHash, identity, ownRole, id, oneTimeUntil, ...user }: UserRow): string {
  const password = createHash('sha256').update(passwordHash).digest('hex')
  return JSON.stringify({
    ...user,
    // What accounts did not have when they were first recorded is recorded of those alone that have it.
    ...(!id.startsWith(earlier) && { id }),
    ...(oneTimeUntil !== null && { oneTimeUntil }),
    ...(identity !== null && { identity }),
    ...(ownRole && { ownRole }),
    password,
  })
}

/** What the ids of accounts begin with that were made before accounts had ids; the migration gave them theirs. */
const earlier = 'earlier-'

/** An id for a new account. */
export const newAccountId = (): string => randomBytes(9).toString('base64url')

/** Writes an account, and the change set's record of it. */
export function saveUser(changeSet: ChangeSet, before: UserRow | undefined, after: UserRow): void {
  const row = { ...after, name: storedText(after.name) }
  changeSet.db.sql.insert(users).values(row).onConflictDoUpdate({ target: users.email, set: row }).run()
  changeSet.record('user', row.email, before ? userFingerprint(before) : null, userFingerprint(row))
}

function find(db: Database, email: string): UserRow {
  const row = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (!row) throw new AccountError(`There is no account for ${email}`)
  return row
}

/** Everybody with an account, and every token that has not expired. */
export function listPeople(db: Database) {
  const today = danishDay(db.clock())
  return {
    people: db.sql
      .select()
      .from(users)
      .orderBy(asc(users.name))
      .all()
      .filter(({ email }) => !isForgotten(email))
      .map(({ id, email, name, role, mustChangePassword, disabledAt }) => ({
        id,
        email,
        name,
        role: parseRole(role) ?? 'reader',
        closed: disabledAt !== null,
        awaited: mustChangePassword,
      })),
    tokens: db.sql
      .select()
      .from(tokens)
      .orderBy(asc(tokens.name))
      .all()
      .filter(({ expiresOn }) => expiresOn >= today)
      .map(({ name, user, expiresOn, scope }) => ({ name, email: user, expiresOn, scope: parseRole(scope ?? '') })),
  }
}

/** Whether anybody has an account. */
export function hasUsers(db: Database): boolean {
  return db.sql.select().from(users).limit(1).get() !== undefined
}

/** Makes an account and answers its one-time password, which is shown once and has to be changed at the first sign-in. */
export function addUser(
  db: Database,
  actor: Actor,
  input: { readonly email: string; readonly name: string; readonly role: Role },
): { readonly email: string; readonly password: string } {
  authorise(actor, 'administrator')
  const email = Email.parse(input.email)
  const password = randomSecret()
  const passwordHash = hashSync(password, cost)
  return write(db, actor, { action: 'user add' }, (changeSet) => {
    if (db.sql.select().from(users).where(eq(users.email, email)).get()) {
      throw new AccountError(`${email} has an account already. Open it with "user open" if it is closed`)
    }
    requireName(db, input.name, email)
    const row = {
      email,
      id: newAccountId(),
      name: input.name,
      role: input.role,
      passwordHash,
      mustChangePassword: true,
      oneTimeUntil: endOfOneTime(db),
      disabledAt: null,
      identity: null,
      ownRole: false,
    }
    saveUser(changeSet, undefined, row)
    return { email, password }
  })
}

/** Gives an account a new one-time password, and answers it. Its sessions end. `from`: the address it is asked for from. */
export function resetPassword(
  db: Database,
  actor: Actor,
  input: { readonly email: string; readonly from?: string },
): { password: string } {
  authorise(actor, 'administrator')
  const password = randomSecret()
  const passwordHash = hashSync(password, cost)
  return write(db, actor, { action: 'user password' }, (changeSet) => {
    const row = find(db, Email.parse(input.email))
    saveUser(changeSet, row, { ...row, passwordHash, mustChangePassword: true, oneTimeUntil: endOfOneTime(db) })
    // Whoever knew the old password, or is signed in by it, may have to be kept out.
    endSessions(db, row.email)
    forgetDevices(db, row.id, undefined)
    recordSignIn(db, { kind: 'password-given', account: row.id, from: input.from ?? null })
    return { password }
  })
}

/** Throws an {@link AccountError} where an account cannot be called that. */
function requireName(db: Database, name: string, email: string): void {
  const problem = nameProblem(db, name, email)
  if (problem === 'missing') throw new AccountError('An account needs a name')
  if (problem === 'reserved') throw new AccountError(`"${name}" is a name the installation uses itself; choose another`)
  if (problem === 'taken') {
    throw new AccountError(`Another account is called "${name}"; write something that tells the two apart`)
  }
}

/** Whether an account is the only open one of an administrator. */
export function isLastAdministrator(db: Database, { email, role, disabledAt }: UserRow): boolean {
  if (role !== 'administrator' || disabledAt !== null) return false
  const others = and(eq(users.role, 'administrator'), isNull(users.disabledAt), ne(users.email, email))
  return db.sql.select().from(users).where(others).get() === undefined
}

function requireAnotherAdministrator(db: Database, row: UserRow): void {
  if (isLastAdministrator(db, row)) {
    throw new AccountError(`${row.email} is the last administrator; make another one first`)
  }
}

/** Changes the name or the role of an account; what is left out stays. Throws an {@link AccountError}. */
export function changeUser(
  db: Database,
  actor: Actor,
  input: { readonly email: string; readonly name?: string | undefined; readonly role?: Role | undefined },
): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'user change' }, (changeSet) => {
    const row = find(db, Email.parse(input.email))
    const { name = row.name, role = row.role } = input
    if (name !== row.name) requireName(db, name, row.email)
    if (role !== 'administrator') requireAnotherAdministrator(db, row)
    // A role that is given here does not follow the identity provider any more.
    saveUser(changeSet, row, {
      ...row,
      name,
      role,
      ownRole: row.ownRole || (row.identity !== null && role !== row.role),
    })
  })
}

/** Opens an account that was closed: the same one, with its password, second factors and history. */
export function openUser(db: Database, actor: Actor, input: { readonly email: string }): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'user open' }, (changeSet) => {
    const row = find(db, Email.parse(input.email))
    if (isForgotten(row.email)) throw new AccountError(`There is no account for ${row.email}`)
    saveUser(changeSet, row, { ...row, disabledAt: null })
  })
}

/** Closes an account: its sessions end, and its name stays in the history. Throws an {@link AccountError} for the last administrator. */
export function disableUser(db: Database, actor: Actor, input: { readonly email: string }): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'user disable' }, (changeSet) => {
    const row = find(db, Email.parse(input.email))
    requireAnotherAdministrator(db, row)
    endSessions(db, row.email)
    saveUser(changeSet, row, { ...row, disabledAt: row.disabledAt ?? changeSet.at })
  })
}

/** What change sets record of a token; one without a scope as it was before there were any. */
export function tokenRecord({ scope, ...token }: typeof tokens.$inferSelect): string {
  return JSON.stringify({ ...token, ...(scope === null ? {} : { scope }) })
}

/** Makes a token for programs and answers its secret, which is shown once. Its reach is its user's, and `scope` at most. */
export function addToken(
  db: Database,
  actor: Actor,
  input: {
    readonly name: string
    readonly email: string
    readonly expiresOn: string
    readonly scope?: Role | null
  },
): { readonly secret: string } {
  authorise(actor, 'administrator')
  const expiresOn = z.iso.date().parse(input.expiresOn)
  const secret = `pejling_${randomBytes(32).toString('base64url')}`
  return write(db, actor, { action: 'token add' }, (changeSet) => {
    const user = find(db, Email.parse(input.email))
    const name = storedText(input.name)
    if (db.sql.select().from(tokens).where(eq(tokens.name, name)).get()) {
      throw new AccountError(`There is a token called "${name}" already`)
    }
    const hash = createHash('sha256').update(secret).digest('hex')
    const row = { hash, name, user: user.email, expiresOn, scope: input.scope ?? null }
    db.sql.insert(tokens).values(row).run()
    changeSet.record('token', name, null, tokenRecord(row))
    return { secret }
  })
}

/** The tokens that ended before a day. */
export const listEndedTokens = (db: Database, day: string): (typeof tokens.$inferSelect)[] =>
  db.sql.select().from(tokens).where(lt(tokens.expiresOn, day)).all()

/** Takes away the tokens that ended before a day. Nobody can use them any more; the history says no more than their names. */
export function forgetEndedTokens(db: Database, actor: Actor, day: string): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'retention' }, (changeSet) => {
    for (const { hash, name, expiresOn } of listEndedTokens(db, day)) {
      changeSet.db.sql.delete(tokens).where(eq(tokens.hash, hash)).run()
      changeSet.record('token', name, JSON.stringify({ name, expiresOn }), null)
    }
  })
}

/** The role of that name, or `null`. */
export function parseRole(text: string): Role | null {
  return roles.find((role) => role === text) ?? null
}
