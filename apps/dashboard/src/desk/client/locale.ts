import { Locale, type Text } from '@pejling/domain/text'

/** The language of the page: the server says it in the document. */
export const locale: Locale = Locale.catch('da').parse(document.documentElement.lang)

/** Words of a room in both languages; the same keys in each. */
export type WordsOf<Words> = Readonly<Record<Locale, Words>>

/** The words of a room in the language of the page. */
export const wordsOf = <Words>(words: WordsOf<Words>): Words => words[locale]

/** A text of the workspace in the language of the page, or in the other where it has not been translated. */
export const textOf = (text: Text): string => text[locale] || text[locale === 'da' ? 'en' : 'da']

/** BCP 47 tag that numbers and dates are formatted by. */
const tag = locale === 'da' ? 'da-DK' : 'en-GB'

const dayFormat = new Intl.DateTimeFormat(tag, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Copenhagen',
})
const momentFormat = new Intl.DateTimeFormat(tag, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Europe/Copenhagen',
})
const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })

/** A day in words: `1. december 2026`; days are Danish days. */
export const dayInWords = (day: string): string =>
  dayFormat.format(new Date(day.length === 10 ? `${day}T12:00:00Z` : day))

/** A moment in words, in Danish time. */
export const momentInWords = (moment: string): string => momentFormat.format(new Date(moment))

/** How many days a day lies ahead of another, in words: `i morgen`, `for 3 dage siden`. Both as `YYYY-MM-DD`. */
export const daysFromInWords = (day: string, today: string): string => relative.format(daysBetween(today, day), 'day')

/** Whole days from one day to another; negative where the second lies before. Both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** A number in the language of the page, with as many decimals as it is given. */
export const numberInWords = (value: number, decimals = 0): string =>
  value.toLocaleString(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
