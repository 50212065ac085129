import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'

/*
 * Which numbers of people a figure rests on. A share rests on those counted and those who are not; a count on itself; a mean on
 * those it is taken over; a rate on its numerator and its denominator.
 */

/** How many people stand behind a figure, in an order that is the same for every figure of the indicator; never below 0. */
export type Counts = readonly number[]

type Kind = 'share' | 'rate' | 'count' | 'mean'

/** What kind of counts an indicator's figures rest on. */
function kindOf({ unit, limits }: Pick<Indicator, 'unit' | 'limits'>): Kind {
  if (unit === 'count') return 'count'
  if (unit === 'percent') return limits.upper === 100 ? 'share' : 'rate'
  return unit === 'per-hundred' || unit === 'per-thousand' ? 'rate' : 'mean'
}

const given = (counts: readonly (number | null)[]): Counts | null => {
  const known = counts.filter((count) => count !== null)
  return known.length === counts.length && known.every((count) => count >= 0) ? known : null
}

/** The people behind a figure; `null` where the figure does not say. One that cannot exist (`M`) has nobody behind it. */
export function countsOf(
  indicator: Pick<Indicator, 'unit' | 'limits'>,
  { value, numerator, denominator, status }: Observation,
): Counts | null {
  const kind = kindOf(indicator)
  if (status === 'M') return kind === 'share' || kind === 'rate' ? [0, 0] : [0]
  if (value === null) return null
  const rest = numerator === null || denominator === null ? null : denominator - numerator
  switch (kind) {
    case 'count':
      return given([value])
    case 'share':
      // What floating point leaves of a whole is no person.
      return given([numerator, rest !== null && Math.abs(rest) < 1e-9 ? 0 : rest])
    case 'rate':
      return given([numerator, denominator])
    case 'mean':
    default:
      return given([denominator])
  }
}

/**
 * Whether so few people are behind it that it may tell of one of them: a numerator, complement or denominator below the
 * minimum; a count below it, but not 0, which is nobody.
 */
export function isTooFew(indicator: Pick<Indicator, 'unit' | 'limits' | 'disclosure'>, counts: Counts): boolean {
  const { minimum } = indicator.disclosure
  const [first = 0] = counts
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (kindOf(indicator) === 'count') return first > 0 && first < minimum
  return all > 0 && counts.some((count) => count < minimum)
}
