import { comparePeriods, periodOf, yearsBetween } from '@pejling/domain/period/period'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { pastPeriods } from './invented-periods.ts'
import type { Level } from './plausible-levels.ts'
import type { Random } from './random.ts'
import type { Story } from './stories.ts'

/** The provenance every invented figure has. */
export const demonstrationProvenance = 'demonstration'

/** How an invented series runs: where it begins, and how far it moves in a year. */
export interface Course {
  readonly start: number
  readonly yearly: number
}

/** Brings a value within the indicator's limits, with two decimals more than are shown; a count stays whole. */
export function fitted(value: number, { unit, decimals, limits }: Indicator): number {
  const lower = limits.lower ?? (unit === 'percentage-point' ? -Infinity : 0)
  const clipped = Math.min(Math.max(value, lower), limits.upper ?? Infinity)
  const scale = unit === 'count' ? 1 : 10 ** (decimals + 2)
  // Added to zero, so that a small negative number does not become minus zero.
  return Math.round(clipped * scale) / scale + 0
}

/** Which way an indicator should go from the given value: up or down. Background figures count as wanting more. */
function wantedWay({ direction, towards }: Indicator, from: number): 1 | -1 {
  if (direction === 'towards' && towards !== null) return towards >= from ? 1 : -1
  return direction === 'decrease' ? -1 : 1
}

/** The course that tells a story from a level, spread evenly over the indicator's periods. */
export function courseOf(indicator: Indicator, { start }: Level, { change }: Story): Course {
  const kind = indicator.cadence.periodKind
  const dated = pastPeriods(kind).map((code) => periodOf(kind, code))
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last || first === last) return { start, yearly: 0 }
  return { start, yearly: (Math.abs(start) * change * wantedWay(indicator, start)) / yearsBetween(first, last) }
}

function whole(part: number, of: number): number {
  return Math.round((part / 100) * of)
}

/** The people behind a figure: of a share the numerator that gives nearly the wanted one, of a mean those it is taken over. */
function counted(
  value: number,
  people: number,
  indicator: Indicator,
): Pick<Observation, 'value' | 'numerator' | 'denominator'> {
  if (people === 0 || indicator.unit === 'count') return { value, numerator: null, denominator: null }
  if (indicator.unit !== 'percent' && indicator.unit !== 'per-hundred') {
    return { value, numerator: null, denominator: people }
  }
  const numerator = Math.min(Math.max(whole(value, people), 0), indicator.limits.upper === 100 ? people : Infinity)
  return { value: fitted((numerator / people) * 100, indicator), numerator, denominator: people }
}

/** Divides a count among groups, in proportions that shift a little each time; together they make the whole. */
export function divideCount(
  observations: readonly Observation[],
  groups: readonly string[],
  random: Random,
): ReadonlyMap<string, Observation[]> {
  const shares = groups.map(() => ({ start: random.between(0.2, 1.8), growth: random.between(-0.04, 0.04) }))
  const upTo = (end: number, time: number): number =>
    shares.slice(0, end).reduce((sum, { start, growth }) => sum + start * (1 + growth * time), 0)
  return new Map(
    groups.map((group, index) => [
      group,
      observations.map((observation, time) => {
        const { value } = observation
        if (value === null) return observation
        const part = (end: number): number => Math.round((value * upTo(end, time)) / upTo(groups.length, time))
        return { ...observation, value: part(index + 1) - part(index) }
      }),
    ]),
  )
}

/**
 * Invents a series, oldest first. `people` is the size of the group behind a share; 0 leaves the counts out.
 * Shares of survey waves get a number of answers and the half-width of the 95 % interval it gives; a survey of the whole country
 * asks ten times as many as one of a municipality, whose people it includes.
 */
export function inventSeries(
  indicator: Indicator,
  course: Course,
  { random, people, isNational }: { readonly random: Random; readonly people: number; readonly isNational: boolean },
): Observation[] {
  const kind = indicator.cadence.periodKind
  const dated = pastPeriods(kind)
    .map((code) => periodOf(kind, code))
    .toSorted(comparePeriods)
  const [first] = dated
  if (!first) return []
  const wobble = Math.abs(course.start) * 0.006
  return dated.map((period) => {
    const drift = course.start + course.yearly * yearsBetween(first, period)
    const value = fitted(drift + random.between(-wobble, wobble), indicator)
    const base = { period: period.code, status: 'A', footnote: null, provenance: demonstrationProvenance } as const
    const share = indicator.unit === 'percent' && indicator.limits.upper === 100
    if (kind === 'survey-wave') {
      const answers = random.whole(420, 1250) * (isNational ? 10 : 1)
      const spread = share ? Math.sqrt(value * (100 - value)) : Math.abs(value) * 0.4
      const margin = Math.round(((1.96 * spread) / Math.sqrt(answers)) * 1000) / 1000
      return { ...base, value, numerator: null, denominator: null, sampleSize: answers, margin }
    }
    return { ...base, ...counted(value, people, indicator), sampleSize: null, margin: null }
  })
}
