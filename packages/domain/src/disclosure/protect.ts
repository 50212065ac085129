import { breakStatuses } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { SeriesObservations, SuppressedFigure } from '../series-observations.ts'
import { isTotal, seriesKey } from '../series.ts'
import type { SeriesKey } from '../series.ts'
import { countsOf, isAllOrNone, isFractionOf, isTooFew, saysHowMany } from './counts.ts'
import type { Counts } from './counts.ts'
import { divisionsBetween } from './divisions.ts'
import type { Division, Geography } from './divisions.ts'
import { figureName } from './earlier.ts'
import type { Earlier, LinkedIndicator } from './earlier.ts'
import { settleAbsent } from './settle.ts'
import { changesOf } from './changes-of-period.ts'
import {
  allRemembered,
  asRemembered,
  cellsFrom,
  figuresByPeriod,
  ruleOf,
  statesOf,
  toldIn,
  figureVersionsOf,
} from './states.ts'
import type { Divide, PeriodFigure } from './states.ts'
import { suppress } from './suppress.ts'
import { figureKey, tableOf } from './table.ts'
import type { Layer, TableCell, TableRule } from './table.ts'
import { countTotals } from './totals.ts'

/** An indicator's figures as they may be published, and which of them had to be suppressed. */
export interface ProtectedFigures {
  readonly series: readonly SeriesObservations[]
  /** By period and series; never why, which would tell of how few. */
  readonly withheld: readonly SuppressedFigure[]
}

/** What there is to protect, and everything a reader may hold against it. */
export interface ProtectedMaterial extends Omit<Geography, 'home'> {
  readonly indicator: Indicator
  readonly series: readonly SeriesObservations[]
  /** What earlier releases have told already. */
  readonly earlier: Earlier
  /** What has been told of other indicators that count the same people. */
  readonly linked: readonly LinkedIndicator[]
}

/** What must be suppressed whatever else is shown: too few people, too few answers, or a group no one can count. */
function isSensitive(indicator: Indicator, { series, observation }: PeriodFigure, counts: Counts | null): boolean {
  if (counts ? isTooFew(indicator, counts) : isAllOrNone(indicator, observation)) return true
  return !(counts && saysHowMany(counts)) && !isTotal(series)
}

/** Finds divisions once for the same cells: most periods have the same groups. */
function divider({ dimensions, areas, indicator }: ProtectedMaterial): Divide {
  const known = new Map<string, ReadonlyMap<string, Division> | null>()
  const geography = { dimensions, areas, home: indicator.area }
  return (cells) => {
    const keys = [...new Map(cells.map(({ series }) => [seriesKey(series), series]))]
    const name = keys
      .map(([key]) => key)
      .sort()
      .join(' ')
    const found = known.get(name)
    if (found !== undefined) return found
    const divisions = divisionsBetween(
      keys.map(([, series]) => series),
      geography,
    )
    known.set(name, divisions)
    return divisions
  }
}

const degreeOf = ({ series }: PeriodFigure): number => Object.keys(series.categories).length

/** What must not be shown whatever else is, and the states of publication up to the next one. */
interface Seen {
  readonly sensitive: ReadonlySet<SeriesKey>
  /** Values of which no one can be sure how many people they rest on, and those that say it. */
  readonly unsure: readonly SeriesKey[]
  readonly counted: readonly SeriesKey[]
  readonly states: readonly (readonly TableCell[])[]
}

type Versions = ReturnType<typeof figureVersionsOf>

/** Whether no one can be sure of how many people a value is the fraction. */
const isUnsure = ({ unsaid, isGuess }: TableCell): boolean => unsaid.length > 0 || isGuess
const keysOf = (cells: readonly TableCell[]): SeriesKey[] => cells.map(({ key }) => key)

/**
 * What readers have seen of one period and would see now; `null`: there is more than can be checked. `further` must not be shown
 * either.
 */
function seenOf(
  { indicator }: ProtectedMaterial,
  period: string,
  figures: readonly PeriodFigure[],
  versions: Versions,
  divide: Divide,
  further: readonly SeriesKey[] = [],
): Seen | null {
  const own = divide(figures)
  if (own === null) return null
  const told = toldIn(versions, period, divide).filter((cell) => cell.indicator === indicator.slug)
  const counted = countTotals(
    figures.map((figure) => ({ ...figure, counts: countsOf(indicator, figure.observation) })),
    own,
    (figure, counts) => isFractionOf(indicator, figure.observation, counts),
    told,
  ).map((figure) => (further.includes(figure.key) ? { ...figure, counts: null, isGuess: false } : figure))
  const sensitive = new Set(
    counted
      .filter((figure) => isSensitive(indicator, figure, figure.counts) || further.includes(figure.key))
      .map(({ key }) => key),
  )
  const open = cellsFrom(indicator, counted, told, ({ key }) => (sensitive.has(key) ? 'suppressed' : 'open'))
  const states = statesOf(changesOf(versions, period), indicator.slug, open, period, divide)
  if (!asRemembered(states).every((cells) => divide(cells) !== null)) return null
  // What has been shown before, no one can take back.
  const shown = new Set(
    versions
      .filter((version) => version.indicator.slug === indicator.slug)
      .flatMap(({ figures: before, withheld: suppressed }) =>
        (before.get(period) ?? []).filter(({ key }) => !suppressed.has(figureName({ series: key, period }))),
      )
      .map(({ key, observation }) => `${observation.value} ${key}`),
  )
  const unsure = keysOf(open.filter((cell) => isUnsure(cell) && !shown.has(`${cell.value} ${cell.key}`)))
  return { sensitive, states, unsure, counted: keysOf(open.filter((cell) => !isUnsure(cell))) }
}

/**
 * The figures suppressed of the newest state, as the table names them. Once as a reader sees it who takes whatever nearly adds up
 * for adding up, and still holds what is no longer mentioned; then as one who uses only what is certain. Neither of
 * the two knows all that the other does: where earlier releases left little room, each has to be kept from what it has.
 */
function suppressedByTable({ sensitive, states }: Seen, { indicator, linked }: ProtectedMaterial, divide: Divide) {
  const self = { indicator, earlier: [] }
  const rules = new Map(
    [self, ...linked].map((one) => [one.indicator.slug, ruleOf(one.indicator, [self, ...linked], one)] as const),
  )
  const layersOf = (all: Seen['states']): Layer[] =>
    all.map((cells) => ({ cells, divisions: divide(cells) ?? new Map<string, Division>() }))
  const plain = suppress(settleAbsent(tableOf(layersOf(asRemembered(states)), rules, false)))
  const hidden = new Set([...plain, ...suppressedByGuess(layersOf([allRemembered(states)]), rules)])
  if (states.length === 1 || hidden.size === 0) return hidden
  const isHidden = ({ indicator: slug, key }: TableCell): boolean =>
    slug === indicator.slug && (sensitive.has(key) || hidden.has(figureKey(slug, key)))
  const certain = states.map((cells, index) =>
    index < states.length - 1
      ? cells
      : cells.map((cell) => (isHidden(cell) ? { ...cell, state: 'suppressed' as const } : cell)),
  )
  return new Set([...hidden, ...suppress(settleAbsent(tableOf(layersOf(certain), rules, true)))])
}

/**
 * Figures suppressed because of values that do not say how many people they rest on. Whoever guesses that knows what they leave
 * for the unrecorded groups, and for those that are recorded later; so these may not be what keeps a number apart.
 */
function suppressedByGuess(layers: readonly Layer[], rules: ReadonlyMap<string, TableRule>): ReadonlySet<string> {
  if (layers.every(({ cells }) => cells.every(({ unsaid }) => unsaid.length === 0))) return new Set()
  const { unknowns, ...table } = settleAbsent(tableOf(layers, rules, false))
  const certain = unknowns.map((one) => (one.state === 'absent' ? { ...one, state: 'known' as const } : one))
  return suppress({ ...table, unknowns: certain })
}

/** The suppressed series of one period. */
function suppressedInPeriod(
  material: ProtectedMaterial,
  period: string,
  all: readonly PeriodFigure[],
  versions: Versions,
  divide: Divide,
): readonly SeriesKey[] {
  // Where there is more than can be checked, the finest groups are not told, until the rest can be.
  let [figures, seen] = [all, seenOf(material, period, all, versions, divide)]
  while (seen === null && figures.length > 0) {
    const finest = Math.max(...figures.map(degreeOf))
    figures = figures.filter((figure) => degreeOf(figure) < finest)
    seen = seenOf(material, period, figures, versions, divide)
  }
  if (seen === null) return all.map(({ key }) => key)
  const suppressedOf = (now: Seen): ReadonlySet<SeriesKey> => {
    const hidden = suppressedByTable(now, material, divide)
    const isHidden = ({ key }: PeriodFigure): boolean => hidden.has(figureKey(material.indicator.slug, key))
    return new Set([...now.sensitive, ...figures.filter(isHidden).map(({ key }) => key)])
  }
  let suppressed = suppressedOf(seen)
  // Whoever knows from elsewhere of how many people a bare value is the fraction knows what it leaves for the groups inside.
  if (seen.unsure.length > 0 && seen.counted.some((key) => suppressed.has(key))) {
    const without = seenOf(material, period, figures, versions, divide, seen.unsure)
    if (without) suppressed = suppressedOf(without)
  }
  const checked = new Set(figures.map(({ key }) => key))
  return all.filter(({ key }) => !checked.has(key) || suppressed.has(key)).map(({ key }) => key)
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

function blank(
  observations: readonly Observation[],
  isSuppressed: (observation: Observation) => boolean,
): Observation[] {
  let broken = false
  return observations.map((observation) => {
    if (isSuppressed(observation)) {
      // A break does not go away with the figure it was marked on.
      if (breakStatuses.has(observation.status)) broken = true
      return withoutValue(observation)
    }
    if (!broken || observation.value === null) return observation
    broken = false
    // What follows has the usual definition again, unless it is marked itself: another definition goes with its figure.
    return breakStatuses.has(observation.status) ? observation : { ...observation, status: 'B' }
  })
}

/**
 * Withholds what would tell of too few people: first the figures themselves, then as many others as it takes that they cannot
 * be found from totals, complements, hierarchies, larger areas, other indicators that count the same people, or what earlier
 * releases have shown; nor can what those suppressed. A group's figure without the number of people behind it cannot be checked
 * and is suppressed too, and so are the finest groups where there are more than can be checked.
 * Figures are in the order of their periods. Nothing is suppressed where the indicator's rule says why it is exempt.
 */
export function protect(material: ProtectedMaterial): ProtectedFigures {
  const { indicator, series, earlier, linked } = material
  if (indicator.disclosure.exempt !== null) return { series, withheld: [] }
  const versions = figureVersionsOf(indicator, earlier, linked)
  const divide = divider(material)
  const suppressed: SuppressedFigure[] = []
  for (const [period, figures] of figuresByPeriod(series)) {
    for (const key of suppressedInPeriod(material, period, figures, versions, divide))
      suppressed.push({ series: key, period })
  }
  if (suppressed.length === 0) return { series, withheld: suppressed }
  const names = new Set(suppressed.map(figureName))
  return {
    series: series.map((one) => ({
      ...one,
      observations: blank(one.observations, ({ period }) => names.has(figureName({ series: one.key, period }))),
    })),
    withheld: suppressed.sort((a, b) => (figureName(a) < figureName(b) ? -1 : 1)),
  }
}
