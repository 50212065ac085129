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

/** The standard normal quantile that leaves 10 % above it. */
const quantile = 1.2815515655446004

const kendallTerm = (n: number): number => n * (n - 1) * (2 * n + 5)

/** Variance of Kendall's S for n points, less for values that occur more than once (Gilbert 1987, eq. 16.2). */
function kendallVariance(values: readonly number[]): number {
  const ties = [...new Set(values)].map((value) => values.filter((other) => other === value).length)
  return (kendallTerm(values.length) - ties.reduce((sum, tied) => sum + kendallTerm(tied), 0)) / 18
}

/**
 * The rank-based 80 % confidence limits of the Theil–Sen slope, in units a year (Sen 1968; Gilbert, R. O. 1987, Statistical
 * Methods for Environmental Pollution Monitoring, section 16.5). NaN of fewer than two moments.
 */
export function slopeLimits(moments: readonly Moment[]): { readonly low: number; readonly high: number } {
  const slopes = pairwiseSlopes(moments)
  const width = quantile * Math.sqrt(kendallVariance(moments.map(({ value }) => value)))
  return { low: atRank(slopes, (slopes.length - width) / 2), high: atRank(slopes, (slopes.length + width) / 2 + 1) }
}
