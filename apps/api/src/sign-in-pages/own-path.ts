import { deskQuery, isBelowDesk } from '@pejling/addresses/desk'
import { withoutLanguage } from '@pejling/addresses/language'
import { deskPages } from '@pejling/addresses/words'

/* The address of the desk a person asked for before they had to sign in, kept until they have. */

/** Pages that are no place to come back to. */
const passing = [deskPages.signIn, deskPages.signOut, deskPages.provider]

const isBelow = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`)

/** An address that is no page of anybody's, to read others against. */
const base = 'http://own.invalid'

/**
 * The path and query of a page of the desk, as a browser reads the text; empty: it leads elsewhere, or is no place to come back to.
 * Whatever leads off the desk in any spelling is empty.
 */
export function ownPath(text: string): string {
  // Browsers drop tabs and line ends and read a backslash as a slash: no address of the desk has any of them.
  if (!text.startsWith('/') || /[\\\s\p{Cc}]/u.test(text) || text.length > 2000) return ''
  if (!URL.canParse(text, base)) return ''
  const { origin, pathname, search } = new URL(text, base)
  const page = withoutLanguage(pathname)
  if (origin !== base || !isBelowDesk(page) || pathname.includes('//')) return ''
  if (passing.some((one) => isBelow(page, one))) return ''
  return pathname + search
}

/** The parameter that carries it, behind the address of a page; nothing where there is nothing to come back to. `isExpired`: whether a session has ended meanwhile. */
export const withReturn = (to: string, isExpired = false): string =>
  deskQuery([
    ['returnTo', to],
    ['expired', isExpired ? '1' : ''],
  ])
