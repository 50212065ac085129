import { danishDay } from '@pejling/domain/period/danish-day'
import type { DeskView } from '@pejling/domain/desk/views'
import {
  changePassword,
  endSession,
  isLinkable,
  listSessions,
  shortestPassword,
  signIn,
} from '../../accounts/sessions.ts'
import { lastTokenDay, listTokens } from '../../accounts/tokens.ts'
import { listPeople } from '../../accounts/users.ts'
import { listIndicators } from '../../workspace/definitions.ts'
import { needsApproval } from '../../releases/approval.ts'
import type { Door } from './door.ts'
import { changePeople } from '../people.ts'
import { signInPage } from './provider-routes.ts'
import { cookieName, cookieOptionsOf, fieldsOf, listsOf, prefixOf } from './request.ts'

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
  const cookieOptions = cookieOptionsOf(site)
  const providerOnly = provider?.settings.only ?? false

  route('GET', '/admin/log-ind', (request, reply) => show(request, reply, signInPage(provider, null), null))
  route('POST', '/admin/log-ind', async (request, reply) => {
    const text = fieldsOf(request.body)
    const email = text('email').slice(0, longestAddress)
    const agent = request.headers['user-agent'] ?? ''
    const result = await signIn(db, throttle, {
      email,
      password: text('password'),
      agent,
      from: request.ip,
      providerOnly,
    })
    if (result.kind === 'signed-in') {
      if (result.isBreakGlass) request.log.warn('the break-glass account was signed in with')
      reply.setCookie(cookieName, result.secret, cookieOptions)
      return reply.redirect(`${prefixOf(request)}/admin`, 303)
    }
    const seconds = result.kind === 'wait' ? result.seconds : 0
    if (seconds > 0) reply.header('retry-after', seconds)
    const status = result.kind === 'wait' ? 429 : 401
    return show(request, reply, signInPage(provider, result.kind, { email, seconds }), null, status)
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
    provider: provider?.settings.name ?? null,
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
    const result = changePeople(db, site.url, who, { text: fieldsOf(request.body), lists: listsOf(request.body) })
    return show(request, reply, people(result.secret, result.problem), who, result.problem === null ? 200 : 400)
  })

  route('GET', '/admin/sessioner', (request, reply, who) => {
    const sessions = listSessions(db, who.email).map((one) => ({ ...one, current: one.id === who.session }))
    return show(
      request,
      reply,
      { page: 'sessions', sessions, linkTo: isLinkable(db, who) ? (provider?.settings.name ?? null) : null },
      who,
    )
  })
  route('POST', '/admin/sessioner', (request, reply, who) => {
    endSession(db, who.email, fieldsOf(request.body)('id'))
    return reply.redirect(`${prefixOf(request)}/admin/sessioner`, 303)
  })
}
