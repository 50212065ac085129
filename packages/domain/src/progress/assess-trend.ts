import type { Aim } from './aim.ts'
import { hasCrossed } from './aim.ts'
import type { Case, MethodResult, TrendMethod } from './case.ts'
import { withoutVerdict } from './case.ts'
import { cagrTrend } from './cagr.ts'
import { defaultTrendBand, halfDisplayUnit, isUncertain, isWithin, toleranceOf } from './tolerance.ts'
import type { Tolerance } from './tolerance.ts'
import type { TimedValue, Point } from './points.ts'
import { isCertain, slopeLimits } from './theil-sen.ts'
import { fewestForTrend, shortWindow, trendChange, trendWindow } from './trend.ts'
import { trendVerdict } from './verdict.ts'

function windowOf({ indicator, history, method }: Case): readonly Point[] {
  const { points } = history
  if (method === 'trend') return trendWindow(points, indicator.cadence)
  if (method === 'five-year-trend') return shortWindow(points)
  return method === 'latest-two'
    ? points.slice(-2)
    : points.filter((_, index) => index === 0 || index === points.length - 1)
}

type Rest = Pick<
  MethodResult,
  'reason' | 'points' | 'baseline' | 'change' | 'ratio' | 'score' | 'uncertain' | 'crossed' | 'band' | 'changeLimits'
>

/** The trend with certainty: beyond the tolerance, and the limits of the slope leave out no change. */
function certainTrend(rests: Rest, measured: readonly TimedValue[], aim: Aim, band: Tolerance): MethodResult {
  const limits = slopeLimits(measured)
  const years = (measured.at(-1)?.time ?? 0) - (measured[0]?.time ?? 0)
  const change = rests.change ?? 0
  const direction = trendVerdict(change, aim.wanted, band.value)
  return {
    ...rests,
    verdict: direction === 'stable' || isCertain(limits) ? direction : 'unclear',
    changeLimits: { low: limits.low * years, high: limits.high * years },
  }
}

function byGrowth(aim: Aim, rests: Rest, measured: readonly TimedValue[]): MethodResult | null {
  const [from, to] = [measured[0], measured.at(-1)]
  const growth = from && to ? cagrTrend(from, to, aim.wanted, aim.limit) : null
  if (!growth) return null
  const within = isWithin(rests.change ?? 0, rests.band?.value ?? 0)
  return { ...rests, verdict: within ? 'stable' : growth.finding, ratio: growth.growth, score: growth.score }
}

/**
 * The verdict by a method that reads a trend. By `trend`, two or three points are `few-points`; the other methods say
 * what they say of two.
 */
export function trendFinding(question: Case, aim: Aim, method: TrendMethod): MethodResult {
  const { indicator, history } = question
  const points = windowOf(question)
  const [first] = points
  const latest = points.at(-1)
  if (!first || !latest || points.length < 2) {
    return withoutVerdict(history.breakAt === null ? 'too-few-points' : 'break', points)
  }
  if (method === 'trend' && points.length < fewestForTrend) return withoutVerdict('few-points', points)
  const measured = points.map((point) => ({ time: point.time, value: aim.measure(point.value) }))
  const change = trendChange(measured)
  // The growth rate has bands of its own, so by it only what could not be seen in the figures counts as no change.
  const standard = method === 'cagr-trend' ? halfDisplayUnit(indicator) : defaultTrendBand(indicator, first.value)
  const band = toleranceOf(indicator, standard, first, latest)
  const rests: Rest = {
    reason: null,
    points,
    baseline: first,
    change,
    band,
    ratio: null,
    score: null,
    uncertain: isUncertain(indicator, change, first, latest),
    crossed: hasCrossed(aim, first.value, latest.value, band.value),
    changeLimits: null,
  }
  const byMethod = (): MethodResult | null => {
    if (method === 'cagr-trend') return byGrowth(aim, rests, measured)
    if (method === 'trend') return certainTrend(rests, measured, aim, band)
    return { ...rests, verdict: trendVerdict(change, aim.wanted, band.value) }
  }
  const finding = byMethod()
  if (!finding) return withoutVerdict('method-undefined', points)
  return finding.crossed && finding.verdict === 'stable' ? { ...finding, verdict: 'unclear' } : finding
}
