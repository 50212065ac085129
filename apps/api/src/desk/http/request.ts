import type { Locale } from '@pejling/domain/text/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findSession, type SessionRules, type SignedIn } from '../../accounts/sessions.ts'
import type { Site } from '../../config.ts'
import type { Database } from '../../db/database.ts'

/* What a request to the desk says: in which language, from whom, and what was typed. */

/** The cookie of those who are signed in. */
export const cookieName = 'pejling'

/** How that cookie is set. */
export const cookieOptionsOf = ({ url }: Pick<Site, 'url'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: url.startsWith('https:') }) as const

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

/** The part of the address that says the language. */
export const prefixOf = (request: FastifyRequest): '' | '/en' => (request.url.startsWith('/en/') ? '/en' : '')

/** The language of the page that was asked for. */
export const localeOf = (request: FastifyRequest): Locale => (prefixOf(request) === '/en' ? 'en' : 'da')

/** Whether the address is one of the API, whose problems are documents; all others of the desk are pages. */
export const isProgramAddress = (request: FastifyRequest): boolean => request.url.startsWith('/api/')

/** The token a program shows (RFC 6750, section 2.1); empty: it shows something else as one. `null`: none. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const { authorization } = headers
  if (authorization === undefined || !/^bearer(?:\s|$)/i.test(authorization)) return null
  return /^bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1] ?? ''
}

/** Who is signed in by the cookie of a browser; `null`: nobody. */
export function whoIs(db: Database, request: FastifyRequest, rules: SessionRules): SignedIn | null {
  const secret = request.cookies[cookieName]
  return secret === undefined ? null : findSession(db, secret, rules)
}

/** Whether a form comes from a page of this very server. Browsers say so themselves and no page can make them lie. */
export function isOwnForm(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  const fetchSite = request.headers['sec-fetch-site']
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false
  if (origin === undefined) return fetchSite === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Sends the browser to a release that has just been made, or back to the review where none was. */
export function toRelease(request: FastifyRequest, reply: FastifyReply, number: number | null): FastifyReply {
  const prefix = prefixOf(request)
  const page = prefix === '/en' ? '/en/releases' : '/udgivelser'
  return reply.redirect(number === null ? `${prefix}/admin/udgiv` : `${page}/${number}`, 303)
}
