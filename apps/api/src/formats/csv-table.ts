import { CsvError, parse, type Info } from 'csv-parse/sync'
import type { FileProblem } from './file-problem.ts'

/** A table as text: its heading line and its rows, each with the line of the file it ends on. */
export interface CsvTable {
  readonly delimiter: ',' | ';'
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/**
 * Reads a table with commas or semicolons, with or without a byte order mark, with any line ends. Empty lines are
 * passed over. A row with too few or too many cells is a problem.
 */
export function readCsvTable(text: string, file: string): CsvTable | { readonly problems: FileProblem[] } {
  const delimiter = /^[^\r\n]*/.exec(text)?.[0].includes(';') ? ';' : ','
  try {
    const records: { record: string[]; info: Info }[] = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    })
    const [first, ...rest] = records
    if (!first) {
      return { problems: [{ file, where: 'line 1', detail: 'The file is empty; begin it with a line of headings' }] }
    }
    const width = first.record.length
    const rows = rest.map(({ record, info }) => ({ line: info.lines, cells: record }))
    const problems = rows
      .filter(({ cells }) => cells.length !== width)
      .map(({ line, cells }) => ({
        file,
        where: `line ${line}`,
        detail: `The row has ${cells.length} cells, the headings are ${width}; give every row a cell for each heading`,
      }))
    return problems.length > 0 ? { problems } : { delimiter, header: first.record, rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return { problems: [{ file, where: `line ${line}`, detail: `Not a readable table: ${error.message}` }] }
  }
}
