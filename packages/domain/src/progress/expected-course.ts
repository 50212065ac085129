import type { Indicator } from '../indicator/indicator.ts'
import type { ExpectedCourse } from './assessment.ts'
import type { Aim } from './aim.ts'
import { calendarTolerance } from './points.ts'
import type { Moment, Point } from './points.ts'
import { atRank, median, slopeLimits, theilSenSlope } from './theil-sen.ts'

const fewestPoints = 4
const yearsWithoutTarget = 5
const yearsAtMost = 50
const coverage = 0.8

/** A line with the spread around it: slopes and values in the unit of the points, times in decimal years. */
interface FittedLine {
  readonly slope: number
  readonly slopeLow: number
  readonly slopeHigh: number
  readonly middle: Moment
  readonly spread: number
}

/**
 * The Theil–Sen line with the median of value − slope × time as its intercept, the limits of its slope,
 * and the size that 80 % of the distances to the line do not pass, at rank ⌈0.8 (n + 1)⌉ as for
 * conformal prediction, widened by √(n ÷ (n − 2)) because the line was fitted to the same points.
 */
function fitLine(points: readonly Moment[]): FittedLine {
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
  }
}

function horizon(from: number, targetTime: number | null): number[] {
  const end = targetTime !== null && targetTime > from ? targetTime : from + yearsWithoutTarget
  const years = Array.from({ length: Math.ceil(end - from - calendarTolerance) }, (_, index) => from + index)
  return [...years, end]
}

function yearReached(
  indicator: Indicator,
  line: FittedLine,
  latest: Moment,
  aim: Aim | null,
  isReached: boolean,
): number | null {
  if (!aim?.reached) return null
  // The figure of a calendar year stands for its middle, so a line that gets there in autumn shows it the year after.
  const isYearly = indicator.cadence.periodKind === 'year'
  const yearOf = (time: number): number => (isYearly ? Math.ceil(time - 0.5 - 1e-9) : Math.floor(time))
  const year = yearOf(latest.time)
  if (isReached) return year
  const now = line.middle.value + line.slope * (latest.time - line.middle.time)
  const { low, high } = aim.reached
  const isInside = now >= low && now <= high
  const years = isInside ? 0 : ((line.slope > 0 ? low : high) - now) / line.slope
  if (!(years >= 0 && years <= yearsAtMost)) return null
  // The line may have passed the target where the latest point has not: then it is for the next year to show.
  return Math.max(yearOf(latest.time + years), year + 1)
}

/**
 * Where the line goes if it goes on as it has: the Theil–Sen line through the given points (comparable, oldest
 * first), from the latest point's time to `targetTime`, or five years on where that is `null` or past; a value for
 * each year, and one at the end. `from` is the line's own value at the latest point's time. `null` of fewer than
 * four points.
 *
 * The 80 % interval is for a new observation. It joins, as the root of the sum of squares, what the slope's
 * confidence limits amount to at the distance from the median time, and the spread of the points around the line.
 * For straight lines with independent, normal errors it holds 80–91 % of new observations (simulated, 4–20 points,
 * 1–10 years ahead): a little too wide with few points, never too narrow. Values are clipped to the natural limits.
 */
export function expectedCourse(
  indicator: Indicator,
  aim: Aim | null,
  points: readonly Point[],
  targetTime: number | null,
  isReached: boolean,
): ExpectedCourse | null {
  const latest = points.at(-1)
  if (!latest || points.length < fewestPoints) return null
  const line = fitLine(points)
  const lower = indicator.limits.lower ?? Number.NEGATIVE_INFINITY
  const upper = indicator.limits.upper ?? Number.POSITIVE_INFINITY
  const clip = (value: number): number => Math.min(Math.max(value, lower), upper)
  const valueAt = (time: number): number => line.middle.value + line.slope * (time - line.middle.time)
  return {
    slope: line.slope,
    from: { period: latest.period, time: latest.time, value: clip(valueAt(latest.time)) },
    points: horizon(latest.time, targetTime).map((time) => {
      const distance = time - line.middle.time
      return {
        time,
        value: clip(valueAt(time)),
        low: clip(valueAt(time) - Math.hypot((line.slope - line.slopeLow) * distance, line.spread)),
        high: clip(valueAt(time) + Math.hypot((line.slopeHigh - line.slope) * distance, line.spread)),
      }
    }),
    reachesTargetIn: yearReached(indicator, line, latest, aim, isReached),
  }
}
