import { labelReader } from '@pejling/domain/intake/labels'
import { parsePeriod, periodName, periodOf } from '@pejling/domain/period/period'
import { parseSeriesKey, SeriesKey, seriesKey } from '@pejling/domain/series'
import { formatShortUnit } from '@pejling/domain/unit/format'
import { useMemo } from 'react'
import { locale } from '../client/locale.ts'
import { gridCell, readSheetCell, type SheetCell } from './cells.ts'
import { cellName, cellOf, standingOf, type Standing } from './drafts.ts'
import type { GridCell, RowHeading } from './grid/grid-types.ts'
import type { useDefinitions } from './queries.ts'
import { columnsOf, headingsOf, isShare, periodsOf, seriesOf, type Column, type Heading } from './sheet.ts'
import type { Work } from './use-work.ts'
import type { View } from './view.ts'
import { words } from './words.ts'

type Defined = ReturnType<typeof useDefinitions>

/** What the sheet is made of. */
interface Given {
  readonly defined: Defined
  readonly work: Work
  readonly view: View
  readonly today: string
  readonly expected: string | null
  readonly mayWrite: boolean
}

/** The period and the series that the address asks for; empty: none. */
export function askedFor({ periode, omraade, gruppe }: View, { indicator }: Pick<Defined, 'indicator'>) {
  const area = omraade === '' ? indicator.area : omraade
  const read = SeriesKey.safeParse(gruppe === '' ? area : `${area};${gruppe.replace(':', '=')}`)
  const period = parsePeriod(indicator.cadence.periodKind, periode) === null ? null : periode
  return { period, series: read.success && period !== null ? seriesKey(parseSeriesKey(read.data)) : null }
}

function visibleSeries({ indicator, areas, dimensions, figures }: Defined, work: Work, view: View): string[] {
  const known = new Set(figures.value.observations.map(({ area, categories }) => seriesKey({ area, categories })))
  const own = seriesKey({ area: indicator.area, categories: {} })
  const { series } = askedFor(view, { indicator })
  const wanted = new Set([
    ...work.series,
    ...(series === null ? [] : [series]),
    ...Object.keys(work.drafts).map((name) => cellOf(name).series),
  ])
  const isMunicipality = new Set(areas.filter(({ kind }) => kind === 'municipality').map(({ code }) => code))
  const isShown = (key: string): boolean => {
    if (key === own || wanted.has(key) || view.kolonner === 'alle') return true
    const { area } = parseSeriesKey(key)
    if (view.kolonner === 'med-tal') return known.has(key)
    return area === indicator.area || (known.has(key) && !isMunicipality.has(area))
  }
  return seriesOf({ indicator, areas, dimensions }, known, [...wanted]).filter(isShown)
}

/** Series whose numerator and denominator stand in columns of their own. */
function countedSeries(
  { indicator, figures }: Defined,
  series: readonly string[],
  work: Work,
  view: View,
): ReadonlySet<string> {
  if (!isShare(indicator) || view.dele === 'nej') return new Set()
  const [withFigures, withCounts] = [new Set<string>(), new Set<string>()]
  for (const { area, categories, numerator, value } of figures.value.observations) {
    const key = seriesKey({ area, categories })
    if (value !== null) withFigures.add(key)
    if (numerator !== null) withCounts.add(key)
  }
  for (const [name, { text }] of Object.entries(work.drafts))
    if (text.includes('/')) withCounts.add(cellOf(name).series)
  return new Set(
    series.filter(
      (key) => withCounts.has(key) || (parseSeriesKey(key).area === indicator.area && !withFigures.has(key)),
    ),
  )
}

/** The sheet: its columns, its periods as they are shown, and how to read a cell of it. */
export interface Sheet {
  readonly columns: readonly Column[]
  readonly headings: readonly (readonly Heading[])[]
  /** In the order in which they are shown. */
  readonly periods: readonly string[]
  readonly standing: Standing
  readonly periodNames: ReadonlyMap<string, string>
  readonly cellAt: (series: string, period: string) => SheetCell
}

/** Makes the sheet of what is defined, what has been typed and what is looked at. */
export function useSheet({ defined, work, view, today, expected }: Omit<Given, 'mayWrite'>): Sheet {
  const { indicator, areas, dimensions, figures } = defined
  const standing = useMemo(() => standingOf(figures.value.observations), [figures.value])
  const columns = useMemo(() => {
    const series = visibleSeries(defined, work, view)
    const share = formatShortUnit(2, indicator, locale).trim()
    return columnsOf({ areas, dimensions }, series, {
      counted: countedSeries(defined, series, work, view),
      words: { ...words, share: share === '' ? words.shareOf : share },
      locale,
    })
  }, [areas, defined, dimensions, indicator, view, work])
  const periods = useMemo(() => {
    const known = new Set(figures.value.observations.map(({ period }) => period))
    const asked = askedFor(view, { indicator }).period
    const typed = Object.keys(work.drafts).map((name) => cellOf(name).period)
    const added = [...work.periods, ...typed, ...(asked === null ? [] : [asked])]
    const all = periodsOf(indicator, [...known], { expected, added, today })
    return view.orden === 'nyeste' ? all.toReversed() : all
  }, [expected, figures.value, indicator, today, view, work.drafts, work.periods])
  const periodNames = useMemo(
    () => new Map(periods.map((code) => [code, periodName(periodOf(indicator.cadence.periodKind, code), locale)])),
    [indicator, periods],
  )
  return {
    columns,
    headings: useMemo(() => headingsOf(columns), [columns]),
    periods,
    standing,
    periodNames,
    cellAt: (series, period) =>
      readSheetCell(cellName(series, period), period, { drafts: work.drafts, standing, rules: indicator }),
  }
}

/** Everything said of cells from elsewhere. */
export interface SaidOfCells {
  /** Findings by cell. */
  readonly findings: ReadonlyMap<string, string>
  /** What the server refuses, by cell. */
  readonly refused: ReadonlyMap<string, string>
}

/** The cells of a sheet as the grid shows them, row by row. */
export function useGridCells(
  { columns, periods, standing, periodNames }: Sheet,
  {
    defined: { indicator },
    drafts,
    said,
    mayWrite,
    isTurned,
  }: {
    readonly defined: Defined
    readonly drafts: Work['drafts']
    readonly said: SaidOfCells
    readonly mayWrite: boolean
    readonly isTurned: boolean
  },
): GridCell[][] {
  return useMemo(() => {
    const one = (column: Column, period: string): GridCell => {
      const name = cellName(column.series, period)
      return gridCell(column, readSheetCell(name, period, { drafts, standing, rules: indicator }), {
        period: periodNames.get(period) ?? period,
        decimals: indicator.decimals,
        mayWrite,
        finding: said.findings.get(name) ?? null,
        refused: said.refused.get(name),
      })
    }
    return isTurned
      ? columns.map((column) => periods.map((period) => one(column, period)))
      : periods.map((period) => columns.map((column) => one(column, period)))
  }, [columns, drafts, indicator, isTurned, mayWrite, periodNames, periods, said, standing])
}

/** The headings of the grid's rows: periods, or series where periods go across. */
export function rowHeadings({ columns, periods, periodNames }: Sheet, work: Work, isTurned: boolean): RowHeading[] {
  const changed = new Map<string, number>()
  for (const name of Object.keys(work.drafts)) {
    const place = cellOf(name)
    const key = isTurned ? place.series : place.period
    changed.set(key, (changed.get(key) ?? 0) + 1)
  }
  const note = (key: string): string | null => {
    const number = changed.get(key)
    return number === undefined ? null : words.changed(number)
  }
  return isTurned
    ? columns.map(({ key, name, series, part }) => ({
        key,
        label: name,
        note: part === 'denominator' || part === 'share' ? null : note(series),
      }))
    : periods.map((key) => ({ key, label: periodNames.get(key) ?? key, note: note(key) }))
}

/** Reads the words of what is pasted. */
export function useLabels({ indicator, areas, dimensions, figures }: Defined) {
  return useMemo(
    () =>
      labelReader({
        indicator,
        areas,
        dimensions,
        known: [...new Set(figures.value.observations.map(({ period }) => period))],
      }),
    [indicator, areas, dimensions, figures.value],
  )
}
