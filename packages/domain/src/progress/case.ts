import type { Indicator } from '../indicator/indicator.ts'
import type { ProgressMethod, Target } from '../target/target.ts'
import type { NotAssessedReason, Verdict } from './assessment.ts'
import type { Tolerance } from './tolerance.ts'
import type { History, TimedValue, Point } from './points.ts'

/** What is to be judged, by which method. */
export interface Case {
  readonly indicator: Indicator
  readonly history: History
  readonly target: Target | null
  readonly method: ProgressMethod
  /** The day as of which it is judged, 2026-02-12: that of the release. */
  readonly on: string
}

/** A verdict by one method, with what it rests on. */
export interface MethodResult {
  readonly verdict: Verdict
  readonly reason: NotAssessedReason | null
  /** The points it rests on, oldest first. */
  readonly points: readonly Point[]
  readonly baseline: (TimedValue & { readonly period: string }) | null
  readonly band: Tolerance | null
  readonly change: number | null
  /** The 80 % limits of the change over a trend's window; `null`: the method has none. */
  readonly changeLimits: { readonly low: number; readonly high: number } | null
  readonly ratio: number | null
  readonly score: number | null
  readonly uncertain: boolean
  /** Whether the band or value aimed at was passed, and the latest value lies outside on the other side. */
  readonly crossed: boolean
}

/** The methods that read a trend; the others measure the way to a target. */
export const trendMethods = ['trend', 'five-year-trend', 'latest-two', 'cagr-trend'] as const
/** The methods that measure the way to a target. */
export const targetMethods = ['linear', 'cagr', 'un', 'theil-sen'] as const

export type TrendMethod = (typeof trendMethods)[number]
export type TargetMethod = (typeof targetMethods)[number]

/** Whether the method needs no target. */
export function isTrendMethod(method: ProgressMethod): method is TrendMethod {
  return trendMethods.some((each) => each === method)
}

/** That there is no verdict, and why; without a reason there is no figure. */
export function withoutVerdict(reason: NotAssessedReason | null, points: readonly Point[] = []): MethodResult {
  return {
    verdict: reason === null ? 'no-data' : 'not-assessed',
    reason,
    points,
    baseline: null,
    band: null,
    change: null,
    changeLimits: null,
    ratio: null,
    score: null,
    uncertain: false,
    crossed: false,
  }
}
