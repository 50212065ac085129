import type { FastifyRequest } from 'fastify'
import type { IdentityProvider } from '../accounts/identity-provider.ts'
import type { SessionTerms } from '../accounts/session-terms.ts'
import { findSession, type SignedIn } from '../accounts/sessions.ts'
import type { Site } from '@pejling/page-contract/site'
import type { Database } from '../db/database.ts'
import { sessionCookie } from '../http/cookies.ts'

/* What a request carries that says who asks: a token, or the cookie of a session. */

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

/** Who is signed in; `mayNote`: whether their being here may be written down. `null`: no one. */
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

/** Whether an installation is read by others than whoever tries it on this very machine. */
export const isPublicSite = ({ url }: Site): boolean =>
  url.startsWith('https:') && !['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
