import { fitLine, intervalAt } from './expected-course.ts'
import type { Moment } from './points.ts'
import { trendWindow } from './trend.ts'

/** A yearly series, oldest first, without a break. */
export type YearlySeries = readonly Moment[]

/** How many of the figures that came later lay within the 80 % interval. */
export interface Coverage {
  readonly yearsAhead: number
  readonly figures: number
  readonly inside: number
}

const cadence = { periodKind: 'year', everyYears: 1, delayMonths: null } as const
const fewest = 4

/**
 * Holds the interval of the expected course against what was published later: at each point of each yearly series, from the
 * fourth on, the course is fitted to what was known by then, over the window of a trend as a release does it without a
 * target, or since the first figure as with one; and the figure so many years ahead is looked for.
 */
export function coverageOf(
  series: readonly YearlySeries[],
  yearsAhead: number,
  fitted: 'window' | 'since-start' = 'window',
): Coverage {
  const hits = series.flatMap((moments) =>
    moments.flatMap((latest, index) => {
      const all = moments.slice(0, index + 1)
      const known = fitted === 'window' ? trendWindow(all, cadence) : all
      const later = moments.find(({ time }) => Math.abs(time - latest.time - yearsAhead) < 0.01)
      if (known.length < fewest || !later) return []
      const { low, high } = intervalAt(fitLine(known), later.time, yearsAhead)
      return [later.value >= low && later.value <= high]
    }),
  )
  return { yearsAhead, figures: hits.length, inside: hits.filter(Boolean).length }
}
