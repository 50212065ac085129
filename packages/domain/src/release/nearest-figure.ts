import type { Goal } from '../framework.ts'
import type { GoalSummary, IndicatorSummary } from './documents.ts'

/**
 * The figure to show for a goal whose headline indicators have none: of the indicators named as nearest, the first that has
 * figures. `null`: a headline indicator has figures, or nothing comes near.
 */
export function nearestFigure(
  goal: Pick<Goal, 'number'>,
  ofGoal: readonly IndicatorSummary[],
): GoalSummary['nearest'] | null {
  const measured = ofGoal.filter(({ latest }) => latest !== null)
  if (measured.some(({ headlineOf }) => headlineOf.includes(goal.number))) return null
  const [found] = measured.flatMap(({ slug, nearestOf = [] }) =>
    nearestOf.filter((near) => near.goal === goal.number).map(({ reason }) => ({ indicator: slug, reason })),
  )
  return found ?? null
}
