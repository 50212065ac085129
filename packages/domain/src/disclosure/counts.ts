import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import { shareScale } from '../unit/unit.ts'

/*
 * Which numbers of people a figure rests on. A share rests on those counted and those who are not; a count on itself;
 * everything else on its numerator and its denominator, each where it is given. A survey rests on its respondents as well.
 */

/** What can be counted of a figure. Each adds up by itself. The last three are respondents of a survey. */
export type Quantity =
  'count' | 'numerator' | 'complement' | 'denominator' | 'respondents' | 'respondents-in' | 'respondents-out'

/** How many people stand behind a figure, by what they are; never below 0. */
export type Counts = ReadonlyMap<Quantity, number>

/** What must be known of an indicator to tell how many people are behind its figures. */
export type CountedIndicator = Pick<Indicator, 'unit' | 'disclosure'>

type Kind = 'share' | 'rate' | 'count' | 'mean'

/** What kind of counts an indicator's figures rest on. */
function kindOf({ unit, disclosure }: CountedIndicator): Kind {
  if (unit === 'count') return 'count'
  if (shareScale[unit] === undefined) return 'mean'
  return disclosure.mayExceedWhole ? 'rate' : 'share'
}

/** Everything that can be counted. */
export const quantities: readonly Quantity[] = [
  'count',
  'numerator',
  'complement',
  'denominator',
  'respondents',
  'respondents-in',
  'respondents-out',
]

const nobody: Counts = new Map(quantities.map((quantity) => [quantity, 0]))

/** What floating point leaves of a whole is no person; nor is anyone where the numerator is larger than its denominator. */
const complementOf = (numerator: number, denominator: number): number => {
  const rest = denominator - numerator
  return rest < 1e-9 ? 0 : rest
}

/**
 * Numerator and denominator of a share or rate: a value with one of them gives the other, to the last person as long as
 * there are fewer than a thousand.
 */
function fractionOf(scale: number, { value, numerator, denominator }: Observation): [number, number] | null {
  if (value === null) return null
  const below = denominator ?? (numerator !== null && value > 0 ? Math.round((scale * numerator) / value) : null)
  const above = numerator ?? (denominator === null ? null : Math.round((value * denominator) / scale))
  return above === null || below === null || above < 0 ? null : [above, below]
}

function respondentsOf(kind: Kind, scale: number, { value, sampleSize }: Observation): [Quantity, number][] {
  if (sampleSize === null || value === null) return []
  if (kind !== 'share') return [['respondents', sampleSize]]
  const within = Math.min(sampleSize, Math.max(0, Math.round((value * sampleSize) / scale)))
  return [
    ['respondents-in', within],
    ['respondents-out', sampleSize - within],
  ]
}

/**
 * The people behind a figure; `null` where the figure does not say how many. One that cannot exist (`M`) has no one behind
 * it. A value below 0 counts no one.
 */
export function countsOf(indicator: CountedIndicator, observation: Observation): Counts | null {
  const kind = kindOf(indicator)
  const { value, numerator, denominator, status } = observation
  if (status === 'M') return nobody
  if (value === null) return null
  const scale = shareScale[indicator.unit] ?? 1
  const counts = new Map<Quantity, number>(respondentsOf(kind, scale, observation))
  if (kind === 'count') {
    if (value >= 0) counts.set('count', value)
  } else if (kind === 'mean') {
    if (numerator !== null && numerator >= 0) counts.set('numerator', numerator)
    if (denominator !== null) counts.set('denominator', denominator)
  } else {
    const fraction = fractionOf(scale, observation)
    if (fraction) {
      counts.set('numerator', fraction[0])
      if (kind === 'rate') counts.set('denominator', fraction[1])
      else counts.set('complement', complementOf(...fraction))
    } else if (numerator !== null && numerator >= 0) counts.set('numerator', numerator)
  }
  return counts.size === 0 ? null : counts
}

/** Whether the counts say among how many people a figure was counted; a numerator alone does not. */
export function saysHowMany(counts: Counts): boolean {
  return [...counts.keys()].some((quantity) => quantity !== 'numerator')
}

/**
 * Whether so few people are behind it that it may tell of one of them: a numerator, complement, denominator or number of
 * respondents below the minimum; a count below it, but not 0, which is no one.
 */
export function isTooFew({ disclosure: { minimum } }: Pick<Indicator, 'disclosure'>, counts: Counts): boolean {
  const isNobody = [...counts.values()].every((count) => count === 0)
  return !isNobody && [...counts].some(([quantity, count]) => count < minimum && !(quantity === 'count' && count === 0))
}

/** Whether a value given without its counts is, to a tenth of its unit, the fraction these counts make. */
export function isFractionOf({ unit }: Pick<Indicator, 'unit'>, { value }: Observation, counts: Counts): boolean {
  const scale = shareScale[unit]
  const numerator = counts.get('numerator')
  const denominator = counts.get('denominator') ?? (numerator ?? 0) + (counts.get('complement') ?? 0)
  if (scale === undefined || value === null || numerator === undefined || denominator <= 0) return false
  return Math.abs((scale * numerator) / denominator - value) <= 0.05
}

/** Whether a share says without any counts that all are counted or none: the numerator or the complement is no one. */
export function isAllOrNone(indicator: CountedIndicator, { value }: Observation): boolean {
  const scale = shareScale[indicator.unit]
  if (kindOf(indicator) !== 'share' || scale === undefined || value === null) return false
  return value <= 0 || value >= scale
}

/** A rest of one part of a share alone is a group of which no one is in the other part. */
export function completed(counts: ReadonlyMap<Quantity, number>): Counts {
  const pairs: readonly (readonly [Quantity, Quantity])[] = [
    ['numerator', 'complement'],
    ['respondents-in', 'respondents-out'],
  ]
  const all = new Map(counts)
  for (const [one, other] of pairs) {
    if (all.has(one) && !all.has(other) && !all.has('denominator')) all.set(other, 0)
    else if (all.has(other) && !all.has(one)) all.set(one, 0)
  }
  return all
}
