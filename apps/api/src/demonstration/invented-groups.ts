import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { answered, figure, fitted, isSurvey, type Invention } from './invented-series.ts'
import { randomFor } from './random.ts'

/** Adults by age, each in one group. */
const agesOfAdults = ['18-29', '30-44', '45-59', '60-74', '75-plus']

type Weights = Readonly<Record<string, number>>

/** How the people of a town divide into groups. */
const people: Readonly<Record<string, Weights>> = {
  alder: { '18-29': 0.16, '30-44': 0.18, '45-59': 0.25, '60-74': 0.24, '75-plus': 0.17 },
  herkomst: { 'dansk-oprindelse': 0.85, 'indvandrere-og-efterkommere': 0.15 },
  koen: { kvinder: 0.51, maend: 0.49 },
  uddannelse: {
    grundskole: 0.21,
    gymnasial: 0.08,
    erhvervsfaglig: 0.32,
    'kort-videregaaende': 0.06,
    'mellemlang-videregaaende': 0.18,
    bachelor: 0.03,
    'lang-videregaaende': 0.1,
    uoplyst: 0.02,
  },
}

/** Where those who are counted divide otherwise than the town. */
const particular: Readonly<Record<string, Readonly<Record<string, Weights>>>> = {
  bestyrelsesmedlemmer: {
    alder: { '18-29': 0.06, '30-44': 0.24, '45-59': 0.4, '60-74': 0.25, '75-plus': 0.05 },
    herkomst: { 'dansk-oprindelse': 0.91, 'indvandrere-og-efterkommere': 0.09 },
    koen: { kvinder: 0.46, maend: 0.54 },
  },
  byraadsmedlemmer: {
    alder: { '18-29': 0.09, '30-44': 0.23, '45-59': 0.36, '60-74': 0.28, '75-plus': 0.04 },
    koen: { kvinder: 0.41, maend: 0.59 },
  },
}

/** How groups lie above (positive) or below the whole, on the scale of logarithmic odds, where that is well known. */
const leanings: Readonly<Record<string, Readonly<Record<string, Weights>>>> = {
  'valgdeltagelse-kv': { alder: { '18-29': -0.62, '30-44': -0.15, '45-59': 0.15, '60-74': 0.42, '75-plus': 0.05 } },
  beskaeftigelsesfrekvens: { koen: { kvinder: -0.12, maend: 0.12 } },
  'digital-post-fritaget': {
    alder: { '18-29': -1.9, '30-44': -1.7, '45-59': -1.2, '60-74': 0, '75-plus': 1.6 },
  },
  ensomhed: { koen: { kvinder: 0.12, maend: -0.12 } },
}

/** The groups of a dimension that an indicator is divided into: such as have no one in common. */
function groupsOf({ slug, categories }: Dimension): string[] {
  if (slug === 'alder') return agesOfAdults.filter((age) => categories.some((category) => category.slug === age))
  return categories.flatMap((category) => (category.parent === null ? [category.slug] : []))
}

/** Divides a whole number in proportion to weights, by largest remainder: the parts add up to it. */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (sum === 0 ? 0 : (whole * weight) / sum))
  const parts = exact.map(Math.floor)
  const left = whole - parts.reduce((total, part) => total + part, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

const chance = (oddsLogarithm: number): number => 1 / (1 + Math.exp(-oddsLogarithm))

/** Rates (0–1) of groups that differ as told and together make the whole's. */
function ratesAround(whole: number, weights: readonly number[], leaning: readonly number[]): number[] {
  if (whole <= 0 || whole >= 1) return weights.map(() => whole)
  const rates = (shift: number): number[] => leaning.map((lean) => chance(shift + lean))
  const mean = (shift: number): number =>
    rates(shift).reduce((sum, rate, index) => sum + rate * (weights[index] ?? 0), 0)
  let [low, high] = [-20, 20]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (mean(middle) < whole) low = middle
    else high = middle
  }
  return rates(low)
}

interface Division {
  readonly indicator: Indicator
  /** The groups' parts of those who are counted; together 1. */
  readonly weights: readonly number[]
  /** How far each lies above or below the whole: in logarithmic odds of a share, in `spread` of a mean. */
  readonly leaning: readonly number[]
  /** One unit of a mean's leaning, in the indicator's unit. */
  readonly spread: number
}

/** The numerators of groups: as near their rates as their people allow, adding up to the whole's. */
function numeratorsOf(whole: number, denominators: readonly number[], rates: readonly number[]): number[] {
  const parts = apportion(
    whole,
    denominators.map((denominator, index) => denominator * (rates[index] ?? 0)),
  )
  // A group cannot have more than all its people; what is too much goes where there is room.
  let spare = 0
  const capped = parts.map((part, index) => {
    const most = denominators[index] ?? 0
    spare += Math.max(part - most, 0)
    return Math.min(part, most)
  })
  return capped.map((part, index) => {
    const given = Math.min((denominators[index] ?? 0) - part, spare)
    spare -= given
    return part + given
  })
}

function shares({ indicator, weights, leaning }: Division, whole: Observation & { value: number }): Observation[] {
  const rates = ratesAround(whole.value / 100, weights, leaning)
  if (whole.numerator !== null && whole.denominator !== null) {
    const denominators = apportion(whole.denominator, weights)
    const numerators = numeratorsOf(whole.numerator, denominators, rates)
    return denominators.map((denominator, index) => {
      const numerator = numerators[index] ?? 0
      const value = denominator === 0 ? 0 : fitted((100 * numerator) / denominator, indicator)
      return figure(whole.period, { value, numerator, denominator: Math.max(denominator, 1) })
    })
  }
  return rates.map((rate, index) => {
    const value = fitted(100 * rate, indicator)
    if (whole.sampleSize === null) return figure(whole.period, { value })
    const answers = Math.max(Math.round(whole.sampleSize * (weights[index] ?? 0)), 1)
    return figure(whole.period, answered(value, answers, indicator))
  })
}

/** Groups of a mean lie around it; those of a ratio to a group's share of the town around 1, where it is as large. */
function means(
  { indicator, weights, leaning, spread }: Division,
  whole: Observation & { value: number },
): Observation[] {
  const middle = leaning.reduce((sum, lean, index) => sum + lean * (weights[index] ?? 0), 0)
  const isParity = indicator.unit === 'ratio' && indicator.towards === 1
  return leaning.map((lean, index) => {
    const value = fitted((isParity ? 1 : whole.value) + (lean - middle) * spread, indicator)
    if (whole.sampleSize === null) return figure(whole.period, { value })
    const answers = Math.max(Math.round(whole.sampleSize * (weights[index] ?? 0)), 1)
    return figure(whole.period, answered(value, answers, indicator))
  })
}

function divided(division: Division, whole: Observation): Observation[] {
  const { indicator, weights } = division
  if (whole.value === null) return weights.map(() => whole)
  const known = { ...whole, value: whole.value }
  if (indicator.unit === 'count' && indicator.decimals === 0) {
    return apportion(known.value, weights).map((value) => figure(known.period, { value }))
  }
  const isShare = indicator.unit === 'percent' && indicator.limits.upper === 100
  return isShare ? shares(division, known) : means(division, known)
}

/** How much the proportions of groups shift from one period to the next: among few people, more. */
function shiftOf({ value }: Observation, { unit }: Indicator): number {
  return unit === 'count' ? Math.min(1.5 / Math.sqrt(Math.max(value ?? 0, 1)), 0.4) : 0.01
}

/** Fewer people than this are not divided: each group would have one or two. */
const fewest = 100

/**
 * Divides a headline series into the groups of a dimension, so that they fit it: counts and the people behind shares add up to it,
 * and means lie around it. Empty where there is nothing to divide.
 */
export function inventGroups(
  { seed, indicator, level }: Pick<Invention, 'seed' | 'indicator' | 'level'>,
  dimension: Dimension,
  whole: readonly Observation[],
): ReadonlyMap<string, Observation[]> {
  const groups = groupsOf(dimension)
  const isTooSmall = level.people > 0 && level.people < fewest
  if (groups.length === 0 || isTooSmall) return new Map()
  const known = particular[indicator.slug]?.[dimension.slug] ?? people[dimension.slug]
  const leans = leanings[indicator.slug]?.[dimension.slug]
  const drawn = groups.map((group) => {
    const random = randomFor(seed, `${indicator.slug}/${dimension.slug}/${group}/group`)
    return {
      random,
      weight: known?.[group] ?? random.between(0.6, 1.4),
      lean: leans?.[group] ?? random.between(-0.3, 0.3),
    }
  })
  const isMean = indicator.unit !== 'percent'
  const noise = isSurvey(indicator) ? 0.12 : 0.05
  const byPeriod = whole.map((observation) => {
    const shift = shiftOf(observation, indicator)
    const raw = drawn.map(({ weight, random }) => weight * (1 + random.between(-shift, shift)))
    const sum = raw.reduce((total, weight) => total + weight, 0)
    const weights = raw.map((weight) => weight / sum)
    const leaning = drawn.map(({ lean, random }) => lean + random.between(-noise, noise))
    return divided({ indicator, weights, leaning, spread: isMean ? Math.abs(level.move) * 1.5 : 1 }, observation)
  })
  return new Map(groups.map((group, index) => [group, byPeriod.flatMap((parts) => parts.slice(index, index + 1))]))
}
