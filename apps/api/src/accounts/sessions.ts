import { randomBytes } from 'node:crypto'
import { and, count, desc, eq, gt, lt, type SQL } from 'drizzle-orm'
import { storedRole, type Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { unlessBusy } from '../db/retry-while-busy.ts'
import { sessions, users } from '../db/schema.ts'
import { fingerprintOf } from './fingerprint.ts'
import { termOf, type SessionTerms } from './session-terms.ts'

/*
 * Who is signed in. A session is a row on the server; the browser holds a secret whose hash the row is found by, so that
 * neither a stolen database nor a revoked session opens anything. Sessions are no data of the workspace and leave no change set.
 */

/** A person who is signed in. */
export interface SignedIn {
  readonly actor: Actor
  readonly email: string
  /** The id of the account. */
  readonly account: string
  /** The name of the session, for listing and revoking; `null` for a program with a token. */
  readonly session: string | null
  /** The one-time password has been used, and nothing else may be done before it is changed. */
  readonly mustChangePassword: boolean
  /** When they last proved who they are in this session; `null`: they have not, or it is a token. */
  readonly provenAt: string | null
  /** The identity provider said who they are. */
  readonly byProvider: boolean
}

/** A session as its owner sees it. */
export interface SessionEntry {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly agent: string
}

const minute = 60_000
/** The last use is written down this often. */
const seenEvery = 5 * minute
/** A session the identity provider vouched for ends within a working day: so long its word is taken without asking again. */
const longestProvided = 720 * minute
/** A session that waits for the second factor waits so long. */
const halfway = 10 * minute
/** A proof of who a person is counts as fresh for so long. */
const fresh = 10 * minute

const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString()

/** What has ended for certain: its own time has passed. */
const hasEnded = (now: string): SQL => lt(sessions.expiresAt, now)

/** Deletes the sessions that have ended; answers how many those are. */
export function forgetEndedSessions(db: Database): number {
  return db.sql.delete(sessions).where(hasEnded(db.clock())).run().changes
}

/** How many sessions have ended and are still there. */
export const countEndedSessions = (db: Database): number =>
  db.sql.select({ count: count() }).from(sessions).where(hasEnded(db.clock())).get()?.count ?? 0

/** How a session begins. */
export interface NewSession {
  readonly email: string
  /** What the browser calls itself. */
  readonly agent: string
  /** How it was said who this is. `halfway`: by password, and the second factor is still to be given. */
  readonly by: 'password' | 'provider' | 'halfway'
  readonly terms: SessionTerms
}

/** Opens a session for an account and answers the secret its browser keeps. */
export function openSession(db: Database, { email, agent, by, terms }: NewSession): string {
  const secret = randomBytes(32).toString('base64url')
  const now = db.clock()
  const longest = terms.usual.longest * minute
  const lasts = { password: longest, provider: Math.min(longest, longestProvided), halfway }
  forgetEndedSessions(db)
  db.sql
    .insert(sessions)
    .values({
      id: randomBytes(9).toString('base64url'),
      hash: fingerprintOf(secret),
      user: email,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, lasts[by]),
      agent: agent.slice(0, 200),
      provenAt: by === 'halfway' ? null : now,
      awaitsFactor: by === 'halfway',
      byProvider: by === 'provider',
    })
    .run()
  return secret
}

/** Notes that a session was used. Where another connection is writing just now, the next use is noted instead. */
function noteSeen(db: Database, id: string, now: string): void {
  unlessBusy(() => db.sql.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id)).run())
}

/** The session of this secret with its account, unless it has ended or the account is closed. */
function openRow(db: Database, secret: string, terms: SessionTerms) {
  const now = db.clock()
  const row = db.sql
    .select()
    .from(sessions)
    .innerJoin(users, eq(users.email, sessions.user))
    .where(eq(sessions.hash, fingerprintOf(secret)))
    .get()
  if (!row || row.users.disabledAt !== null) return null
  const { sessions: session, users: user } = row
  const { idle, longest } = termOf(terms, storedRole(user.role))
  const ends = [session.expiresAt, later(session.createdAt, longest * minute), later(session.lastSeenAt, idle * minute)]
  return ends.some((end) => end <= now) ? null : { session, user, now }
}

/** The account an e-mail and password were right for, and whose second factor is awaited; `null`: nobody's. */
export function findHalfway(
  db: Database,
  secret: string,
  terms: SessionTerms,
): { readonly session: string; readonly user: typeof users.$inferSelect; readonly challenge: string | null } | null {
  const row = openRow(db, secret, terms)
  if (!row?.session.awaitsFactor) return null
  return { session: row.session.id, user: row.user, challenge: row.session.challenge }
}

/** How a session is looked for. */
export interface SessionRules {
  /** Whether their being here may be written down. */
  readonly mayNote: boolean
  /** Only the identity provider signs people in, and the break-glass account alone its password. */
  readonly providerOnly: boolean
}

/** Who holds this secret; `null`: no one any more. */
export function findSession(
  db: Database,
  secret: string,
  terms: SessionTerms,
  { mayNote, providerOnly }: SessionRules = { mayNote: true, providerOnly: false },
): SignedIn | null {
  const row = openRow(db, secret, terms)
  if (!row || row.session.awaitsFactor) return null
  const { session, user, now } = row
  if (providerOnly && !session.byProvider && !user.breakGlass) return null
  if (mayNote && later(session.lastSeenAt, seenEvery) <= now) noteSeen(db, session.id, now)
  return {
    actor: { name: user.name, role: storedRole(user.role), account: user.id },
    email: user.email,
    account: user.id,
    session: session.id,
    mustChangePassword: user.mustChangePassword,
    provenAt: session.provenAt,
    byProvider: session.byProvider,
  }
}

/** Whether a person has proved lately who they are, as changing accounts, tokens and second factors asks for. */
export const isFresh = (db: Database, { provenAt }: SignedIn): boolean =>
  provenAt !== null && later(provenAt, fresh) > db.clock()

/** Notes that a person has just proved who they are. */
export function noteProof(db: Database, { session }: SignedIn): void {
  db.sql
    .update(sessions)
    .set({ provenAt: db.clock() })
    .where(eq(sessions.id, session ?? ''))
    .run()
}

/** Keeps what a passkey is asked to sign in a session, in place of what was asked before. */
export function keepChallenge(db: Database, session: string, challenge: string): void {
  db.sql.update(sessions).set({ challenge }).where(eq(sessions.id, session)).run()
}

/** What a passkey was asked to sign in a session. It can be taken once. */
export function takeChallenge(db: Database, session: string): string | null {
  const row = db.sql.select().from(sessions).where(eq(sessions.id, session)).get()
  db.sql.update(sessions).set({ challenge: null }).where(eq(sessions.id, session)).run()
  return row?.challenge ?? null
}

/** The sessions of an account that have not ended, the newest first. */
export function listSessions(db: Database, email: string): readonly SessionEntry[] {
  return db.sql
    .select()
    .from(sessions)
    .where(and(eq(sessions.user, email), eq(sessions.awaitsFactor, false), gt(sessions.expiresAt, db.clock())))
    .orderBy(desc(sessions.lastSeenAt))
    .all()
    .map(({ id, createdAt, lastSeenAt, agent }) => ({ id, createdAt, lastSeenAt, agent }))
}

/** Whether a session is an account's, and goes on. */
export const isSessionOf = (db: Database, email: string, id: string): boolean =>
  listSessions(db, email).some((session) => session.id === id)

/** Whether a person may link their account to the identity provider: it is not linked, and they proved just now who they are. */
export function isLinkable(db: Database, who: SignedIn): boolean {
  const row = db.sql.select().from(users).where(eq(users.email, who.email)).get()
  if (!row || who.mustChangePassword || row.identity !== null || row.breakGlass) return false
  return !who.byProvider && isFresh(db, who)
}

/** Ends one of an account's sessions. */
export function endSession(db: Database, email: string, id: string): void {
  db.sql
    .delete(sessions)
    .where(and(eq(sessions.user, email), eq(sessions.id, id)))
    .run()
}

/** Ends all sessions of an account. */
export function endSessions(db: Database, email: string): void {
  db.sql.delete(sessions).where(eq(sessions.user, email)).run()
}
