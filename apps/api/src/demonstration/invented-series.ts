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

/** The people behind a share: the denominator, and the numerator that gives nearly the wanted share. */
function counted(
  share: number,
  people: number,
  indicator: Indicator,
): Pick<Observation, 'value' | 'numerator' | 'denominator'> {
  const numerator = Math.min(Math.max(whole(share, people), 0), people)
  return { value: fitted((numerator / people) * 100, indicator), numerator, denominator: people }
}

/**
 * Invents a series, oldest first. `people` is the size of the group behind a share; 0 leaves the counts out.
 * Shares of survey waves get a number of answers and the half-width of the 95 % interval it gives.
 */
export function inventSeries(
  indicator: Indicator,
  course: Course,
  { random, people }: { readonly random: Random; readonly people: number },
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
      const answers = random.whole(420, 1250)
      const spread = share ? Math.sqrt(value * (100 - value)) : Math.abs(value) * 0.4
      const margin = Math.round(((1.96 * spread) / Math.sqrt(answers)) * 1000) / 1000
      return { ...base, value, numerator: null, denominator: null, sampleSize: answers, margin }
    }
    const counts = share && people ? counted(value, people, indicator) : { value, numerator: null, denominator: null }
    return { ...base, ...counts, sampleSize: null, margin: null }
  })
}
