import { dayInMilliseconds } from '../day.ts'
import { danishDay } from './danish-day.ts'
import { z } from 'zod'
import type { Locale } from '../text.ts'

/**
 * What a period is. Elections of different kinds are different kinds of period, so that they can never share a line.
 * Written as: year `2025`; school-year `2024/25`; quarter `2025-Q3`; elections by their day `2025-11-18`; survey-wave `2025` or `2025-02` (the month it began).
 */
export const PeriodKind = z
  .enum([
    'year',
    'school-year',
    'quarter',
    'municipal-election',
    'general-election',
    'european-election',
    'regional-election',
    'school-board-election',
    'survey-wave',
  ])
  .meta({ id: 'PeriodKind', description: 'What a period is.' })
export type PeriodKind = z.infer<typeof PeriodKind>

/** A period of time. `start` and `end` are days since 1970-01-01; `end` is exclusive. */
export interface Period {
  readonly kind: PeriodKind
  readonly code: string
  readonly start: number
  readonly end: number
}

const day = (year: number, month: number, date: number): number => {
  const time = new Date(0)
  // setUTCFullYear, because Date.UTC takes the years 0–99 for 1900–1999.
  time.setUTCFullYear(year, month - 1, date)
  return time.getTime() / dayInMilliseconds
}

const expectedForm: Record<PeriodKind, string> = {
  year: '2025',
  'school-year': '2024/25',
  quarter: '2025-Q3',
  'municipal-election': '2025-11-18',
  'general-election': '2026-03-24',
  'european-election': '2024-06-09',
  'regional-election': '2025-11-18',
  'school-board-election': '2026-04-15',
  'survey-wave': '2025 / 2025-02',
}

/** An example of how a period of the kind is written, for messages. */
export function periodExample(kind: PeriodKind): string {
  return expectedForm[kind]
}

function bounds(kind: PeriodKind, code: string): [number, number] | null {
  const years = /^(\d{4})$/.exec(code)
  if (kind === 'year' || (kind === 'survey-wave' && years)) {
    const year = Number(years?.[1])
    return years ? [day(year, 1, 1), day(year + 1, 1, 1)] : null
  }
  if (kind === 'school-year') {
    const match = /^(\d{4})\/(\d{2})$/.exec(code)
    const year = Number(match?.[1])
    return match && (year + 1) % 100 === Number(match[2]) ? [day(year, 8, 1), day(year + 1, 8, 1)] : null
  }
  if (kind === 'quarter') {
    const match = /^(\d{4})-Q([1-4])$/.exec(code)
    const month = Number(match?.[2]) * 3 - 2
    return match ? [day(Number(match[1]), month, 1), day(Number(match[1]), month + 3, 1)] : null
  }
  if (kind === 'survey-wave') {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(code)
    return match ? [day(Number(match[1]), Number(match[2]), 1), day(Number(match[1]), Number(match[2]) + 1, 1)] : null
  }
  if (!z.iso.date().safeParse(code).success) return null
  const [year = 0, month = 0, date = 0] = code.split('-').map(Number)
  return [day(year, month, date), day(year, month, date) + 1]
}

/** Reads a period of the given kind; `null` where the text is not one. */
export function parsePeriod(kind: PeriodKind, code: string): Period | null {
  const range = bounds(kind, code)
  return range && { kind, code, start: range[0], end: range[1] }
}

/** Reads a period that is known to be well formed; throws a RangeError naming the right form otherwise. */
export function periodOf(kind: PeriodKind, code: string): Period {
  const period = parsePeriod(kind, code)
  if (!period) throw new RangeError(`"${code}" is no ${kind}; write it as ${expectedForm[kind]}`)
  return period
}

/** Schema of the period codes of one kind; the message names the right form. */
export function periodCode(kind: PeriodKind): z.ZodType<string> {
  return z
    .string()
    .refine((code) => parsePeriod(kind, code) !== null, { error: `Not a ${kind}; write it as ${expectedForm[kind]}` })
}

/** Months since the year 0 at which a period of whole months begins and ends. */
function monthsOf({ start, end }: Period): { readonly from: number; readonly to: number } {
  const [first, last] = [new Date(start * dayInMilliseconds), new Date(end * dayInMilliseconds)]
  return {
    from: 12 * first.getUTCFullYear() + first.getUTCMonth(),
    to: 12 * last.getUTCFullYear() + last.getUTCMonth(),
  }
}

/**
 * The middle of a period as a decimal year (2025.5 for the year 2025), so that all kinds share one axis of time. Periods of
 * whole months are measured in months of equal length: ten school years are ten years, whatever the leap years. A day is
 * measured in days.
 */
export function midpoint(period: Period): number {
  if (period.end - period.start > 1) {
    const { from, to } = monthsOf(period)
    return (from + to) / 24
  }
  const middle = (period.start + period.end) / 2
  const year = new Date(middle * dayInMilliseconds).getUTCFullYear()
  const first = day(year, 1, 1)
  return year + (middle - first) / (day(year + 1, 1, 1) - first)
}

/** Years between the midpoints of two periods, negative where `to` lies first. */
export function yearsBetween(from: Period, to: Period): number {
  return midpoint(to) - midpoint(from)
}

/** Orders periods by time: negative where `a` comes first. */
export function comparePeriods(a: Period, b: Period): number {
  return a.start - b.start || a.end - b.end
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** The next period of a kind that follows the calendar; `null` for elections and survey waves, whose dates a person decides. */
export function nextPeriod(period: Period): Period | null {
  const end = new Date(period.end * dayInMilliseconds)
  const year = end.getUTCFullYear()
  const digits = String(year).padStart(4, '0')
  // Parsed, not taken for granted: after the year 9999 nothing can be written.
  if (period.kind === 'year') return parsePeriod('year', digits)
  if (period.kind === 'school-year') return parsePeriod('school-year', `${digits}/${pad((year + 1) % 100)}`)
  if (period.kind === 'quarter') return parsePeriod('quarter', `${digits}-Q${end.getUTCMonth() / 3 + 1}`)
  return null
}

/** Whether the period lies in the years `from`..`to` (inclusive; `null` is open). A school year counts where it overlaps. */
export function withinYears(period: Period, from: number | null, to: number | null): boolean {
  return (from === null || period.end > day(from, 1, 1)) && (to === null || period.start < day(to + 1, 1, 1))
}

const longDate: Record<Locale, Intl.DateTimeFormat> = {
  da: new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}
const monthAndYear: Record<Locale, Intl.DateTimeFormat> = {
  da: new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

/** A date in words: `12. februar 2026`, `12 February 2026`. Takes `2026-02-12`, or a timestamp: then it is the day in Denmark. */
export function formatDate(date: string, locale: Locale): string {
  return longDate[locale].format(new Date(danishDay(date)))
}

/** The period in a few characters, for axes, sentences and rows: `2025`, `2024/25`, `3. kvt. 2025`; an election is its year. */
export function periodLabel(period: Period, locale: Locale): string {
  if (period.kind === 'quarter') {
    const [year, quarter] = period.code.split('-Q')
    return locale === 'da' ? `${quarter}. kvt. ${year}` : `Q${quarter} ${year}`
  }
  if (period.kind === 'survey-wave' || period.kind === 'year' || period.kind === 'school-year') {
    return /^\d{4}-\d{2}$/.test(period.code)
      ? monthAndYear[locale].format(period.start * dayInMilliseconds)
      : period.code
  }
  return period.code.slice(0, 4)
}

/** The period written out, for tables: an election gives its day. */
export function periodName(period: Period, locale: Locale): string {
  return period.end - period.start === 1 ? formatDate(period.code, locale) : periodLabel(period, locale)
}
