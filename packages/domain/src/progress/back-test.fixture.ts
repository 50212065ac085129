import { fitLine, intervalAt } from './projection.ts'
import type { TimedValue } from './points.ts'
import { trendWindow } from './trend.ts'

/** A yearly series, oldest first, without a break. */
export type YearlySeries = readonly TimedValue[]

/** What the course is fitted to: the window of a trend, as without a target, or all since the first figure, as with one. */
export type Fitted = 'window' | 'since-start'

/** How many of the figures that came later lay within the 80 % interval. */
export interface Coverage {
  readonly fitted: Fitted
  readonly yearsAhead: number
  readonly figures: number
  readonly inside: number
}

/** What the interval promises: the least and the greatest share of later figures that may lie within it. */
export const promisedCoverage = { least: 0.75, most: 0.88 } as const

const cadence = { periodKind: 'year', everyYears: 1, delayMonths: null } as const
const fewest = 4

function coverageOf(series: readonly YearlySeries[], yearsAhead: number, fitted: Fitted): Coverage {
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
  return { fitted, yearsAhead, figures: hits.length, inside: hits.filter(Boolean).length }
}

/**
 * Holds the interval of the expected course against what was published later: at each point of each yearly series, from the
 * fourth on, the course is fitted to what was known by then, and the figure one, two, three and five years ahead is looked for.
 */
export function backTest(series: readonly YearlySeries[]): Coverage[] {
  return (['window', 'since-start'] as const).flatMap((fitted) =>
    [1, 2, 3, 5].map((years) => coverageOf(series, years, fitted)),
  )
}
