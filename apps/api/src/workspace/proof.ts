import type { GivenProof, Proof } from '@pejling/domain/workspace/people'
import { askForPasskey } from '../accounts/passkeys.ts'
import { proveCode, provePasskey, type SecondStepParts } from '../accounts/second-step.ts'
import { secondFactorsOf } from '../accounts/second-factors.ts'
import { isFresh, type SignedIn } from '../accounts/sessions.ts'
import { provePassword, type ProofResult } from '../accounts/sign-in.ts'
import { accountOf } from '../accounts/users.ts'
import type { Database } from '../db/database.ts'
import { Problem } from '../http/problem.ts'

/*
 * Before accounts, tokens and sessions are changed, whoever changes them proves who they are, unless they did so in the last ten
 * minutes.
 */

/** The problem (403) of a change whose sender has not proved lately who they are; it says how. */
const proofRequired = new Problem('proof-required', {
  da: 'Bevis først, hvem du er: POST /api/v1/workspace/proof med din adgangskode, en engangskode eller en adgangsnøgle. Send så ændringen igen inden for ti minutter.',
  en: 'Prove first who you are: POST /api/v1/workspace/proof with your password, a one-time code or a passkey. Then send the change again within ten minutes.',
})

/** Throws a Problem (403) unless a person has proved lately who they are. */
export function requireProof(db: Database, who: SignedIn): void {
  if (!isFresh(db, who)) throw proofRequired
}

/** Whether a person has proved lately who they are, and how they can. */
export function readProof(db: Database, who: SignedIn): Proof {
  const { passkeys, hasCodes } = secondFactorsOf(db, who.account)
  const { identity } = accountOf(db, who.email)
  return {
    isFresh: isFresh(db, who),
    ways: [
      ...(identity === null ? (['password'] as const) : []),
      ...(hasCodes ? (['code'] as const) : []),
      ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ],
  }
}

/** What a passkey of a person's is asked to sign, as JSON. Throws a Problem (409) where they have none. */
export async function challengePasskey(parts: SecondStepParts, who: SignedIn): Promise<unknown> {
  const session = who.session ?? ''
  const options = await askForPasskey(parts.db, parts.site, { account: who.account, session })
  if (options === null) {
    throw new Problem('conflict', {
      da: 'Du har ingen adgangsnøgle. Brug din adgangskode eller en engangskode.',
      en: 'You have no passkey. Use your password or a one-time code.',
    })
  }
  return JSON.parse(options)
}

/** Checks a proof of who a person is. Wrong ones are counted; after some the next has to wait. */
export async function giveProof(
  parts: SecondStepParts,
  who: SignedIn,
  given: GivenProof,
  from: string,
): Promise<ProofResult> {
  if ('password' in given) return provePassword(parts, who, { password: given.password, from })
  if ('code' in given) return proveCode(parts, who, { code: given.code, from })
  return provePasskey(parts, who, { response: JSON.stringify(given.passkey), from })
}
