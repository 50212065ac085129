import type { SignInKind } from '@pejling/domain/sign-in-pages/views'
import { randomBytes } from 'node:crypto'
import { hashSync } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { users } from '../db/schema.ts'
import { secondFactorsOf } from './second-factors.ts'
import { opensWithPassword } from './break-glass.ts'
import type { Guesses, Try } from './guesses.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { forgetDevices, knownDevice } from './known-devices.ts'
import type { PasswordQueue } from './password-queue.ts'
import { weaknessOf, type PasswordWeakness } from './password-rules.ts'
import type { SessionTerms } from './session-terms.ts'
import { endSessions, noteProof, openSession, type SignedIn } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'
import { accountOf, cost, saveUser } from './users.ts'

/* Saying who one is by a password, and choosing it. */

/** What signing in needs besides the database. */
export interface SignInParts {
  readonly db: Database
  readonly guesses: Guesses
  readonly passwords: PasswordQueue
  readonly terms: SessionTerms
  /** Where people may sign in besides here; `null`: nowhere. */
  readonly provider: IdentityProvider | null
}

/** The browser a request comes from. */
export interface FromBrowser {
  /** What it calls itself. */
  readonly agent: string
  /** Its network address. */
  readonly from: string
  /** The secret it is known again by; `undefined`: it has none. */
  readonly device: string | undefined
}

/** What came of trying to sign in. Wrong passwords, unknown addresses and closed accounts are not told apart. */
export type SignInResult =
  | {
      readonly kind: 'signed-in' | 'second-factor'
      readonly secret: string
      readonly account: string
      readonly isBreakGlass: boolean
    }
  | { readonly kind: 'refused' }
  /** The one-time password is right, and may not be used any more. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'wait'; readonly seconds: number }

let random: string | null = null
/** The hash of a random password: verifying against it takes as long as against a real one. Made when it is first needed. */
const randomHash = (): string => (random ??= hashSync(randomBytes(24).toString('base64'), cost))

/**
 * Signs a person in by e-mail and password, and answers the secret the browser keeps. An unknown address takes as long as a
 * known one; after some wrong tries the next must wait. Where the account has a second factor the session opens nothing until that has
 * been given. Rejects with a busy problem where too many are signing in.
 */
export async function signIn(
  { db, guesses, passwords, terms, provider }: SignInParts,
  given: FromBrowser & { readonly email: string; readonly password: string },
): Promise<SignInResult> {
  const { from, agent } = given
  const email = given.email.trim().toLowerCase()
  const user = db.sql.select().from(users).where(eq(users.email, email)).get()
  const known = user ? knownDevice(db, given.device, user.id) : null
  const record = (kind: SignInKind): Promise<void> =>
    retryWhileBusy(() => recordSignIn(db, { kind, account: user?.id ?? null, from }))
  const attempt = guesses.begin({ account: email, from, known })
  if (attempt.kind === 'wait') {
    await record('held-up')
    return attempt
  }
  const hash = user?.passwordHash ?? randomHash()
  const matches = await passwords.verify(hash, given.password, known === null ? 'stranger' : 'known', attempt.delay)
  if (!user || !matches) {
    await record('wrong-password')
    return { kind: 'refused' }
  }
  if (!opensWithPassword(user, provider?.settings.only ?? false)) {
    await record(user.disabledAt === null ? 'refused' : 'closed')
    return { kind: 'refused' }
  }
  attempt.succeeded()
  if (user.mustChangePassword && (user.oneTimeUntil === null || user.oneTimeUntil <= db.clock())) {
    await record('ended')
    return { kind: 'ended' }
  }
  const isHalfway = secondFactorsOf(db, user.id).isAny
  const secret = await retryWhileBusy(() =>
    openSession(db, { email, agent, by: isHalfway ? 'halfway' : 'password', terms }),
  )
  if (!isHalfway) await record('signed-in')
  if (user.breakGlass) await record('break-glass')
  return { kind: isHalfway ? 'second-factor' : 'signed-in', secret, account: user.id, isBreakGlass: user.breakGlass }
}

/** What came of proving once more who one is. */
export type ProofResult = 'proven' | 'wrong' | Extract<Try, { readonly kind: 'wait' }>

/**
 * Has a person who is signed in prove who they are by their password. Wrong ones are counted, for their session alone. Throws an
 * `AccountError` where the account is gone.
 */
export async function provePassword(
  { db, guesses, passwords }: SignInParts,
  who: SignedIn,
  { password, from }: { readonly password: string; readonly from: string },
): Promise<ProofResult> {
  const user = accountOf(db, who.email)
  const attempt = guesses.begin({ account: who.account, from, known: `session ${who.session}` })
  if (attempt.kind === 'wait') return attempt
  if (!(await passwords.verify(user.passwordHash, password, 'known'))) {
    await retryWhileBusy(() => recordSignIn(db, { kind: 'wrong-proof', account: who.account, from }))
    return 'wrong'
  }
  attempt.succeeded()
  await retryWhileBusy(() => noteProof(db, who))
  return 'proven'
}

/** Why a new password cannot be used. */
export type PasswordProblem = 'wrong' | 'same' | PasswordWeakness | Extract<Try, { readonly kind: 'wait' }>

/**
 * Changes a person's own password, ends all their sessions and forgets their other browsers. Returns the secret of a new session, or
 * why the password cannot be changed; nothing has happened then. `own`: words that make no password stronger. Throws an
 * `AccountError` where the account is gone.
 */
export async function changePassword(
  parts: SignInParts,
  who: SignedIn,
  given: FromBrowser & { readonly current: string; readonly next: string; readonly own: readonly string[] },
): Promise<{ readonly secret: string } | { readonly problem: PasswordProblem }> {
  const { db, passwords, terms } = parts
  const { current, next, from, agent } = given
  const proof = await provePassword(parts, who, { password: current, from })
  if (proof !== 'proven') return { problem: proof }
  if (current === next) return { problem: 'same' }
  const weakness = await weaknessOf(next, [who.actor.name, who.email, ...given.own])
  if (weakness !== null) return { problem: weakness }
  const passwordHash = await passwords.hash(next)
  return retryWhileBusy(() =>
    write(db, who.actor, { action: 'own password' }, (changeSet) => {
      const user = accountOf(db, who.email)
      saveUser(changeSet, user, { ...user, passwordHash, mustChangePassword: false, oneTimeUntil: null })
      endSessions(db, who.email)
      forgetDevices(db, who.account, given.device)
      recordSignIn(db, { kind: 'password-changed', account: who.account, from })
      return { secret: openSession(db, { email: who.email, agent, by: 'password', terms }) }
    }),
  )
}
