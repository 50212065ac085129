import { dateOfDay } from '../day.ts'
import { targetPeriod } from '../progress/assess-target.ts'
import { periodNamed } from '../progress/points.ts'
import type { IndicatorDocument } from './documents.ts'

/**
 * The first day after `on` (`2026-02-12`) on which the same material would be judged otherwise: when the time of a target
 * is over, or the year in which it was expected to be reached. `null`: the days that pass change nothing.
 */
export function holdsUntil({ indicator, targets, assessments }: IndicatorDocument, on: string): string | null {
  const ends = targets.flatMap((target) => {
    const code = targetPeriod(target)
    return code === null ? [] : [dateOfDay(periodNamed(indicator, code).end)]
  })
  const years = assessments.flatMap(({ expected }) =>
    expected?.reaching === 'in-year' && expected.reachesTargetIn !== null
      ? [`${expected.reachesTargetIn + 1}-01-01`]
      : [],
  )
  return [...ends, ...years].filter((day) => day > on).sort()[0] ?? null
}
