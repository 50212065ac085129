import { isTotal, seriesKey } from '../series/series.ts'
import type { SeriesKey } from '../series/series.ts'
import { saysHowMany } from './counts.ts'
import type { Counts, Quantity } from './counts.ts'
import type { Division } from './divisions.ts'
import type { Figure } from './states.ts'

/** A figure with the people behind it, as far as it says. */
export interface CountedFigure extends Figure {
  readonly counts: Counts | null
}

/** What its parts make, where each of them that is recorded says how many people it is about. */
function sumOf(parts: readonly (Counts | null | undefined)[]): Counts | null {
  const known = parts.filter((counts) => counts !== undefined).filter((counts) => counts !== null)
  const [first] = known
  if (first === undefined || parts.includes(null) || !known.every(saysHowMany)) return null
  const shared = [...first.keys()].filter((quantity) => known.every((counts) => counts.has(quantity)))
  const sum = (quantity: Quantity): number => known.reduce((total, counts) => total + (counts.get(quantity) ?? 0), 0)
  return shared.length === 0 ? null : new Map(shared.map((quantity) => [quantity, sum(quantity)]))
}

/**
 * Totals given as values alone. A value beside groups that are counted is a count as well: a reader finds numerator and
 * denominator as the fraction of people it is nearest to. So it has those its parts make, if all are recorded or the value
 * is theirs (`isMadeBy`); where no parts make it and something beside it must not be told, it must not be either. `elsewhere` are the people in groups that other states of
 * publication have figures of.
 */
export function countTotals(
  figures: readonly CountedFigure[],
  divisions: ReadonlyMap<string, Division>,
  isSensitive: (figure: CountedFigure) => boolean,
  isMadeBy: (figure: CountedFigure, counts: Counts) => boolean,
  elsewhere: ReadonlyMap<SeriesKey, Counts> = new Map(),
): readonly (CountedFigure & { readonly mustNot: boolean })[] {
  const judged = figures.map((figure) => ({ ...figure, mustNot: isSensitive(figure) }))
  const groups = judged.filter(({ series }) => !isTotal(series))
  const fractions = new Set(groups.filter(({ counts }) => counts?.has('numerator')).map(({ series }) => series.area))
  const countsByKey = new Map<SeriesKey, Counts | null>([
    ...elsewhere,
    ...judged.map(({ key, counts }) => [key, counts] as const),
  ])
  const lacks = ({ series, counts }: CountedFigure): boolean =>
    isTotal(series) &&
    (counts === null || !saysHowMany(counts) || (fractions.has(series.area) && !counts.has('numerator')))
  if (!judged.some(lacks)) return judged
  const recorded = new Set(judged.map(({ key }) => key))
  const unsafe = new Set(groups.filter(({ mustNot }) => mustNot).map(({ series }) => series.area))
  const isWhole = ({ parts }: Division): boolean => parts.every((part) => recorded.has(part))
  return judged.map((figure) => {
    if (!lacks(figure)) return figure
    const key = seriesKey(figure.series)
    const own = [...divisions.values()].filter(({ whole }) => whole === key)
    // What all groups of one division make is certain; what some of them make only fits.
    for (const division of own.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)))) {
      const sum = sumOf(division.parts.map((part) => countsByKey.get(part)))
      if (!sum || !(isWhole(division) || isMadeBy(figure, sum))) continue
      const made = { ...figure, counts: new Map([...sum, ...(figure.counts ?? [])]) }
      return { ...made, mustNot: isSensitive(made) }
    }
    return { ...figure, mustNot: figure.mustNot || unsafe.has(figure.series.area) }
  })
}
