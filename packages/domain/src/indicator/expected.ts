import { hasValue, type Observation } from '../observation/observation.ts'
import { nextPeriod, parsePeriod, periodOf, type Period, type PeriodKind } from '../period/period.ts'
import { dueOf } from './due.ts'
import type { Indicator } from './indicator.ts'

/*
 * Which figure is expected next, also of indicators that never had one and that say no day: from how often it comes and how long
 * it usually takes.
 */

/**
 * What the day a figure is expected on rests on: one that was given; the cadence and the usual delay; the cadence and the delay
 * that is assumed where none is known; or that there has never been a figure.
 */
export type ExpectationBasis = 'given' | 'cadence' | 'assumed' | 'never'

/** How it stands with the next figure: late, or never there at all, soon, or later. */
export type ExpectationState = 'late' | 'missing' | 'soon' | 'later'

/** The next figure of an indicator's headline series. */
export interface ExpectedFigure {
  /** `null`: it is not known which, as with an election without a day. */
  readonly period: string | null
  /** A day, `2026-11-23`. */
  readonly expectedOn: string
  readonly state: ExpectationState
  readonly basis: ExpectationBasis
}

const day = 86_400_000
/** How many days before its day a figure is soon due. */
const soonDays = 60
/** The delay that is assumed where none is known, in months after the end of the period: figures of a year come within the next. */
export const assumedDelayMonths = 12

const written = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The day so many months after a period has ended. */
function monthsAfter({ end }: Pick<Period, 'end'>, months: number): string {
  const date = new Date(end * day)
  return written(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()))
}

const stateOn = (expectedOn: string, today: string): ExpectationState => {
  if (expectedOn < today) return 'late'
  return expectedOn <= written(Date.parse(today) + soonDays * day) ? 'soon' : 'later'
}

/** How many periods of a kind there are in a year; `null`: they follow no calendar. */
const perYear: Readonly<Partial<Record<PeriodKind, number>>> = { year: 1, 'school-year': 1, quarter: 4 }

/** The period so many steps of the cadence after one; `null`: only a calendar of elections or surveys could tell. */
function stepped(kind: PeriodKind, code: string, everyYears: number): Period | null {
  const steps = Math.max(1, Math.round(everyYears * (perYear[kind] ?? 0)))
  let period = parsePeriod(kind, code)
  for (let step = 0; period !== null && step < steps; step += 1) period = nextPeriod(period)
  return period
}

/** The newest period of a kind that should have a figure by a day; `null`: only a calendar could tell. */
function newestExpected(kind: PeriodKind, months: number, today: string): Period | null {
  const year = Number(today.slice(0, 4))
  const first: Readonly<Partial<Record<PeriodKind, string>>> = {
    year: String(year - 5),
    'school-year': `${year - 5}/${String((year - 4) % 100).padStart(2, '0')}`,
    quarter: `${year - 5}-Q1`,
  }
  const code = first[kind]
  let newest = code === undefined ? null : parsePeriod(kind, code)
  for (let next = newest; next !== null && monthsAfter(next, months) <= today;) {
    newest = next
    next = nextPeriod(next)
  }
  return newest
}

/** What is expected after the latest figure, by the cadence alone. */
function afterLatest({ cadence }: Indicator, latest: Observation): Omit<ExpectedFigure, 'state'> | null {
  const { periodKind, everyYears, delayMonths } = cadence
  if (everyYears === null) return null
  const basis = delayMonths === null ? 'assumed' : 'cadence'
  const months = delayMonths ?? assumedDelayMonths
  const next = stepped(periodKind, latest.period, everyYears)
  if (next) return { period: next.code, expectedOn: monthsAfter(next, months), basis }
  // Elections and surveys: as long after the latest as they usually are apart, on a day that is not known yet.
  const { end } = periodOf(periodKind, latest.period)
  return { period: null, expectedOn: monthsAfter({ end }, Math.round(everyYears * 12) + months), basis }
}

/**
 * The next figure of an indicator's headline series. By the date that was given where it lies ahead of the latest figure; else by
 * its cadence and its usual delay, or {@link assumedDelayMonths} where none is known. One that has no figure at all is `missing`
 * from the first day on, and named by the newest period that should have one. `today` is a day, `2026-11-23`. `null`: nothing is
 * expected, because it is derived, retired, or comes at no regular times.
 */
export function expectedFigure(
  indicator: Indicator,
  headline: readonly Observation[],
  today: string,
): ExpectedFigure | null {
  if (indicator.retiredOn !== null || indicator.derived !== null) return null
  const latest = headline.findLast(hasValue)
  const { cadence, nextExpectedOn } = indicator
  const due = nextExpectedOn === null ? null : dueOf(indicator, headline, today)
  if (due) {
    const state = latest === undefined && due.state === 'late' ? 'missing' : due.state
    return { period: due.period, expectedOn: due.expectedOn, state, basis: 'given' }
  }
  if (!latest) {
    const months = cadence.delayMonths ?? assumedDelayMonths
    const newest = newestExpected(cadence.periodKind, months, today)
    const expectedOn = newest ? monthsAfter(newest, months) : today
    return { period: newest?.code ?? null, expectedOn, state: 'missing', basis: 'never' }
  }
  const next = afterLatest(indicator, latest)
  return next && { ...next, state: stateOn(next.expectedOn, today) }
}
