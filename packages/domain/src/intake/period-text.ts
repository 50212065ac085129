import { parsePeriod, periodExample, type PeriodKind } from '../period/period.ts'
import type { Text } from '../text.ts'

/** A period as a file states it. */
export interface PeriodReading {
  readonly code: string
  /** The file marks its figures as provisional: `2022*`, `2024 (foreløbig)`. */
  readonly isProvisional: boolean
  /** The file says that its figures are no observations yet: `Budget 2027`, `Prognose 2030`. */
  readonly isOutlook: boolean
}

const months = [
  ['januar', 'january', 'jan'],
  ['februar', 'february', 'feb'],
  ['marts', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const
const monthNumber = new Map(months.flatMap((names, index) => names.map((name) => [name as string, index + 1] as const)))
const padded = (number: number | string): string => String(number).padStart(2, '0')

/** A year of two digits as a table of today means it: 49 and below lie in this century. */
function wholeYear(year: string): string {
  if (year.length === 4) return year
  return `${Number(year) < 50 ? '20' : '19'}${padded(year)}`
}

type Form = readonly [pattern: RegExp, code: (...parts: string[]) => string | null]

function monthOf(name: string, year: string): string | null {
  const month = monthNumber.get(name.replace(/\.$/, ''))
  return month === undefined ? null : `${wholeYear(year)}-${padded(month)}`
}

/** A date of three numbers. With two strokes the month may come first; then only a day that can be no month tells. */
const dateOf = (date: string, mark: string, month: string, year: string): string | null =>
  mark === '/' && Number(date) <= 12 && date !== month ? null : `${wholeYear(year)}-${padded(month)}-${padded(date)}`

const days: readonly Form[] = [
  [/^(\d{4}-\d\d-\d\d)(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/, (date = '') => date],
  [/^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)$/, dateOf],
  [/^(\d{1,2})\/(\d{1,2})[- ](\d{4}|\d\d)$/, (date = '', month = '', year = '') => dateOf(date, '.', month, year)],
  [
    /^(?:\p{L}+dag |\p{L}+day )?(?:den |d\. )?(\d{1,2})\.? (\p{L}+\.?),? (\d{4}|\d\d)$/u,
    (date = '', name = '', year = '') => {
      const month = monthOf(name, year)
      return month === null ? null : `${month}-${padded(date)}`
    },
  ],
]

/** The day a text states; `null`: it states none. */
function dayOf(lower: string): string | null {
  for (const [pattern, codeOf] of days) {
    const [, ...parts] = pattern.exec(lower) ?? []
    const code = parts.length === 0 ? null : codeOf(...parts)
    if (code !== null && parsePeriod('municipal-election', code)) return code
  }
  return null
}

const monthForms: readonly Form[] = [
  [/^(\p{L}+\.?)[ -](\d{4}|\d\d)$/u, (name = '', year = '') => monthOf(name, year)],
  [/^(\d{4})[ -](\p{L}+\.?)$/u, (year = '', name = '') => monthOf(name, year)],
  [/^(\d{4})m(\d\d)$/, (year = '', month = '') => `${year}-${month}`],
  [/^(\d{1,2})[-/.](\d{4})$/, (month = '', year = '') => `${year}-${padded(month)}`],
]

/** The school year that begins in a year; `null` where the second is not the next. */
function schoolYear(first: string, second: string): string | null {
  const year = wholeYear(first)
  return (Number(year) + 1) % 100 === Number(second) % 100 ? `${year}/${padded(second.slice(-2))}` : null
}

const quarterWord = String.raw`(?:kvartal|kvt\.?|kv\.?|quarter|qtr\.?)`
const quarterOf = (quarter = '', year = ''): string => `${year}-Q${quarter}`
const forms: Readonly<Record<'year' | 'school-year' | 'quarter', readonly Form[]>> = {
  year: [
    [/^(?:(?:år|året|year|kalenderåret|ultimo|ult\.|primo|pr\.) )?(\d{4})$/, (year = '') => year],
    // What a program makes of a year it keeps as a decimal number.
    [/^(\d{4})[.,]0$/, (year = '') => year],
  ],
  'school-year': [
    [/^(?:skoleåret |skoleår |school year )?(\d{4}) ?[-–/] ?(\d{4}|\d\d)$/, schoolYear],
    [/^(?:skoleåret |skoleår |school year )?(\d\d) ?[/] ?(\d\d)$/, schoolYear],
  ],
  quarter: [
    [new RegExp(String.raw`^([1-4])\. ?${quarterWord},? ?(\d{4})$`), quarterOf],
    [new RegExp(String.raw`^${quarterWord} ([1-4]),? (\d{4})$`), quarterOf],
    [
      new RegExp(String.raw`^(\d{4}),? ?([1-4])\. ?${quarterWord}$`),
      (year = '', quarter = '') => quarterOf(quarter, year),
    ],
    [/^(\d{4})[ -]?[kq]([1-4])$/, (year = '', quarter = '') => quarterOf(quarter, year)],
    [/^[kq]([1-4])[ -]?(\d{4})$/, quarterOf],
  ],
}

/** Whether the year alone may tell a period of the kind, where it is known which there are. */
export const isToldByYear = (kind: PeriodKind): boolean => kind.endsWith('-election')

const electionWords: Readonly<Partial<Record<PeriodKind, RegExp>>> = {
  'municipal-election': /^(?:kv|kommunalvalg(?:et)?) ?'?(\d{4}|\d\d)$/,
  'general-election': /^(?:fv|folketingsvalg(?:et)?) ?'?(\d{4}|\d\d)$/,
  'european-election': /^(?:ep|epv|europaparlamentsvalg(?:et)?) ?'?(\d{4}|\d\d)$/,
  'regional-election': /^(?:rv|regionsvalg(?:et)?) ?'?(\d{4}|\d\d)$/,
}

function electionOf(kind: PeriodKind, lower: string, known: readonly string[]): string | null {
  const date = dayOf(lower)
  if (date !== null) return date
  const [, named = ''] = electionWords[kind]?.exec(lower) ?? /^(?:valg(?:et)? (?:i )?)?(\d{4})$/.exec(lower) ?? []
  const inYear = named === '' ? [] : known.filter((one) => one.startsWith(wholeYear(named)))
  return inYear.length === 1 ? (inYear[0] ?? null) : null
}

function firstOf(patterns: readonly Form[], kind: PeriodKind, lower: string): string | null {
  for (const [pattern, codeOf] of patterns) {
    const [, ...parts] = pattern.exec(lower) ?? []
    const code = parts.length === 0 ? null : codeOf(...parts)
    if (code !== null && parsePeriod(kind, code)) return code
  }
  return null
}

/** The quarter that begins on a day; `null`: none does. */
function quarterFrom(date: string | null): string | null {
  const [, year = '', month = ''] = /^(\d{4})-(01|04|07|10)-01$/.exec(date ?? '') ?? []
  return year === '' ? null : `${year}-Q${(Number(month) + 2) / 3}`
}

function periodCodeOf(kind: PeriodKind, lower: string, known: readonly string[]): string | null {
  if (isToldByYear(kind)) return electionOf(kind, lower, known)
  if (kind === 'year') return firstOf(forms.year, kind, lower) ?? dayOf(lower)?.slice(0, 4) ?? null
  if (kind === 'quarter') return firstOf(forms.quarter, kind, lower) ?? quarterFrom(dayOf(lower))
  if (kind === 'school-year') return firstOf(forms['school-year'], kind, lower)
  return firstOf(monthForms, kind, lower) ?? dayOf(lower)?.slice(0, 7) ?? null
}

/** Numbers are years only in these; 4812 inhabitants are no year. */
export const yearsKnown = { from: 1900, to: 2100 } as const

const isWithinYears = (code: string): boolean => {
  const year = Number(code.slice(0, 4))
  return year >= yearsKnown.from && year <= yearsKnown.to
}

const provisional =
  /(?:\s*\*+|\s*\(?(?:foreløbige?|foreløbigt|foreløbige tal|provisional|prelim\.?)\)?|\s*\((?:f|p)\)| p)$/u
const outlook =
  /^(?:budget(?:teret)?|bud\.|prognose|fremskrivning|forventet|forventning|overslag|skøn|estimat|forecast|projection|budgeted|b) ?(?=\d)|[ (]*(?:budget|prognose|fremskrivning|forventet|overslag|skøn|estimat|forecast|projection|b)\)?$/u
const account = /^(?:regnskab|r|faktisk|realiseret|actual) ?(?=\d{2})/

/**
 * Reads a period as people and spreadsheets write it: `2018-2019`, `skoleåret 2018/19`, `1. kvartal 2025`, `2025K1`, `18. november 2025`,
 * `18/11-2025`, `feb-25`, `2022*`, `Budget 2027`. The year of an election is enough where `known` has one such election in it. `null`: it
 * is none, could be two, or lies outside 1900–2100.
 */
export function readPeriod(kind: PeriodKind, text: string, known: readonly string[]): PeriodReading | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  if (parsePeriod(kind, plain))
    return isWithinYears(plain) ? { code: plain, isProvisional: false, isOutlook: false } : null
  const lower = plain.toLowerCase()
  const withoutMark = lower.replace(provisional, '')
  const withoutWord = withoutMark.replace(outlook, '').trim()
  const code = periodCodeOf(kind, withoutWord.replace(account, ''), known)
  if (code === null || !isWithinYears(code)) return null
  return { code, isProvisional: withoutMark !== lower, isOutlook: withoutWord !== withoutMark }
}

/** The code of {@link readPeriod}. */
export function readPeriodText(kind: PeriodKind, text: string, known: readonly string[]): string | null {
  return readPeriod(kind, text, known)?.code ?? null
}

/** Reads a day as people write it: `18. november 2025`, `18.11.2025`, `18/11-2025`, `2025-11-18`. `null`: it is none, or could be two. */
export function readDateText(text: string): string | null {
  return dayOf(text.trim().replace(/\s+/g, ' ').toLowerCase())
}

/** Why a text is no period of the kind, and what to do. */
export function periodProblem(kind: PeriodKind, text: string): Text {
  const example = periodExample(kind)
  if (text === '') return { da: 'Perioden mangler.', en: 'The period is missing.' }
  const lower = text.trim().toLowerCase()
  const isDate = dayOf(lower) !== null || firstOf(monthForms, 'survey-wave', lower) !== null
  if (kind === 'school-year' && isDate) {
    return {
      da: `“${text}” er en dato, ikke et skoleår. Regnearket har måske lavet et skoleår om: 2010/11 bliver til nov-10. Giv cellen formatet Tekst, og skriv ${example}.`,
      en: `“${text}” is a date, not a school year. The spreadsheet may have changed a school year: 2010/11 becomes nov-10. Format the cell as text and write ${example}.`,
    }
  }
  if (/^\d+$/.test(lower) && kind === 'year') {
    return {
      da: `“${text}” er ikke et år mellem ${yearsKnown.from} og ${yearsKnown.to}.`,
      en: `“${text}” is not a year between ${yearsKnown.from} and ${yearsKnown.to}.`,
    }
  }
  return {
    da: `“${text}” kan ikke læses som en periode. Skriv den som ${example}.`,
    en: `“${text}” cannot be read as a period. Write it as ${example}.`,
  }
}
