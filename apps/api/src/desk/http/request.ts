import { isApiAddress } from '@pejling/addresses/api'
import { localeOfPath } from '@pejling/addresses/language'
import { linksFor } from '@pejling/addresses/links'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import type { Locale } from '@pejling/domain/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { IdentityProvider } from '../../accounts/identity-provider.ts'
import type { SessionTerms } from '../../accounts/session-terms.ts'
import { findSession, type SignedIn } from '../../accounts/sessions.ts'
import type { FromBrowser } from '../../accounts/sign-in.ts'
import type { Site } from '../../config/config.ts'
import type { Database } from '../../db/database.ts'
import { deviceCookie, sessionCookie } from './cookies.ts'
import { ownPath } from './own-path.ts'

/* What a request to the desk says: in which language, from whom, and what was typed. */

const Typed = z.string().default('')
/** What was sent as a text; what is none is empty. */
export const textOf = (given: unknown): string => Typed.catch('').parse(given)

/** Reads the fields of a form; what was not sent, or is no text, is empty. */
export function fieldsOf(body: unknown): (name: string) => string {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body)
  return (name) => textOf(given[name])
}

/** Reads the lists of a form, in which several may be chosen; what was not sent is none. */
export function listsOf(body: unknown): (name: string) => readonly string[] {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body)
  return (name) =>
    [given[name] ?? []]
      .flat()
      .map(textOf)
      .filter((text) => text !== '')
}

/** The language of the page that was asked for. */
export const localeOf = (request: FastifyRequest): Locale => localeOfPath(request.url)

/** Whether the address is one of the API, whose problems are documents; all others of the desk are pages. */
export const isProgramAddress = (request: FastifyRequest): boolean => isApiAddress(request.url)

/** The token a program shows (RFC 6750, section 2.1); empty: it shows something else as one. `null`: none. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const { authorization } = headers
  if (authorization === undefined || !/^bearer(?:\s|$)/i.test(authorization)) return null
  return /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1] ?? ''
}

/** What whoever asks is known by. */
export interface Knowing {
  readonly db: Database
  readonly site: Site
  readonly terms: SessionTerms
  /** Where people may sign in besides here; `null`: nowhere. */
  readonly provider: IdentityProvider | null
}

/** The secret of the session a request belongs to. */
export const sessionSecretOf = ({ cookies }: FastifyRequest, site: Site): string | undefined =>
  cookies[sessionCookie(site).name]

/** Who is signed in; `mayNote`: whether their being here may be written down. `null`: nobody. */
export function whoIs(
  { db, site, terms, provider }: Knowing,
  request: FastifyRequest,
  mayNote: boolean,
): SignedIn | null {
  const secret = sessionSecretOf(request, site)
  return secret === undefined
    ? null
    : findSession(db, secret, terms, { mayNote, providerOnly: provider?.settings.only ?? false })
}

/**
 * Whether a form comes from a page of this very server. Browsers say so themselves and no page can make them lie; where one does not
 * say it outright, the page it comes from is of the public address, or of the one that was asked.
 */
export function isOwnForm(request: FastifyRequest, site: Site): boolean {
  const { origin, host } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  // Behind a proxy that rewrites Host the browser alone knows.
  if (fetchSite !== undefined) return fetchSite === 'same-origin'
  if (origin === undefined) return false
  return URL.canParse(origin) && (new URL(origin).host === host || new URL(origin).origin === new URL(site.url).origin)
}

/** The page of the desk that was asked for before the user had to sign in; empty: its first page. */
export const returnOf = (request: FastifyRequest): string => ownPath(fieldsOf(request.query)(deskParameters.returnTo))

/** The browser a request comes from. */
export const browserOf = (request: FastifyRequest, site: Site): FromBrowser => ({
  agent: request.headers['user-agent'] ?? '',
  from: request.ip,
  device: request.cookies[deviceCookie(site).name],
})

/** Sends the browser to a release that has just been made, or back to the review where none was. */
export function toRelease(request: FastifyRequest, reply: FastifyReply, number: number | null): FastifyReply {
  const locale = localeOf(request)
  const page = number === null ? deskPath(locale, 'publish') : linksFor(locale, null).release(number)
  return reply.redirect(page, 303)
}
