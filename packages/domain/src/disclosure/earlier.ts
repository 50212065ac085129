import type { Indicator } from '../indicator/indicator.ts'
import type { SeriesObservations, SuppressedFigure } from '../series-observations.ts'

/** What one earlier release rested on, and what it suppressed of it. */
export interface EarlierRelease {
  /** Its number, by which releases of several indicators are put in order. */
  readonly release: number
  /** The figures as they were then, whole. */
  readonly series: readonly SeriesObservations[]
  readonly withheld: readonly SuppressedFigure[]
}

/** The releases in which an indicator's figures were others than before, oldest first. */
export type Earlier = readonly EarlierRelease[]

/** Another indicator that counts the same people, with everything that has been published of it, exempt or not. */
export interface LinkedIndicator {
  readonly indicator: Pick<Indicator, 'slug' | 'unit' | 'disclosure'>
  readonly earlier: Earlier
}

/** The name of one figure among those suppressed. */
export function figureName({ series, period }: SuppressedFigure): string {
  return `${period}|${series}`
}

/** The populations an indicator names, each once. */
export function populationsOf({ disclosure: { populations } }: Pick<Indicator, 'disclosure'>): readonly string[] {
  return [...new Set([populations.numerator, populations.denominator].filter((name) => name !== null))]
}

/** Whether two indicators count the same people: they name a population both. */
export function countSamePeople(one: Pick<Indicator, 'disclosure'>, other: Pick<Indicator, 'disclosure'>): boolean {
  const names = populationsOf(other)
  return populationsOf(one).some((name) => names.includes(name))
}
