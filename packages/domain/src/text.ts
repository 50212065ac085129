import { z } from 'zod'

/** The languages every public text exists in. Danish comes first. */
export const Locale = z.enum(['da', 'en'])
export type Locale = z.infer<typeof Locale>
export const locales = Locale.options

/** A text in Danish and English. Both are required: English is complete, not optional. */
export const Text = z
  .strictObject({
    da: z.string().trim().min(1).describe('Danish'),
    en: z.string().trim().min(1).describe('English'),
  })
  .meta({ id: 'Text', description: 'A text in Danish and English.' })
export type Text = z.infer<typeof Text>

/**
 * Whether a text still has its Danish words in English. A short name or a sign may rightly be the same in both languages: only words
 * of four small letters tell that it is a language.
 */
export const isUntranslated = ({ da, en }: Text): boolean => da === en && /\p{Ll}{4}/u.test(da)

const rows: Readonly<Record<Locale, Intl.ListFormat>> = {
  da: new Intl.ListFormat('da-DK', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
}

/** Names in a row, as the language has it: `a, b og c`. */
export const inARow = (names: readonly string[], locale: Locale): string => rows[locale].format(names)

/** The words listed in a field, between them commas, semicolons or spaces: `1.1, 2.3`. */
export const listedWords = (text: string): string[] => text.split(/[\s,;]+/).filter((word) => word !== '')

/** Words as they begin a sentence: `Det seneste tal`. */
export const started = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Words as they go on within a sentence: `det seneste tal`. */
export const lowered = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** A sentence with its full stop, which one that ends in an abbreviation (`26 kr.`) or another mark has already. */
export const ended = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)
