import type { CookieSerializeOptions } from '@fastify/cookie'
import type { Site } from '../config/config.ts'

/*
 * The cookies of those who work at the desk; readers have none. Over https their names begin with `__Host-`: no other host, also none
 * below the same domain, can set them. `lax`, so that a link in a mail finds whoever is signed in: nothing is changed by following a
 * link, and every form says where it comes from (`isOwnForm`).
 */

/** A cookie: its name, and how it is set. */
export interface DeskCookie {
  readonly name: string
  readonly options: CookieSerializeOptions
}

const isSecure = ({ url }: Pick<Site, 'url'>): boolean => url.startsWith('https:')

function cookieOf(site: Pick<Site, 'url'>, name: string, more: CookieSerializeOptions = {}): DeskCookie {
  const secure = isSecure(site)
  return {
    name: secure ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, ...more },
  }
}

/** The cookie of those who are signed in, as long as the browser is open. */
export const sessionCookie = (site: Pick<Site, 'url'>): DeskCookie => cookieOf(site, 'pejling')

/** What a browser is known again by when a person signs in. */
export const deviceCookie = (site: Pick<Site, 'url'>): DeskCookie =>
  cookieOf(site, 'pejling-device', { maxAge: 400 * 24 * 3600 })

/** Whether a cookie header has a session in it. */
export const hasSession = (header: string | undefined): boolean => /(?:^|;\s*)(?:__Host-)?pejling=/.test(header ?? '')
