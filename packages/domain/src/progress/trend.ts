import type { Cadence } from '../indicator/indicator.ts'
import { calendarTolerance } from './points.ts'
import type { TimedValue } from './points.ts'
import { theilSenSlope } from './theil-sen.ts'

/** How far back a trend looks, in years. */
export const windowYears = 10
const windowRounds = 5

/** Fewer points than these show no trend: of three, Theil and Sen's slope is the last less the first. */
export const fewestForTrend = 4

/**
 * The window a trend is read over: the points no more than ten years before the latest; of elections and survey rounds
 * the last five. Takes and gives points oldest first.
 */
export function trendWindow<P extends TimedValue>(points: readonly P[], { periodKind }: Cadence): readonly P[] {
  const latest = points.at(-1)
  if (!latest) return []
  if (periodKind.endsWith('-election') || periodKind === 'survey-wave') return points.slice(-windowRounds)
  const start = latest.time - windowYears - calendarTolerance
  return points.filter((point) => point.time >= start)
}

const shortYears = 5
const shortPoints = 3

/** The window of the rule before: the last five years, but at least the last three points, or as many as there are. */
export function shortWindow<P extends TimedValue>(points: readonly P[]): readonly P[] {
  const latest = points.at(-1)
  if (!latest) return []
  const start = latest.time - shortYears - calendarTolerance
  return points.filter((point, index) => point.time >= start || index >= points.length - shortPoints)
}

/** The change over a window in its unit: the Theil–Sen slope times the window's length. 0 of fewer than two points. */
export function trendChange(window: readonly TimedValue[]): number {
  const first = window[0]
  const latest = window.at(-1)
  if (!first || !latest || first.time === latest.time) return 0
  return theilSenSlope(window) * (latest.time - first.time)
}
