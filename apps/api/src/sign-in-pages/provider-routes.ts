import { deskPages } from '@pejling/addresses/words'
import type { SignInProblem } from '@pejling/domain/sign-in-pages/views'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { Locale } from '@pejling/domain/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptInvitation, admitIdentity, linkIdentity, type Admitted } from '../accounts/admit-identity.ts'
import { signInTimeout, type Begun, type Purpose } from '../accounts/begun-sign-in.ts'
import type { IdentityProvider } from '../accounts/identity-provider.ts'
import { IdentityError, identityErrorOf } from '../accounts/identity-problem.ts'
import { fingerprintOf } from '../accounts/fingerprint.ts'
import { isInvitation } from '../accounts/invitations.ts'
import type { ProvidedIdentity } from '../accounts/provided-identity.ts'
import { isLinkable, isSessionOf, openSession } from '../accounts/sessions.ts'
import { recordSignIn } from '../accounts/sign-in-record.ts'
import { accountId } from '../accounts/users.ts'
import type { Database } from '../db/database.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import type { Door } from './door.ts'
import { sessionCookie } from '../http/cookies.ts'
import { ownPath } from './own-path.ts'
import { fieldsOf, localeOf, returnOf } from './request.ts'

/* Signing in through the identity provider, and linking an account to an identity of it. */

/** Hold the sign-in that has been begun at the identity provider, sealed, and where to go on to when it has ended. */
const [keptCookie, returnCookie] = ['pejling-sso', 'pejling-til']

/** Faults of the installation or the provider, not of the person. */
const faults: ReadonlySet<SignInProblem> = new Set<SignInProblem>(['unreachable', 'client-secret', 'clock'])

/** The page to sign in at, with why it came to nothing through the provider. */
export const signInPage = (
  provider: IdentityProvider | null,
  problem: SignInProblem | null,
  { email = '', seconds = 0, to = '' } = {},
): SignInView => ({
  page: 'sign-in',
  email,
  problem,
  seconds,
  provider: provider?.settings.name ?? null,
  providerOnly: provider?.settings.only ?? false,
  to,
})

/** Lets the person in whom the provider has vouched for, as what the sign-in was begun for has it. Throws an {@link IdentityError}. */
function admit(db: Database, { purpose }: Begun, provided: ProvidedIdentity, from: string): Admitted {
  if (purpose.for === 'sign-in') return admitIdentity(db, provided)
  if (purpose.for === 'invitation') return acceptInvitation(db, provided, { hash: purpose.hash, from })
  // The browser brings no session along on its way from the provider; the one it was begun in must still be there.
  if (!isSessionOf(db, purpose.email, purpose.session)) throw new IdentityError('too-late')
  return linkIdentity(db, provided, { email: purpose.email, from })
}

/** Signing in through the identity provider. */
export function registerProvider({ db, site, provider, terms, route, show }: Door): void {
  const cookie = sessionCookie(site)
  // The browser that comes back must be the one that went.
  const keptOptions = { ...cookie.options, path: deskPages.provider, maxAge: signInTimeout } as const

  const refuse = async (
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
    locale?: Locale,
  ): Promise<FastifyReply> => {
    if (!(error instanceof IdentityError)) throw error
    const { problem, code, message } = error
    await retryWhileBusy(() =>
      recordSignIn(db, { kind: 'refused', account: null, from: request.ip, detail: `sso ${problem}` }),
    )
    const isFault = faults.has(problem)
    request.log[isFault ? 'error' : 'warn']({ problem, code, route: request.routeOptions.url }, message)
    return show(request, reply, signInPage(provider, problem), null, isFault ? 502 : 403, locale)
  }
  const begin = async (request: FastifyRequest, reply: FastifyReply, purpose: Purpose): Promise<FastifyReply> => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    try {
      const { address, kept } = await provider.begin(localeOf(request), purpose)
      reply.setCookie(keptCookie, kept, keptOptions).setCookie(returnCookie, returnOf(request), keptOptions)
      return await reply.redirect(address, 303)
    } catch (error) {
      return refuse(request, reply, identityErrorOf(error))
    }
  }

  route('GET', deskPages.provider, (request, reply) => {
    const invitation = fieldsOf(request.query)('invitation')
    if (invitation === '') return begin(request, reply, { for: 'sign-in' })
    const hash = fingerprintOf(invitation)
    if (provider && !isInvitation(db, hash)) return refuse(request, reply, new IdentityError('invitation'))
    return begin(request, reply, { for: 'invitation', hash })
  })
  route('POST', deskPages.providerAttach, (request, reply, who) => {
    if (who.session === null || !isLinkable(db, who)) return refuse(request, reply, new IdentityError('not-fresh'))
    return begin(request, reply, { for: 'link', email: who.email, session: who.session })
  })
  route('GET', deskPages.providerReturn, async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    const begun = await provider.resume(request.cookies[keptCookie])
    const to = ownPath(request.cookies[returnCookie] ?? '')
    reply.clearCookie(keptCookie, keptOptions).clearCookie(returnCookie, keptOptions)
    if (!begun) return refuse(request, reply, new IdentityError('too-late'))
    try {
      const provided = await provider.end(request.url.split('?')[1] ?? '', begun)
      // The provider's answer can be used once, so only what follows it is tried again.
      const { email, notice } = await retryWhileBusy(() => admit(db, begun, provided, request.ip))
      if (notice === 'email-changed') {
        request.log.warn(
          { notice },
          'the identity provider sends another e-mail address for a person than that of their account',
        )
      }
      const agent = request.headers['user-agent'] ?? ''
      const secret = await retryWhileBusy(() => openSession(db, { email, agent, by: 'provider', terms }))
      const account = accountId(db, email)
      await retryWhileBusy(() => recordSignIn(db, { kind: 'signed-in', account, from: request.ip, detail: 'sso' }))
      reply.setCookie(cookie.name, secret, cookie.options)
      // A page of our own: the address of the provider's answer does not stay in the browser's history.
      return await show(request, reply, { page: 'welcome', to, notice }, null, 200, begun.locale)
    } catch (error) {
      return refuse(request, reply, error, begun.locale)
    }
  })
}
