import { PlanName } from '@pejling/domain/action-plan/action-plan'
import { AreaCode } from '@pejling/domain/area'
import { GoalNumber, Mark } from '@pejling/domain/framework'
import { wordsOfRule } from '@pejling/domain/issue'
import { Colour } from '@pejling/domain/profile/colours'
import { SeriesKey } from '@pejling/domain/series'
import { Slug } from '@pejling/domain/slug'
import { inARow, type Text } from '@pejling/domain/text'
import type { z } from 'zod'

/* What is wrong with an input, in words that say what to write: one table for every kind of issue a schema can have. */

/** A text that is no code of any kind, to learn from a schema which pattern it has. */
const noCode = '§§'

function patternOf(schema: z.ZodType): string {
  const issue = schema.safeParse(noCode).error?.issues.find(({ code }) => code === 'invalid_format')
  return issue?.code === 'invalid_format' ? (issue.pattern ?? '') : ''
}

/** What to write where a pattern is not matched, by the pattern. */
const patterns: ReadonlyMap<string, Text> = new Map(
  (
    [
      [Slug, 'små bogstaver a–z, tal og enkelte bindestreger', 'lower-case letters a–z, digits and single hyphens'],
      [
        AreaCode,
        'en områdekode på højst 12 bogstaver og tal, fx 217',
        'an area code of at most 12 letters and digits, e.g. 217',
      ],
      [GoalNumber, 'nummeret på et mål, fx 2.2', 'the number of a goal, e.g. 2.2'],
      [
        Mark,
        'højst 16 små bogstaver og tal, et bogstav først',
        'at most 16 lower-case letters and digits, a letter first',
      ],
      [PlanName, 'en handleplans årstal, fx 2026', 'the year of an action plan, e.g. 2026'],
      [SeriesKey, 'en serie, fx 217 eller 217;alder=18-29', 'a series, e.g. 217 or 217;alder=18-29'],
      [Colour, 'en farve som #12303a', 'a colour such as #12303a'],
    ] as const
  ).map(([schema, da, en]) => [patternOf(schema), { da, en }]),
)

const formats: Readonly<Record<string, Text>> = {
  date: { da: 'en dato som 2026-02-12', en: 'a date such as 2026-02-12' },
  datetime: { da: 'et tidspunkt som 2026-02-12T09:30:00Z', en: 'a time such as 2026-02-12T09:30:00Z' },
  email: { da: 'en e-mailadresse', en: 'an e-mail address' },
  url: { da: 'en adresse, der begynder med https://', en: 'an address that begins with https://' },
  base64: { da: 'base64', en: 'base64' },
}

const types: Readonly<Record<string, Text>> = {
  string: { da: 'en tekst i anførselstegn', en: 'a text in quotes' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  boolean: { da: 'true eller false', en: 'true or false' },
  array: { da: 'en liste i [ ]', en: 'a list in [ ]' },
  object: { da: 'et objekt i { }', en: 'an object in { }' },
  record: { da: 'et objekt i { }', en: 'an object in { }' },
  null: { da: 'null', en: 'null' },
}

const something: Text = { da: 'en anden værdi', en: 'another value' }

/** The unit a size is counted in. */
const sizes: Readonly<Record<string, Text>> = {
  string: { da: ' tegn', en: ' characters' },
  array: { da: ' elementer', en: ' elements' },
}

const none: Text = { da: '', en: '' }

function bounded(
  origin: string,
  bound: number | bigint,
  inclusive: boolean,
  [da, en]: readonly [inclusive: readonly [string, string], exclusive: readonly [string, string]],
): Text {
  const words = inclusive ? da : en
  const unit = sizes[origin] ?? none
  const number = bound === 1 && origin in sizes ? null : String(bound)
  if (number === null && origin === 'string')
    return { da: 'en tekst; den må ikke være tom', en: 'a text; it must not be empty' }
  if (number === null && words[0] === 'mindst') return { da: 'mindst ét element', en: 'at least one element' }
  return { da: `${words[0]} ${bound}${unit.da}`, en: `${words[1]} ${bound}${unit.en}` }
}

const listed = (values: readonly unknown[]): Text => {
  const names = values.map(String)
  return names.length === 1
    ? { da: names[0] ?? '', en: names[0] ?? '' }
    : { da: `en af ${names.join(', ')}`, en: `one of ${names.join(', ')}` }
}

/** The most that every alternative of a union that came closest asks for; unions here tell their kinds by one field. */
function closest(alternatives: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined {
  return alternatives.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0]?.[0]
}

/** What to write, as it goes on after “Skriv” and “Write”. */
function expected(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? something
    case 'invalid_value':
      return listed(issue.values)
    case 'invalid_format':
      return (
        patterns.get(issue.pattern ?? '') ??
        formats[issue.format] ?? { da: 'det i den rigtige form', en: 'it in the right form' }
      )
    case 'too_big':
      return bounded(issue.origin, issue.maximum, issue.inclusive !== false, [
        ['højst', 'at most'],
        ['mindre end', 'less than'],
      ])
    case 'too_small':
      return bounded(issue.origin, issue.minimum, issue.inclusive !== false, [
        ['mindst', 'at least'],
        ['mere end', 'more than'],
      ])
    case 'not_multiple_of':
      return { da: `et tal, der kan deles med ${issue.divisor}`, en: `a multiple of ${issue.divisor}` }
    case 'invalid_union': {
      if (issue.errors.length === 0) {
        const options = 'options' in issue ? (issue.options ?? []) : []
        return options.length > 0 ? listed(options) : something
      }
      const alternatives = issue.errors.flatMap((one) => (one[0]?.path.length === 0 ? [expected(one[0])] : []))
      const inner = closest(issue.errors)
      if (alternatives.length < issue.errors.length) return inner ? expected(inner) : something
      const [da, en] = (['da', 'en'] as const).map((locale) => [...new Set(alternatives.map((one) => one[locale]))])
      return { da: (da ?? []).join(' eller '), en: (en ?? []).join(' or ') }
    }
    case 'invalid_key': {
      const [inner] = issue.issues
      return inner ? expected(inner) : something
    }
    case 'invalid_element': {
      const [inner] = issue.issues
      return inner ? expected(inner) : something
    }
    case 'unrecognized_keys':
    case 'custom':
    default:
      return something
  }
}

/** What is wrong at a place, in a sentence; `isMissing`: there is nothing at the place. */
export function wordsOfIssue(issue: z.core.$ZodIssue, isMissing: boolean): Text {
  const rule = wordsOfRule(issue)
  if (rule) return rule
  if (issue.code === 'invalid_key') {
    const { da, en } = expected(issue)
    return { da: `Navnet skal være ${da}.`, en: `The name has to be ${en}.` }
  }
  const { da, en } = expected(issue)
  return isMissing
    ? { da: `Mangler. Skriv ${da}.`, en: `Missing. Write ${en}.` }
    : { da: `Skriv ${da}.`, en: `Write ${en}.` }
}

/** What is said of a name that does not exist where it stands; `known`: those that do. */
export function wordsOfUnknownName(name: string, known: readonly string[]): Text {
  if (known.length === 0) return { da: `"${name}" findes ikke her.`, en: `There is no "${name}" here.` }
  return {
    da: `"${name}" findes ikke her. Brug ${inARow(known, 'da')}.`,
    en: `There is no "${name}" here. Use ${inARow(known, 'en')}.`,
  }
}
