import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { FastifyRequest } from 'fastify'
import type { IdentityProvider } from '../accounts/identity-provider.ts'
import { askForPasskey } from '../accounts/passkeys.ts'
import { provePasskey, type SecondStepParts } from '../accounts/second-step.ts'
import { isFresh, type SignedIn } from '../accounts/sessions.ts'
import { provePassword, type ProofResult } from '../accounts/sign-in.ts'
import { fieldsOf, textOf } from './request.ts'

/*
 * Before accounts, tokens and second factors are changed, whoever changes them proves once more who they are, unless they did so in
 * the last ten minutes. The form that is held back comes along, so that nothing has to be typed twice.
 */

type Confirm = Extract<SignInView, { readonly page: 'confirm' }>

/** The fields the proof is given in; all others are those of the form that was held back. */
const [passwordField, passkeyField] = ['proof-password', 'proof-passkey']

function heldBack(body: unknown): Confirm['fields'] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body)
    .filter(([name]) => name !== passwordField && name !== passkeyField)
    .map(([name, value]) => ({ name, value: textOf(value) }))
}

/** What has to be shown in place of what was asked for, until they have proved who they are; `null`: nothing, they have. */
export async function askForProof(
  parts: SecondStepParts & { readonly provider: IdentityProvider | null },
  request: FastifyRequest,
  who: SignedIn,
): Promise<Confirm | 'not-allowed' | null> {
  const { db, site, provider } = parts
  const { session } = who
  // A program with a token cannot prove that a person is there.
  if (session === null) return 'not-allowed'
  const given = fieldsOf(request.body)
  const [password, passkey, from] = [given(passwordField), given(passkeyField), request.ip]
  let result: ProofResult | null = null
  if (passkey !== '') result = await provePasskey(parts, who, { response: passkey, from })
  else if (password !== '') result = await provePassword(parts, who, { password, from })
  if (result === 'proven' || (result === null && isFresh(db, who))) return null
  return {
    page: 'confirm',
    action: request.url,
    fields: request.method === 'POST' ? heldBack(request.body) : [],
    passkey: await askForPasskey(db, site, { account: who.account, session }),
    provider: who.byProvider ? (provider?.settings.name ?? null) : null,
    problem: result === null ? null : result === 'wrong' ? 'wrong' : 'wait',
    seconds: result !== null && typeof result === 'object' ? result.seconds : 0,
  }
}
