import { parsePeriod, type PeriodKind } from '../period/period.ts'

const months = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['marts', 'march'],
  ['april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
] as const
const monthNumber = new Map(months.flatMap((names, index) => names.map((name) => [name as string, index + 1] as const)))
const padded = (number: number | string): string => String(number).padStart(2, '0')

type Form = readonly [pattern: RegExp, code: (...parts: string[]) => string | null]

const monthForm = (name: string, year: string): string | null => {
  const month = monthNumber.get(name)
  return month === undefined ? null : `${year}-${padded(month)}`
}

/** A date of three numbers. With strokes it may be month first; then only a day that can be no month tells. */
const dateForm = (date: string, mark: string, month: string, year: string): string | null =>
  mark === '/' && Number(date) <= 12 && date !== month ? null : `${year}-${padded(month)}-${padded(date)}`

const dates: readonly Form[] = [
  [/^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})$/, dateForm],
  [
    /^(\d{1,2})\.? (\p{L}+) (\d{4})$/u,
    (date = '', name = '', year = '') => {
      const month = monthForm(name, year)
      return month === null ? null : `${month}-${padded(date)}`
    },
  ],
]

const forms: Readonly<Record<'year' | 'school-year' | 'quarter' | 'survey-wave' | 'day', readonly Form[]>> = {
  year: [[/^(?:år|året|year) (\d{4})$/, (year = '') => year]],
  'school-year': [
    [
      /^(?:skoleåret |skoleår |school year )?(\d{4}) ?[-–/] ?(?:\d\d)?(\d\d)$/,
      (year = '', next = '') => `${year}/${next}`,
    ],
  ],
  quarter: [
    [/^([1-4])\. ?(?:kvartal|kvt\.?|kv\.?),? ?(\d{4})$/, (quarter = '', year = '') => `${year}-Q${quarter}`],
    [/^(\d{4}),? ?([1-4])\. ?(?:kvartal|kvt\.?|kv\.?)$/, (year = '', quarter = '') => `${year}-Q${quarter}`],
    [/^(\d{4})[ -]?[kq]([1-4])$/, (year = '', quarter = '') => `${year}-Q${quarter}`],
    [/^[kq]([1-4])[ -]?(\d{4})$/, (quarter = '', year = '') => `${year}-Q${quarter}`],
  ],
  'survey-wave': [
    [/^(\p{L}+) (\d{4})$/u, (name = '', year = '') => monthForm(name, year)],
    [/^(\d{4})m(\d\d)$/, (year = '', month = '') => `${year}-${month}`],
  ],
  day: dates,
}

function formsOf(kind: PeriodKind): readonly Form[] {
  if (kind === 'year' || kind === 'school-year' || kind === 'quarter' || kind === 'survey-wave') return forms[kind]
  return forms.day
}

/** Whether the year alone may tell a period of the kind, where it is known which there are. */
export const isToldByYear = (kind: PeriodKind): boolean => formsOf(kind) === forms.day

/** Reads a day as people write it: `18. november 2025`, `18.11.2025`, `2025-11-18`. `null`: it is none, or could be two. */
export function readDateText(text: string): string | null {
  // The periods of elections are days.
  return readPeriodText('municipal-election', text, [])
}

/**
 * Reads a period as people write it: `2018-2019`, `skoleåret 2018/19`, `1. kvartal 2025`, `2025K1`, `18. november 2025`,
 * `18.11.2025`. The year of an election is enough where `known` has one such election in it. `null`: it is none, or could be
 * two.
 */
export function readPeriodText(kind: PeriodKind, text: string, known: readonly string[]): string | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  if (parsePeriod(kind, plain)) return plain
  const lower = plain.toLowerCase()
  for (const [pattern, codeOf] of formsOf(kind)) {
    const [, ...parts] = pattern.exec(lower) ?? []
    const code = parts.length === 0 ? null : codeOf(...parts)
    if (code !== null && parsePeriod(kind, code)) return code
  }
  const inYear = isToldByYear(kind) && /^\d{4}$/.test(plain) ? known.filter((one) => one.startsWith(plain)) : []
  return inYear.length === 1 ? (inYear[0] ?? null) : null
}
