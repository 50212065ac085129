import { z } from 'zod'

/**
 * What a value counts. `percent` is 0–100, not a fraction; `ratio` is a quotient with 1 as parity,
 * `index-100` the same with 100 as parity; `score` is a mean on a scale; `mark` the Danish seven-step scale.
 */
export const Unit = z
  .enum([
    'percent',
    'percentage-point',
    'count',
    'per-hundred',
    'per-thousand',
    'index-100',
    'ratio',
    'score',
    'mark',
    'kroner',
  ])
  .meta({ id: 'Unit', description: 'What a value counts.' })
export type Unit = z.infer<typeof Unit>

/** Whether values in a unit grow with the size of the place, so that nothing follows from comparing them with others. */
export function growsWithSize(unit: Unit): boolean {
  return unit === 'count' || unit === 'kroner'
}

/** Units of a share: what a numerator by its denominator is multiplied by. */
export const shareScale: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  'per-hundred': 100,
  'per-thousand': 1000,
}
