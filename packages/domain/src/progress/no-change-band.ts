import type { Indicator } from '../indicator/indicator.ts'
import type { Unit } from '../unit/unit.ts'
import type { Point } from './points.ts'

/** Half a unit of the last decimal shown: a smaller change could not be seen in the figures. */
export function halfDisplayUnit(indicator: Indicator): number {
  return 0.5 * 10 ** -indicator.decimals
}

/**
 * The delivered band for a trend over its window, in the indicator's unit. Counts, rates per thousand and kroner
 * have 5 % of the first value, and never less than half a display unit, so that a count may start at zero.
 * Marks have 0.2: the same share of the scale's length (−3..12) as 0.05 is of a score from 1 to 5.
 */
export function defaultTrendBand(indicator: Indicator, firstValue: number): number {
  const share = Math.max(0.05 * Math.abs(firstValue), halfDisplayUnit(indicator))
  const bands: Record<Unit, number> = {
    percent: 1,
    'percentage-point': 1,
    'per-hundred': 1,
    score: 0.05,
    mark: 0.2,
    'index-100': 2,
    ratio: 0.02,
    count: share,
    'per-thousand': share,
    kroner: share,
  }
  return bands[indicator.unit]
}

/**
 * The margin of error of the change between two points of a survey, from their 95 % margins, which are independent:
 * √(m₁² + m₂²). 0 where neither has one.
 */
export function combinedMargin(first: Point, latest: Point): number {
  return Math.hypot(first.margin ?? 0, latest.margin ?? 0)
}

/**
 * The “no clear change” band between two points, in the indicator's unit: its own, or else `standard`; but never
 * less than the survey's margin of error.
 */
export function noChangeBand(indicator: Indicator, standard: number, first: Point, latest: Point): number {
  return Math.max(indicator.band?.value ?? standard, combinedMargin(first, latest))
}

/** Whether the change between two points of a survey lies within its margin of error. */
export function isUncertain(change: number, first: Point, latest: Point): boolean {
  const margin = combinedMargin(first, latest)
  return margin > 0 && isWithin(change, margin)
}

/** Whether a change is no more than the band. The last digits of a subtraction do not decide it. */
export function isWithin(change: number, band: number): boolean {
  return Math.abs(change) <= band * (1 + 1e-9)
}
