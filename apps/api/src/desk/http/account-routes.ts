import { danishDay } from '@pejling/domain/period/danish-day'
import type { DeskView, SignInProblem } from '@pejling/domain/desk/views'
import { admitIdentity } from '../../accounts/identity-provider.ts'
import { patiently } from '../../db/patiently.ts'
import {
  changePassword,
  endSession,
  listSessions,
  openSession,
  shortestPassword,
  signIn,
} from '../../accounts/sessions.ts'
import { lastTokenDay, listTokens } from '../../accounts/tokens.ts'
import { listPeople } from '../../accounts/users.ts'
import { listIndicators } from '../../workspace/definitions.ts'
import { needsApproval } from '../../releases/approval.ts'
import type { Door } from './door.ts'
import { changePeople } from '../people.ts'
import { cookieName, fieldsOf, listsOf, localeOf, prefixOf } from './request.ts'

/** Holds the sign-in that has been begun at the identity provider. */
const stateCookie = 'pejling-sso'
/** So long may an e-mail address be (RFC 5321). */
const longestAddress = 254

const passwordView = (first: boolean, problem: 'wrong' | 'short' | 'same' | null): DeskView => ({
  page: 'password',
  first,
  problem,
  shortest: shortestPassword,
})

/** Signing in and out, one’s own password and sessions, and who else may come in. */
export function registerAccounts({ db, site, throttle, provider, route, show }: Door): void {
  const isSecure = site.url.startsWith('https:')
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const

  const signInView = (email: string, problem: SignInProblem | null, seconds = 0): DeskView => ({
    page: 'sign-in',
    email,
    problem,
    seconds,
    provider: provider?.settings.name ?? null,
  })
  route('GET', '/admin/log-ind', (request, reply) => show(request, reply, signInView('', null), null))
  route('POST', '/admin/log-ind', async (request, reply) => {
    const text = fieldsOf(request.body)
    const email = text('email').slice(0, longestAddress)
    const agent = request.headers['user-agent'] ?? ''
    const result = await signIn(db, throttle, { email, password: text('password'), agent, from: request.ip })
    if (result.kind === 'signed-in') {
      reply.setCookie(cookieName, result.secret, cookieOptions)
      return reply.redirect(`${prefixOf(request)}/admin`, 303)
    }
    const seconds = result.kind === 'wait' ? result.seconds : 0
    if (seconds > 0) reply.header('retry-after', seconds)
    const status = result.kind === 'wait' ? 429 : 401
    return show(request, reply, signInView(email, result.kind, seconds), null, status)
  })
  // The browser that comes back must be the one that went; it comes from elsewhere, which `strict` would not let through.
  const stateOptions = { ...cookieOptions, path: '/admin/sso', sameSite: 'lax', maxAge: 600 } as const
  route('GET', '/admin/sso', async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    try {
      const { address, state } = await provider.begin(localeOf(request))
      reply.setCookie(stateCookie, state, stateOptions)
      return await reply.redirect(address, 303)
    } catch (error) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'the identity provider cannot be reached')
      return show(request, reply, signInView('', 'unreachable'), null, 502)
    }
  })
  route('GET', '/admin/sso/retur', async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    const kept = request.cookies[stateCookie]
    const locale = provider.localeOf(kept)
    reply.clearCookie(stateCookie, stateOptions)
    const identity = await provider.end(request.url.split('?')[1] ?? '', kept)
    // The provider's answer can be used once, so only what follows it is tried again.
    const problem = typeof identity === 'string' ? identity : await patiently(() => admitIdentity(db, identity))
    if (typeof identity === 'string' || problem !== null) {
      return show(request, reply, signInView('', problem), null, 403, locale)
    }
    const agent = request.headers['user-agent'] ?? ''
    const secret = await patiently(() => openSession(db, identity.email, agent))
    reply.setCookie(cookieName, secret, cookieOptions)
    // A page of our own: a browser on its way from elsewhere would not send the cookie on.
    return show(request, reply, { page: 'welcome' }, null, 200, locale)
  })
  route('POST', '/admin/log-ud', (request, reply, who) => {
    if (who.session !== null) endSession(db, who.email, who.session)
    reply.clearCookie(cookieName, cookieOptions)
    return reply.redirect(`${prefixOf(request)}/admin/log-ind`, 303)
  })

  route('GET', '/admin/adgangskode', (request, reply, who) =>
    show(request, reply, passwordView(who.mustChangePassword, null), who),
  )
  route('POST', '/admin/adgangskode', async (request, reply, who) => {
    const text = fieldsOf(request.body)
    const problem = await changePassword(db, who, { current: text('current'), next: text('next') })
    if (problem === null) return reply.redirect(`${prefixOf(request)}/admin`, 303)
    return show(request, reply, passwordView(who.mustChangePassword, problem), who, 400)
  })

  type People = Extract<DeskView, { page: 'people' }>
  const people = (secret: People['secret'], problem: People['problem']): DeskView => ({
    page: 'people',
    people: listPeople(db),
    tokens: listTokens(db),
    indicators: listIndicators(db).map(({ slug, name }) => ({ slug, name })),
    lastTokenDay: lastTokenDay(danishDay(db.clock())),
    secret,
    problem,
    today: danishDay(db.clock()),
    needsApproval: needsApproval(db),
  })
  route('GET', '/admin/personer', (request, reply, who) => show(request, reply, people(null, null), who))
  route('POST', '/admin/personer', (request, reply, who) => {
    // A secret is shown once, in the answer itself; nothing keeps it.
    const result = changePeople(db, who, { text: fieldsOf(request.body), lists: listsOf(request.body) })
    return show(request, reply, people(result.secret, result.problem), who, result.problem === null ? 200 : 400)
  })

  route('GET', '/admin/sessioner', (request, reply, who) => {
    const sessions = listSessions(db, who.email).map((one) => ({ ...one, current: one.id === who.session }))
    return show(request, reply, { page: 'sessions', sessions }, who)
  })
  route('POST', '/admin/sessioner', (request, reply, who) => {
    endSession(db, who.email, fieldsOf(request.body)('id'))
    return reply.redirect(`${prefixOf(request)}/admin/sessioner`, 303)
  })
}
