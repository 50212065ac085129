import { CsvError, parse } from 'csv-parse/sync'

/** A line of a table: where it stands in the file, and its cells. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A table with a heading line, separated by commas or by semicolons. */
export interface CsvTable {
  readonly delimiter: ',' | ';'
  readonly header: CsvRow
  readonly rows: readonly CsvRow[]
}

/** Why a text is no such table, and from which line on. */
export interface CsvFault {
  readonly line: number
  readonly detail: string
}

function delimiterOf(heading: string): ',' | ';' | CsvFault {
  const unquoted = heading.replace(/"[^"]*"/g, '')
  const [comma, semicolon] = [unquoted.includes(','), unquoted.includes(';')]
  if (comma && semicolon) {
    return { line: 1, detail: 'The headings are separated by both commas and semicolons; use one of them throughout' }
  }
  if (!comma && !semicolon && unquoted.includes('\t')) {
    return { line: 1, detail: 'The columns are separated by tabs; save the file as CSV with commas or semicolons' }
  }
  return semicolon ? ';' : ','
}

/**
 * Reads a table with its headings. Commas or semicolons, CRLF or LF, with or without a byte order mark; quotes as in
 * RFC 4180. Lines without any content are passed over.
 */
export function readCsv(text: string): CsvTable | CsvFault {
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  const delimiter = delimiterOf(/^[^\r\n]*/.exec(content)?.[0] ?? '')
  if (typeof delimiter === 'object') return delimiter
  try {
    const rows: CsvRow[] = []
    let line = 1
    parse(content, {
      delimiter,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      onRecord: (cells: string[], { lines }) => {
        rows.push({ line, cells })
        line = lines + 1
        return null
      },
    })
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    const [header, ...body] = filled
    return header
      ? { delimiter, header, rows: body }
      : { line: 1, detail: 'The file is empty; it needs a heading line' }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    return { line, detail: `Not readable as CSV: ${error.message}` }
  }
}

/** Whether a reading failed. */
export function isFault(read: CsvTable | CsvFault): read is CsvFault {
  return 'detail' in read
}
