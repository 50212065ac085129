import type { Indicator } from '../indicator/indicator.ts'
import { provisionalStatuses } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesKey } from '../series/series.ts'
import type { ProgressMethod, Target } from '../target/target.ts'
import { aimOf } from './aim.ts'
import { assess } from './assess.ts'
import type { Finding } from './assess.ts'
import type { AssessedPoint, ExpectedCourse, Judgement, Override } from './assessment.ts'
import { expectedCourse } from './expected-course.ts'
import { assessedPoint, comparableHistory, timeOf } from './points.ts'
import type { History } from './points.ts'
import { variantsOf } from './stability.ts'
import { trendWindow } from './trend.ts'

/** A series to be judged, with what it is judged against. */
export interface Question {
  readonly indicator: Indicator
  readonly series: SeriesKey
  /** Those of the series, in any order. */
  readonly observations: readonly Observation[]
  readonly target: Target | null
  readonly override: Override | null
}

/** Version of each method; a change of its arithmetic raises it, so that stored verdicts can be told apart. */
export const methodVersion: Readonly<Record<ProgressMethod, string>> = {
  trend: '1',
  'latest-two': '1',
  linear: '1',
  cagr: '1',
  'cagr-trend': '1',
  un: '1',
  'theil-sen': '1',
}

function targetPoint(indicator: Indicator, target: Target | null): AssessedPoint | null {
  return target?.target ? { ...target.target, time: timeOf(indicator, target.target.period) } : null
}

function expected({ indicator, target }: Question, history: History, finding: Finding): ExpectedCourse | null {
  if (finding.reason === 'context' || finding.reason === 'break') return null
  const end = target?.target?.period ?? target?.band?.period
  const start = target ? timeOf(indicator, target.baseline.period) : (trendWindow(history.points)[0]?.time ?? 0)
  const points = history.points.filter((point) => point.time >= start)
  const endTime = end === undefined ? null : timeOf(indicator, end)
  return expectedCourse(indicator, aimOf(indicator, target), points, endTime, finding.verdict === 'reached')
}

/**
 * Judges how a series goes: the verdict with its inputs, how sure it is and where it leads. With a target it is
 * measured by the target's method (`linear` where it names none), without one by its `trend`.
 * Throws a RangeError where a period is not of the indicator's kind.
 */
export function judge(question: Question): Judgement {
  const { indicator, series, observations, target, override } = question
  const history = comparableHistory(indicator, observations)
  const method = target ? (target.method ?? 'linear') : 'trend'
  const asked = { indicator, history, target, method }
  const finding = assess(asked)
  const latest = history.points.at(-1) ?? null
  const variants = variantsOf(asked, finding, observations)
  const baselineTime = finding.baseline?.time ?? Number.NEGATIVE_INFINITY
  const since = history.points.filter((point) => point.time >= baselineTime).length
  const band = target?.band ?? null
  return {
    series,
    target: target?.slug ?? null,
    verdict: finding.verdict,
    reason: finding.reason,
    method: { name: method, version: methodVersion[method] },
    inputs: {
      points: finding.points.map(assessedPoint),
      baseline: finding.baseline && assessedPoint(finding.baseline),
      latest: latest && assessedPoint(latest),
      target: targetPoint(indicator, target),
      targetBand: band && { low: band.low, high: band.high },
      noChangeBand: finding.band,
      change: finding.change,
      ratio: finding.ratio,
      score: finding.score,
    },
    provisional: finding.points.some((point) => provisionalStatuses.has(point.status)),
    fewPoints: since > 0 && since < 3,
    breakAt: history.breakAt,
    uncertain: finding.uncertain,
    stable: variants.every((variant) => !variant.differs),
    variants,
    expected: expected(question, history, finding),
    override: latest && override?.latestPeriod === latest.period ? override : null,
  }
}
