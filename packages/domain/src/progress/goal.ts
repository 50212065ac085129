import { poorestFirst } from './assessment.ts'
import type { Verdict, VerdictCounts } from './assessment.ts'

/** An indicator of a goal, as the goal sees it. */
export interface GoalIndicator {
  readonly slug: string
  readonly verdict: Verdict
  readonly headline: boolean
}

/**
 * The verdict of a goal: the poorest of its headline indicators, with the slug of the one it was taken from (of
 * equals the first). Where none is headline, the goal is not assessed, and without any indicator it has no data.
 */
export function goalVerdict(indicators: readonly GoalIndicator[]): {
  readonly verdict: Verdict
  readonly headline: string | null
} {
  const poverty = ({ verdict }: GoalIndicator): number => poorestFirst.indexOf(verdict)
  const [first, ...others] = indicators.filter((indicator) => indicator.headline)
  if (!first) return { verdict: indicators.length > 0 ? 'not-assessed' : 'no-data', headline: null }
  const poorest = others.reduce((worst, next) => (poverty(next) < poverty(worst) ? next : worst), first)
  return { verdict: poorest.verdict, headline: poorest.slug }
}

/** How many there are of each verdict, poorest first; verdicts without any are left out. */
export function countVerdicts(verdicts: Iterable<Verdict>): VerdictCounts {
  const all = [...verdicts]
  const counts: VerdictCounts = {}
  for (const verdict of poorestFirst) {
    const count = all.filter((each) => each === verdict).length
    if (count > 0) counts[verdict] = count
  }
  return counts
}
