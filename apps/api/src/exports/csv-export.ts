import { stringify } from 'csv-stringify/sync'
import { asExcelText, toCellText } from '@pejling/domain/intake/cell-text'
import { danishHeading } from '../formats/observation-columns.ts'
import type { ObservationTable, ExportCell } from './observation-table.ts'

/** `standard`: RFC 4180, decimal points. `da`: what a Danish Excel opens: a byte order mark, semicolons, decimal commas, Danish headings. */
export type CsvDialect = 'standard' | 'da'

const isFreeText = (column: string): boolean => column.startsWith('footnote') || column.endsWith('_name')

/** A table of figures as CSV, with a heading line and CRLF line ends. Missing values are empty cells, beside their status. */
export function tableToCsv({ columns, rows }: ObservationTable, dialect: CsvDialect): string {
  const isDanish = dialect === 'da'
  const free = columns.map(isFreeText)
  const written = (cell: ExportCell, at: number): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return isDanish ? String(cell).replace('.', ',') : String(cell)
    if (free[at]) return toCellText(cell)
    return isDanish ? asExcelText(cell) : cell
  }
  const header = isDanish ? columns.map(danishHeading) : columns
  const cells = rows.map((row) => row.map(written))
  return stringify([header, ...cells], {
    bom: isDanish,
    delimiter: isDanish ? ';' : ',',
    record_delimiter: 'windows',
  })
}
