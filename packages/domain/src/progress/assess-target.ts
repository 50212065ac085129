import { dayNumber } from '../day.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Target } from '../target/target.ts'
import { hasCrossed, isReached } from './aim.ts'
import type { Aim } from './aim.ts'
import type { NotAssessedReason } from './assessment.ts'
import { withoutVerdict } from './case.ts'
import type { Case, MethodResult, TargetMethod } from './case.ts'
import { cagr } from './cagr.ts'
import { linear, theilSen } from './linear.ts'
import type { WayToTarget, Progress } from './linear.ts'
import { halfDisplayUnit, isUncertain, toleranceOf } from './tolerance.ts'
import { periodNamed, timeOf } from './points.ts'
import type { TimedValue, Point } from './points.ts'
import { un } from './un.ts'
import { targetVerdict } from './verdict.ts'

function byGrowthRate({ baseline, latest, target, wanted }: WayToTarget): Progress | null {
  const result = cagr(baseline, latest, target, wanted)
  return result && { ...result, change: latest.value - baseline.value, ahead: false }
}

const progressBy: Readonly<Record<TargetMethod, (course: WayToTarget) => Progress | null>> = {
  linear,
  cagr: byGrowthRate,
  un,
  'theil-sen': theilSen,
}

/** The period in which a target is to be reached; `null`: it has none, as where the area it follows has no figure. */
export function targetPeriod({ target, band }: Target): string | null {
  return target?.period ?? band?.period ?? null
}

/** Whether a period, of the indicator's kind or a calendar year, has ended before a day. */
function hasEnded(indicator: Indicator, period: string, on: string): boolean {
  return periodNamed(indicator, period).end <= dayNumber(on)
}

/** Whether the target's period is over and there is no figure for it yet. */
export function isOverdue({ indicator, history, on }: Case, target: Target): boolean {
  const period = targetPeriod(target)
  const latest = history.points.at(-1)
  return (
    period !== null &&
    latest !== undefined &&
    latest.time < timeOf(indicator, period) &&
    hasEnded(indicator, period, on)
  )
}

function courseOf({ indicator, history }: Case, aim: Aim, target: Target, goal: number): WayToTarget | null {
  const { period, value } = target.baseline
  const time = timeOf(indicator, period)
  const points = history.points.filter((point) => point.time >= time)
  const latest = points.at(-1)
  const end = targetPeriod(target)
  if (!latest || end === null || value === null) return null
  const measured = (point: TimedValue): TimedValue => ({ time: point.time, value: aim.measure(point.value) })
  const baseline = measured({ time, value })
  return {
    wanted: aim.wanted,
    baseline,
    latest: measured(latest),
    target: { time: timeOf(indicator, end), value: goal },
    milestones: target.milestones.map((stage) =>
      measured({ time: timeOf(indicator, stage.period), value: stage.value }),
    ),
    // What was decided as the baseline is where every method begins, also where another figure was observed.
    points: points.map((point) => (point.time === time ? baseline : measured(point))),
  }
}

function obstacle(
  { history, target }: Case,
  since: readonly Point[],
  course: WayToTarget | null,
): NotAssessedReason | null {
  if (history.points.length < 2) return 'too-few-points'
  if (!course || since[0]?.time !== course.baseline.time) return 'baseline-missing'
  if (since.length < 2) return 'too-few-points'
  return target?.target && course.target.value === course.baseline.value ? 'target-is-baseline' : null
}

/** By the published rule whatever has reached its target has the full score, also where the rate is undefined. */
const fullScore = 5

/**
 * The verdict by a method that measures the way to a target. A target that is reached is reached whatever the method
 * says of the way there, also where the baseline lies before a break.
 */
export function targetFinding(
  question: Case,
  aim: Aim,
  target: Target,
  goal: number,
  method: TargetMethod,
): MethodResult {
  const { indicator, history } = question
  const latest = history.points.at(-1)
  if (!latest) return withoutVerdict(null)
  const { period, value } = target.baseline
  const time = timeOf(indicator, period)
  const baseline = value === null ? null : { period, value, time }
  const since = history.points.filter((point) => point.time >= time)
  const reached = isReached(aim, latest.value)
  const reachedScore = reached && method === 'cagr' ? fullScore : null
  const course = courseOf(question, aim, target, goal)
  const reason = time < history.start ? 'break' : obstacle(question, since, course)
  const progress = course && reason === null ? progressBy[method](course) : null
  if (!course || !progress) {
    const unassessed = { ...withoutVerdict(reason ?? 'method-undefined', [latest]), baseline }
    return reached ? { ...unassessed, verdict: 'reached', reason: null, score: reachedScore } : unassessed
  }
  const [first = latest] = since
  const band = toleranceOf(indicator, halfDisplayUnit(indicator), first, latest)
  const crossed = hasCrossed(aim, value ?? first.value, latest.value, band.value)
  const ended = course.latest.time >= course.target.time
  const byPace = targetVerdict(progress, { wanted: aim.wanted, band: band.value, ended, method })
  const notReached = crossed && byPace === 'no-change' ? 'wrong-way' : byPace
  return {
    verdict: reached ? 'reached' : notReached,
    reason: null,
    points: method === 'theil-sen' ? since : since.filter((_, index) => index === 0 || index === since.length - 1),
    baseline,
    band,
    change: progress.change,
    changeLimits: null,
    ratio: progress.ratio,
    score: reachedScore ?? progress.score,
    uncertain: isUncertain(indicator, progress.change, first, latest),
    crossed,
  }
}
