import { roundedAsShown } from '../unit/format.ts'

/** A place among others, counted from 1. Those whose figures look the same share the places from `place` to `lastPlace`. */
export interface RankPlace {
  readonly place: number
  readonly lastPlace: number
  readonly of: number
}

/** How many have to have a figure before a place among them is told. */
export const fewestRanked = 10
/** The share of all there are that have to have a figure before a place among them is told. */
export const leastRankedShare = 0.75

/** Whether so many of all there are have figures that a place among them says something. */
export function mayRank(withFigure: number, all: number): boolean {
  return withFigure >= fewestRanked && withFigure >= leastRankedShare * all
}

/**
 * The place of one figure among all figures, of which it is one itself. Figures are compared as they are shown, with the given
 * number of decimals: two that look the same are level, and each has all the places they fill together.
 */
export function rankPlaceOf(
  own: number,
  all: readonly number[],
  { decimals, from }: { readonly decimals: number; readonly from: 'highest' | 'lowest' },
): RankPlace {
  const shown = roundedAsShown(own, decimals)
  const others = all.map((value) => roundedAsShown(value, decimals))
  const ahead = others.filter((value) => (from === 'highest' ? value > shown : value < shown)).length
  const level = others.filter((value) => value === shown).length
  return { place: ahead + 1, lastPlace: ahead + Math.max(1, level), of: all.length }
}
