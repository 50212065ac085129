import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import { shareScale } from '../unit/unit.ts'

/*
 * A difference between shares in whole people: how many more or fewer in the numerator make the difference, at the denominator
 * of the latest figure. Computed from published counts alone; a suppressed figure has none.
 */

/** People, and whether there are more or fewer of them. `approximate`: rounded, because one of the figures is. */
export interface People {
  readonly count: number
  readonly more: boolean
  readonly approximate: boolean
}

/** A share with the counts it is computed from. */
export interface CountedShare {
  readonly numerator: number
  readonly denominator: number
}

type Figure = Pick<Observation, 'value' | 'numerator' | 'denominator'>

/** The counts of a figure; `null` where it has no value or either count is not known. */
export function countedOf({ value, numerator, denominator }: Figure): CountedShare | null {
  return value === null || numerator === null || denominator === null ? null : { numerator, denominator }
}

/** The scale of the indicator's share, 100 for per cent; `null` where it is no share of people that have a name. */
export function peopleScale({ unit, numeratorNoun }: Indicator): number | null {
  return numeratorNoun === undefined ? null : (shareScale[unit] ?? null)
}

function told(signed: number, indicator: Indicator, approximate: boolean): People | null {
  const count = Math.abs(signed)
  const { exempt, minimum } = indicator.disclosure
  // No one is no people; and so few would be talked about as if they were known.
  if (count === 0 || (exempt === null && count < minimum)) return null
  return { count, more: signed > 0, approximate }
}

/** How many people the change from one share to another amounts to, at the latter's denominator; rounded to whole people. */
export function peopleOfChange(indicator: Indicator, before: Figure, latest: Figure): People | null {
  const [then, now] = [countedOf(before), countedOf(latest)]
  if (peopleScale(indicator) === null || !then || !now) return null
  return told(Math.round(now.numerator - (then.numerator / then.denominator) * now.denominator), indicator, false)
}

/**
 * How many people it takes to come from the latest share to another, in the indicator's unit: as many as reach it, so that one
 * person fewer does not.
 */
export function peopleToReach(indicator: Indicator, latest: Figure, wanted: number): People | null {
  const [scale, now] = [peopleScale(indicator), countedOf(latest)]
  if (scale === null || !now) return null
  const exact = (wanted / scale) * now.denominator - now.numerator
  // The last digits of a product make no person.
  const whole = Math.ceil(Math.abs(exact) - 1e-6)
  return told(Math.sign(exact) * Math.max(0, whole), indicator, false)
}

/** How many decimals a value was given with. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

/**
 * How many people the difference to another area's share amounts to, at one's own denominator. Where the other's counts are
 * known it is whole people; else the other's value is rounded, and so is the result: to the power of ten that is no less than what
 * the value's rounding may amount to.
 */
export function peopleOfDifference(indicator: Indicator, own: Figure, other: Figure): People | null {
  const [scale, now, others] = [peopleScale(indicator), countedOf(own), countedOf(other)]
  if (scale === null || !now || other.value === null) return null
  const share = others ? others.numerator / others.denominator : other.value / scale
  const exact = now.numerator - share * now.denominator
  if (others) return told(Math.round(exact), indicator, false)
  // Its value may be half of its last decimal more or less.
  const spread = (0.5 * 10 ** -decimalsOf(other.value) * now.denominator) / scale
  const step = 10 ** Math.max(0, Math.ceil(Math.log10(spread)))
  return told(Math.round(exact / step) * step, indicator, step > 1)
}
