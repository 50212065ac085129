import { dateAfter, dateOfDay, dayInMilliseconds } from '../day.ts'
import type { Indicator } from './indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import { nextPeriod, periodOf } from '../period/period.ts'
import type { Period } from '../period/period.ts'

/** A figure that is to come: of which period, from when on, and how it stands with it today. */
export interface Due {
  /** `null`: it is not known which, as with an election without a day. */
  readonly period: string | null
  /** A day, `2026-11-23`. */
  readonly expectedOn: string
  readonly state: 'late' | 'soon' | 'later'
}

/** How many days before its day a figure is soon due. */
const soonDays = 60

/** The day so many months after the end of a period; the kinds that can be followed all end with a month. */
function monthsAfter({ end }: Period, months: number): string {
  const date = new Date(end * dayInMilliseconds)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()))
    .toISOString()
    .slice(0, 10)
}

function expectation({ cadence, nextExpectedOn }: Indicator, latest: Observation | undefined) {
  const following =
    latest && cadence.everyYears !== null ? nextPeriod(periodOf(cadence.periodKind, latest.period)) : null
  if (nextExpectedOn !== null) return { period: following?.code ?? null, expectedOn: nextExpectedOn }
  if (!following || cadence.delayMonths === null || (cadence.everyYears ?? 0) > 1) return null
  return { period: following.code, expectedOn: monthsAfter(following, cadence.delayMonths) }
}

/**
 * The next figure of an indicator's headline series: by the date that was given, else by its cadence and its usual delay after
 * the latest figure. `today` is a day, `2026-11-23`. `null`: nothing is expected, or it is not known when; a derived or retired
 * indicator awaits nothing.
 */
export function dueOf(indicator: Indicator, headline: readonly Observation[], today: string): Due | null {
  if (indicator.retiredOn !== null || indicator.derived !== null) return null
  const kind = indicator.cadence.periodKind
  const latest = headline.findLast(hasValue)
  const expected = expectation(indicator, latest)
  if (!expected) return null
  // A date that lies before the latest figure's own period has been met and not been renewed.
  if (latest && dateOfDay(periodOf(kind, latest.period).end) > expected.expectedOn) return null
  const soon = dateAfter(today, soonDays)
  const { expectedOn } = expected
  return { ...expected, state: expectedOn < today ? 'late' : expectedOn <= soon ? 'soon' : 'later' }
}
