import { comparePeriods, parsePeriod, periodExample, periodOf, withinYears, type Period } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { seriesKey } from '../series.ts'
import type { Text } from '../text.ts'
import type { IndicatorDocument, ObservationsDocument } from './documents.ts'
import { totalCode } from './total.ts'

/**
 * What part of the figures is wanted. `from` and `to` are periods, or years; both count as within. A list that is empty does
 * not narrow.
 */
export interface Selection {
  readonly from: string | null
  readonly to: string | null
  readonly periods: readonly string[]
  readonly areas: readonly string[]
  /** Dimension → its categories; `_T`, or `total`, is all together: figures that are not divided by it. */
  readonly categories: Readonly<Record<string, readonly string[]>>
  /** How many of the newest periods of each series, with a figure or without; `null`: all. */
  readonly last: number | null
}

/** What is narrowed: what an indicator says besides its figures; its series are named. */
export type Selectable = Pick<IndicatorDocument, 'areas' | 'dimensions' | 'indicator' | 'series'>

/** A part of a selection that does not fit, and what would. */
export interface SelectionProblem {
  readonly parameter: string
  readonly detail: Text
}

type Bound = { readonly period: Period } | { readonly year: number } | null

const DAY = 86_400_000
const firstDay = (year: number): number => Date.UTC(year, 0, 1) / DAY

/** How many names are written out in a message; the others are counted. */
const namesListed = 40

function notAmong(no: Text, given: string, known: readonly string[]): Text {
  const others = known.length - namesListed
  const first = known.slice(0, namesListed).join(', ')
  const list = {
    da: others > 0 ? `${first} og ${others} andre` : first,
    en: others > 0 ? `${first} and ${others} others` : first,
  }
  return {
    da: `Der er ${no.da} "${given}" her. ${known.length > 0 ? `Brug: ${list.da}.` : 'Der er intet at vælge.'}`,
    en: `There is no ${no.en} "${given}" here. ${known.length > 0 ? `Use: ${list.en}.` : 'There is nothing to choose.'}`,
  }
}

/** Reads a bound as a period of one of the kinds, or as a year. */
function readBound(kinds: readonly PeriodKind[], text: string | null): Bound | 'malformed' {
  if (text === null) return null
  for (const kind of kinds) {
    const period = parsePeriod(kind, text)
    if (period) return { period }
  }
  return /^\d{4}$/.test(text) ? { year: Number(text) } : 'malformed'
}

function periodProblem(kinds: readonly PeriodKind[], parameter: string, orYear: boolean): SelectionProblem {
  const examples = kinds.map(periodExample)
  return {
    parameter,
    detail: {
      da: `Skriv en periode som ${examples.join(' eller ')}${orYear ? ', eller et årstal som 2025' : ''}.`,
      en: `Write a period such as ${examples.join(' or ')}${orYear ? ', or a year such as 2025' : ''}.`,
    },
  }
}

const startOf = (bound: Exclude<Bound, null>): number => ('year' in bound ? firstDay(bound.year) : bound.period.start)
const endOf = (bound: Exclude<Bound, null>): number => ('year' in bound ? firstDay(bound.year + 1) : bound.period.end)

function isWithin(period: Period, from: Bound, to: Bound): boolean {
  const afterFrom =
    from === null || ('year' in from ? withinYears(period, from.year, null) : period.end > from.period.start)
  const beforeTo = to === null || ('year' in to ? withinYears(period, null, to.year) : period.start < to.period.end)
  return afterFrom && beforeTo
}

const kindsOf = (all: readonly Selectable[]): PeriodKind[] => [
  ...new Set(all.map(({ indicator }) => indicator.cadence.periodKind)),
]

function timeProblems(kinds: readonly PeriodKind[], { from, to, periods }: Selection): SelectionProblem[] {
  const [first, last] = [readBound(kinds, from), readBound(kinds, to)]
  const isBackwards =
    first !== null && first !== 'malformed' && last !== null && last !== 'malformed' && startOf(first) >= endOf(last)
  const isUnknown = periods.some((period) => kinds.every((kind) => parsePeriod(kind, period) === null))
  return [
    ...(first === 'malformed' ? [periodProblem(kinds, 'from', true)] : []),
    ...(last === 'malformed' ? [periodProblem(kinds, 'to', true)] : []),
    ...(isBackwards
      ? [
          {
            parameter: 'from',
            detail: {
              da: `Skriv en periode, der ikke ligger efter "to" (${to}).`,
              en: `Write a period that does not lie after "to" (${to}).`,
            },
          },
        ]
      : []),
    ...(isUnknown ? [periodProblem(kinds, 'period', false)] : []),
  ]
}

/** Whether a category asked for stands for all together: `_T`, or `total` where no group is called that. */
const meansTotal = (category: string, groups: ReadonlySet<string>): boolean =>
  category === totalCode || (category === 'total' && !groups.has('total'))

/** Dimension → the groups there are figures of, in the order of the dimension. */
function groupsOf(all: readonly Selectable[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const { dimensions, series } of all) {
    for (const { slug, categories } of dimensions) {
      const used = new Set(series.map((one) => one.categories[slug]))
      const own = groups.get(slug) ?? new Set<string>()
      for (const category of categories) if (used.has(category.slug)) own.add(category.slug)
      groups.set(slug, own)
    }
  }
  return groups
}

/**
 * What of a selection does not fit the indicators it is made of, told without their figures; nothing where it fits. An area,
 * dimension or category that none of them has figures of is a problem, not an empty answer.
 *
 * @param others the parameters there are besides the dimensions
 */
export function selectionProblems(
  all: readonly Selectable[],
  selection: Selection,
  others: readonly string[],
): readonly SelectionProblem[] {
  const problems = timeProblems(kindsOf(all), selection)
  const codes = [...new Set(all.flatMap(({ areas }) => areas.map(({ code }) => code)))]
  for (const area of selection.areas) {
    if (codes.includes(area)) continue
    problems.push({ parameter: 'area', detail: notAmong({ da: 'intet område', en: 'area' }, area, codes) })
  }
  const groups = groupsOf(all)
  for (const [name, categories] of Object.entries(selection.categories)) {
    const known = groups.get(name)
    if (known === undefined) {
      const allowed = [...others, ...groups.keys()]
      problems.push({ parameter: name, detail: notAmong({ da: 'ingen parameter', en: 'parameter' }, name, allowed) })
      continue
    }
    for (const category of categories) {
      if (meansTotal(category, known) || known.has(category)) continue
      const choices = [...known, totalCode]
      problems.push({
        parameter: name,
        detail: notAmong({ da: 'ingen tal for gruppen', en: 'figure of the group' }, category, choices),
      })
    }
  }
  return problems
}

type Row = ObservationsDocument['observations'][number]

/** The rows of the newest periods of each series, in the order they came in. */
function newest(rows: readonly Row[], kind: PeriodKind, count: number): Row[] {
  const bySeries = Map.groupBy(rows, seriesKey)
  const kept = new Set(
    [...bySeries.values()].flatMap((own) =>
      own
        .map((row) => ({ row, period: periodOf(kind, row.period) }))
        .sort((a, b) => comparePeriods(b.period, a.period))
        .slice(0, count)
        .map(({ row }) => row),
    ),
  )
  return rows.filter((row) => kept.has(row))
}

/**
 * The part of an indicator's figures that is asked for. A dimension that is not named is not narrowed. The selection has no
 * {@link selectionProblems}; `all` are the indicators it is made of, this one among them.
 */
export function selectObservations(
  document: ObservationsDocument,
  all: readonly Selectable[],
  selection: Selection,
): ObservationsDocument {
  const kinds = [document.periodKind, ...kindsOf(all)]
  const [from, to] = [readBound(kinds, selection.from), readBound(kinds, selection.to)]
  if (from === 'malformed' || to === 'malformed') throw new RangeError('The bounds of the selection are no periods')
  const areas = new Set(selection.areas)
  const periods = new Set(selection.periods)
  const groups = groupsOf(all)
  const wanted = Object.entries(selection.categories)
    .filter(([, categories]) => categories.length > 0)
    .map(([dimension, categories]) => {
      const known = groups.get(dimension) ?? new Set<string>()
      const isWanted = new Set(categories.map((one) => (meansTotal(one, known) ? totalCode : one)))
      return [dimension, isWanted] as const
    })
  const within = document.observations.filter(
    ({ area, categories, period }) =>
      (areas.size === 0 || areas.has(area)) &&
      (periods.size === 0 || periods.has(period)) &&
      wanted.every(([dimension, isWanted]) => isWanted.has(categories[dimension] ?? totalCode)) &&
      isWithin(periodOf(document.periodKind, period), from, to),
  )
  // The salt is the whole document's alone: with a part of it, it would confirm guesses at the rest.
  const { salt: _, ...rest } = document
  const { last } = selection
  return { ...rest, observations: last === null ? within : newest(within, document.periodKind, last) }
}
