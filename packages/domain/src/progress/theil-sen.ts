import { criticalS } from './kendall.ts'
import type { TimedValue } from './points.ts'

/** The slopes between all pairs of moments, smallest first, in units a year. Pairs at the same time have none. */
export function pairwiseSlopes(moments: readonly TimedValue[]): number[] {
  return moments
    .flatMap((a, index) =>
      moments
        .slice(index + 1)
        .filter((b) => b.time !== a.time)
        .map((b) => (b.value - a.value) / (b.time - a.time)),
    )
    .sort((a, b) => a - b)
}

/**
 * The value at a rank (from 1, may lie between two) in an ascending list; ranks outside the list give its ends.
 * NaN where the list is empty.
 */
export function atRank(ascending: readonly number[], rank: number): number {
  const position = Math.min(Math.max(rank, 1), ascending.length) - 1
  const below = ascending[Math.floor(position)] ?? Number.NaN
  const above = ascending[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** The median; of an even number the mean of the middle two. NaN of none. */
export function median(values: readonly number[]): number {
  return atRank(
    values.toSorted((a, b) => a - b),
    (values.length + 1) / 2,
  )
}

/**
 * The Theil–Sen slope in units a year: the median of the slopes between all pairs (Sen, P. K. 1968, “Estimates of
 * the regression coefficient based on Kendall's tau”, JASA 63:1379–1389). One strange point cannot carry it off.
 * NaN of fewer than two moments.
 */
export function theilSenSlope(moments: readonly TimedValue[]): number {
  return median(pairwiseSlopes(moments))
}

/** Limits of a slope, in units a year. */
export interface SlopeLimits {
  readonly low: number
  readonly high: number
  /** Whether the figures are enough to say so much; if not, the limits are the least and the greatest slope there is. */
  readonly sure: boolean
}

/** What an 80 % interval leaves on each side. */
const tail = 0.1

/**
 * The 80 % confidence limits of the Theil–Sen slope, in units a year (Sen 1968; Hollander, M. & Wolfe, D. A. 1999,
 * Nonparametric Statistical Methods, section 9.3): the slopes at the ranks that the exact distribution of Kendall's S
 * gives, equal values taken into account. NaN of fewer than two moments.
 */
export function slopeLimits(moments: readonly TimedValue[]): SlopeLimits {
  const slopes = pairwiseSlopes(moments)
  const critical = criticalS(
    moments.map(({ value }) => value),
    tail,
  )
  const rank = critical === null ? 1 : Math.max((slopes.length - critical) / 2 + 1, 1)
  return { low: atRank(slopes, rank), high: atRank(slopes, slopes.length + 1 - rank), sure: critical !== null }
}

/** Whether the 80 % limits of the slope leave out 0, so that the way it goes is certain. */
export function isCertain({ low, high, sure }: SlopeLimits): boolean {
  return sure && (low > 0 || high < 0)
}
