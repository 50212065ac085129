import type { DeskView, SignInProblem } from '@pejling/domain/desk/views'
import type { Locale } from '@pejling/domain/text/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptInvitation, admitIdentity, linkIdentity, type Admitted } from '../../accounts/admit-identity.ts'
import { patience, type Begun, type Purpose } from '../../accounts/begun-sign-in.ts'
import type { IdentityProvider } from '../../accounts/identity-provider.ts'
import { IdentityError, identityErrorOf } from '../../accounts/identity-problem.ts'
import { invitationHash, isInvitation } from '../../accounts/invitations.ts'
import { isLinkable, isSessionOf, openSession } from '../../accounts/sessions.ts'
import type { Database } from '../../db/database.ts'
import { patiently } from '../../db/patiently.ts'
import type { Door } from './door.ts'
import { cookieName, cookieOptionsOf, fieldsOf, localeOf } from './request.ts'

/* Signing in through the identity provider, and linking an account to an identity of it. */

/** Holds the sign-in that has been begun at the identity provider, sealed. */
const keptCookie = 'pejling-sso'

/** What an installation has to mend itself, or wait for: no fault of the person. */
const faults: ReadonlySet<SignInProblem> = new Set<SignInProblem>(['unreachable', 'client-secret', 'clock'])

/** The page to sign in at, with why it came to nothing through the provider. */
export const signInPage = (
  provider: IdentityProvider | null,
  problem: SignInProblem | null,
  { email = '', seconds = 0 } = {},
): DeskView => ({
  page: 'sign-in',
  email,
  problem,
  seconds,
  provider: provider?.settings.name ?? null,
  providerOnly: provider?.settings.only ?? false,
})

/** Lets the person in whom the provider has vouched for, as what the sign-in was begun for has it. Throws an {@link IdentityError}. */
function admit(db: Database, begun: Begun, provided: Awaited<ReturnType<IdentityProvider['end']>>): Admitted {
  const { purpose } = begun
  if (purpose.for === 'sign-in') return admitIdentity(db, provided)
  if (purpose.for === 'invitation') return acceptInvitation(db, purpose.hash, provided)
  // The browser brings no session along on its way from the provider; the one it was begun in must still be there.
  if (!isSessionOf(db, purpose.email, purpose.session)) throw new IdentityError('expired')
  return linkIdentity(db, purpose.email, provided)
}

/** Signing in through the identity provider. */
export function registerProvider({ db, site, provider, route, show }: Door): void {
  const cookieOptions = cookieOptionsOf(site)
  // The browser that comes back must be the one that went; it comes from elsewhere, which `strict` would not let through.
  const keptOptions = { ...cookieOptions, path: '/admin/sso', sameSite: 'lax', maxAge: patience } as const

  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
    locale?: Locale,
  ): Promise<FastifyReply> => {
    if (!(error instanceof IdentityError)) throw error
    const { problem, code, message } = error
    const isFault = faults.has(problem)
    request.log[isFault ? 'error' : 'warn']({ problem, code, route: request.routeOptions.url }, message)
    return show(request, reply, signInPage(provider, problem), null, isFault ? 502 : 403, locale)
  }
  const begin = async (request: FastifyRequest, reply: FastifyReply, purpose: Purpose): Promise<FastifyReply> => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    try {
      const { address, kept } = await provider.begin(localeOf(request), purpose)
      return await reply.setCookie(keptCookie, kept, keptOptions).redirect(address, 303)
    } catch (error) {
      return refuse(request, reply, identityErrorOf(error))
    }
  }

  route('GET', '/admin/sso', (request, reply) => {
    const invitation = fieldsOf(request.query)('invitation')
    if (invitation === '') return begin(request, reply, { for: 'sign-in' })
    const hash = invitationHash(invitation)
    if (provider && !isInvitation(db, hash)) return refuse(request, reply, new IdentityError('invitation'))
    return begin(request, reply, { for: 'invitation', hash })
  })
  route('POST', '/admin/sso/tilknyt', (request, reply, who) => {
    if (who.session === null || !isLinkable(db, who)) return refuse(request, reply, new IdentityError('not-fresh'))
    return begin(request, reply, { for: 'link', email: who.email, session: who.session })
  })
  route('GET', '/admin/sso/retur', async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    const begun = await provider.resume(request.cookies[keptCookie])
    reply.clearCookie(keptCookie, keptOptions)
    if (!begun) return refuse(request, reply, new IdentityError('expired'))
    try {
      const provided = await provider.end(request.url.split('?')[1] ?? '', begun)
      // The provider's answer can be used once, so only what follows it is tried again.
      const { email, notice } = await patiently(() => admit(db, begun, provided))
      if (notice === 'email-changed') {
        request.log.warn({ notice }, 'the identity provider has another e-mail address of somebody than their account')
      }
      const agent = request.headers['user-agent'] ?? ''
      const secret = await patiently(() => openSession(db, email, agent, 'provider'))
      reply.setCookie(cookieName, secret, cookieOptions)
      // A page of our own: a browser on its way from elsewhere would not send the cookie on.
      return await show(request, reply, { page: 'welcome', notice }, null, 200, begun.locale)
    } catch (error) {
      return refuse(request, reply, error, begun.locale)
    }
  })
}
