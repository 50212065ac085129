import type { Moment } from './points.ts'

/** The slopes between all pairs of moments, smallest first, in units a year. Pairs at the same time have none. */
export function pairwiseSlopes(moments: readonly Moment[]): number[] {
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
export function theilSenSlope(moments: readonly Moment[]): number {
  return median(pairwiseSlopes(moments))
}
