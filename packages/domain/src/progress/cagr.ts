import { calendarTolerance } from './points.ts'
import type { TimedValue } from './points.ts'

/*
 * The rule of Open SDG 2.4 and Statistics Canada, “Progress Measurement Methodology for the Sustainable Development
 * Goals”, https://open-sdg.readthedocs.io/en/latest/progress-methodology/. An exponential model cannot start at or
 * reach zero; the rule puts 0.001 in its place, so that a result from or to zero hangs on that number. A value that
 * stays at zero stays: its growth is none.
 */
const inPlaceOfZero = 0.001
const withoutZero = (value: number): number => (value === 0 ? inPlaceOfZero : value)

/** Compound annual growth rate from `from` to `to`, as a fraction a year. */
function growthRate(to: number, from: number, years: number): number {
  return (to / from) ** (1 / years) - 1
}

function advance(baseline: TimedValue, latest: TimedValue, wanted: 1 | -1): number | null {
  const years = latest.time - baseline.time
  const from = withoutZero(baseline.value)
  const to = baseline.value === 0 ? withoutZero(latest.value) : latest.value
  if (years < 1 - calendarTolerance || to / from < 0) return null
  return Math.sign(from) * wanted * growthRate(to, from, years)
}

/**
 * Observed growth rate ÷ the growth rate that would reach the target in time, and the score −5..5 made of it.
 * `null`: no result, because signs are opposite, less than a year has passed, or no growth is needed.
 */
export function cagr(
  baseline: TimedValue,
  latest: TimedValue,
  target: TimedValue,
  wanted: 1 | -1,
): { readonly ratio: number; readonly score: number } | null {
  const observed = advance(baseline, latest, wanted)
  const from = withoutZero(baseline.value)
  const to = withoutZero(target.value)
  const years = target.time - baseline.time
  if (observed === null || to / from < 0 || years <= 0) return null
  const ratio = observed / Math.abs(growthRate(to, from, years))
  if (!Number.isFinite(ratio)) return null
  return { ratio, score: ratio >= 0.6 ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5) }
}

/**
 * How much the bands shrink near a natural limit: 0 at the limit, 1 far from it or without one.
 * The rule is written for positive values; negative ones are measured by their size.
 */
export function limitFactor(baseline: number, limit: number | null): number {
  if (limit === null || baseline / limit <= 0 || limit === 0) return 1
  const share = baseline / limit
  if (share >= 2) return 1
  return share <= 1 ? 1 - share ** 4.44 : 1 - (2 - share) ** 4.44
}

/** Growth a year in the wanted direction, without a target. */
export interface CagrTrend {
  /** As a fraction a year, positive in the wanted direction. */
  readonly growth: number
  /** The factor on the bands, 0..1. */
  readonly factor: number
  /** −5..5. */
  readonly score: number
  /** Whether growth is at or past the middle band, against the direction, or between. */
  readonly finding: 'improving' | 'stable' | 'worsening'
}

const high = 0.015
const medium = 0.005

function trendScore(growth: number, factor: number): number {
  if (growth < 0) return Math.max(125 * growth - 2.5, -5)
  if (factor === 0) return 5
  if (growth >= high * factor) return Math.min((500 * growth) / factor - 5, 5)
  if (growth >= medium * factor) return (250 * growth) / factor - 1.25
  return (500 * growth) / factor - 2.5
}

/**
 * The growth rate against fixed bands (1.5 %, 0.5 % and 0 a year, reduced near the natural limit in the wanted
 * direction), and its score −5..5. The rule's “limited progress”, below 0.5 %, counts as stable.
 * `null`: no result, because signs are opposite or less than a year has passed.
 */
export function cagrTrend(
  baseline: TimedValue,
  latest: TimedValue,
  wanted: 1 | -1,
  limit: number | null,
): CagrTrend | null {
  const growth = advance(baseline, latest, wanted)
  if (growth === null || !Number.isFinite(growth)) return null
  const factor = limitFactor(withoutZero(baseline.value), limit)
  const progress = growth >= medium * factor ? 'improving' : 'stable'
  return { growth, factor, score: trendScore(growth, factor), finding: growth < 0 ? 'worsening' : progress }
}
