import type { Indicator } from '../indicator/indicator.ts'
import { hasValue, isParted } from '../observation/observation.ts'
import type { Observation, ObservationStatus } from '../observation/observation.ts'
import { midpoint, parsePeriod, periodOf } from '../period/period.ts'
import type { Period } from '../period/period.ts'
import type { AssessedPoint } from './assessment.ts'

/** A value at a time: a decimal year, and the indicator's unit or a distance in it. */
export interface TimedValue {
  readonly time: number
  readonly value: number
}

/** An observation placed on the axis of time. `margin` is the half-width of the survey's interval; `null`: no survey. */
export interface Point extends AssessedPoint {
  readonly status: ObservationStatus
  readonly margin: number | null
  /** What the value is a share of; `null`: not known. */
  readonly numerator: number | null
  readonly denominator: number | null
}

/** The points that may be compared with the latest one, oldest first. */
export interface History {
  readonly points: readonly Point[]
  /** Time from which figures are comparable; −∞: always. */
  readonly start: number
  /** The period of the first comparable point where a break parts it from earlier figures; `null`: no break. */
  readonly breakAt: string | null
}

/**
 * How much two spans of time may differ in years and still be the same number of years: elections are held a day or so
 * sooner or later in the year.
 */
export const calendarTolerance = 0.01

/**
 * A period of an indicator. A target may also name a calendar year where the indicator's periods are others, e.g. for an
 * election whose day is not known yet. Throws a RangeError where it is neither.
 */
export function periodNamed({ cadence: { periodKind } }: Pick<Indicator, 'cadence'>, code: string): Period {
  return parsePeriod(periodKind, code) ?? parsePeriod('year', code) ?? periodOf(periodKind, code)
}

/** The middle of a period as a decimal year. Throws a RangeError where it is none of the indicator, and no year. */
export const timeOf = (indicator: Pick<Indicator, 'cadence'>, code: string): number =>
  midpoint(periodNamed(indicator, code))

/** What a release keeps of a point. */
export function assessedPoint({ period, time, value }: AssessedPoint): AssessedPoint {
  return { period, time, value }
}

function refuseRepeated({ slug }: Indicator, observations: readonly Observation[]): void {
  const seen = new Set<string>()
  for (const { period } of observations) {
    if (seen.has(period)) throw new RangeError(`${slug} has two figures for ${period} in one series; keep one of them`)
    seen.add(period)
  }
}

/**
 * Observations of one series, in any order, as the points that may be compared with the latest: those without a
 * value are no points, and what lies before a break (status B or D, the return from a D to the usual definition, or one of
 * the indicator's breaks) is left out.
 * Throws a RangeError where a period is not of the indicator's kind, or occurs twice.
 */
export function comparableHistory(indicator: Indicator, observations: readonly Observation[]): History {
  refuseRepeated(indicator, observations)
  const points = observations
    .filter(hasValue)
    .map(({ period, value, status, margin, numerator, denominator }): Point => {
      const time = midpoint(periodOf(indicator.cadence.periodKind, period))
      return { period, time, value, status, margin, numerator, denominator }
    })
    .sort((a, b) => a.time - b.time)
  const latest = points.at(-1)
  if (!latest) return { points, start: Number.NEGATIVE_INFINITY, breakAt: null }
  const breaks = [
    ...points.filter(({ status }, index) => isParted(status, points[index - 1]?.status)).map(({ time }) => time),
    ...indicator.breaks.map((entry) => timeOf(indicator, entry.period)),
  ].filter((time) => time <= latest.time)
  const start = Math.max(...breaks, Number.NEGATIVE_INFINITY)
  const comparable = points.filter((point) => point.time >= start)
  const parted = comparable.length < points.length
  return { points: comparable, start, breakAt: parted ? (comparable[0]?.period ?? null) : null }
}
