import { isTotal } from '../series.ts'
import type { SeriesKey } from '../series.ts'
import { saysHowMany } from './counts.ts'
import type { Counts, Quantity } from './counts.ts'
import type { Division } from './divisions.ts'
import type { PeriodFigure } from './states.ts'
import type { TableCell } from './table.ts'

/** A figure with the people behind it, as far as it says. */
export interface CountedFigure extends PeriodFigure {
  readonly counts: Counts | null
  /** Whether its counts are only what some of its groups make, which may fit by chance. */
  readonly isGuess: boolean
}

/** A figure of another state of publication. */
export type OtherState = Pick<TableCell, 'key' | 'series' | 'counts' | 'value' | 'isGuess'>

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
 * denominator as the fraction of people it is nearest to. So it has those that its groups make, if all are recorded and the
 * value is theirs (`isMadeBy`); or those that the same figure has in another state of publication (`elsewhere`); or, at last,
 * those that some of its groups make. What some make may fit by chance, so it never goes before what all of them make.
 */
export function countTotals(
  figures: readonly Omit<CountedFigure, 'isGuess'>[],
  divisions: ReadonlyMap<string, Division>,
  isMadeBy: (figure: PeriodFigure, counts: Counts) => boolean,
  elsewhere: readonly OtherState[] = [],
): readonly CountedFigure[] {
  const groups = figures.filter(({ series }) => !isTotal(series))
  const fractions = new Set(groups.filter(({ counts }) => counts?.has('numerator')).map(({ series }) => series.area))
  const countsByKey = new Map<SeriesKey, Counts | null>([
    ...elsewhere.map(({ key, counts }) => [key, counts] as const),
    ...figures.map(({ key, counts }) => [key, counts] as const),
  ])
  const lacks = ({ series, counts }: Omit<CountedFigure, 'isGuess'>): boolean =>
    isTotal(series) &&
    (counts === null || !saysHowMany(counts) || (fractions.has(series.area) && !counts.has('numerator')))
  const recorded = new Set(figures.map(({ key }) => key))
  return figures.map((figure): CountedFigure => {
    if (!lacks(figure)) return { ...figure, isGuess: false }
    const same = elsewhere.filter(
      (one) => one.key === figure.key && one.value === figure.observation.value && saysHowMany(one.counts),
    )
    const made = [...divisions.values()].flatMap(({ whole, parts }) => {
      const sum = whole === figure.key ? sumOf(parts.map((part) => countsByKey.get(part))) : null
      if (!sum) return []
      const isWhole = parts.every((part) => recorded.has(part))
      return [{ counts: new Map([...sum, ...(figure.counts ?? [])]), isWhole, fits: isMadeBy(figure, sum) }]
    })
    const certain =
      made.find(({ isWhole, fits }) => isWhole && fits) ??
      same.findLast(({ isGuess }) => !isGuess) ??
      made.find(({ isWhole }) => isWhole)
    if (certain) return { ...figure, counts: certain.counts, isGuess: false }
    const guess = same.at(-1) ?? made.find(({ fits }) => fits)
    return guess ? { ...figure, counts: guess.counts, isGuess: true } : { ...figure, isGuess: false }
  })
}
