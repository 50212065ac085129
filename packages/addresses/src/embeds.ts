import { Locale } from '@pejling/domain/text'
import { fill, match } from './pattern.ts'
import { languagePrefix, pageWords } from './words.ts'

/** The pattern of an indicator in a frame on another site, as a router reads it: with `:slug`. */
export const embedPattern = (locale: Locale): string =>
  `${languagePrefix[locale]}/${pageWords.embed[locale]}/${pageWords.indicator[locale]}/:slug`

/** An indicator in a frame on another site; it is always of the latest release. */
export const embedPath = (slug: string, locale: Locale): string => fill(embedPattern(locale), { slug })

/** The indicator in a frame at a path; `null`: none. */
export function embedAt(path: string): { readonly locale: Locale; readonly slug: string } | null {
  for (const locale of Locale.options) {
    const slug = match(embedPattern(locale), path)?.['slug']
    if (slug !== undefined) return { locale, slug }
  }
  return null
}
