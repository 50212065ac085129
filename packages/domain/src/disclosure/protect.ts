import { combinationsIn, divisionsOf, mostCombinations, othersOf } from '../cube/cube.ts'
import type { Division } from '../cube/cube.ts'
import type { Dimension } from '../dimension/dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { breakStatuses, hasValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations, WithheldFigure } from '../release/documents.ts'
import { isTotal, seriesKey } from '../series/series.ts'
import type { Series, SeriesKey } from '../series/series.ts'
import { countsOf, isTooFew } from './counts.ts'
import type { Counts } from './counts.ts'
import { figureName } from './earlier.ts'
import type { Earlier } from './earlier.ts'
import { isConsistent, suppress } from './suppress.ts'
import { tableOf } from './table.ts'
import type { TableCell } from './table.ts'

/** An indicator's figures as they may be published, and which of them had to be withheld. */
export interface ProtectedFigures {
  readonly series: readonly SeriesObservations[]
  /** By period and series; never why, which would tell of how few. */
  readonly withheld: readonly WithheldFigure[]
}

interface Figure {
  readonly series: Series
  readonly key: SeriesKey
  readonly observation: Observation
}

/** What must be withheld whatever else is shown: too few people, too few answers, or a group nobody can count. */
function isSensitive(indicator: Indicator, { series, observation }: Figure, counts: Counts | null): boolean {
  if (counts) return isTooFew(indicator, counts)
  const { sampleSize } = observation
  return sampleSize === null ? !isTotal(series) : sampleSize < indicator.disclosure.minimum
}

/** Whether it tells of people: how many, or that there are none. */
const tells = (observation: Observation): boolean => hasValue(observation) || observation.status === 'M'

/** Figures that tell of people, by area and period: those of one table beside each other. */
type Tables = ReadonlyMap<string, readonly Figure[]>

function tablesOf(series: readonly SeriesObservations[]): Tables {
  const tables = new Map<string, Figure[]>()
  for (const { key, area, categories, observations } of series) {
    for (const observation of observations.filter(tells)) {
      const name = `${area}|${observation.period}`
      const figure = { key, series: { area, categories }, observation }
      const table = tables.get(name)
      if (table) table.push(figure)
      else tables.set(name, [figure])
    }
  }
  return tables
}

/** An earlier release's tables, and the names of what it withheld. */
interface EarlierTables {
  readonly tables: Tables
  readonly withheld: ReadonlySet<string>
}

/** The cells of a table as they stood in an earlier release: whatever it showed is known to everybody. */
function earlierCells(indicator: Indicator, { tables, withheld }: EarlierTables, name: string): TableCell[] {
  return (tables.get(name) ?? []).flatMap(({ key, series, observation }): TableCell[] => {
    const counts = countsOf(indicator, observation)
    if (!counts) return []
    const isWithheld = withheld.has(figureName({ series: key, period: observation.period }))
    return [{ series, counts, state: isWithheld ? 'withheld' : 'known' }]
  })
}

/**
 * The cells of each release, before them the same with those of earlier releases that it does not mention: nobody has
 * forgotten them, though nobody says either that they still hold.
 */
function asRemembered(releases: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  const remembered = new Map<SeriesKey, TableCell>()
  return releases.flatMap((cells) => {
    for (const cell of cells) remembered.set(seriesKey(cell.series), cell)
    return remembered.size === cells.length ? [cells] : [[...remembered.values()], cells]
  })
}

/** The withheld series of one area and period. */
function withheldIn(
  indicator: Indicator,
  figures: readonly Figure[],
  before: readonly (readonly TableCell[])[],
  divide: (cells: readonly TableCell[]) => readonly Division[],
): readonly SeriesKey[] {
  const sensitive = new Set<SeriesKey>()
  const cells = figures.flatMap((figure): TableCell[] => {
    const counts = countsOf(indicator, figure.observation)
    const mustNot = isSensitive(indicator, figure, counts)
    if (mustNot) sensitive.add(figure.key)
    return counts ? [{ series: figure.series, counts, state: mustNot ? 'withheld' : 'open' }] : []
  })
  const { minimum } = indicator.disclosure
  const releases = [...before, cells]
  // What can be computed from so many combinations cannot be proven: where anything is hidden, no group is shown.
  if (combinationsIn([...figures, ...releases.flat()].map(({ series }) => series)) > mostCombinations) {
    const isHiding = sensitive.size > 0 || releases.flat().some(({ state }) => state === 'withheld')
    return figures
      .filter(({ key, series }) => isHiding && (!isTotal(series) || sensitive.has(key)))
      .map(({ key }) => key)
  }
  const remembered = asRemembered(releases)
  const whole = tableOf(remembered, divide)
  // A figure that was withdrawn while others were corrected may hold no more; then nobody can reckon with it.
  const table = remembered.length === releases.length || isConsistent(whole) ? whole : tableOf(releases, divide)
  const hidden = suppress(table, minimum, (counts) => isTooFew(indicator, counts))
  return figures
    .filter(({ key }) => sensitive.has(key) || hidden.has(table.places.get(key) ?? -1))
    .map(({ key }) => key)
}

/** A figure that is there but must not be told. Its footnote goes too: it may name the number. */
function withoutValue({ period, provenance }: Observation): Observation {
  return {
    period,
    value: null,
    numerator: null,
    denominator: null,
    status: 'Q',
    footnote: null,
    sampleSize: null,
    margin: null,
    provenance,
  }
}

function blank(observations: readonly Observation[], isWithheld: (observation: Observation) => boolean): Observation[] {
  let broken: Observation['status'] | null = null
  return observations.map((observation) => {
    if (isWithheld(observation)) {
      if (breakStatuses.has(observation.status)) broken = observation.status
      return withoutValue(observation)
    }
    // A break does not go away with the figure it was marked on.
    if (broken === null || !hasValue(observation)) return observation
    const status = breakStatuses.has(observation.status) ? observation.status : broken
    broken = null
    return { ...observation, status }
  })
}

/**
 * Withholds what would tell of too few people: first the figures themselves, then as many others as it takes that they cannot
 * be reckoned from totals, complements, hierarchies, or what earlier releases have shown; nor can what those withheld. A group's
 * figure without the number of people behind it cannot be checked and is withheld too.
 * Figures are in the order of their periods. Nothing is withheld where the indicator's rule says why it is exempt.
 */
export function protect(
  indicator: Indicator,
  dimensions: readonly Dimension[],
  series: readonly SeriesObservations[],
  earlier: Earlier,
): ProtectedFigures {
  if (indicator.disclosure.exempt !== null) return { series, withheld: [] }
  const before = earlier.map((release): EarlierTables => {
    return { tables: tablesOf(release.series), withheld: new Set(release.withheld.map(figureName)) }
  })
  const divisions = new Map<string, readonly Division[]>()
  const withheld: WithheldFigure[] = []
  // Most periods have the same groups, and so the same divisions.
  const divide = (cells: readonly TableCell[]): readonly Division[] => {
    const groups = cells.map((cell) => cell.series)
    const name = JSON.stringify(groups)
    // Readers know the groups there are none of: what is left for those is no other group's.
    const known = divisions.get(name) ?? divisionsOf([...groups, ...othersOf(groups, dimensions)], dimensions)
    divisions.set(name, known)
    return known
  }
  for (const [name, figures] of tablesOf(series)) {
    const period = figures[0]?.observation.period ?? ''
    const cells = before.map((release) => earlierCells(indicator, release, name))
    for (const key of withheldIn(indicator, figures, cells, divide)) withheld.push({ series: key, period })
  }
  if (withheld.length === 0) return { series, withheld }
  const names = new Set(withheld.map(figureName))
  return {
    series: series.map((one) => ({
      ...one,
      observations: blank(one.observations, ({ period }) => names.has(figureName({ series: one.key, period }))),
    })),
    withheld: withheld.sort((a, b) => (figureName(a) < figureName(b) ? -1 : 1)),
  }
}
