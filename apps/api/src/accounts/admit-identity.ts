import { randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { eq, inArray } from 'drizzle-orm'
import { reaches, storedRole, type Actor, type Role } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { tokens, users } from '../db/schema.ts'
import { IdentityError } from './identity-problem.ts'
import { takeInvitation } from './invitations.ts'
import { usableName } from './names.ts'
import { issuerOf, type ProvidedIdentity } from './provided-identity.ts'
import { endSessions } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'
import { removeToken } from './token-record.ts'
import { cost, isLastAdministrator, newAccountId, saveUser } from './users.ts'

/*
 * Who the identity provider has vouched for, and their account. An account is found by the identity it is linked to and by nothing
 * else: an e-mail address links nothing, because addresses are given to new people and typed by others. An account that is there
 * already is linked by its owner, signed in and freshly proven, or by an administrator's invitation.
 */

type UserRow = typeof users.$inferSelect

const throughProvider: Actor = { name: 'OpenID Connect', role: 'administrator' }

/** A person who has been let in. */
export interface Admitted {
  readonly email: string
  /** What they should know before they go on; `null`: nothing. */
  readonly notice: 'email-changed' | 'role-waits' | null
}

/** A random password that is given to no one: an account of the provider needs none, and a former password must not stay valid. */
const randomPassword = () => ({
  passwordHash: hashSync(randomBytes(24).toString('base64'), cost),
  mustChangePassword: false,
  oneTimeUntil: null,
})

/** An identity as it is kept, and as earlier versions kept it: with the slash its issuer was written with. */
function spellings(identity: string): string[] {
  const [issuer = '', ...subject] = identity.split(' ')
  return [identity, `${issuer}/ ${subject.join(' ')}`]
}

/** The account of an identity. Where earlier versions made several, one that is open. */
function accountOfIdentity(db: Database, identity: string): UserRow | undefined {
  const rows = db.sql
    .select()
    .from(users)
    .where(inArray(users.identity, spellings(identity)))
    .all()
  return rows.find(({ disabledAt }) => disabledAt === null) ?? rows[0]
}

const lower = (one: Role, other: Role): Role => (reaches({ name: '', role: one }, other) ? other : one)

/** Throws unless the provider gives the person something they may do here. */
function requireRole({ role }: ProvidedIdentity): Role {
  if (role === 'none') throw new IdentityError('no-role')
  if (role === 'overage') throw new IdentityError('too-many-groups')
  return role
}

/** Ends what an account has under way: the provider says that it may do nothing here any more. */
function endAll(db: Database, { email }: UserRow): void {
  endSessions(db, email)
  write(db, throughProvider, { action: 'token remove' }, (changeSet) => {
    for (const row of db.sql.select().from(tokens).where(eq(tokens.user, email)).all()) removeToken(changeSet, row)
  })
}

/** The role of a linked account: it follows the provider, unless an administrator has given or decided it. */
function roleNow(row: UserRow, provided: Role): Role {
  const own = storedRole(row.role)
  if (row.ownRole && row.roleDecided) return own
  return row.ownRole ? lower(own, provided) : provided
}

/** Notes that the provider has vouched for a person just now; no data of the workspace. */
function noteVouched(changeSet: ChangeSet, email: string): void {
  changeSet.db.sql.update(users).set({ vouchedAt: changeSet.at }).where(eq(users.email, email)).run()
}

/** Says what is wrong where an address is already an account's that the identity is not linked to. */
function refuseAddress(existing: UserRow, identity: string): never {
  if (existing.identity === null) throw new IdentityError('local-account')
  throw new IdentityError(issuerOf(existing.identity) === issuerOf(identity) ? 'other-identity' : 'other-issuer')
}

/**
 * Lets in a person the provider has vouched for: their account is brought up to date, or made where they have none. Throws an
 * {@link IdentityError} that says why they do not come in.
 */
export function admitIdentity(db: Database, provided: ProvidedIdentity): Admitted {
  const existing = accountOfIdentity(db, provided.identity)
  if (existing?.disabledAt) throw new IdentityError('closed')
  if (existing && provided.role === 'none') endAll(db, existing)
  const role = requireRole(provided)
  if (existing) {
    const given = roleNow(existing, role)
    write(db, throughProvider, { action: 'user sign-in' }, (changeSet) => {
      const after = {
        ...existing,
        name: usableName(db, provided.name ?? existing.name, existing.email),
        role: given,
        identity: provided.identity,
      }
      saveUser(changeSet, existing, after)
      noteVouched(changeSet, existing.email)
    })
    const isMoved = provided.email !== null && provided.email !== existing.email
    const waits = existing.ownRole && !existing.roleDecided && given !== role
    return { email: existing.email, notice: isMoved ? 'email-changed' : waits ? 'role-waits' : null }
  }
  const { email } = provided
  if (email === null) throw new IdentityError('no-email')
  if (!provided.emailVerified) throw new IdentityError('unverified-email')
  const other = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (other) refuseAddress(other, provided.identity)
  write(db, throughProvider, { action: 'user add' }, (changeSet) => {
    saveUser(changeSet, undefined, {
      email,
      id: newAccountId(),
      name: usableName(db, provided.name ?? email, email),
      role,
      ownRole: false,
      roleDecided: false,
      identity: provided.identity,
      ...randomPassword(),
      disabledAt: null,
      vouchedAt: changeSet.at,
      breakGlass: false,
    })
  })
  return { email, notice: null }
}

/**
 * Links an account to the identity of a person who has proven that it is theirs. It has the lower of the two roles until an
 * administrator decides; its password and its sessions end, and the record of sign-ins says so. `from`: the person's network
 * address. Throws an {@link IdentityError}; nothing has happened then.
 */
export function linkIdentity(
  db: Database,
  provided: ProvidedIdentity,
  { email, from }: { readonly email: string; readonly from: string },
): Admitted {
  const role = requireRole(provided)
  const owner = accountOfIdentity(db, provided.identity)
  if (owner && owner.email !== email) throw new IdentityError('identity-taken')
  const before = db.sql.select().from(users).where(eq(users.email, email)).get()
  if (!before || before.disabledAt !== null || before.breakGlass) throw new IdentityError('closed')
  const own = storedRole(before.role)
  const given = lower(own, role)
  if (given !== own && isLastAdministrator(db, before)) throw new IdentityError('last-administrator')
  write(db, throughProvider, { action: 'user link' }, (changeSet) => {
    saveUser(changeSet, before, {
      ...before,
      role: given,
      ownRole: true,
      roleDecided: false,
      identity: provided.identity,
      ...randomPassword(),
    })
    endSessions(db, email)
    recordSignIn(db, { kind: 'linked', account: before.id, from })
    noteVouched(changeSet, email)
  })
  return { email, notice: given === own && given === role ? null : 'role-waits' }
}

/** Links the account a person was invited to, as {@link linkIdentity} does. The invitation has been used then. */
export function acceptInvitation(
  db: Database,
  provided: ProvidedIdentity,
  { hash, from }: { readonly hash: string; readonly from: string },
): Admitted {
  return db.sql.transaction(
    () => {
      const email = takeInvitation(db, hash)
      if (email === null) throw new IdentityError('invitation')
      return linkIdentity(db, provided, { email, from })
    },
    { behavior: 'immediate' },
  )
}
