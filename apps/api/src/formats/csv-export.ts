import type { ObservationsDocument } from '@pejling/domain/release/documents'
import { stringify } from 'csv-stringify/sync'
import { toCellText } from './cell-text.ts'
import { danishHeadings } from './observation-columns.ts'

/** `standard`: RFC 4180, decimal points. `da`: what a Danish Excel opens: a byte order mark, semicolons, decimal commas, Danish headings. */
export type CsvDialect = 'standard' | 'da'

/** An indicator's figures as a table with a heading line and CRLF line ends. Missing values are empty cells, beside their status. */
export function observationsToCsv(document: ObservationsDocument, dialect: CsvDialect): string {
  const danish = dialect === 'da'
  const number = (value: number | null): string => {
    if (value === null) return ''
    return danish ? String(value).replace('.', ',') : String(value)
  }
  const columns =
    `indicator area ${document.dimensions.join(' ')} period value numerator denominator unit status sample_size margin provenance footnote_da footnote_en ${document.demonstration ? 'demonstration' : ''}`
      .split(' ')
      .filter(Boolean)
  const rows = document.observations.map((row) => [
    document.indicator,
    row.area,
    ...document.dimensions.map((dimension) => row.categories[dimension] ?? ''),
    row.period,
    number(row.value),
    number(row.numerator),
    number(row.denominator),
    document.unit,
    row.status,
    number(row.sampleSize),
    number(row.margin),
    row.provenance ?? '',
    toCellText(row.footnote?.da ?? ''),
    toCellText(row.footnote?.en ?? ''),
    ...(document.demonstration ? ['demonstration'] : []),
  ])
  const header = danish ? columns.map((column) => danishHeadings[column] ?? column) : columns
  return stringify([header, ...rows], { bom: danish, delimiter: danish ? ';' : ',', record_delimiter: 'windows' })
}
