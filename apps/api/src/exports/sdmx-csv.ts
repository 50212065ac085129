import { parsePeriod, type PeriodKind } from '@pejling/domain/period/period'
import type { ObservationsDocument } from '@pejling/domain/release/documents'
import { totalCode } from '@pejling/domain/release/total'
import { stringify } from 'csv-stringify/sync'
import { fromCellText, toCellText } from '@pejling/domain/intake/cell-text'
import { observationTable } from './observation-table.ts'

/** SDMX-CSV 2.0.0 begins every row with what it is data of. */
const structure = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'] as const

/** What the columns of a table are called among SDMX concepts. */
const concepts: Readonly<Record<string, string>> = {
  area: 'REF_AREA',
  period: 'TIME_PERIOD',
  value: 'OBS_VALUE',
  unit: 'UNIT_MEASURE',
  status: 'OBS_STATUS',
  sample_size: 'SAMPLE_SIZE',
  margin: 'MARGIN_95',
}
const columns = new Map(Object.entries(concepts).map(([column, concept]) => [concept, column]))

const conceptOf = (column: string): string => concepts[column] ?? column.toUpperCase().replaceAll('-', '_')

/** A period as SDMX writes it: a school year is the year from the first of August. */
function toSdmxPeriod(kind: PeriodKind, code: string): string {
  return kind === 'school-year' ? `${code.slice(0, 4)}-08-01/P1Y` : code
}

/** The inverse of {@link toSdmxPeriod}. */
function fromSdmxPeriod(kind: PeriodKind, code: string): string {
  const year = Number(/^(\d{4})-08-01\/P1Y$/.exec(code)?.[1])
  const written = `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  return kind === 'school-year' && parsePeriod(kind, written) ? written : code
}

/** An indicator's figures as SDMX-CSV 2.0.0; a group that stands for all is `_T`, the statuses are those of CL_OBS_STATUS. */
export function observationsToSdmxCsv(document: ObservationsDocument): string {
  const { columns: names, rows } = observationTable([document])
  const id = `PEJLING:${document.indicator.toUpperCase().replaceAll('-', '_')}(1.0)`
  const groups = new Set(document.dimensions)
  const body = rows.map((row) =>
    row.map((cell, at) => {
      const name = names[at] ?? ''
      if (groups.has(name)) return cell ?? totalCode
      if (name === 'period') return toSdmxPeriod(document.periodKind, String(cell))
      return typeof cell === 'string' ? toCellText(cell) : (cell ?? '')
    }),
  )
  const header = [...structure, ...names.map(conceptOf)]
  return stringify([header, ...body.map((row) => ['dataflow', id, 'I', ...row])], { record_delimiter: 'windows' })
}

/** Whether the headings are those of SDMX-CSV. */
export const isSdmxCsv = (header: readonly string[]): boolean => structure.every((name, at) => header[at] === name)

/**
 * The headings and cells of SDMX-CSV as those of our own tables. Columns of dimensions are found among `dimensions` by their
 * names in capitals.
 */
export function fromSdmxCsv(
  header: readonly string[],
  kind: PeriodKind,
  dimensions: readonly string[],
): { readonly header: readonly string[]; readonly cells: (row: readonly string[]) => string[] } {
  const ofConcept = new Map(dimensions.map((slug) => [conceptOf(slug), slug]))
  const names = header
    .slice(structure.length)
    .map((name) => ofConcept.get(name) ?? columns.get(name) ?? name.toLowerCase())
  const groups = new Set(dimensions)
  return {
    header: names,
    cells: (row) =>
      row.slice(structure.length).map((cell, at) => {
        const name = names[at] ?? ''
        if (groups.has(name)) return cell === totalCode ? '' : cell
        if (name === 'period') return fromSdmxPeriod(kind, cell)
        // Footnotes are read as they stand in cells.
        return name.startsWith('footnote') ? cell : fromCellText(cell)
      }),
  }
}
