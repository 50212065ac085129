import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import { shareScale } from '../unit/unit.ts'
import type { Unit } from '../unit/unit.ts'
import type { NoChangeSource } from './assessment.ts'
import type { Point } from './points.ts'
import { newcombeMargin } from './proportion.ts'
import type { Proportion } from './proportion.ts'

/** Half a unit of the last decimal shown: a smaller change could not be seen in the figures. */
export function halfDisplayUnit(indicator: Pick<Indicator, 'decimals'>): number {
  return 0.5 * 10 ** -indicator.decimals
}

/**
 * The delivered tolerance for a trend over its window, in the indicator's unit. Counts, rates per thousand and kroner
 * have 5 % of the first value, and never less than half a display unit, so that a count may start at zero.
 * Marks have 0.2: the same share of the scale's length (−3..12) as 0.05 is of a score from 1 to 5. Percentages of
 * elections have 2.0: what is on the ballot moves a turnout by as much from one election to the next.
 */
export function defaultTrendBand(indicator: Indicator, firstValue: number): number {
  const share = Math.max(0.05 * Math.abs(firstValue), halfDisplayUnit(indicator))
  const points = indicator.cadence.periodKind.endsWith('-election') ? 2 : 1
  const bands: Record<Unit, number> = {
    percent: points,
    'percentage-point': points,
    'per-hundred': points,
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
 * The margin of error of a difference between figures of surveys, from their 95 % margins, which are independent:
 * √(m₁² + m₂² + …); a figure that has none adds nothing. 0 where none has one.
 */
export function combinedMargin(...figures: readonly Pick<Observation, 'margin'>[]): number {
  return Math.hypot(...figures.map(({ margin }) => margin ?? 0))
}

function proportionOf({ numerator, denominator }: Point): Proportion | null {
  return numerator === null || denominator === null || numerator < 0 || numerator > denominator
    ? null
    : { numerator, denominator }
}

/** The margin of the change between two shares of which the counts are known, in the indicator's unit; else 0. */
function countedMargin(indicator: Indicator, first: Point, latest: Point): number {
  const scale = shareScale[indicator.unit]
  const [from, to] = [proportionOf(first), proportionOf(latest)]
  return scale === undefined || indicator.disclosure.mayExceedWhole || !from || !to
    ? 0
    : scale * newcombeMargin(from, to)
}

/** What one person more or less amounts to in the indicator's unit; 0 where the denominators are not known. */
function onePerson(indicator: Indicator, first: Point, latest: Point): number {
  const scale = shareScale[indicator.unit]
  const denominators = [first, latest].flatMap(({ denominator }) => (denominator === null ? [] : [denominator]))
  return scale === undefined || denominators.length === 0 ? 0 : scale / Math.min(...denominators)
}

/** What counts as no change, in the indicator's unit, and what that rests on. */
export interface Tolerance {
  readonly value: number
  readonly source: NoChangeSource
}

/**
 * The change between two points that counts as none: the indicator's own band, or else `standard`; but never less than the
 * survey's margin of error, and where counts are known never less than the margin of the difference between the two shares,
 * nor than one person.
 */
export function toleranceOf(indicator: Indicator, standard: number, first: Point, latest: Point): Tolerance {
  const own: Tolerance = indicator.band
    ? { value: indicator.band.value, source: 'own' }
    : { value: standard, source: 'standard' }
  const least: readonly Tolerance[] = [
    { value: combinedMargin(first, latest), source: 'survey' },
    { value: countedMargin(indicator, first, latest), source: 'counts' },
    { value: onePerson(indicator, first, latest), source: 'one-person' },
  ]
  return least.reduce((largest, next) => (next.value > largest.value ? next : largest), own)
}

/** Whether the change between two points lies within the margin of error: that of the survey, or of the counts. */
export function isUncertain(indicator: Indicator, change: number, first: Point, latest: Point): boolean {
  const margin = Math.max(combinedMargin(first, latest), countedMargin(indicator, first, latest))
  return margin > 0 && isWithin(change, margin)
}

/** Whether a change is no more than the band. The last digits of a subtraction do not decide it. */
export function isWithin(change: number, band: number): boolean {
  return Math.abs(change) <= band * (1 + 1e-9)
}

/** Whether a baseline was decided to be another value than the one measured then, by more than rounding explains. */
export function isDecidedOtherwise(indicator: Pick<Indicator, 'decimals'>, decided: number, measured: number): boolean {
  return !isWithin(measured - decided, halfDisplayUnit(indicator))
}
