import type { Indicator } from '../indicator/indicator.ts'
import type { ProgressMethod, Target } from '../target/target.ts'
import { aimOf, isReached } from './aim.ts'
import type { Aim } from './aim.ts'
import type { NotAssessedReason, Verdict } from './assessment.ts'
import { cagr, cagrTrend } from './cagr.ts'
import { linear, theilSen } from './linear.ts'
import type { Course, Progress } from './linear.ts'
import { defaultTrendBand, halfDisplayUnit, isUncertain, isWithin, noChangeBand } from './no-change-band.ts'
import { timeOf } from './points.ts'
import type { History, Moment, Point } from './points.ts'
import { trendChange, trendWindow } from './trend.ts'
import { un } from './un.ts'
import { targetVerdict, trendVerdict } from './verdict.ts'

/** What is to be judged, by which method. */
export interface Case {
  readonly indicator: Indicator
  readonly history: History
  readonly target: Target | null
  readonly method: ProgressMethod
}

/** A verdict by one method, with what it rests on. */
export interface Finding {
  readonly verdict: Verdict
  readonly reason: NotAssessedReason | null
  /** The points it rests on, oldest first. */
  readonly points: readonly Point[]
  readonly baseline: (Moment & { readonly period: string }) | null
  readonly band: number | null
  readonly change: number | null
  readonly ratio: number | null
  readonly score: number | null
  readonly uncertain: boolean
}

/** The methods that read a trend; the others measure the way to a target. */
export const trendMethods = ['trend', 'latest-two', 'cagr-trend'] as const
/** The methods that measure the way to a target. */
export const targetMethods = ['linear', 'cagr', 'un', 'theil-sen'] as const

type TrendMethod = (typeof trendMethods)[number]
type TargetMethod = (typeof targetMethods)[number]

/** Whether the method needs no target. */
export function isTrendMethod(method: ProgressMethod): method is TrendMethod {
  return trendMethods.some((each) => each === method)
}

function withoutVerdict(reason: NotAssessedReason | null, points: readonly Point[] = []): Finding {
  return {
    verdict: reason === null ? 'no-data' : 'not-assessed',
    reason,
    points,
    baseline: null,
    band: null,
    change: null,
    ratio: null,
    score: null,
    uncertain: false,
  }
}

function windowOf(method: TrendMethod, points: readonly Point[]): readonly Point[] {
  if (method === 'trend') return trendWindow(points)
  return method === 'latest-two'
    ? points.slice(-2)
    : points.filter((_, index) => index === 0 || index === points.length - 1)
}

function trendFinding({ indicator, history }: Case, aim: Aim, method: TrendMethod): Finding {
  const points = windowOf(method, history.points)
  const [first] = points
  const latest = points.at(-1)
  if (!first || !latest || points.length < 2) {
    return withoutVerdict(history.breakAt === null ? 'too-few-points' : 'break', points)
  }
  const { wanted, measure } = aim
  const measured = points.map((point) => ({ time: point.time, value: measure(point.value) }))
  const change = trendChange(measured)
  const rests = { reason: null, points, baseline: first, change, ratio: null, score: null }
  const uncertain = isUncertain(change, first, latest)
  if (method !== 'cagr-trend') {
    const band = noChangeBand(indicator, defaultTrendBand(indicator, first.value), first, latest)
    return { ...rests, verdict: trendVerdict(change, wanted, band), band, uncertain }
  }
  const [from, to] = [
    { ...first, value: measure(first.value) },
    { ...latest, value: measure(latest.value) },
  ]
  const growth = cagrTrend(from, to, wanted, aim.limit)
  if (!growth) return withoutVerdict('method-undefined', points)
  // The growth rate has bands of its own, so only what could not be seen in the figures counts as no change.
  const band = noChangeBand(indicator, halfDisplayUnit(indicator), first, latest)
  const verdict = isWithin(change, band) ? 'stable' : growth.finding
  return { ...rests, verdict, band, uncertain, ratio: growth.growth, score: growth.score }
}

function byGrowthRate({ baseline, latest, target, wanted }: Course): Progress | null {
  const result = cagr(baseline, latest, target, wanted)
  return result && { ...result, change: latest.value - baseline.value, ahead: false }
}

const progressBy: Readonly<Record<TargetMethod, (course: Course) => Progress | null>> = {
  linear,
  cagr: byGrowthRate,
  un,
  'theil-sen': theilSen,
}

function courseOf({ indicator, history }: Case, aim: Aim, target: Target, goal: number): Course | null {
  const { period, value } = target.baseline
  const time = timeOf(indicator, period)
  const points = history.points.filter((point) => point.time >= time)
  const latest = points.at(-1)
  const end = target.target?.period ?? target.band?.period
  if (!latest || end === undefined || value === null) return null
  const measured = (point: Moment): Moment => ({ time: point.time, value: aim.measure(point.value) })
  return {
    wanted: aim.wanted,
    baseline: measured({ time, value }),
    latest: measured(latest),
    target: { time: timeOf(indicator, end), value: goal },
    milestones: target.milestones.map((stage) =>
      measured({ time: timeOf(indicator, stage.period), value: stage.value }),
    ),
    points: points.map(measured),
  }
}

function obstacle({ history, target }: Case, since: readonly Point[], course: Course | null): NotAssessedReason | null {
  if (history.points.length < 2) return 'too-few-points'
  if (!course || since[0]?.time !== course.baseline.time) return 'baseline-missing'
  if (since.length < 2) return 'too-few-points'
  return target?.target && course.target.value === course.baseline.value ? 'target-is-baseline' : null
}

function targetFinding(question: Case, aim: Aim, target: Target, goal: number, method: TargetMethod): Finding {
  const { indicator, history } = question
  const latest = history.points.at(-1)
  if (!latest) return withoutVerdict(null)
  const { period, value } = target.baseline
  const time = timeOf(indicator, period)
  const baseline = value === null ? null : { period, value, time }
  const since = history.points.filter((point) => point.time >= time)
  if (time < history.start) return { ...withoutVerdict('break', [latest]), baseline }
  const course = courseOf(question, aim, target, goal)
  const reason = obstacle(question, since, course)
  const progress = course && reason === null ? progressBy[method](course) : null
  const reached = isReached(aim, latest.value)
  const [first = latest] = since
  const rests = method === 'theil-sen' ? since : since.filter((_, index) => index === 0 || index === since.length - 1)
  const band = noChangeBand(indicator, halfDisplayUnit(indicator), first, latest)
  if (!course || !progress) {
    const unassessed = { ...withoutVerdict(reason ?? 'method-undefined', [latest]), baseline }
    return reached ? { ...unassessed, verdict: 'reached', reason: null } : unassessed
  }
  const overdue = course.latest.time >= course.target.time
  return {
    verdict: reached ? 'reached' : targetVerdict(progress, { wanted: aim.wanted, band, overdue, method }),
    reason: null,
    points: rests,
    baseline,
    band,
    change: progress.change,
    ratio: progress.ratio,
    // By the published rule whatever has reached its target has the full score.
    score: reached && method === 'cagr' ? 5 : progress.score,
    uncertain: isUncertain(progress.change, first, latest),
  }
}

/**
 * The verdict by one method. A trend method with a target still says when the target is reached, and the trend
 * otherwise; a method that measures the way to a target says nothing without one (`method-undefined`).
 * Throws a RangeError where a period of the target is none of the indicator's kind and no year.
 */
export function assess(question: Case): Finding {
  const { indicator, history, target, method } = question
  const latest = history.points.at(-1)
  if (!latest) return withoutVerdict(null)
  if (indicator.direction === 'context') return withoutVerdict('context', history.points)
  if (target && !target.target && !target.band) return withoutVerdict('benchmark-missing', history.points)
  const aim = aimOf(indicator, target)
  if (!aim) return withoutVerdict('no-band', history.points)
  if (isTrendMethod(method)) {
    const finding = trendFinding(question, aim, method)
    return isReached(aim, latest.value) ? { ...finding, verdict: 'reached', reason: null } : finding
  }
  if (!target || aim.goal === null) return withoutVerdict('method-undefined', history.points)
  return targetFinding(question, aim, target, aim.goal, method)
}
