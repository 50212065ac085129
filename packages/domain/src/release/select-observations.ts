import { parsePeriod, periodExample, periodOf, withinYears, type Period } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import type { Text } from '../text.ts'
import type { IndicatorDocument, ObservationsDocument } from './documents.ts'

/** What part of an indicator's figures is wanted. `from` and `to` are periods of its kind, or years; both count as within. */
export interface Selection {
  readonly from: string | null
  readonly to: string | null
  readonly area: string | null
  /** Dimension → category. */
  readonly categories: Readonly<Record<string, string>>
}

/** A part of a selection that does not fit the indicator, and what would. */
export interface SelectionProblem {
  readonly parameter: string
  readonly detail: Text
}

/** The figures of a selection, or everything that is wrong with it. */
export type SelectedObservations =
  | { readonly observations: ObservationsDocument; readonly problems: null }
  | { readonly observations: null; readonly problems: readonly SelectionProblem[] }

type Bound = { readonly period: Period } | { readonly year: number } | null

const notAmong = (what: Text, given: string, known: readonly string[]): Text => ({
  da: `Der er ingen ${what.da} "${given}" her. ${known.length > 0 ? `Brug: ${known.join(', ')}.` : 'Der er ingen at vælge.'}`,
  en: `There is no ${what.en} "${given}" here. ${known.length > 0 ? `Use: ${known.join(', ')}.` : 'There are none to choose.'}`,
})

function readBound(kind: PeriodKind, text: string | null): Bound | 'malformed' {
  if (text === null) return null
  const period = parsePeriod(kind, text)
  if (period) return { period }
  return /^\d{4}$/.test(text) ? { year: Number(text) } : 'malformed'
}

function boundProblem(kind: PeriodKind, parameter: string): SelectionProblem {
  const example = periodExample(kind)
  return {
    parameter,
    detail: {
      da: `Skriv en periode som ${example}, eller et årstal som 2025.`,
      en: `Write a period such as ${example}, or a year such as 2025.`,
    },
  }
}

function isWithin(period: Period, from: Bound, to: Bound): boolean {
  const afterFrom =
    from === null || ('year' in from ? withinYears(period, from.year, null) : period.end > from.period.start)
  const beforeTo = to === null || ('year' in to ? withinYears(period, null, to.year) : period.start < to.period.end)
  return afterFrom && beforeTo
}

/** What of a selection does not fit an indicator, told without its figures; nothing where it fits. */
export function selectionProblems(
  { areas, dimensions, indicator: { cadence } }: Pick<IndicatorDocument, 'areas' | 'dimensions' | 'indicator'>,
  selection: Selection,
): readonly SelectionProblem[] {
  const kind = cadence.periodKind
  const problems: SelectionProblem[] = []
  for (const bound of ['from', 'to'] as const) {
    if (readBound(kind, selection[bound]) === 'malformed') problems.push(boundProblem(kind, bound))
  }
  const codes = areas.map(({ code }) => code)
  if (selection.area !== null && !codes.includes(selection.area)) {
    problems.push({ parameter: 'area', detail: notAmong({ da: 'område', en: 'area' }, selection.area, codes) })
  }
  for (const [name, category] of Object.entries(selection.categories)) {
    const dimension = dimensions.find(({ slug }) => slug === name)
    const known = dimension?.categories.map(({ slug }) => slug) ?? []
    if (!dimension) {
      const names = dimensions.map(({ slug }) => slug)
      const allowed = ['from', 'to', 'area', 'format', 'dialect', 'release', ...names]
      problems.push({ parameter: name, detail: notAmong({ da: 'parameter', en: 'parameter' }, name, allowed) })
    } else if (!known.includes(category)) {
      problems.push({ parameter: name, detail: notAmong({ da: 'kategori', en: 'category' }, category, known) })
    }
  }
  return problems
}

/**
 * Takes the part of an indicator's figures that is asked for. A dimension that is not named is not narrowed; an area,
 * dimension or category that the indicator does not have is a problem, not an empty answer.
 */
export function selectObservations(
  document: ObservationsDocument,
  about: Pick<IndicatorDocument, 'areas' | 'dimensions' | 'indicator'>,
  selection: Selection,
): SelectedObservations {
  const problems = selectionProblems(about, selection)
  const from = readBound(document.periodKind, selection.from)
  const to = readBound(document.periodKind, selection.to)
  if (problems.length > 0 || from === 'malformed' || to === 'malformed') return { observations: null, problems }
  const wanted = Object.entries(selection.categories)
  const observations = document.observations.filter(
    ({ area, categories, period }) =>
      (selection.area === null || area === selection.area) &&
      wanted.every(([dimension, category]) => categories[dimension] === category) &&
      isWithin(periodOf(document.periodKind, period), from, to),
  )
  // The salt is the whole document's alone: with a part of it, it would confirm guesses at the rest.
  const { salt: _, ...rest } = document
  return { observations: { ...rest, observations }, problems: null }
}
