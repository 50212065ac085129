import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { Observation } from '@pejling/domain/observation/observation'
import { comparePeriods, parsePeriod, periodExample, periodOf } from '@pejling/domain/period/period'
import { isTotal, seriesKey, type Series } from '@pejling/domain/series'
import type { Provenance } from '@pejling/domain/source/source'
import { locales, type Locale } from '@pejling/domain/text'
import { parseNumber, type DecimalMark } from '@pejling/domain/unit/read-number'
import { stringify } from 'csv-stringify/sync'
import { fromCellText, toCellText } from './read/cell-text.ts'
import { findDecimalMark, type NumberCell } from './read/csv-numbers.ts'
import { isFault, readCsv, type CsvFault, type CsvRow, type CsvTable } from './read/csv-table.ts'
import type { FileProblem } from '../data-folder/file-problem.ts'
import { fromExcelText } from '../exports/csv-export.ts'
import { danishHeadings, isNameHeading, observationColumns } from '../exports/observation-columns.ts'

/** A figure and the series it belongs to. */
export interface ObservationRow {
  readonly series: Series
  readonly observation: Observation
}

/** What a table of figures is read against. */
export interface ObservationsContext {
  /** Name of the file, for the problems. */
  readonly file: string
  readonly indicator: Indicator
  readonly dimensions: readonly Dimension[]
  readonly areas: readonly Area[]
  readonly provenances: readonly Provenance[]
  /** The languages footnotes have to be in; left out: all. */
  readonly languages?: readonly Locale[]
}

const numberColumns = ['value', 'numerator', 'denominator', 'sample_size', 'margin'] as const
type NumberColumn = (typeof numberColumns)[number]
const requiredColumns = ['area', 'period', 'value']
/** Columns of our own tables that say what the file and the indicator say already. */
const repeatingColumns = ['indicator', 'unit', 'demonstration']
const knownColumns: readonly string[] = [...observationColumns, ...repeatingColumns]
const columnByHeading = new Map([
  ...knownColumns.map((column) => [column, column] as const),
  ...Object.entries(danishHeadings).map(([column, heading]) => [heading, column] as const),
])

/** Names a dimension cannot have, because a table of figures has columns of that name. */
export const reservedColumnNames: ReadonlySet<string> = new Set(columnByHeading.keys())

type Report = (line: number, column: string | null, detail: string) => void

/** So many names are written out in a message; the others are counted. */
const namesListed = 12

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'there are none yet'
  const others = names.length - namesListed
  const first = names.slice(0, namesListed).join(', ')
  return others > 0 ? `${first} and ${others} more` : first
}

/** Column → position, by the headings. */
function readHeader({ header }: CsvTable, { indicator }: ObservationsContext, report: Report): Map<string, number> {
  const columns = new Map<string, number>()
  header.cells.forEach((cell, position) => {
    const heading = cell.trim().normalize('NFC').toLowerCase()
    const column = indicator.dimensions.includes(heading) ? heading : columnByHeading.get(heading)
    // Names repeat what the codes say.
    if (column === undefined && isNameHeading(heading)) return
    if (column === undefined) {
      const allowed = [...observationColumns, ...indicator.dimensions]
      report(
        header.line,
        null,
        `There is no column "${cell}" for ${indicator.slug}; the columns are: ${listed(allowed)}`,
      )
    } else if (columns.has(column)) {
      report(header.line, column, `The column "${cell}" stands there twice; remove one of them`)
    } else {
      columns.set(column, position)
    }
  })
  for (const column of requiredColumns) {
    if (!columns.has(column)) report(header.line, null, `The column "${column}" is missing; add it`)
  }
  return columns
}

/** One line of the table as its columns' texts. */
interface Line {
  readonly line: number
  readonly text: (column: string) => string
}

function numberCells(lines: readonly Line[]): NumberCell[] {
  return lines.flatMap(({ line, text }) =>
    numberColumns.flatMap((column) => (text(column) === '' ? [] : [{ line, column, text: text(column) }])),
  )
}

function readSeries({ line, text }: Line, context: ObservationsContext, report: Report): Series | null {
  const { indicator, dimensions, areas } = context
  const area = text('area')
  const known = areas.some(({ code }) => code === area)
  if (!known) {
    report(line, 'area', `There is no area "${area}"; the areas are: ${listed(areas.map(({ code }) => code))}`)
  }
  const chosen = indicator.dimensions.flatMap((slug) => (text(slug) === '' ? [] : [[slug, text(slug)] as const]))
  const unknown = chosen.filter(([slug, category]) => {
    const categories = dimensions.find((dimension) => dimension.slug === slug)?.categories ?? []
    if (categories.some((candidate) => candidate.slug === category)) return false
    const names = listed(categories.map((candidate) => candidate.slug))
    report(line, slug, `There is no category "${category}" in the dimension ${slug}; the categories are: ${names}`)
    return true
  })
  return known && unknown.length === 0 ? { area, categories: Object.fromEntries(chosen) } : null
}

function checkRepeated({ line, text }: Line, { indicator, provenances }: ObservationsContext, report: Report): void {
  if (text('indicator') !== '' && text('indicator') !== indicator.slug) {
    report(
      line,
      'indicator',
      `The line is about "${text('indicator')}", not ${indicator.slug}; put it in a file of its own`,
    )
  }
  if (text('unit') !== '' && text('unit') !== indicator.unit) {
    report(
      line,
      'unit',
      `The unit is "${text('unit')}", but ${indicator.slug} is counted in ${indicator.unit}; convert it`,
    )
  }
  if (text('demonstration') !== '' && !provenances.some(({ slug }) => slug === 'demonstration')) {
    report(
      line,
      'demonstration',
      'The line is an invented figure of the demonstration set; it cannot stand among real ones',
    )
  }
  const provenance = text('provenance')
  if (provenance !== '' && !provenances.some(({ slug }) => slug === provenance)) {
    const names = listed(provenances.map(({ slug }) => slug))
    report(line, 'provenance', `There is no provenance "${provenance}"; the provenances are: ${names}`)
  }
}

function checkValue({ line, text }: Line, value: number | null, { limits }: Indicator, report: Report): void {
  if (value === null) return
  const { lower, upper } = limits
  const [tooLow, tooHigh] = [lower !== null && value < lower, upper !== null && value > upper]
  if (!tooLow && !tooHigh) return
  const range = tooLow ? `below the lower limit ${lower}` : `above the upper limit ${upper}`
  report(
    line,
    'value',
    `"${text('value')}" is ${range} of the indicator; correct the figure, or the indicator’s limits`,
  )
}

const columnOf: Readonly<Record<string, string>> = { sampleSize: 'sample_size' }

/** What the numbers of a line are read by; `null` where one of them is no number, which has been reported. */
type Numbers = DecimalMark | null

function readObservation(
  source: Line,
  mark: Numbers,
  { indicator, languages = locales }: ObservationsContext,
  report: Report,
): Observation | null {
  const { line, text } = source
  const kind = indicator.cadence.periodKind
  const wellDated = parsePeriod(kind, text('period')) !== null
  if (!wellDated) {
    report(line, 'period', `"${text('period')}" is no ${kind}; write it as ${periodExample(kind)}`)
  }
  const written = [fromCellText(text('footnote_da')), fromCellText(text('footnote_en'))]
  const either = languages.length === 1 ? written.find((one) => one !== '') : undefined
  const [da = '', en = ''] = written.map((one) => (one === '' ? (either ?? '') : one))
  const whole = (da === '') === (en === '')
  if (!whole) {
    const column = da === '' ? 'footnote_da' : 'footnote_en'
    report(line, column, 'A footnote is needed in both Danish and English; write the one that is missing')
  }
  if (mark === null) return null
  const number = (column: NumberColumn): number | null => (text(column) === '' ? null : parseNumber(text(column), mark))
  const value = number('value')
  checkValue(source, value, indicator, report)
  const parsed = Observation.safeParse({
    period: text('period'),
    value,
    numerator: number('numerator'),
    denominator: number('denominator'),
    // A figure without a mark is a normal one; a figure that is not there has to say why.
    status: text('status') === '' && value !== null ? 'A' : text('status'),
    footnote: da !== '' && en !== '' ? { da, en } : null,
    sampleSize: number('sample_size'),
    margin: number('margin'),
    provenance: text('provenance') === '' ? null : text('provenance'),
  })
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0])
    report(line, columnOf[field] ?? field, message)
  }
  return parsed.success && wellDated && whole ? parsed.data : null
}

function toLines({ header, rows }: CsvTable, columns: ReadonlyMap<string, number>, report: Report): Line[] {
  const even = ({ line, cells }: CsvRow): boolean => {
    if (cells.length === header.cells.length) return true
    report(
      line,
      null,
      `The line has ${cells.length} cells, the headings are ${header.cells.length}; is a delimiter or a quote amiss?`,
    )
    return false
  }
  return rows.filter(even).map(({ line, cells }) => ({
    line,
    text: (column) => fromExcelText((cells[columns.get(column) ?? -1] ?? '').trim()),
  }))
}

/**
 * Reads a table of figures of one indicator, all of it, or says everything that is wrong with it and where. Columns
 * `area`, `period`, `value`, and as needed one for each dimension, `numerator`, `denominator`, `status`, `sample_size`,
 * `margin`, `provenance`, `footnote_da`, `footnote_en`, in any order, or their Danish headings. Commas or semicolons,
 * decimal points or commas; a number that can be read in two ways is a problem.
 */
export function readObservations(
  text: string,
  context: ObservationsContext,
): { readonly rows: readonly ObservationRow[] } | { readonly problems: readonly FileProblem[] } {
  return readObservationTable(readCsv(text), context)
}

/** The same for a table that has been read from a file of another format. */
export function readObservationTable(
  table: CsvTable | CsvFault,
  context: ObservationsContext,
): { readonly rows: readonly ObservationRow[] } | { readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = []
  const report: Report = (line, column, detail) => {
    problems.push({ file: context.file, where: `line ${line}${column === null ? '' : `, column ${column}`}`, detail })
  }
  if (isFault(table)) {
    report(table.line, null, table.detail)
    return { problems }
  }
  const columns = readHeader(table, context, report)
  if (problems.length > 0) return { problems }
  const lines = toLines(table, columns, report)
  const { mark, faults } = findDecimalMark(numberCells(lines), table.delimiter)
  for (const fault of faults) report(fault.line, fault.column, fault.detail)
  const faulty = new Set(faults.map(({ line }) => line))
  const seen = new Map<string, number>()
  const rows = lines.flatMap((line) => {
    checkRepeated(line, context, report)
    const series = readSeries(line, context, report)
    const observation = readObservation(line, faulty.has(line.line) ? null : mark, context, report)
    if (series === null || observation === null) return []
    const key = `${seriesKey(series)} ${observation.period}`
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      report(
        line.line,
        'period',
        `The same period of the same series stands on line ${earlier} already; remove one of them`,
      )
    }
    seen.set(key, earlier ?? line.line)
    return [{ series, observation }]
  })
  return problems.length > 0 ? { problems } : { rows }
}

/**
 * Writes figures of one indicator as a table that {@link readObservations} reads back: commas, decimal points, a column
 * for each dimension in use; first the headline series, then other totals, then the breakdowns, each oldest first.
 */
export function writeObservations(rows: readonly ObservationRow[], indicator: Indicator): string {
  const kind = indicator.cadence.periodKind
  const rank = (series: Series): number => {
    if (!isTotal(series)) return 2
    return series.area === indicator.area ? 0 : 1
  }
  const sorted = rows
    .map((row) => ({ ...row, key: seriesKey(row.series), period: periodOf(kind, row.observation.period) }))
    .toSorted((a, b) => {
      const byRank = rank(a.series) - rank(b.series)
      if (byRank !== 0) return byRank
      if (a.key !== b.key) return a.key < b.key ? -1 : 1
      return comparePeriods(a.period, b.period)
    })
  const used = new Set(rows.flatMap(({ series }) => Object.keys(series.categories)))
  const dimensions = [...used].sort()
  const [area, period, ...others] = observationColumns
  const header = [area, period, ...dimensions, ...others]
  const cells = sorted.map(({ series, observation }) => [
    series.area,
    observation.period,
    ...dimensions.map((dimension) => series.categories[dimension] ?? ''),
    String(observation.value ?? ''),
    String(observation.numerator ?? ''),
    String(observation.denominator ?? ''),
    observation.status,
    String(observation.sampleSize ?? ''),
    String(observation.margin ?? ''),
    observation.provenance ?? '',
    toCellText(observation.footnote?.da ?? ''),
    toCellText(observation.footnote?.en ?? ''),
  ])
  return stringify([header, ...cells])
}
