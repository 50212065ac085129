import type { Indicator } from '../indicator/indicator.ts'
import type { Projection } from './assessment.ts'
import { calendarTolerance } from './points.ts'
import type { TimedValue, Point } from './points.ts'
import { windowYears } from './trend.ts'
import { atRank, median, slopeLimits, theilSenSlope } from './theil-sen.ts'

const fewestPoints = 4
const yearsWithoutTarget = 5
const coverage = 0.8
/** The standard normal quantile that leaves 10 % above it. */
const quantile = 1.2815515655446004

/** A line with the spread around it: slopes and values in the unit of the points, times in decimal years. */
export interface FittedLine {
  readonly slope: number
  readonly slopeLow: number
  readonly slopeHigh: number
  readonly middle: TimedValue
  readonly spread: number
  /** Standard deviation of the changes from point to point, per square root of a year. */
  readonly wandering: number
  /** The years its drift is known from: from the first point to the last, but no more than the window of a trend. */
  readonly years: number
}

/** How much a series wanders: the standard deviation of its first differences, each per square root of its years. */
function wanderingOf(points: readonly TimedValue[]): number {
  const steps = points.slice(1).flatMap((point, index) => {
    const before = points[index]
    return before && point.time > before.time
      ? [(point.value - before.value) / Math.sqrt(point.time - before.time)]
      : []
  })
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / Math.max(steps.length - 1, 1))
}

/**
 * The Theil–Sen line with the median of value − slope × time as its intercept, the limits of its slope,
 * and the size that 80 % of the distances to the line do not pass, at rank ⌈0.8 (n + 1)⌉ as for
 * conformal prediction, widened by √(n ÷ (n − 2)) because the line was fitted to the same points.
 */
export function fitLine(points: readonly TimedValue[]): FittedLine {
  const slope = theilSenSlope(points)
  const { low, high } = slopeLimits(points)
  const time = median(points.map((point) => point.time))
  const value = median(points.map((point) => point.value - slope * (point.time - time)))
  const distances = points
    .map((point) => Math.abs(point.value - value - slope * (point.time - time)))
    .sort((a, b) => a - b)
  const rank = Math.ceil(coverage * (points.length + 1))
  return {
    slope,
    slopeLow: low,
    slopeHigh: high,
    middle: { time, value },
    spread: atRank(distances, rank) * Math.sqrt(points.length / (points.length - 2)),
    wandering: wanderingOf(points),
    years: Math.min((points.at(-1)?.time ?? 0) - (points[0]?.time ?? 0), windowYears),
  }
}

/** The line's value at a time. */
export function valueOn(line: FittedLine, time: number): number {
  return line.middle.value + line.slope * (time - line.middle.time)
}

/** The 80 % interval of a new observation at a time, so many years after the latest point. */
export function intervalAt(
  line: FittedLine,
  time: number,
  years: number,
): { readonly low: number; readonly high: number } {
  const distance = time - line.middle.time
  const wandered = quantile * line.wandering * (Math.sqrt(years) + years / Math.sqrt(line.years))
  const value = valueOn(line, time)
  return {
    low: value - Math.hypot((line.slope - line.slopeLow) * distance, line.spread, wandered),
    high: value + Math.hypot((line.slopeHigh - line.slope) * distance, line.spread, wandered),
  }
}

/** As far ahead as the last measurement within five years, or the next one where it is later: nothing is measured between two. */
const yearsAhead = ({ cadence: { everyYears } }: Indicator): number =>
  everyYears === null ? yearsWithoutTarget : everyYears * Math.max(1, Math.floor(yearsWithoutTarget / everyYears))

function horizon(indicator: Indicator, from: number, targetTime: number | null): number[] {
  const end = targetTime !== null && targetTime > from ? targetTime : from + yearsAhead(indicator)
  const years = Array.from({ length: Math.ceil(end - from - calendarTolerance) }, (_, index) => from + index)
  return [...years, end]
}

/** The expected course, but for the year in which it reaches a target, and the line it follows. */
export interface FittedProjection {
  readonly line: FittedLine
  readonly course: Pick<Projection, 'slope' | 'from' | 'points'>
}

/**
 * Where the line goes if it goes on as it has: the Theil–Sen line through the given points (comparable, oldest
 * first), from the latest point's time to `targetTime`, or as long as is measured within five years where that is `null` or past; a value for
 * each year, and one at the end. `from` is the line's own value at the latest point's time. `null` of fewer than
 * four points.
 *
 * The 80 % interval is for a new observation. It joins, as the root of the sum of squares, what the slope's
 * confidence limits amount to at the distance from the median time, the spread of the points around the line, and what
 * a series that wanders from year to year may have wandered by then: 1.2816 standard deviations of the first differences
 * per square root of a year, times √h + h/√T for h years ahead of T years known, at most ten. √h is how far it
 * wanders, h/√T how wrong its drift may be known, which older years do not tell; they are added, because changes of
 * neighbouring years go the same way. Without this, a
 * fitted line promises more than it holds (Chatfield 1993, “Calculating interval forecasts”, Journal of Business &
 * Economic Statistics 11:121).
 * `back-test.test.ts` holds it against what was published later. Values are clipped to the natural limits.
 */
export function project(
  indicator: Indicator,
  points: readonly Point[],
  targetTime: number | null,
): FittedProjection | null {
  const latest = points.at(-1)
  if (!latest || points.length < fewestPoints) return null
  const line = fitLine(points)
  const lower = indicator.limits.lower ?? Number.NEGATIVE_INFINITY
  const upper = indicator.limits.upper ?? Number.POSITIVE_INFINITY
  const clip = (value: number): number => Math.min(Math.max(value, lower), upper)
  return {
    line,
    course: {
      slope: line.slope,
      from: { period: latest.period, time: latest.time, value: clip(valueOn(line, latest.time)) },
      points: horizon(indicator, latest.time, targetTime).map((time) => {
        const { low, high } = intervalAt(line, time, time - latest.time)
        return { time, value: clip(valueOn(line, time)), low: clip(low), high: clip(high) }
      }),
    },
  }
}
