import type { SignInProblem } from '@pejling/domain/sign-in-pages/views'
import * as oidc from 'openid-client'

/* Why a sign-in through the identity provider failed, and what the log says of it. */

/** Why a sign-in through the identity provider failed. */
export type IdentityProblem = Exclude<SignInProblem, 'refused' | 'wait' | 'ended' | 'expired' | 'again' | 'chosen'>

/** Thrown where a sign-in through the provider came to nothing. */
export class IdentityError extends Error {
  override name = 'IdentityError'
  readonly problem: IdentityProblem
  /** What the provider or the protocol calls it: `invalid_client`, `OAUTH_TIMEOUT`; `null`: it is not theirs. */
  readonly code: string | null
  constructor(problem: IdentityProblem, code: string | null = null) {
    super(logLines[problem])
    this.problem = problem
    this.code = code
  }
}

/** What the log says of each: who runs the installation reads it; it names no person. */
const logLines: Readonly<Record<IdentityProblem, string>> = {
  failed: 'the identity provider refused the sign-in or gave an answer that cannot be used',
  'too-late': 'a sign-in came back too late, twice, or in another browser than it was begun in',
  denied: 'the identity provider did not let the person go on',
  unreachable: 'the identity provider cannot be reached',
  'client-secret':
    'the identity provider does not accept this installation: the client secret has expired or is wrong, see PEJLING_OIDC_CLIENT_SECRET',
  clock: 'the clock of this machine and that of the identity provider differ',
  'no-subject': 'the identity provider sent no name of its own for the person, see PEJLING_OIDC_SUBJECT_CLAIM',
  'no-role':
    'a person was refused because their groups give no role, see PEJLING_OIDC_ROLES; sessions and tokens of their account have ended',
  'too-many-groups':
    'the identity provider did not send the groups, because there are too many of them: use app roles, or limit the groups it sends',
  'no-email':
    'a person without an account signed in without an e-mail address, see PEJLING_OIDC_EMAIL_CLAIM; invite them to an account instead',
  'unverified-email':
    'a person without an account signed in with an e-mail address that the identity provider does not call verified, see PEJLING_OIDC_TRUST_EMAIL',
  closed: 'a person was refused because their account is closed',
  'local-account':
    'a person was refused who has the e-mail address of a local account; its owner has to link the account, or an administrator to invite them',
  'other-identity':
    'a person was refused who has the e-mail address of an account that belongs to another identity of the same provider',
  'other-issuer':
    'a person was refused who has the e-mail address of an account that belongs to another issuer: invite them to link the account to this issuer',
  'identity-taken': 'an identity that belongs to one account was to be linked to another',
  'last-administrator': 'the only administrator was to be linked to an identity with a lower role',
  invitation: 'an invitation was used that has expired or been used already',
  'not-fresh': 'a person asked to link their account without having signed in with their password just before',
}

/** What the provider answers where it knows the installation but not its secret (RFC 6749, section 5.2). */
const aboutClient = new Set(['invalid_client', 'unauthorized_client'])
/** What it sends people back with when they, or it, stopped (OpenID Connect Core 1.0, section 3.1.2.6). */
const stopped = new Set(['access_denied', 'login_required', 'consent_required', 'interaction_required'])

function codeOf(error: unknown): string | null {
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError) return error.error
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : null
}

/** Whether no usable answer came at all: no connection, a time-out, or a server that says it is broken. */
function isAway(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500
  if (!(error instanceof Error)) return false
  if (error instanceof TypeError || error.name === 'TimeoutError' || error.name === 'AbortError') return true
  return error.cause instanceof Response ? error.cause.status >= 500 : isAway(error.cause)
}

/** What an error of the protocol means for the person and for who runs the installation. */
export function identityErrorOf(error: unknown): IdentityError {
  if (error instanceof IdentityError) return error
  const code = codeOf(error)
  if (code !== null && aboutClient.has(code)) return new IdentityError('client-secret', code)
  if (code !== null && stopped.has(code)) return new IdentityError('denied', code)
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new IdentityError('clock', code)
  return new IdentityError(isAway(error) ? 'unreachable' : 'failed', code)
}
