import type { Indicator } from '@pejling/domain/indicator/indicator'
import { toCellText } from '@pejling/domain/intake/cell-text'
import { sourceText, type Dialect, type SourceRow } from '@pejling/domain/intake/source-table'
import JSZip from 'jszip'
import { z } from 'zod'
import { readJsonStat } from '../formats/json-stat.ts'
import { tableOfCube } from '../exports/observation-cube.ts'
import { fromSdmxCsv, isSdmxCsv } from '../exports/sdmx-csv.ts'
import { csvRows, isCsvFault } from './csv-rows.ts'
import { deletes } from './read/sdmx-csv-file.ts'

/** A table in memory. */
export interface OwnRows {
  readonly dialect: Dialect
  readonly rows: readonly SourceRow[]
}

const plain: Dialect = { encoding: 'utf-8', delimiter: ',' }

function fromJson(text: string): OwnRows | null {
  try {
    const { columns, rows } = tableOfCube(readJsonStat(JSON.parse(text)))
    const cells = rows.map((row) =>
      row.map((cell, column) =>
        columns[column]?.startsWith('footnote') && typeof cell === 'string' ? toCellText(cell) : cell,
      ),
    )
    return { dialect: plain, rows: [columns, ...cells].map((row, at) => ({ row: at + 1, cells: row })) }
  } catch (error) {
    // Another person's JSON is read as theirs.
    if (error instanceof z.ZodError || error instanceof SyntaxError) return null
    throw error
  }
}

function fromText(text: string, { cadence, dimensions }: Indicator): OwnRows | null {
  const csv = csvRows(text)
  if (isCsvFault(csv)) return null
  const [header, ...body] = csv.rows
  const headings = header?.cells.map(sourceText) ?? []
  if (!header || !isSdmxCsv(headings)) return null
  const own = fromSdmxCsv(headings, cadence.periodKind, dimensions)
  return {
    dialect: csv.dialect,
    rows: [
      { row: header.row, cells: [...own.header] },
      ...body.map(({ row, cells }): SourceRow => {
        const texts = cells.map(sourceText)
        const isDeletion = /^d/i.test(texts[headings.indexOf('ACTION')] ?? '')
        return { row, cells: own.cells(texts), ...(isDeletion && { refused: deletes }) }
      }),
    ],
  }
}

/**
 * The table of a file this program has written in a format of its own making: the ZIP of a CSV and its description, its JSON-stat, its
 * SDMX-CSV. `null`: the file is none of them and is read like any other.
 */
export async function ownFile(bytes: Buffer, indicator: Indicator): Promise<OwnRows | null> {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))
  if (!isZip) {
    const text = bytes.toString('utf8')
    return text.trimStart().startsWith('{') ? fromJson(text) : fromText(text, indicator)
  }
  const zip = await JSZip.loadAsync(bytes).catch(() => null)
  const inside = Object.keys(zip?.files ?? {}).find((name) => name.endsWith('.csv'))
  if (!zip || inside === undefined) return null
  const csv = csvRows((await zip.file(inside)?.async('string')) ?? '')
  return isCsvFault(csv) ? null : csv
}
