import { fromExcelText } from '@pejling/domain/intake/cell-text'
import type { Dialect, SourceRow } from '@pejling/domain/intake/source-table'
import { CsvError, parse } from 'csv-parse/sync'
import { delimiterOf } from './read/delimited.ts'

/** Why a text is no table, and from which line on. */
export interface CsvFault {
  readonly line: number
  readonly detail: { readonly da: string; readonly en: string }
}

/** A text as rows of cells, with how its cells are separated. */
export interface CsvRows {
  readonly dialect: Dialect
  readonly rows: readonly SourceRow[]
}

export const isCsvFault = (read: CsvRows | CsvFault): read is CsvFault => 'detail' in read

/** Reads a text of separated columns that fits in memory: CRLF or LF, with or without a byte order mark, quotes as in RFC 4180. */
export function csvRows(text: string): CsvRows | CsvFault {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  const delimiter = delimiterOf(content.slice(0, 20_000))
  const rows: SourceRow[] = []
  let line = 1
  try {
    parse(content, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      onRecord: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ row: line, cells: cells.map(fromExcelText) })
        line = lines + 1
        return null
      },
    })
    return { dialect: { encoding: 'utf-8', delimiter }, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const at = 'lines' in error && typeof error.lines === 'number' ? error.lines : line
    return {
      line: at,
      detail: {
        da: `Filen kan ikke læses som CSV herfra (${error.code}). Se efter et anførselstegn, der ikke slutter.`,
        en: `Not readable as CSV from here on (${error.code}). Look for a quotation mark that is not closed.`,
      },
    }
  }
}
