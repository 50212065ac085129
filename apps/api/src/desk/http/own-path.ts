/* The address of the desk a person asked for before they had to sign in, kept until they have. */

/** Pages that are no place to come back to. */
const passing = /^\/(?:en\/)?admin\/(?:log-ind|log-ud|sso)(?:\/|$)/
const ofDesk = /^\/(?:en\/)?admin(?:\/|$)/

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
  if (origin !== base || !ofDesk.test(pathname) || pathname.includes('//') || passing.test(pathname)) return ''
  return pathname + search
}

/** The parameter that carries it, behind the address of a page; nothing where there is nothing to come back to. */
export const withReturn = (to: string, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...(to === '' ? {} : { til: to }), ...more }).toString()
  return query === '' ? '' : `?${query}`
}
