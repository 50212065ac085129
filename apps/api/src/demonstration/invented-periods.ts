import { dateAfter, dateOfDay } from '@pejling/domain/day'
import { parsePeriod, type PeriodKind } from '@pejling/domain/period/period'

/** The periods of one kind in the demonstration. */
export interface InventedPeriods {
  /** The periods with figures, oldest first. */
  readonly past: readonly string[]
  /** The period that targets are set for. */
  readonly target: string
  /** The period that targets are measured from: one of `past`. */
  readonly baseline: string
}

/** The nth weekday (0: Sunday) of a month (1–12), as a date. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const until = (weekday - new Date(first).getUTCDay() + 7) % 7
  return dateAfter(first, until + (nth - 1) * 7)
}

const range = (first: number, last: number, step = 1): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, n) => first + n * step)
const schoolYear = (end: number): string => `${end - 1}/${String(end % 100).padStart(2, '0')}`

/** Takes the newest periods before today, at most `most`, and the first that comes after. */
function around(dates: readonly string[], today: string, most: number): InventedPeriods {
  const past = dates.filter((date) => date < today).slice(-most)
  return {
    past,
    target: dates.find((date) => date >= today) ?? today,
    baseline: past.at(-2) ?? past[0] ?? today,
  }
}

const lastElectionYear = 2125
// Danish law: the third Tuesday of November every fourth year.
const municipalElections = range(1997, lastElectionYear, 4).map((year) => nthWeekday(year, 11, 2, 3))
// The real days as far as they are known; later ones are invented, four and five years apart.
const generalElections = [
  '2007-11-13',
  '2011-09-15',
  '2015-06-18',
  '2019-06-05',
  '2022-11-01',
  '2026-03-24',
  ...range(2030, lastElectionYear, 4).map((year) => nthWeekday(year, 3, 2, 3)),
]
const europeanElections = [
  '2004-06-13',
  '2009-06-07',
  '2014-05-25',
  '2019-05-26',
  '2024-06-09',
  ...range(2029, lastElectionYear, 5).map((year) => nthWeekday(year, 6, 0, 2)),
]
const schoolBoardElections = range(2010, lastElectionYear, 4).map((year) => `${year}-04-15`)

function inYears(last: number, years: number): InventedPeriods {
  return { past: range(last - years + 1, last).map(String), target: String(last + 5), baseline: String(last - 5) }
}

function inSchoolYears(end: number): InventedPeriods {
  return { past: range(end - 11, end).map(schoolYear), target: schoolYear(end + 4), baseline: schoolYear(end - 5) }
}

/** The code of a quarter by its number since the year 0. */
const quarterCode = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`

function inQuarters(latest: number): InventedPeriods {
  return {
    past: range(latest - 15, latest).map(quarterCode),
    target: quarterCode(latest + 12),
    baseline: quarterCode(latest - 8),
  }
}

function inSurveys(lastYear: number): InventedPeriods {
  const last = lastYear % 2 === 1 ? lastYear : lastYear - 1
  return { past: range(last - 10, last, 2).map(String), target: String(last + 4), baseline: String(last - 4) }
}

/**
 * The periods of a kind that the demonstration has figures for on a day (`2026-11-30`). A figure appears about three months after
 * its period, so that a demonstration made on any day looks like one that has been kept up to date. `years`: how many calendar years.
 */
export function periodsAt(kind: PeriodKind, today: string, years = 12): InventedPeriods {
  const published = dateAfter(today, -90)
  const [year = 0, month = 0] = published.split('-').map(Number)
  const byKind: Record<PeriodKind, () => InventedPeriods> = {
    year: () => inYears(year - 1, years),
    'school-year': () => inSchoolYears(month >= 7 ? year : year - 1),
    quarter: () => inQuarters(year * 4 + Math.floor((month - 1) / 3) - 1),
    'municipal-election': () => around(municipalElections, today, 6),
    'regional-election': () => around(municipalElections, today, 5),
    'general-election': () => around(generalElections, today, 5),
    'european-election': () => around(europeanElections, today, 4),
    'school-board-election': () => around(schoolBoardElections, today, 4),
    'survey-wave': () => inSurveys(year - 1),
  }
  return byKind[kind]()
}

/** The day the next figure of a kind is expected, after the given day; `null`: it is not known when the next survey is made. */
export function nextExpectedAt(kind: PeriodKind, today: string): string | null {
  if (kind === 'survey-wave') return null
  const { past, target } = periodsAt(kind, today)
  if (kind.endsWith('-election')) return target
  const latest = parsePeriod(kind, past.at(-1) ?? '')
  if (latest === null) return null
  const length = latest.end - latest.start
  const nextEnd = dateOfDay(latest.end + length)
  return dateAfter(nextEnd, 95)
}
