import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { Judgement } from '../progress/assessment.ts'
import { isDecidedOtherwise } from '../progress/tolerance.ts'
import { comparableHistory } from '../progress/points.ts'
import { periodOf } from '../period/period.ts'
import type { Target } from '../target/target.ts'

/** What is put into words: a verdict, the indicator and the series it is about, and the target it is judged against. */
export interface AssessedSeries {
  readonly indicator: Indicator
  readonly judgement: Judgement
  readonly observations: readonly Observation[]
  readonly target: Target | null
}

/** A figure and its period. */
export interface PeriodValue {
  readonly period: string
  readonly value: number
}

/** The latest figure there is; `null` where there is none. */
export function latestFigure({ judgement, observations }: AssessedSeries): PeriodValue | null {
  if (judgement.verdict === 'no-data') return null
  return judgement.inputs.latest ?? observations.findLast(hasValue) ?? null
}

/**
 * The figure the latest is compared with: the target's baseline, or without a target the first point of the trend; of few
 * points the one before, and after a break the first since. `null` where nothing comparable lies before the latest.
 */
export function earlierFigure(finding: AssessedSeries): PeriodValue | null {
  const { inputs, reason } = finding.judgement
  if (reason === 'baseline-missing') return null
  if (reason === 'few-points') return previousFigure(finding)
  if (reason === 'break') return comparableFigures(finding).slice(0, -1)[0] ?? null
  const earlier = (finding.target === null ? null : inputs.baseline) ?? inputs.points[0] ?? null
  return earlier?.period === latestFigure(finding)?.period ? null : earlier
}

/** The figures that can be compared with the latest, which is the last of them, oldest first. */
export function comparableFigures({
  indicator,
  judgement: { breakAt },
  observations,
}: AssessedSeries): readonly PeriodValue[] {
  const kind = indicator.cadence.periodKind
  const start = breakAt === null ? Number.NEGATIVE_INFINITY : periodOf(kind, breakAt).start
  return comparableHistory(indicator, observations)
    .points.filter(({ period }) => periodOf(kind, period).start >= start)
    .map(({ period, value }) => ({ period, value }))
}

/** The comparable figure just before the latest; `null` where there is none. */
export function previousFigure(finding: AssessedSeries): PeriodValue | null {
  return comparableFigures(finding).at(-2) ?? null
}

/** The target's baseline, where a value was decided that is not the figure measured then; otherwise `null`. */
export function decidedBaseline({ indicator, judgement, observations, target }: AssessedSeries): PeriodValue | null {
  const { baseline } = judgement.inputs
  if (target === null || baseline === null) return null
  const measured = observations.filter(hasValue).find(({ period }) => period === baseline.period)
  return measured && !isDecidedOtherwise(indicator, baseline.value, measured.value) ? null : baseline
}
