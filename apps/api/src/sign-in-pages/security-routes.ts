import { deskPath } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { beginCodes, confirmCodes, removeCodes, renewRecoveryCodes } from '../accounts/one-time-codes.ts'
import { addPasskey, askForNewPasskey, removePasskey } from '../accounts/passkeys.ts'
import { shortestPassword } from '../accounts/password-rules.ts'
import { needsFactor, secondFactorsOf } from '../accounts/second-factors.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { changePassword, type PasswordProblem } from '../accounts/sign-in.ts'
import type { Database } from '../db/database.ts'
import { listFrameworks } from '../workspace/definitions.ts'
import { sessionCookie } from '../http/cookies.ts'
import { isPublicSite } from '../workspace-http/credentials.ts'
import type { Door } from './door.ts'
import { ownPath } from './own-path.ts'
import { browserOf, fieldsOf, localeOf, returnOf } from './request.ts'

type Password = Extract<SignInView, { readonly page: 'password' }>
type Security = Extract<SignInView, { readonly page: 'security' }>

function passwordView(first: boolean, problem: PasswordProblem | null, to: string): Password {
  const common = { page: 'password', first, shortest: shortestPassword, to } as const
  if (problem === null || typeof problem === 'string') return { ...common, problem, seconds: 0 }
  return { ...common, problem: 'wait', seconds: problem.seconds }
}

/** What makes no password of an installation stronger: whose it is, and where it is. */
export const installationWords = (db: Database, url: string): string[] => [
  new URL(url).hostname,
  ...listFrameworks(db).flatMap(({ organisation, title }) => [
    ...Object.values(organisation.name),
    ...Object.values(title),
  ]),
]

/** One's own password and second factors. */
export function registerSecurity(door: Door): void {
  const { db, site, sealer, route, show } = door
  const cookie = sessionCookie(site)
  route('GET', deskPages.password, (request, reply, who) =>
    show(request, reply, passwordView(who.mustChangePassword, null, returnOf(request)), who),
  )
  route('POST', deskPages.password, async (request, reply, who) => {
    const text = fieldsOf(request.body)
    const to = ownPath(text(deskParameters.returnTo))
    const given = { current: text('current'), next: text('next'), own: installationWords(db, site.url) }
    const result = await changePassword(door, who, { ...given, ...browserOf(request, site) })
    if ('problem' in result) {
      const isHeldUp = typeof result.problem === 'object'
      return show(request, reply, passwordView(who.mustChangePassword, result.problem, to), who, isHeldUp ? 429 : 400)
    }
    reply.setCookie(cookie.name, result.secret, cookie.options)
    return reply.redirect(to === '' ? deskPath(localeOf(request), 'home') : to, 303)
  })

  type Shown = Partial<Pick<Security, 'newCodes' | 'recoveryCodes' | 'problem'>>
  async function security(
    request: FastifyRequest,
    reply: FastifyReply,
    who: SignedIn,
    more: Shown = {},
  ): Promise<FastifyReply> {
    const { passkeys, hasCodes, recoveryLeft } = secondFactorsOf(db, who.account)
    const view: Security = {
      page: 'security',
      required: needsFactor(db, who, isPublicSite(site)),
      passkeys,
      hasCodes,
      recoveryLeft,
      newPasskey: await askForNewPasskey(db, site, who),
      newCodes: null,
      recoveryCodes: null,
      problem: null,
      to: returnOf(request) || ownPath(fieldsOf(request.body)('til')),
      ...more,
    }
    return show(request, reply, view, who, view.problem === null ? 200 : 400)
  }
  route('GET', deskPages.security, (request, reply, who) => security(request, reply, who))
  route('POST', deskPages.security, async (request, reply, who) => {
    const text = fieldsOf(request.body)
    const from = request.ip
    switch (text('action')) {
      case 'passkey': {
        const given = { name: text('name') || 'Passkey', response: text('passkey'), from }
        const recoveryCodes = await addPasskey(db, site, who, given)
        return security(request, reply, who, recoveryCodes === false ? { problem: 'passkey' } : { recoveryCodes })
      }
      case 'remove-passkey':
        removePasskey(db, who, { id: text('id'), from })
        return security(request, reply, who)
      case 'codes':
        return security(request, reply, who, { newCodes: beginCodes(db, sealer, who) })
      case 'confirm-codes': {
        const recoveryCodes = confirmCodes(db, sealer, who, { code: text('code'), from })
        return security(request, reply, who, recoveryCodes === false ? { problem: 'code' } : { recoveryCodes })
      }
      case 'remove-codes':
        removeCodes(db, who, from)
        return security(request, reply, who)
      case 'recovery':
        return security(request, reply, who, { recoveryCodes: renewRecoveryCodes(db, who, from) })
      default:
        return security(request, reply, who)
    }
  })
}
