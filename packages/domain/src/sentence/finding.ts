import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { Judgement } from '../progress/assessment.ts'
import type { Target } from '../target/target.ts'

/** What is put into words: a verdict, the indicator and the series it is about, and the target it is judged against. */
export interface Finding {
  readonly indicator: Indicator
  readonly judgement: Judgement
  readonly observations: readonly Observation[]
  readonly target: Target | null
}

/** A figure and its period. */
export interface Figure {
  readonly period: string
  readonly value: number
}

/** The latest figure there is; `null` where there is none. */
export function latestFigure({ judgement, observations }: Finding): Figure | null {
  if (judgement.verdict === 'no-data') return null
  return judgement.inputs.latest ?? observations.findLast(hasValue) ?? null
}

/**
 * The figure the latest is compared with: the target's baseline, or without a target the first point of the trend.
 * `null` where nothing comparable lies before the latest.
 */
export function earlierFigure(finding: Finding): Figure | null {
  const { inputs, reason } = finding.judgement
  if (reason === 'break' || reason === 'baseline-missing') return null
  const earlier = (finding.target === null ? null : inputs.baseline) ?? inputs.points[0] ?? null
  return earlier?.period === latestFigure(finding)?.period ? null : earlier
}
