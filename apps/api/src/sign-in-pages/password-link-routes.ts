import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { deskPages, deskParameters } from '@pejling/addresses/words'
import type { SignInView } from '@pejling/domain/sign-in-pages/views'
import { accountOfLink, choosePasswordByLink, type LinkProblem } from '../accounts/password-links.ts'
import { shortestPassword } from '../accounts/password-rules.ts'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { mailForgottenPassword } from '../extras/mail/account-mails.ts'
import type { Door } from './door.ts'
import { fieldsOf, localeOf } from './request.ts'
import { installationWords } from './security-routes.ts'

/** What of an e-mail address is read (RFC 5321). */
const longestAddress = 254

/** Choosing a password without being signed in: by a link to a forgotten one, or by an invitation. */
export function registerPasswordLinks(door: Door): void {
  const { db, site, provider, mail, route, show } = door
  const providerOnly = provider?.settings.only ?? false
  const forgotten = (sent: boolean): SignInView => ({
    page: 'forgotten',
    sendsMail: mail !== null && !providerOnly,
    sent,
  })

  route('GET', deskPages.forgotPassword, (request, reply) => show(request, reply, forgotten(false), null))
  route('POST', deskPages.forgotPassword, (request, reply) => {
    const email = fieldsOf(request.body)('email').slice(0, longestAddress)
    if (mail !== null) {
      // The answer does not wait for it: how long it takes would tell whether the address has an account.
      setImmediate(() => {
        retryWhileBusy(() => mailForgottenPassword(db, { email, url: site.url, providerOnly })).catch((err: unknown) =>
          request.log.error({ err }, 'a link to a forgotten password could not be queued'),
        )
      })
    }
    return show(request, reply, forgotten(true), null)
  })

  const newPassword = (key: string, problem: LinkProblem | null): SignInView => {
    const account = accountOfLink(db, key, providerOnly)
    const email = account?.email ?? ''
    return { page: 'new-password', key, email, problem: account ? problem : 'ended', shortest: shortestPassword }
  }
  route('GET', deskPages.newPassword, (request, reply) => {
    const view = newPassword(fieldsOf(request.query)(deskParameters.passwordKey), null)
    return show(request, reply, view, null)
  })
  route('POST', deskPages.newPassword, async (request, reply) => {
    const text = fieldsOf(request.body)
    const secret = text(deskParameters.passwordKey)
    const own = installationWords(db, site.url)
    const problem = await choosePasswordByLink(door, { secret, next: text('next'), own, from: request.ip })
    if (problem !== null) return show(request, reply, newPassword(secret, problem), null, 400)
    return reply.redirect(deskPath(localeOf(request), 'signIn') + deskQuery([['done', 'adgangskode']]), 303)
  })
}
