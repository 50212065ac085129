import { stringify } from 'csv-stringify/sync'
import { toCellText } from '../intake/read/cell-text.ts'
import { danishHeading } from './observation-columns.ts'
import type { ObservationTable, TableCell } from './observation-table.ts'

/** `standard`: RFC 4180, decimal points. `da`: what a Danish Excel opens: a byte order mark, semicolons, decimal commas, Danish headings. */
export type CsvDialect = 'standard' | 'da'

/** Codes a Danish Excel would take for something else: numbers with leading zeros, dates (`4-6`, `2011/12`), powers of ten. A whole date may become one. */
const wouldChange = /^(?:0\d+|\d+(?:[-/.:]\d+)+|\d+[eE]\d+)$/
const wholeDate = /^\d{4}-\d{2}-\d{2}$/

/** A code as a Danish Excel leaves it alone: `="4-6"` is the text 4-6. */
export function asExcelText(code: string): string {
  return wouldChange.test(code) && !wholeDate.test(code) ? `="${code}"` : code
}

/** The code in a cell of a Danish table; the inverse of {@link asExcelText}. */
export const fromExcelText = (cell: string): string => /^="(.*)"$/.exec(cell)?.[1] ?? cell

const isFreeText = (column: string): boolean => column.startsWith('footnote') || column.endsWith('_name')

/** A table of figures as CSV, with a heading line and CRLF line ends. Missing values are empty cells, beside their status. */
export function tableToCsv({ columns, rows }: ObservationTable, dialect: CsvDialect): string {
  const isDanish = dialect === 'da'
  const free = columns.map(isFreeText)
  const written = (cell: TableCell, at: number): string => {
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
