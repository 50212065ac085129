import { calendarTolerance } from './points.ts'
import type { Moment } from './points.ts'
import { theilSenSlope } from './theil-sen.ts'

const windowYears = 5
const windowPoints = 3

/**
 * The window a trend is read over: the points no more than five years before the latest, but at least the last
 * three (elections, survey rounds), or as many as there are. Takes and gives points oldest first.
 */
export function trendWindow<P extends Moment>(points: readonly P[]): readonly P[] {
  const latest = points.at(-1)
  if (!latest) return []
  const start = latest.time - windowYears - calendarTolerance
  return points.filter((point, index) => point.time >= start || index >= points.length - windowPoints)
}

/** The change over a window in its unit: the Theil–Sen slope times the window's length. 0 of fewer than two points. */
export function trendChange(window: readonly Moment[]): number {
  const first = window[0]
  const latest = window.at(-1)
  if (!first || !latest || first.time === latest.time) return 0
  return theilSenSlope(window) * (latest.time - first.time)
}
