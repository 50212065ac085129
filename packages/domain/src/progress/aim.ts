import type { Direction, Indicator } from '../indicator/indicator.ts'
import type { Target } from '../target/target.ts'
import { halfDisplayUnit, isWithin } from './tolerance.ts'

/** What an indicator is measured by and which values are good enough. */
export interface Aim {
  /** Which way the measure should move. */
  readonly wanted: 1 | -1
  /** What is judged of a value: the value itself, or its distance to the aimed value or band. */
  readonly measure: (value: number) => number
  /** The natural limit of the measure in the wanted direction; `null`: none. */
  readonly limit: number | null
  /** The measure that counts as reached; `null`: no target. */
  readonly goal: number | null
  /** The values that count as reached; `null`: no target. */
  readonly reached: { readonly low: number; readonly high: number } | null
  /** The value or band that can be missed on either side; `null`: only one side is wrong. */
  readonly middle: { readonly low: number; readonly high: number } | null
}

const identity = (value: number): number => value

function oneWay(indicator: Indicator, target: Target | null, wanted: 1 | -1): Aim {
  const limit = wanted === 1 ? indicator.limits.upper : indicator.limits.lower
  const goal = target?.target?.value ?? (wanted === 1 ? target?.band?.low : target?.band?.high) ?? null
  const open = wanted === 1 ? { high: Number.POSITIVE_INFINITY } : { low: Number.NEGATIVE_INFINITY }
  const reached = goal === null ? null : { low: goal, high: goal, ...open }
  return { wanted, measure: identity, limit, goal, reached, middle: null }
}

function insideBand(low: number, high: number): Aim {
  const measure = (value: number): number => Math.max(low - value, value - high, 0)
  return { wanted: -1, measure, limit: 0, goal: 0, reached: { low, high }, middle: { low, high } }
}

function closeTo(aimed: number, target: Target | null): Aim {
  const measure = (value: number): number => Math.abs(value - aimed)
  const distance = target?.target ? measure(target.target.value) : null
  const reached = distance === null ? null : { low: aimed - distance, high: aimed + distance }
  return { wanted: -1, measure, limit: 0, goal: distance, reached, middle: reached ?? { low: aimed, high: aimed } }
}

/** Whether the value aimed at is parity: a ratio of 1, or an index of 100. */
function isParity({ unit, towards, derived }: Indicator): boolean {
  return (unit === 'ratio' && towards === 1) || (unit === 'index-100' && towards === 100) || derived?.kind === 'parity'
}

/**
 * Parity is as far off at a half as at the double: what is judged of a ratio x is max(x, 1/x), in the unit of the
 * indicator. A ratio of 0 counts as half the smallest figure shown, so that it has a distance.
 */
function closeToParity(indicator: Indicator, parity: number, target: Target | null): Aim {
  const least = halfDisplayUnit(indicator)
  const measure = (value: number): number => Math.max(value, parity ** 2 / Math.max(value, least))
  const goal = target?.target ? measure(target.target.value) : null
  const reached = goal === null ? null : { low: parity ** 2 / goal, high: goal }
  return { wanted: -1, measure, limit: parity, goal, reached, middle: reached ?? { low: parity, high: parity } }
}

function towardsValue(indicator: Indicator, target: Target | null): Aim {
  const aimed = indicator.towards ?? 0
  return isParity(indicator) && aimed > 0 ? closeToParity(indicator, aimed, target) : closeTo(aimed, target)
}

/**
 * What to judge by: with `increase` and `decrease` the value itself (of a band its nearer end), with `towards` its
 * distance to the aimed value (of parity the ratio or its inverse, whichever is greater), with a band for `maintain` or `towards` its distance to the band.
 * `null` where there is nothing to judge by: `context`, or `maintain` without a band.
 */
export function aimOf(indicator: Indicator, target: Target | null): Aim | null {
  const band = target?.band ?? null
  const aims: Record<Direction, () => Aim | null> = {
    increase: () => oneWay(indicator, target, 1),
    decrease: () => oneWay(indicator, target, -1),
    maintain: () => band && insideBand(band.low, band.high),
    towards: () => (band ? insideBand(band.low, band.high) : towardsValue(indicator, target)),
    context: () => null,
  }
  return aims[indicator.direction]()
}

/**
 * Whether the value has passed the band or the value aimed at and lies outside on the other side, by more than the given
 * change in the indicator's unit. Then its distance may be as it was, and yet much has changed.
 */
export function hasCrossed({ middle }: Aim, from: number, to: number, change: number): boolean {
  if (!middle) return false
  const side = (value: number): number => (value < middle.low ? -1 : Number(value > middle.high))
  return side(from) * side(to) < 0 && !isWithin(to - from, change)
}

const noise = 1e-12

/** Whether the value is good enough. Rounding in the last digits of a computed value does not decide it. */
export function isReached(aim: Aim, value: number): boolean {
  if (!aim.reached) return false
  const { low, high } = aim.reached
  const slack = (bound: number): number =>
    Number.isFinite(bound) ? noise * Math.max(Math.abs(bound), Math.abs(value)) : 0
  return value >= low - slack(low) && value <= high + slack(high)
}
