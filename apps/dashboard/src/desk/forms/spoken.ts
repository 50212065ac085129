import { wordsOfRule } from '@pejling/domain/issue'
import type { z } from 'zod'
import { locale, wordsOf } from '../client/locale.ts'

/* What a schema refuses, in words for whoever fills in the form. */

const words = wordsOf({
  da: {
    needed: 'Skal udfyldes.',
    number: 'Skriv et tal, for eksempel 12,5.',
    date: 'Skriv en dato.',
    choose: 'Vælg en af mulighederne.',
    some: 'Vælg mindst én.',
    address: 'Skriv en hel adresse, der begynder med https://.',
    slug: 'Brug kun små bogstaver a–z, tal og bindestreger.',
    goalNumber: 'Skriv et nummer som 2.3.',
    least: (least: string) => `Mindst ${least}.`,
    most: (most: string) => `Højst ${most}.`,
    other: 'Kan ikke bruges.',
  },
  en: {
    needed: 'Fill this in.',
    number: 'Write a number, for example 12.5.',
    date: 'Write a date.',
    choose: 'Choose one of the options.',
    some: 'Choose at least one.',
    address: 'Write a whole address beginning with https://.',
    slug: 'Use only small letters a–z, digits and hyphens.',
    goalNumber: 'Write a number such as 2.3.',
    least: (least: string) => `At least ${least}.`,
    most: (most: string) => `At most ${most}.`,
    other: 'Cannot be used.',
  },
})

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** What stands at a path of a document; `undefined`: nothing. */
const at = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([name]) => name === String(key))?.[1]
        : undefined,
    document,
  )

/** What an issue of a document says to write instead. */
function wordsOfIssue(issue: z.core.$ZodIssue, document: unknown): string {
  const own = wordsOfRule(issue)
  if (own !== null) return own[locale]
  if (issue.code === 'custom') return issue.message || words.other
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return words.choose
  if (issue.code === 'too_big') return words.most(String(issue.maximum))
  if (issue.code === 'invalid_type') {
    return isNothing(at(document, issue.path)) || issue.expected !== 'number' ? words.needed : words.number
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return words.needed
    return issue.origin === 'array' ? words.some : words.least(String(issue.minimum))
  }
  if (issue.code !== 'invalid_format') return words.other
  if (issue.format === 'date') return isNothing(at(document, issue.path)) ? words.needed : words.date
  if (issue.format === 'url') return words.address
  if (issue.format !== 'regex') return words.other
  return issue.path.at(-1) === 'number' ? words.goalNumber : words.slug
}

/** What is wrong with a document, place by place, and what to write instead. */
export function saidOf(
  issue: z.core.$ZodIssue,
  document: unknown,
): { readonly path: PropertyKey[]; readonly message: string } {
  // A text that is missing altogether is asked for in Danish, where its field is.
  const isText = issue.code === 'invalid_type' && issue.expected === 'object'
  return { path: isText ? [...issue.path, 'da'] : issue.path, message: wordsOfIssue(issue, document) }
}
