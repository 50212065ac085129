import { randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { timestampAfter } from '@pejling/domain/day'
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, roles, storedRole, type Actor, type Role } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { users } from '../db/schema.ts'
import { storedText } from '../db/stored-text.ts'
import { endTokensAfter } from './token-record.ts'
import { fingerprintOf } from './fingerprint.ts'
import { forgetDevices } from './known-devices.ts'
import { nameProblem } from './names.ts'
import { readableSecret } from './readable-secret.ts'
import { endSessions } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'

type UserRow = typeof users.$inferSelect

/** What is wrong with what is asked of an account or token. */
export type AccountProblem =
  'unknown' | 'taken' | 'name-missing' | 'name-reserved' | 'name-taken' | 'last-administrator' | 'break-glass'

/** Thrown where an account or token is asked for that is not there, is there already, or may not become that. */
export class AccountError extends Error {
  override name = 'AccountError'
  readonly reason: AccountProblem
  constructor(message: string, reason: AccountProblem = 'unknown') {
    super(message)
    this.reason = reason
  }
}

/** An e-mail address as it is kept: without spaces around it, in lower case. */
export const Email = z.string().trim().toLowerCase().pipe(z.email())

/** Where no one can be reached (RFC 2606). */
export const forgottenDomain = '@forgotten.invalid'

/** Whether an address replaces that of a person who has been forgotten. */
export const isForgotten = (email: string): boolean => email.endsWith(forgottenDomain)

/** The cost of a password: 19 MiB and two rounds, OWASP's recommendation for argon2id, the library's default algorithm. */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A password of 120 bits. */
const oneTimePassword = (): string => readableSecret(4, 6)

/** How many days a one-time password is valid. */
export const oneTimeDays = 7

const endOfOneTime = (db: Database): string => timestampAfter(db.clock(), oneTimeDays)

/** What change sets record of an account: all of it, the password only by a fingerprint of its hash. */
export function userFingerprint(row: UserRow): string {
  const { passwordHash, identity, ownRole, id, oneTimeUntil, roleDecided, breakGlass, vouchedAt: _, ...user } = row
  const password = fingerprintOf(passwordHash)
  return JSON.stringify({
    ...user,
    // What accounts did not have when they were first recorded is recorded of those alone that have it.
    ...(!id.startsWith(earlier) && { id }),
    ...(oneTimeUntil !== null && { oneTimeUntil }),
    ...(identity !== null && { identity }),
    ...(ownRole && { ownRole }),
    ...(roleDecided && { roleDecided }),
    ...(breakGlass && { breakGlass }),
    password,
  })
}

/** What the ids of accounts begin with that were made before accounts had ids; the migration gave them theirs. */
const earlier = 'earlier-'

/** An id for a new account. */
export const newAccountId = (): string => randomBytes(9).toString('base64url')

/**
 * Writes an account, and the change set's record of it. Every change of an account goes through here: where it is closed, loses the
 * role they need or gets a new one-time password, its tokens end.
 */
export function saveUser(changeSet: ChangeSet, before: UserRow | undefined, after: UserRow): void {
  const row = { ...after, name: storedText(after.name) }
  changeSet.db.sql.insert(users).values(row).onConflictDoUpdate({ target: users.email, set: row }).run()
  changeSet.record('user', row.email, before ? userFingerprint(before) : null, userFingerprint(row))
  if (before) endTokensAfter(changeSet, before, row)
}

/** The account of an e-mail address. Throws an {@link AccountError} where there is none, or its person has been forgotten. */
export function accountOf(db: Database, given: string): UserRow {
  const email = Email.parse(given)
  const row = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (!row || isForgotten(email)) throw new AccountError(`There is no account for ${email}`)
  return row
}

/** Everybody with an account, by name; no one who has been forgotten. */
export function listPeople(db: Database) {
  return db.sql
    .select()
    .from(users)
    .orderBy(asc(users.name))
    .all()
    .filter(({ email }) => !isForgotten(email))
    .map(({ id, email, name, role, mustChangePassword, disabledAt }) => ({
      id,
      email,
      name,
      role: storedRole(role),
      closed: disabledAt !== null,
      awaited: mustChangePassword,
    }))
}

/** Whether anybody has an account. */
export function hasUsers(db: Database): boolean {
  return db.sql.select().from(users).limit(1).get() !== undefined
}

/** Who an account is made for. */
export interface NewUser {
  readonly email: string
  readonly name: string
  readonly role: Role
}

/** A new account, with its one-time password, which is shown once and has to be changed at the first sign-in. */
export interface AddedUser {
  readonly email: string
  readonly password: string
}

function addOne(
  changeSet: ChangeSet,
  { email: given, name, role }: NewUser,
  password: { readonly passwordHash: string; readonly oneTimeUntil: string | null },
): void {
  const { db } = changeSet
  const email = Email.parse(given)
  if (db.sql.select().from(users).where(eq(users.email, email)).get()) {
    throw new AccountError(`${email} has an account already. Open it with "user open" if it is closed`, 'taken')
  }
  requireName(db, name, email)
  saveUser(changeSet, undefined, {
    email,
    id: newAccountId(),
    name,
    role,
    ...password,
    mustChangePassword: true,
    disabledAt: null,
    identity: null,
    ownRole: false,
    roleDecided: false,
    vouchedAt: null,
    breakGlass: false,
  })
}

/** Makes an account and answers its one-time password. Throws an {@link AccountError}. */
export function addUser(db: Database, actor: Actor, input: NewUser): AddedUser {
  authorise(actor, 'administrator')
  const email = Email.parse(input.email)
  const password = oneTimePassword()
  // Outside the transaction: a hash takes long on purpose.
  const passwordHash = hashSync(password, cost)
  return write(db, actor, { action: 'user add' }, (changeSet) => {
    addOne(changeSet, input, { passwordHash, oneTimeUntil: endOfOneTime(db) })
    return { email, password }
  })
}

/**
 * Makes several accounts without a password anybody knows, all of them or none: the people are invited to them. Throws an
 * {@link AccountError}.
 */
export function addInvitedUsers(db: Database, actor: Actor, inputs: readonly NewUser[]): void {
  authorise(actor, 'administrator')
  const passwordHash = hashSync(oneTimePassword(), cost)
  write(db, actor, { action: 'user add' }, (changeSet) => {
    for (const input of inputs) addOne(changeSet, input, { passwordHash, oneTimeUntil: null })
  })
}

/** Gives an account a new one-time password, and answers it. Its sessions end. `from`: the address it is asked for from. */
export function resetPassword(
  db: Database,
  actor: Actor,
  input: { readonly email: string; readonly from?: string },
): { password: string } {
  authorise(actor, 'administrator')
  const password = oneTimePassword()
  const passwordHash = hashSync(password, cost)
  return write(db, actor, { action: 'user password' }, (changeSet) => {
    const row = accountOf(db, input.email)
    saveUser(changeSet, row, { ...row, passwordHash, mustChangePassword: true, oneTimeUntil: endOfOneTime(db) })
    // A person who knows the old password, or is signed in by it, may have to be kept out.
    endSessions(db, row.email)
    forgetDevices(db, row.id, undefined)
    recordSignIn(db, { kind: 'password-given', account: row.id, from: input.from ?? null })
    return { password }
  })
}

/** Throws an {@link AccountError} where an account cannot be called that. */
function requireName(db: Database, name: string, email: string): void {
  const problem = nameProblem(db, name, email)
  if (problem === 'missing') throw new AccountError('An account needs a name', 'name-missing')
  if (problem === 'reserved') {
    throw new AccountError(`"${name}" is a name the installation uses itself; choose another`, 'name-reserved')
  }
  if (problem === 'taken') {
    throw new AccountError(
      `Another account is called "${name}"; write something that tells the two apart`,
      'name-taken',
    )
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
    throw new AccountError(`${row.email} is the last administrator; make another one first`, 'last-administrator')
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
    const row = accountOf(db, input.email)
    const { name = row.name, role = row.role } = input
    if (name !== row.name) requireName(db, name, row.email)
    if (role !== 'administrator') requireAnotherAdministrator(db, row)
    // A role that is given here does not follow the identity provider any more.
    saveUser(changeSet, row, {
      ...row,
      name,
      role,
      ownRole: row.ownRole || (row.identity !== null && role !== row.role),
      roleDecided: row.roleDecided || (row.identity !== null && role !== row.role),
    })
  })
}

/** The id of an account; `null`: there is none. */
export const accountId = (db: Database, email: string): string | null =>
  db.sql.select({ id: users.id }).from(users).where(eq(users.email, email)).get()?.id ?? null

/** Opens an account that was closed: the same one, with its password, second factors and history. */
export function openUser(db: Database, actor: Actor, input: { readonly email: string }): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'user open' }, (changeSet) => {
    const row = accountOf(db, input.email)
    saveUser(changeSet, row, { ...row, disabledAt: null })
  })
}

/** Closes an account: its sessions end, and its name stays in the history. Throws an {@link AccountError} for the last administrator. */
export function disableUser(db: Database, actor: Actor, input: { readonly email: string }): void {
  authorise(actor, 'administrator')
  write(db, actor, { action: 'user disable' }, (changeSet) => {
    const row = accountOf(db, input.email)
    requireAnotherAdministrator(db, row)
    endSessions(db, row.email)
    saveUser(changeSet, row, { ...row, disabledAt: row.disabledAt ?? changeSet.at })
  })
}

/** The role of that name, or `null`. */
export function parseRole(text: string): Role | null {
  return roles.find((role) => role === text) ?? null
}
