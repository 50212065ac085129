import { aimOf, isReached } from './aim.ts'
import { isOverdue, targetFinding } from './assess-target.ts'
import { trendFinding } from './assess-trend.ts'
import { isTrendMethod, withoutVerdict } from './case.ts'
import type { Case, MethodResult } from './case.ts'

function byMethod(question: Case): MethodResult {
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

/** These say that the target does not apply, so that it cannot be overdue either. */
const targetless: ReadonlySet<MethodResult['reason']> = new Set(['context', 'benchmark-missing', 'no-band'])

/**
 * The verdict by one method. A trend method with a target still says when the target is reached, and the trend
 * otherwise; a method that measures the way to a target says nothing without one (`method-undefined`). A target whose
 * period is over without a figure for it is `overdue`, whatever the pace was, unless it is reached already.
 * Throws a RangeError where a period of the target is none of the indicator's kind and no year.
 */
export function assess(question: Case): MethodResult {
  const finding = byMethod(question)
  const { target } = question
  const { verdict, reason } = finding
  if (!target || verdict === 'reached' || verdict === 'no-data' || targetless.has(reason)) return finding
  return isOverdue(question, target) ? { ...finding, verdict: 'overdue', reason: null } : finding
}
