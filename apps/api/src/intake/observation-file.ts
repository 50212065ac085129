import type { Indicator } from '@pejling/domain/indicator/indicator'
import { readXlsx } from 'hucre/xlsx'
import JSZip from 'jszip'
import { z } from 'zod'
import { toCellText } from '../formats/cell-text.ts'
import { isFault, readCsv, type CsvFault, type CsvTable } from './read/csv-table.ts'
import { readJsonStat } from '../formats/json-stat.ts'
import { tableOfCube } from '../exports/observation-cube.ts'
import type { TableCell } from '../exports/observation-table.ts'
import { fromSdmxCsv, isSdmxCsv } from '../exports/sdmx-csv.ts'

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))

function tableOf(columns: readonly string[], rows: readonly (readonly TableCell[])[]): CsvTable {
  return {
    delimiter: ',',
    header: { line: 1, cells: columns },
    rows: rows.map((row, at) => ({
      line: at + 2,
      cells: row.map((cell, column) =>
        columns[column]?.startsWith('footnote') && typeof cell === 'string' ? toCellText(cell) : String(cell ?? ''),
      ),
    })),
  }
}

function readJson(text: string): CsvTable | CsvFault {
  try {
    const { columns, rows } = tableOfCube(readJsonStat(JSON.parse(text)))
    return tableOf(columns, rows)
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    const [issue] = error instanceof z.ZodError ? error.issues : []
    const where = issue ? `${issue.path.join('.')}: ${issue.message}` : error.message
    return { line: 1, detail: `Not readable as JSON-stat of this program (${where}); save the figures as CSV` }
  }
}

/** A text in a workbook is a text; a number is read as it is. */
async function readWorkbook(bytes: Buffer): Promise<CsvTable | CsvFault> {
  const { sheets } = await readXlsx(bytes)
  const [header = [], ...rows] = sheets[0]?.rows ?? []
  const columns = header.map(String)
  return tableOf(
    columns,
    rows.map((row) => columns.map((_, at) => (typeof row[at] === 'number' ? row[at] : String(row[at] ?? '')))),
  )
}

function readText(text: string, { cadence, dimensions }: Indicator): CsvTable | CsvFault {
  const table = readCsv(text)
  if (isFault(table) || !isSdmxCsv(table.header.cells)) return table
  const { header, cells } = fromSdmxCsv(table.header.cells, cadence.periodKind, dimensions)
  return {
    ...table,
    header: { ...table.header, cells: header },
    rows: table.rows.map((row) => ({ ...row, cells: cells(row.cells) })),
  }
}

/**
 * Reads a file of one indicator's figures in any format this program writes: CSV, the ZIP of CSV and its description, XLSX,
 * JSON-stat 2.0, SDMX-CSV. What it is is told by its content.
 */
export async function readObservationFile(bytes: Buffer, indicator: Indicator): Promise<CsvTable | CsvFault> {
  if (!isZip(bytes)) {
    const text = bytes.toString('utf8')
    return text.trimStart().startsWith('{') ? readJson(text) : readText(text, indicator)
  }
  const zip = await JSZip.loadAsync(bytes)
  const inside = Object.keys(zip.files).find((name) => name.endsWith('.csv'))
  if (inside === undefined) return readWorkbook(bytes)
  return readText((await zip.file(inside)?.async('string')) ?? '', indicator)
}
