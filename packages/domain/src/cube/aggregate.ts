import type { Observation } from '../observation/observation.ts'

/** Numerators and denominators summed; `null`: a figure is without them, so that there is nothing to sum. */
export interface SummedCounts {
  readonly numerator: number
  readonly denominator: number
}

/**
 * Sums figures of several groups. Only counts can be summed: from percentages alone no one can tell how many there are of
 * each group, so the sum is refused (`null`).
 */
export function aggregate(observations: readonly Observation[]): SummedCounts | null {
  let [numerator, denominator] = [0, 0]
  for (const observation of observations) {
    if (observation.numerator === null || observation.denominator === null) return null
    numerator += observation.numerator
    denominator += observation.denominator
  }
  return observations.length === 0 ? null : { numerator, denominator }
}

/** What is left of a total without one of its groups; `null` as in {@link aggregate}, and where nothing is left. */
export function without(total: Observation, group: Observation): SummedCounts | null {
  const [all, part] = [aggregate([total]), aggregate([group])]
  if (!all || !part) return null
  const rest = { numerator: all.numerator - part.numerator, denominator: all.denominator - part.denominator }
  return rest.numerator < 0 || rest.denominator <= 0 ? null : rest
}
