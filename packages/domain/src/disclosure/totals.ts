import { isTotal, seriesKey } from '../series/series.ts'
import type { SeriesKey } from '../series/series.ts'
import { saysHowMany } from './counts.ts'
import type { Counts, Quantity } from './counts.ts'
import type { Division } from './divisions.ts'
import type { Figure } from './states.ts'
import type { TableCell } from './table.ts'

/** A figure with the people behind it, as far as it says. */
export interface CountedFigure extends Figure {
  readonly counts: Counts | null
}

/** A figure of another state of publication. */
export type Elsewhere = Pick<TableCell, 'key' | 'series' | 'counts' | 'value' | 'state'>

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
 * denominator as the fraction of people it is nearest to. So it has those that the same figure has in another state of
 * publication (`elsewhere`), or its parts make, if all are recorded or the value is theirs (`isMadeBy`).
 */
export function countTotals(
  figures: readonly CountedFigure[],
  divisions: ReadonlyMap<string, Division>,
  isMadeBy: (figure: CountedFigure, counts: Counts) => boolean,
  elsewhere: readonly Elsewhere[] = [],
): readonly CountedFigure[] {
  const groups = figures.filter(({ series }) => !isTotal(series))
  const fractions = new Set(groups.filter(({ counts }) => counts?.has('numerator')).map(({ series }) => series.area))
  const countsByKey = new Map<SeriesKey, Counts | null>([
    ...elsewhere.map(({ key, counts }) => [key, counts] as const),
    ...figures.map(({ key, counts }) => [key, counts] as const),
  ])
  const lacks = ({ series, counts }: CountedFigure): boolean =>
    isTotal(series) &&
    (counts === null || !saysHowMany(counts) || (fractions.has(series.area) && !counts.has('numerator')))
  if (!figures.some(lacks)) return figures
  const recorded = new Set(figures.map(({ key }) => key))
  const isWhole = ({ parts }: Division): boolean => parts.every((part) => recorded.has(part))
  return figures.map((figure) => {
    if (!lacks(figure)) return figure
    const key = seriesKey(figure.series)
    const same = elsewhere.find(
      (one) => one.key === key && one.value === figure.observation.value && saysHowMany(one.counts),
    )
    if (same) return { ...figure, counts: same.counts }
    const own = [...divisions.values()].filter(({ whole }) => whole === key)
    // What all groups of one division make is certain; what some of them make only fits.
    for (const division of own.toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)))) {
      const sum = sumOf(division.parts.map((part) => countsByKey.get(part)))
      if (!sum || !(isWhole(division) || isMadeBy(figure, sum))) continue
      return { ...figure, counts: new Map([...sum, ...(figure.counts ?? [])]) }
    }
    return figure
  })
}
