import type { Indicator } from '../indicator/indicator.ts'
import { provisionalStatuses } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesKey } from '../series.ts'
import type { ProgressMethod, Target } from '../target/target.ts'
import { aimOf } from './aim.ts'
import { assess } from './assess.ts'
import { targetPeriod } from './assess-target.ts'
import type { AssessedPoint, Projection, Judgement, Override } from './assessment.ts'
import { withoutVerdict } from './case.ts'
import type { Case, MethodResult } from './case.ts'
import { project } from './projection.ts'
import { isDecidedOtherwise } from './tolerance.ts'
import { assessedPoint, comparableHistory, timeOf } from './points.ts'
import { reachingOf } from './reaching.ts'
import { isStable, variantsOf } from './stability.ts'
import { trendWindow } from './trend.ts'

/** A series to be judged, with what it is judged against. */
export interface Question {
  readonly indicator: Indicator
  readonly series: SeriesKey
  /** Those of the series, in any order. */
  readonly observations: readonly Observation[]
  readonly target: Target | null
  readonly override: Override | null
  /** The day as of which it is judged, `2026-02-12`: that of the release. */
  readonly on: string
}

/** Version of each method; a change of its arithmetic raises it, so that stored verdicts can be told apart. */
export const methodVersion: Readonly<Record<ProgressMethod, string>> = {
  trend: '2',
  'five-year-trend': '2',
  'latest-two': '2',
  linear: '2',
  cagr: '2',
  'cagr-trend': '2',
  un: '2',
  'theil-sen': '2',
}

function targetPoint(indicator: Indicator, target: Target | null): AssessedPoint | null {
  return target?.target ? { ...target.target, time: timeOf(indicator, target.target.period) } : null
}

function expected({ indicator, target, history, on }: Case, finding: MethodResult): Projection | null {
  if (finding.reason === 'context' || finding.reason === 'break') return null
  const end = target && targetPeriod(target)
  const window = trendWindow(history.points, indicator.cadence)
  const start = target ? timeOf(indicator, target.baseline.period) : (window[0]?.time ?? 0)
  const points = history.points.filter((point) => point.time >= start)
  const latest = points.at(-1)
  const targetTime = end === null ? null : timeOf(indicator, end)
  const found = project(indicator, points, targetTime)
  if (!found || !latest) return null
  const aim = aimOf(indicator, target)
  return {
    ...found.course,
    ...reachingOf(indicator, found.line, latest, { aim, targetTime, verdict: finding.verdict, on }),
  }
}

/** The figure observed where the target's baseline was decided to be another, by more than rounding explains. */
function observedBaseline({ indicator, history, target }: Case): AssessedPoint | null {
  if (!target || target.baseline.value === null) return null
  const observed = history.points.find(({ period }) => period === target.baseline.period)
  return observed && isDecidedOtherwise(indicator, target.baseline.value, observed.value)
    ? assessedPoint(observed)
    : null
}

/** Whether a growth rate was computed with 0.001 where there is 0, so that the result hangs on that number. */
function isZeroReplaced({ method, indicator, target }: Case, { baseline, ratio }: MethodResult): boolean {
  const aim = aimOf(indicator, target)
  if ((method !== 'cagr' && method !== 'cagr-trend') || ratio === null || !aim || !baseline) return false
  return aim.measure(baseline.value) === 0 || (method === 'cagr' && aim.goal === 0)
}

/** A series of which every figure is suppressed has figures all the same; it is never said to have none. */
function isSuppressed(observations: readonly Observation[]): boolean {
  return observations.every(({ value }) => value === null) && observations.some(({ status }) => status === 'Q')
}

/**
 * Judges how a series goes: the verdict with its inputs, how sure it is and where it leads. With a target it is
 * measured by the target's method (`linear` where it names none), without one by its `trend`. The same question always
 * has the same answer; what depends on the day depends on the day that is given.
 * Throws a RangeError where a period is not of the indicator's kind, or occurs twice.
 */
export function judge(question: Question): Judgement {
  const { indicator, series, observations, target, override, on } = question
  const history = comparableHistory(indicator, observations)
  const method = target ? (target.method ?? 'linear') : 'trend'
  const asked: Case = { indicator, history, target, method, on }
  const finding = isSuppressed(observations) ? withoutVerdict('suppressed') : assess(asked)
  const latest = history.points.at(-1) ?? null
  const variants = variantsOf(asked, finding, observations)
  const baselineTime = finding.baseline?.time ?? Number.NEGATIVE_INFINITY
  const since = history.points.filter((point) => point.time >= baselineTime).length
  const band = target?.band ?? null
  const observed = observedBaseline(asked)
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
      noChangeBand: finding.band?.value ?? null,
      ...(finding.band && { noChangeSource: finding.band.source }),
      change: finding.change,
      ...(finding.changeLimits && { changeLimits: finding.changeLimits }),
      ...(observed && { observedBaseline: observed }),
      ratio: finding.ratio,
      score: finding.score,
    },
    provisional: finding.points.some((point) => provisionalStatuses.has(point.status)),
    fewPoints: since > 0 && since < 3,
    breakAt: history.breakAt,
    uncertain: finding.uncertain,
    ...(finding.crossed && { crossed: true }),
    ...(isZeroReplaced(asked, finding) && { zeroReplaced: true }),
    stable: isStable(variants),
    variants,
    expected: expected(asked, finding),
    override: latest && override?.latestPeriod === latest.period ? override : null,
  }
}
