import { deskPath } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { SignInProblem } from '@pejling/domain/sign-in-pages/views'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newDeviceSecret, rememberDevice } from '../accounts/known-devices.ts'
import { askForPasskey } from '../accounts/passkeys.ts'
import { takeSecondStep, type SecondStepResult } from '../accounts/second-step.ts'
import { endSession, findHalfway } from '../accounts/sessions.ts'
import { signIn } from '../accounts/sign-in.ts'
import { BurstWatch, recordSignIn } from '../accounts/sign-in-record.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { deviceCookie, sessionCookie } from '../http/cookies.ts'
import { sessionSecretOf } from '../workspace-http/credentials.ts'
import type { Door } from './door.ts'
import { ownPath, withReturn } from './own-path.ts'
import { signInPage } from './provider-routes.ts'
import { browserOf, fieldsOf, localeOf, returnOf } from './request.ts'

/** How long may an e-mail address be (RFC 5321). */
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

  const signInView = ({
    problem = null,
    ...more
  }: {
    readonly email?: string
    readonly problem?: SignInProblem | null
    readonly seconds?: number
    readonly to?: string
  }): SignInView => signInPage(provider, problem, more)

  /** Gives a browser its session, remembers it for the account, and goes on to what was asked for. */
  async function letIn(
    request: FastifyRequest,
    reply: FastifyReply,
    { secret, account, to }: { readonly secret: string; readonly account: string; readonly to: string },
  ): Promise<FastifyReply> {
    const known = request.cookies[device.name] ?? newDeviceSecret()
    await retryWhileBusy(() => rememberDevice(db, known, account))
    reply.setCookie(cookie.name, secret, cookie.options).setCookie(device.name, known, device.options)
    return reply.redirect(to === '' ? deskPath(localeOf(request), 'home') : to, 303)
  }

  route('GET', deskPages.signIn, (request, reply) => {
    const isExpired = fieldsOf(request.query)(deskParameters.expired) !== ''
    const isChosen = fieldsOf(request.query)(deskParameters.done) !== ''
    const problem = isChosen ? 'chosen' : isExpired ? 'expired' : null
    const view = signInView({ problem, to: returnOf(request) })
    return show(request, reply, view, null)
  })
  route('POST', deskPages.signIn, async (request, reply) => {
    const text = fieldsOf(request.body)
    const email = text('email').slice(0, longestAddress)
    const to = ownPath(text(deskParameters.returnTo))
    const result = await signIn(door, { email, password: text('password'), ...browserOf(request, site) })
    const isIn = result.kind === 'signed-in' || result.kind === 'second-factor'
    if (isIn && result.isBreakGlass) request.log.warn('the break-glass account was signed in with')
    if (result.kind === 'signed-in') return letIn(request, reply, { ...result, to })
    if (result.kind === 'second-factor') {
      reply.setCookie(cookie.name, result.secret, cookie.options)
      return reply.redirect(deskPath(localeOf(request), 'signInCode') + withReturn(to), 303)
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
    const view: SignInView = { page: 'second-step', passkey, problem: result?.kind ?? null, seconds, to }
    return show(request, reply, view, null, result === null ? 200 : result.kind === 'wait' ? 429 : 401)
  }
  route('GET', deskPages.signInCode, (request, reply) => secondStep(request, reply, returnOf(request), null))
  route('POST', deskPages.signInCode, async (request, reply) => {
    const text = fieldsOf(request.body)
    const to = ownPath(text(deskParameters.returnTo))
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

  route('POST', deskPages.signOut, (request, reply, who) => {
    if (who.session !== null) {
      endSession(db, who.email, who.session)
      recordSignIn(db, { kind: 'signed-out', account: who.account, from: request.ip })
    }
    reply.clearCookie(cookie.name, cookie.options)
    return reply.redirect(deskPath(localeOf(request), 'signIn'), 303)
  })
}
