import { Profile } from '@pejling/domain/profile/profile'
import { locales, type Locale } from '@pejling/domain/text'

/*
 * Where a site is in one language, its data folder is too: texts stand in that language alone. In the workspace every text
 * has both, the second the same as the first, so that nothing that reads texts has to know.
 */

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether it is a text, in some of its languages: nothing but words by language. */
const isText = (value: Readonly<Record<string, unknown>>): boolean => {
  const entries = Object.entries(value)
  return (
    entries.length > 0 &&
    entries.every(([key, words]) => locales.some((one) => one === key) && typeof words === 'string')
  )
}

function inTexts(value: unknown, change: (text: Readonly<Record<string, unknown>>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => inTexts(one, change))
  if (!isRecord(value)) return value
  if (isText(value)) return change(value)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inTexts(one, change)]))
}

/** The languages a `site.yaml` names; all of them where it names none, or could not be understood. */
export function languagesIn(content: unknown): readonly Locale[] {
  const named = isRecord(content) ? Profile.shape.languages.safeParse(content['languages']) : null
  return named?.success ? named.data : locales
}

/** Completes texts that stand in the site's only language. Where the site has several, nothing is completed. */
export function withBothLanguages(value: unknown, languages: readonly Locale[]): unknown {
  const [only, ...others] = languages
  if (only === undefined || others.length > 0) return value
  return inTexts(value, (text) => ({ ...Object.fromEntries(locales.map((one) => [one, text[only]])), ...text }))
}

/** Leaves out what {@link withBothLanguages} adds. Words that are others in another language stay. */
export function inOwnLanguage(value: unknown, languages: readonly Locale[]): unknown {
  const [only, ...others] = languages
  if (only === undefined || others.length > 0) return value
  return inTexts(value, (text) =>
    Object.values(text).every((words) => words === text[only]) ? { [only]: text[only] } : text,
  )
}
