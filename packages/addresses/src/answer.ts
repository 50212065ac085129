import type { Locale } from '@pejling/domain/text'
import { fill, match } from './pattern.ts'
import { answerPage, languagePrefix } from './words.ts'

/** The address at which one figure is sent without signing in, by the secret of its link. */
export const answerPath = (locale: Locale, key: string): string => languagePrefix[locale] + fill(answerPage, { key })

/** Whether a path, without its language, is such an address. */
export const isAnswerPath = (path: string): boolean => match(answerPage, path) !== null
