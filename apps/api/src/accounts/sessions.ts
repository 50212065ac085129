import { createHash, randomBytes } from 'node:crypto'
import { hashSync, verify } from '@node-rs/argon2'
import { and, count, desc, eq, gt, lt, ne, or, type SQL } from 'drizzle-orm'
import { roles, type Actor, type Role } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { isBusy, patiently } from '../db/patiently.ts'
import { sessions, users } from '../db/schema.ts'
import { noteBreakGlass, opensWithPassword } from './break-glass.ts'
import { AccountError, cost, saveUser } from './users.ts'
import type { Throttle } from './throttle.ts'

/*
 * Who is signed in. A session is a row on the server; the browser holds a secret whose hash the row is found by, so that
 * neither a stolen database nor a revoked session opens anything. Sessions are no data of the workspace and leave no change set.
 */

/** Somebody signed in. */
export interface SignedIn {
  readonly actor: Actor
  readonly email: string
  /** The name of the session, for listing and revoking; `null` for a program with a token. */
  readonly session: string | null
  /** The one-time password has been used, and nothing else may be done before it is changed. */
  readonly mustChangePassword: boolean
}

/** A session as its owner sees it. */
export interface SessionEntry {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly agent: string
}

/** What came of trying to sign in. Wrong passwords, unknown addresses and closed accounts are not told apart. */
export type SignInResult =
  | {
      readonly kind: 'signed-in'
      readonly secret: string
      readonly mustChangePassword: boolean
      readonly isBreakGlass: boolean
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly seconds: number }

const hour = 3_600_000
/** A session nobody uses ends after a working day; any ends after a week. */
const [idleFor, longest] = [10 * hour, 7 * 24 * hour]
/** A session the identity provider vouched for ends within a working day: so long its word is taken without asking again. */
const longestProvided = 12 * hour
/** To link an account one has to have signed in with its password so lately. */
const fresh = hour / 6
/** The last use is written down this often. */
const seenEvery = 5 * 60_000
/** The shortest password: the length NIST SP 800-63B asks of one that stands alone. */
export const shortestPassword = 15

const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex')
const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString()

let nobodys: string | null = null
/** The hash of a password nobody has: verifying against it takes as long as against a real one. Made when it is first needed. */
const nobodysHash = (): string => (nobodys ??= hashSync(randomBytes(24).toString('base64'), cost))

const roleOf = (name: string): Role => roles.find((role) => role === name) ?? 'reader'

/**
 * Signs somebody in by e-mail and password, and answers the secret the browser keeps. An unknown address takes as long as a
 * known one; after some wrong tries the next must wait.
 */
export async function signIn(
  db: Database,
  throttle: Throttle,
  given: {
    readonly email: string
    readonly password: string
    readonly agent: string
    readonly from: string
    readonly providerOnly: boolean
  },
): Promise<SignInResult> {
  const email = given.email.trim().toLowerCase()
  const names = [`account ${email}`, `address ${given.from}`]
  const seconds = throttle.waitFor(names)
  if (seconds > 0) return { kind: 'wait', seconds }
  const nobody = nobodysHash()
  const user = db.sql.select().from(users).where(eq(users.email, email)).get()
  const matches = await verify(user?.passwordHash ?? nobody, given.password)
  if (!user || !matches || !opensWithPassword(user, given.providerOnly)) {
    throttle.failed(names)
    return { kind: 'refused' }
  }
  throttle.succeeded(names)
  const secret = await patiently(() => openSession(db, email, given.agent))
  if (user.breakGlass) await patiently(() => noteBreakGlass(db, user))
  return { kind: 'signed-in', secret, mustChangePassword: user.mustChangePassword, isBreakGlass: user.breakGlass }
}

/** What has ended: nobody used it for a working day, or it is a week old. */
const hasEnded = (now: string): SQL | undefined =>
  or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, later(now, -idleFor)))

/** Lets go of the sessions that have ended; answers how many those are. */
export function forgetEndedSessions(db: Database): number {
  return db.sql.delete(sessions).where(hasEnded(db.clock())).run().changes
}

/** How many sessions have ended and are still there. */
export const countEndedSessions = (db: Database): number =>
  db.sql.select({ count: count() }).from(sessions).where(hasEnded(db.clock())).get()?.count ?? 0

/** Opens a session for an account and answers the secret its browser keeps. `agent` is what the browser calls itself. */
export function openSession(
  db: Database,
  email: string,
  agent: string,
  by: 'password' | 'provider' = 'password',
): string {
  const secret = randomBytes(32).toString('base64url')
  const now = db.clock()
  forgetEndedSessions(db)
  db.sql
    .insert(sessions)
    .values({
      id: randomBytes(9).toString('base64url'),
      hash: fingerprint(secret),
      user: email,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, by === 'provider' ? longestProvided : longest),
      byProvider: by === 'provider',
      agent: agent.slice(0, 200),
    })
    .run()
  return secret
}

/** Notes that a session was used. Where another connection is writing just now, the next use is noted instead. */
function noteSeen(db: Database, id: string, now: string): void {
  try {
    db.sql.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id)).run()
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

/** How a session is looked for. */
export interface SessionRules {
  /** Whether their being here may be written down. */
  readonly mayNote: boolean
  /** Only the identity provider signs people in, and the break-glass account alone its password. */
  readonly providerOnly: boolean
}

/** Who holds this secret; `null`: nobody any more. */
export function findSession(db: Database, secret: string, { mayNote, providerOnly }: SessionRules): SignedIn | null {
  const now = db.clock()
  const row = db.sql
    .select()
    .from(sessions)
    .innerJoin(users, eq(users.email, sessions.user))
    .where(eq(sessions.hash, fingerprint(secret)))
    .get()
  if (!row || row.users.disabledAt !== null) return null
  const { sessions: session, users: user } = row
  if (providerOnly && !session.byProvider && !user.breakGlass) return null
  if (session.expiresAt <= now || later(session.lastSeenAt, idleFor) <= now) return null
  if (mayNote && later(session.lastSeenAt, seenEvery) <= now) noteSeen(db, session.id, now)
  return {
    actor: { name: user.name, role: roleOf(user.role) },
    email: user.email,
    session: session.id,
    mustChangePassword: user.mustChangePassword,
  }
}

/** The sessions of an account that have not ended, the newest first. */
export function listSessions(db: Database, email: string): readonly SessionEntry[] {
  return db.sql
    .select()
    .from(sessions)
    .where(and(eq(sessions.user, email), gt(sessions.expiresAt, db.clock())))
    .orderBy(desc(sessions.lastSeenAt))
    .all()
    .map(({ id, createdAt, lastSeenAt, agent }) => ({ id, createdAt, lastSeenAt, agent }))
}

/** Whether a session is an account's, and goes on. */
export const isSessionOf = (db: Database, email: string, id: string): boolean =>
  listSessions(db, email).some((session) => session.id === id)

/** Whether somebody may link their account to the identity provider: it is not linked, and they gave its password just now. */
export function isLinkable(db: Database, { email, session, mustChangePassword }: SignedIn): boolean {
  const row = db.sql
    .select()
    .from(sessions)
    .innerJoin(users, eq(users.email, sessions.user))
    .where(and(eq(sessions.user, email), eq(sessions.id, session ?? '')))
    .get()
  if (!row || mustChangePassword || row.users.identity !== null || row.users.breakGlass) return false
  const provenAt = row.sessions.provenAt ?? row.sessions.createdAt
  return !row.sessions.byProvider && later(provenAt, fresh) > db.clock()
}

/** Ends one of an account's sessions. */
export function endSession(db: Database, email: string, id: string): void {
  db.sql
    .delete(sessions)
    .where(and(eq(sessions.user, email), eq(sessions.id, id)))
    .run()
}

/** Why a new password cannot be used; `null`: it can. */
export type PasswordProblem = 'wrong' | 'short' | 'same'

/**
 * Changes somebody's own password and ends their other sessions. Answers why it cannot be changed; nothing has happened then.
 * Throws an {@link AccountError} where the account is gone.
 */
export async function changePassword(
  db: Database,
  who: SignedIn,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<PasswordProblem | null> {
  const user = db.sql.select().from(users).where(eq(users.email, who.email)).get()
  if (!user) throw new AccountError(`There is no account for ${who.email}`)
  if (!(await verify(user.passwordHash, current))) return 'wrong'
  if (Array.from(next).length < shortestPassword) return 'short'
  if (current === next) return 'same'
  const passwordHash = hashSync(next, cost)
  write(db, who.actor, { action: 'own password' }, (changeSet) => {
    saveUser(changeSet, user, { ...user, passwordHash, mustChangePassword: false })
    changeSet.db.sql
      .delete(sessions)
      .where(and(eq(sessions.user, who.email), ne(sessions.id, who.session ?? '')))
      .run()
  })
  return null
}
