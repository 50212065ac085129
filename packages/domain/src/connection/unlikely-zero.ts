import { hasValue, type Observation } from '../observation/observation.ts'

/** Where so many were to be expected, no one at all is no chance: by Poisson, once in five hundred million times. */
const expectedAtLeast = 20
/** 0 is far from the others where it lies outside them by more than so many times their whole range. */
const timesRange = 2

type Figure = Observation & { readonly value: number }

/** The nearest figure that is not 0, before or else after. */
const neighbourOf = (figures: readonly Figure[], at: number): Figure | undefined =>
  figures.slice(0, at).findLast(({ value }) => value !== 0) ?? figures.slice(at + 1).find(({ value }) => value !== 0)

/** How many a figure counts: its numerator, or itself where it is a whole number of its own. */
const countOf = ({ value, numerator }: Figure, areWhole: boolean): number | null =>
  numerator ?? (areWhole ? Math.abs(value) : null)

/**
 * The figures of a series, oldest first, that are 0 although a neighbour is far from it, each with that neighbour: such a 0 often
 * stands for "not yet". A count is far where at least 20 were to be expected at the neighbour's rate; a share or mean of unknown counts
 * where 0 is farther from the nearest of the others than twice their range, or there is only one.
 */
export function unlikelyZeros(
  observations: readonly Observation[],
): { readonly zero: Observation; readonly neighbour: Observation }[] {
  const figures = observations.filter(hasValue)
  const others = figures.flatMap(({ value }) => (value === 0 ? [] : [value]))
  const areWhole = figures.every(({ value }) => Number.isInteger(value))
  const nearest = Math.min(...others.map(Math.abs))
  const range = Math.max(...others) - Math.min(...others)
  return figures.flatMap((zero, at) => {
    const neighbour = zero.value === 0 ? neighbourOf(figures, at) : undefined
    if (!neighbour) return []
    const count = countOf(neighbour, areWhole)
    const of = (zero.denominator ?? 1) / (zero.denominator === null ? 1 : (neighbour.denominator ?? zero.denominator))
    const isFar = count === null ? nearest > timesRange * range : count * of >= expectedAtLeast
    return isFar ? [{ zero, neighbour }] : []
  })
}
