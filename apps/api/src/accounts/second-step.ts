import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { knownDevice } from './known-devices.ts'
import { takeAnyCode, takeOneTimeCode } from './one-time-codes.ts'
import { verifyPasskey, type PasskeyPlace } from './passkeys.ts'
import type { Sealer } from './sealer.ts'
import { endSession, findHalfway, noteProof, openSession, type SignedIn } from './sessions.ts'
import type { FromBrowser, ProofResult, SignInParts } from './sign-in.ts'
import { recordSignIn } from './sign-in-record.ts'

/* The second step of signing in, and proving by a passkey who one is. */

/** What the second step needs. */
export interface SecondStepParts extends SignInParts {
  readonly sealer: Sealer
  readonly site: PasskeyPlace
}

/** What came of the second step. */
export type SecondStepResult =
  | { readonly kind: 'signed-in'; readonly secret: string; readonly account: string }
  /** The first step has to be taken again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

/** What a person gives: the answer of a passkey, or a one-time or recovery code; empty where it was not given. */
export interface GivenFactor {
  readonly passkey: string
  readonly code: string
}

/** Takes the second step: the session that waited ends, and another begins. Wrong tries are counted before they are looked at. */
export async function takeSecondStep(
  parts: SecondStepParts,
  given: GivenFactor & FromBrowser & { readonly secret: string | undefined },
): Promise<SecondStepResult> {
  const { db, guesses, sealer, site, terms } = parts
  const { from, agent } = given
  const halfway = given.secret === undefined ? null : findHalfway(db, given.secret, terms)
  if (!halfway) return { kind: 'again' }
  const { user, session } = halfway
  // By account, not by place: whoever is here knows the password, and may come from anywhere.
  const known = knownDevice(db, given.device, user.id) ?? 'elsewhere'
  const attempt = guesses.begin({ account: `second step ${user.id}`, from, known })
  if (attempt.kind === 'wait') {
    await retryWhileBusy(() => recordSignIn(db, { kind: 'held-up', account: user.id, from }))
    return attempt
  }
  const taken =
    given.passkey === ''
      ? await retryWhileBusy(() => takeAnyCode(db, sealer, { account: user.id, code: given.code }))
      : (await verifyPasskey(db, site, { account: user.id, session, response: given.passkey })) && 'passkey'
  if (taken === null || taken === false) {
    await retryWhileBusy(() => recordSignIn(db, { kind: 'wrong-code', account: user.id, from }))
    return { kind: 'wrong' }
  }
  attempt.succeeded()
  return retryWhileBusy(() =>
    db.sql.transaction(
      () => {
        endSession(db, user.email, session)
        if (taken === 'recovery') recordSignIn(db, { kind: 'recovery-used', account: user.id, from })
        recordSignIn(db, { kind: 'signed-in', account: user.id, from, detail: taken })
        const secret = openSession(db, { email: user.email, agent, by: 'password', terms })
        return { kind: 'signed-in', secret, account: user.id } as const
      },
      { behavior: 'immediate' },
    ),
  )
}

/** Has a person who is signed in prove who they are by a passkey. */
export async function provePasskey(
  { db, guesses, site }: SecondStepParts,
  who: SignedIn,
  { response, from }: { readonly response: string; readonly from: string },
): Promise<ProofResult> {
  const session = who.session ?? ''
  const attempt = guesses.begin({ account: who.account, from, known: `session ${session}` })
  if (attempt.kind === 'wait') return attempt
  if (!(await verifyPasskey(db, site, { account: who.account, session, response }))) {
    await retryWhileBusy(() => recordSignIn(db, { kind: 'wrong-proof', account: who.account, from }))
    return 'wrong'
  }
  attempt.succeeded()
  await retryWhileBusy(() => noteProof(db, who))
  return 'proven'
}

/** Has a person who is signed in prove who they are by a one-time code. Wrong ones are counted, for their session alone. */
export async function proveCode(
  { db, guesses, sealer }: SecondStepParts,
  who: SignedIn,
  { code, from }: { readonly code: string; readonly from: string },
): Promise<ProofResult> {
  const attempt = guesses.begin({ account: who.account, from, known: `session ${who.session ?? ''}` })
  if (attempt.kind === 'wait') return attempt
  if (!(await retryWhileBusy(() => takeOneTimeCode(db, sealer, { account: who.account, code })))) {
    await retryWhileBusy(() => recordSignIn(db, { kind: 'wrong-proof', account: who.account, from }))
    return 'wrong'
  }
  attempt.succeeded()
  await retryWhileBusy(() => noteProof(db, who))
  return 'proven'
}
