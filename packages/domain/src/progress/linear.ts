import type { TimedValue } from './points.ts'
import { theilSenSlope } from './theil-sen.ts'

/** A measure on its way from the baseline to the target. */
export interface WayToTarget {
  readonly wanted: 1 | -1
  readonly baseline: TimedValue
  readonly latest: TimedValue
  readonly target: TimedValue
  /** Decided stages on the way, in any order; those outside the time from baseline to target are ignored. */
  readonly milestones: readonly TimedValue[]
  /** All points from the baseline to the latest, oldest first. */
  readonly points: readonly TimedValue[]
}

/** How far a measure has come. `null` in place of it: the method gives no result. */
export interface Progress {
  /** What has changed since the baseline, in the unit of the measure. */
  readonly change: number
  /** Actual pace ÷ needed pace, negative the wrong way; `null`: nothing was needed yet. */
  readonly ratio: number | null
  /** −5..5, for the cagr methods. */
  readonly score: number | null
  /** Nothing was needed so far, and no ground is lost. */
  readonly ahead: boolean
}

/**
 * The change since the baseline that the decided path asks for at a time: straight lines from the baseline over the
 * milestones to the target, and the target itself from then on.
 */
export function neededChange(course: WayToTarget, time: number): number {
  const { baseline, target } = course
  const stages = course.milestones
    .filter((stage) => stage.time > baseline.time && stage.time < target.time)
    .sort((a, b) => a.time - b.time)
  let from = baseline
  for (const to of [...stages, target]) {
    if (time < to.time) {
      const share = (time - from.time) / (to.time - from.time)
      return from.value - baseline.value + (to.value - from.value) * share
    }
    from = to
  }
  return target.value - baseline.value
}

function compare(course: WayToTarget, change: number): Progress | null {
  const { baseline, latest, target, wanted } = course
  if (target.time <= baseline.time || latest.time <= baseline.time) return null
  const advance = wanted * change
  const needed = wanted * neededChange(course, latest.time)
  // The decided path may rest or dip before it climbs; a target that lies behind the baseline is no such path.
  const ahead = wanted * (target.value - baseline.value) > 0 && needed <= 0 && advance >= needed
  // A baseline past its target asks for a movement the wrong way; falling back behind the target is no progress.
  const ratio = ahead || needed === 0 ? null : advance / Math.abs(needed)
  return { change, ratio, score: null, ahead }
}

/**
 * Actual pace ÷ needed pace, both straight lines from the baseline: ((latest − baseline) ÷ years) ÷
 * ((target − baseline) ÷ years), or with milestones against the path through them.
 */
export function linear(course: WayToTarget): Progress | null {
  return compare(course, course.latest.value - course.baseline.value)
}

/** Like {@link linear}, with the actual pace from the median of all pairwise slopes since the baseline. */
export function theilSen(course: WayToTarget): Progress | null {
  return compare(course, theilSenSlope(course.points) * (course.latest.time - course.baseline.time))
}
