import type { Locale } from '@pejling/domain/text'
import { languagePrefix } from './words.ts'

/** The language of an address, also of one that leads nowhere. */
export function localeOfPath(path: string): Locale {
  return path === languagePrefix.en || path.startsWith(`${languagePrefix.en}/`) ? 'en' : 'da'
}

/** An address without what says its language: `/en/goal/2.2` → `/goal/2.2`. */
export const withoutLanguage = (path: string): string => path.slice(languagePrefix[localeOfPath(path)].length)

/** The site’s first page in a language. */
export const homePath = (locale: Locale): string => languagePrefix[locale] || '/'
