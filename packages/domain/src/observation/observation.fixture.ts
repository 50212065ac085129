import type { Observation } from './observation.ts'

/** A figure with nothing remarkable about it; without a value it is missing. Change what the test is about. */
export function exampleObservation(
  period: string,
  value: number | null,
  change: Partial<Observation> = {},
): Observation {
  return {
    period,
    value,
    numerator: null,
    denominator: null,
    status: value === null ? 'O' : 'A',
    footnote: null,
    sampleSize: null,
    margin: null,
    provenance: null,
    ...change,
  }
}
