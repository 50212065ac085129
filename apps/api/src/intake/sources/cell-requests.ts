import { isPattern } from '@pejling/domain/connection/resolve'

/** What a request asks of a variable, by codes or by a pattern of periods. */
export interface Selected {
  readonly code: string
  readonly values: readonly string[]
  /** How many values that is; of a pattern at most all there are. */
  readonly count: number
}

/** How many cells a request is answered with at most. */
export const cellsOf = (selection: readonly Selected[]): number =>
  selection.reduce((product, { count }) => product * count, 1)

/** A request as two, each with half the values of its longest list; `null`: it cannot be divided further. */
export function halved(selection: readonly Selected[]): readonly [Selected[], Selected[]] | null {
  const [longest] = selection
    .filter(({ values }) => values.length > 1 && !values.some(isPattern))
    .toSorted((a, b) => b.values.length - a.values.length)
  if (!longest) return null
  const middle = Math.ceil(longest.values.length / 2)
  const withValues = (values: readonly string[]): Selected[] =>
    selection.map((one) => (one === longest ? { ...one, values, count: values.length } : one))
  return [withValues(longest.values.slice(0, middle)), withValues(longest.values.slice(middle))]
}

/**
 * A request as several of at most `limit` cells each, which together ask for the same cells, each once; `null`: one of them cannot be
 * made small enough.
 */
export function requestsWithin(selection: readonly Selected[], limit: number): readonly (readonly Selected[])[] | null {
  if (cellsOf(selection) <= limit) return [selection]
  const [first, second] = halved(selection) ?? []
  const one = first ? requestsWithin(first, limit) : null
  const other = second ? requestsWithin(second, limit) : null
  return one && other ? [...one, ...other] : null
}
