import type { ObservationsDocument } from '@pejling/domain/release/documents'
import { stringify } from 'csv-stringify/sync'
import { toCellText } from '@pejling/domain/intake/cell-text'
import { danishHeadings } from './observation-columns.ts'
import { observationTable } from './observation-table.ts'

/** `standard`: RFC 4180, decimal points. `da`: what a Danish Excel opens: a byte order mark, semicolons, decimal commas, Danish headings. */
export type CsvDialect = 'standard' | 'da'

/** An indicator's figures as a table with a heading line and CRLF line ends. Missing values are empty cells, beside their status. */
export function observationsToCsv(document: ObservationsDocument, dialect: CsvDialect): string {
  const danish = dialect === 'da'
  const { columns, rows } = observationTable(document)
  const footnotes = new Set(columns.flatMap((column, index) => (column.startsWith('footnote') ? [index] : [])))
  const cells = rows.map((row) =>
    row.map((cell, index) => {
      if (cell === null) return ''
      if (typeof cell === 'number') return danish ? String(cell).replace('.', ',') : String(cell)
      return footnotes.has(index) ? toCellText(cell) : cell
    }),
  )
  const header = danish ? columns.map((column) => danishHeadings[column] ?? column) : columns
  return stringify([header, ...cells], { bom: danish, delimiter: danish ? ';' : ',', record_delimiter: 'windows' })
}
