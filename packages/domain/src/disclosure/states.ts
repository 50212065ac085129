import { hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import type { Series, SeriesKey } from '../series.ts'
import { countsOf, isFractionOf, isTooFew } from './counts.ts'
import type { CountedIndicator, Counts, Quantity } from './counts.ts'
import { figureName, populationsOf } from './earlier.ts'
import type { Earlier, EarlierRelease, LinkedIndicator } from './earlier.ts'
import type { Division } from './divisions.ts'
import { figureKey } from './table.ts'
import type { TableCell, TableRule } from './table.ts'
import { countTotals } from './totals.ts'
import type { CountedFigure } from './totals.ts'

/*
 * What readers have seen, one state of publication after the other: the figures of an indicator and of those that count the
 * same people.
 */

/** A figure of one period with the cell it is about. */
export interface PeriodFigure {
  readonly key: SeriesKey
  readonly series: Series
  readonly observation: Observation
}

/** Finds how cells add up; `null`: there are more than can be checked. */
export type Divide = (cells: readonly Pick<PeriodFigure, 'series'>[]) => ReadonlyMap<string, Division> | null

/** Whether it tells of people: how many, or that there are none. */
const tells = (observation: Observation): boolean => hasValue(observation) || observation.status === 'M'

/** Figures that tell of people, by period: those of one table beside each other. */
export function figuresByPeriod(series: readonly SeriesObservations[]): ReadonlyMap<string, readonly PeriodFigure[]> {
  const tables = new Map<string, PeriodFigure[]>()
  for (const { key, area, categories, observations } of series) {
    for (const observation of observations.filter(tells)) {
      const figure = { key, series: { area, categories }, observation }
      const table = tables.get(observation.period)
      if (table) table.push(figure)
      else tables.set(observation.period, [figure])
    }
  }
  return tables
}

type Named = CountedIndicator & { readonly slug: string }

/**
 * The rule of an indicator in a table with others. Quantities of the same people have the same name; all others are an
 * indicator's own.
 */
export function ruleOf(indicator: Named, together: readonly LinkedIndicator[], self: LinkedIndicator): TableRule {
  const { minimum, populations } = indicator.disclosure
  const shared = new Set(together.filter((one) => one !== self).flatMap((one) => populationsOf(one.indicator)))
  const own = (population: string | null): string | null =>
    population !== null && shared.has(population) ? `people of ${population}` : null
  const numerator = own(populations.numerator)
  const denominator = own(populations.denominator)
  const nameOf = (quantity: Quantity): string => {
    const name =
      quantity === 'numerator' || quantity === 'count' ? numerator : quantity === 'denominator' ? denominator : null
    return name ?? `${indicator.slug} ${quantity}`
  }
  return { minimum, nameOf, tellsWhole: denominator !== null, isTooFew: (counts) => isTooFew(indicator, counts) }
}

/** One version of an indicator's figures, ready to be read period by period. */
export interface Version {
  readonly indicator: Named
  readonly release: number
  readonly figures: ReadonlyMap<string, readonly PeriodFigure[]>
  readonly withheld: ReadonlySet<string>
}

const versionOf = (indicator: Named, { release, series, withheld: suppressed }: EarlierRelease): Version => ({
  indicator,
  release,
  figures: figuresByPeriod(series),
  withheld: new Set(suppressed.map(figureName)),
})

/** Everything published so far of the indicators in a table, oldest first. */
export function figureVersionsOf(
  indicator: Named,
  earlier: Earlier,
  linked: readonly LinkedIndicator[],
): readonly Version[] {
  const all = [
    ...earlier.map((one) => versionOf(indicator, one)),
    ...linked.flatMap((other) => other.earlier.map((one) => versionOf(other.indicator, one))),
  ]
  return all.sort((a, b) => a.release - b.release)
}

/** What the figures of an indicator count, if not each of them; the denominator is numerator and complement. */
function quantitiesOf(
  cells: readonly { readonly counts: Counts | null; readonly value: number | null }[],
): readonly Quantity[] {
  const all = new Set(cells.flatMap(({ counts, value }) => (counts && value !== null ? [...counts.keys()] : [])))
  if (all.has('complement')) all.delete('denominator')
  return [...all]
}

/** The cells of an indicator's figures; `elsewhere` are those of other states of publication, `stateOf` says how each stands. */
export function cellsFrom(
  { slug }: Named,
  figures: readonly CountedFigure[],
  elsewhere: readonly TableCell[],
  stateOf: (figure: PeriodFigure) => TableCell['state'],
): readonly TableCell[] {
  const quantities = quantitiesOf([
    ...figures.map(({ counts, observation: { value } }) => ({ counts, value })),
    ...elsewhere,
  ])
  return figures.flatMap((figure): TableCell[] => {
    const { key, series, observation } = figure
    const { value } = observation
    const counts: Counts = figure.counts ?? new Map<Quantity, number>()
    const unsaid = value === null ? [] : quantities.filter((quantity) => !counts.has(quantity))
    const isCounted = figure.counts !== null || unsaid.length > 0
    return isCounted
      ? [{ indicator: slug, key, series, counts, value, unsaid, isGuess: figure.isGuess, state: stateOf(figure) }]
      : []
  })
}

/** The cells of a period as a version has them: whatever it showed is known to everybody. */
function cellsOf(
  { indicator, figures, withheld: suppressed }: Version,
  period: string,
  divide: Divide,
  elsewhere: readonly TableCell[],
): readonly TableCell[] {
  const all = (figures.get(period) ?? []).map((one) => ({ ...one, counts: countsOf(indicator, one.observation) }))
  const isMadeBy = (one: PeriodFigure, counts: Counts): boolean => isFractionOf(indicator, one.observation, counts)
  const others = elsewhere.filter((cell) => cell.indicator === indicator.slug)
  const divisions = divide([...all, ...others]) ?? new Map<string, Division>()
  const counted = countTotals(all, divisions, isMadeBy, others)
  const isSuppressed = ({ key }: PeriodFigure): boolean => suppressed.has(figureName({ series: key, period }))
  return cellsFrom(indicator, counted, others, (figure) => (isSuppressed(figure) ? 'suppressed' : 'known'))
}

/** The cells of all versions of a period, beside those of the version that is to come (`open`). */
export function toldIn(
  versions: readonly Version[],
  period: string,
  divide: Divide,
  open: readonly TableCell[] = [],
): readonly TableCell[] {
  return versions.flatMap((version) => cellsOf(version, period, divide, open))
}

/** The states of publication up to one that is to come (`open`), each with all figures that stood then. */
export function statesOf(
  versions: readonly Version[],
  slug: string,
  open: readonly TableCell[],
  period: string,
  divide: Divide,
): readonly (readonly TableCell[])[] {
  const standing = new Map<string, readonly TableCell[]>()
  const states: TableCell[][] = []
  const recorded = toldIn(versions, period, divide, open)
  for (const [index, version] of versions.entries()) {
    standing.set(version.indicator.slug, cellsOf(version, period, divide, [...recorded, ...open]))
    if (versions[index + 1]?.release !== version.release) states.push([...standing.values()].flat())
  }
  standing.set(slug, open)
  states.push([...standing.values()].flat())
  return states
}

/**
 * Before each state the same with those figures of earlier ones that it does not mention: no one has forgotten them, though
 * no one says either that they still hold.
 */
export function asRemembered(states: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  const remembered = new Map<string, TableCell>()
  return states.flatMap((cells) => {
    for (const cell of cells) remembered.set(figureKey(cell.indicator, cell.key), cell)
    return remembered.size === cells.length ? [cells] : [[...remembered.values()], cells]
  })
}

/** Which of two ways in which the same was published tells a reader more. */
const tellsMore = { open: 0, suppressed: 1, known: 2 } as const

/** Whether two cells of a figure say the same of the people behind it. */
const saysTheSame = (one: TableCell, other: TableCell): boolean =>
  one.value === other.value &&
  one.counts.size === other.counts.size &&
  [...one.counts].every(([quantity, count]) => other.counts.get(quantity) === count)

/**
 * Everything readers know of a period: of each figure what was said last. Where that was said before as well, the state stays
 * that tells more: suppressing a number now that has been shown hides it from no one.
 */
export function allRemembered(states: readonly (readonly TableCell[])[]): readonly TableCell[] {
  const remembered = new Map<string, TableCell>()
  for (const cell of states.flat()) {
    const key = figureKey(cell.indicator, cell.key)
    const before = remembered.get(key)
    const stays = before && saysTheSame(before, cell) && tellsMore[before.state] > tellsMore[cell.state]
    remembered.set(key, stays ? { ...cell, state: before.state } : cell)
  }
  return [...remembered.values()]
}
