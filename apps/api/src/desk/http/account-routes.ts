import type { DeskView } from '@pejling/domain/desk/views'
import type { SignInProblem } from '@pejling/domain/desk/access-views'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { admitIdentity } from '../../accounts/identity-provider.ts'
import { newDeviceSecret, rememberDevice } from '../../accounts/known-devices.ts'
import { askForPasskey } from '../../accounts/passkeys.ts'
import { takeSecondStep, type SecondStepResult } from '../../accounts/second-step.ts'
import { endSession, findHalfway, findSession, openSession } from '../../accounts/sessions.ts'
import { signIn } from '../../accounts/sign-in.ts'
import { BurstWatch, recordSignIn } from '../../accounts/sign-in-record.ts'
import { patiently } from '../../db/patiently.ts'
import { deviceCookie, sessionCookie } from './cookies.ts'
import type { Door } from './door.ts'
import { ownPath, withReturn } from './own-path.ts'
import { browserOf, fieldsOf, localeOf, prefixOf, returnOf, sessionSecretOf } from './request.ts'

/** Holds the sign-in that has been begun at the identity provider, and where to go on to when it has ended. */
const [stateCookie, returnCookie] = ['pejling-sso', 'pejling-til']
/** So long may an e-mail address be (RFC 5321). */
const longestAddress = 254

/** Signing in and out. */
export function registerAccounts(door: Door): void {
  const { db, site, provider, terms, route, show } = door
  const cookie = sessionCookie(site)
  const bursts = new BurstWatch()
  const tellOfBurst = ({ log }: FastifyRequest): void => {
    const failures = bursts.notice(db)
    if (failures !== null) log.warn({ failures }, 'many sign-ins fail; see the record of sign-ins')
  }
  const device = deviceCookie(site)

  const signInView = (given: {
    readonly email?: string
    readonly problem?: SignInProblem | null
    readonly seconds?: number
    readonly to?: string
  }): DeskView => ({
    page: 'sign-in',
    email: '',
    problem: null,
    seconds: 0,
    provider: provider?.settings.name ?? null,
    to: '',
    ...given,
  })

  /** Gives a browser its session, remembers it for the account, and goes on to what was asked for. */
  async function letIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, account, to }: { readonly secret: string; readonly account: string; readonly to: string },
  ): Promise<FastifyReply> {
    const known = request.cookies[device.name] ?? newDeviceSecret()
    await patiently(() => rememberDevice(db, known, account))
    reply.setCookie(cookie.name, secret, cookie.options).setCookie(device.name, known, device.options)
    return reply.redirect(to === '' ? `${prefixOf(request)}/admin` : to, 303)
  }

  route('GET', '/admin/log-ind', (request, reply) => {
    const isExpired = fieldsOf(request.query)('udloebet') !== ''
    const view = signInView({ problem: isExpired ? 'expired' : null, to: returnOf(request) })
    return show(request, reply, view, null)
  })
  route('POST', '/admin/log-ind', async (request, reply) => {
    const text = fieldsOf(request.body)
    const email = text('email').slice(0, longestAddress)
    const to = ownPath(text('til'))
    const result = await signIn(door, { email, password: text('password'), ...browserOf(request, site) })
    if (result.kind === 'signed-in') return letIn(request, reply, { ...result, to })
    if (result.kind === 'second-factor') {
      reply.setCookie(cookie.name, result.secret, cookie.options)
      return reply.redirect(`${prefixOf(request)}/admin/log-ind/kode${withReturn(to)}`, 303)
    }
    tellOfBurst(request)
    const seconds = result.kind === 'wait' ? result.seconds : 0
    if (seconds > 0) reply.header('retry-after', seconds)
    const view = signInView({ email, problem: result.kind, seconds, to })
    return show(request, reply, view, null, result.kind === 'wait' ? 429 : 401)
  })

  const secondStep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    to: string,
    result: Exclude<SecondStepResult, { readonly kind: 'signed-in' }> | null,
  ): Promise<FastifyReply> => {
    const secret = sessionSecretOf(request, site)
    const halfway = secret === undefined ? null : findHalfway(db, secret, terms)
    if (!halfway || result?.kind === 'again') {
      return show(request, reply, signInView({ problem: 'again', to }), null, 401)
    }
    const passkey = await askForPasskey(db, site, { account: halfway.user.id, session: halfway.session })
    const seconds = result?.kind === 'wait' ? result.seconds : 0
    if (seconds > 0) reply.header('retry-after', seconds)
    const view: DeskView = { page: 'second-step', passkey, problem: result?.kind ?? null, seconds, to }
    return show(request, reply, view, null, result === null ? 200 : result.kind === 'wait' ? 429 : 401)
  }
  route('GET', '/admin/log-ind/kode', (request, reply) => secondStep(request, reply, returnOf(request), null))
  route('POST', '/admin/log-ind/kode', async (request, reply) => {
    const text = fieldsOf(request.body)
    const to = ownPath(text('til'))
    const result = await takeSecondStep(door, {
      passkey: text('passkey'),
      code: text('code'),
      secret: sessionSecretOf(request, site),
      ...browserOf(request, site),
    })
    if (result.kind === 'signed-in') return letIn(request, reply, { ...result, to })
    tellOfBurst(request)
    return secondStep(request, reply, to, result)
  })

  // The browser that comes back must be the one that went.
  const stateOptions = { ...cookie.options, path: '/admin/sso', maxAge: 600 } as const
  route('GET', '/admin/sso', async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    try {
      const { address, state } = await provider.begin(localeOf(request))
      reply.setCookie(stateCookie, state, stateOptions).setCookie(returnCookie, returnOf(request), stateOptions)
      return await reply.redirect(address, 303)
    } catch (error) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'the identity provider cannot be reached')
      return show(request, reply, signInView({ problem: 'unreachable' }), null, 502)
    }
  })
  route('GET', '/admin/sso/retur', async (request, reply) => {
    if (!provider) return show(request, reply, { page: 'problem', problem: 'not-found' }, null, 404)
    const kept = request.cookies[stateCookie]
    const to = ownPath(request.cookies[returnCookie] ?? '')
    const locale = provider.localeOf(kept)
    reply.clearCookie(stateCookie, stateOptions).clearCookie(returnCookie, stateOptions)
    const identity = await provider.end(request.url.split('?')[1] ?? '', kept)
    // The provider's answer can be used once, so only what follows it is tried again.
    const problem = typeof identity === 'string' ? identity : await patiently(() => admitIdentity(db, identity))
    if (typeof identity === 'string' || problem !== null) {
      await patiently(() =>
        recordSignIn(db, { kind: 'refused', account: null, from: request.ip, detail: `sso ${problem}` }),
      )
      return show(request, reply, signInView({ problem, to }), null, 403, locale)
    }
    const agent = request.headers['user-agent'] ?? ''
    const secret = await patiently(() => openSession(db, { email: identity.email, agent, by: 'provider', terms }))
    const account = findSession(db, secret, terms, false)?.account ?? null
    await patiently(() => recordSignIn(db, { kind: 'signed-in', account, from: request.ip, detail: 'sso' }))
    reply.setCookie(cookie.name, secret, cookie.options)
    // A page of our own: the address of the provider's answer does not stay in the browser's history.
    return show(request, reply, { page: 'welcome', to }, null, 200, locale)
  })

  route('POST', '/admin/log-ud', (request, reply, who) => {
    if (who.session !== null) {
      endSession(db, who.email, who.session)
      recordSignIn(db, { kind: 'signed-out', account: who.account, from: request.ip })
    }
    reply.clearCookie(cookie.name, cookie.options)
    return reply.redirect(`${prefixOf(request)}/admin/log-ind`, 303)
  })
}
