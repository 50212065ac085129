import type { Dialect, SourceCell, SourceHolds, SourceRow } from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import { parseNumber } from '@pejling/domain/unit/read-number'
import { delimitedRows } from './delimited.ts'
import type { OpenFile } from './open-file.ts'
import type { OnRead, SourceFile } from './source-bytes.ts'

/** Concepts that say what a column holds; the others are dimensions and attributes. */
const concepts: Readonly<Record<string, SourceHolds>> = {
  TIME_PERIOD: 'period',
  REF_AREA: 'area',
  OBS_VALUE: 'figures',
  OBS_STATUS: 'status',
  UNIT_MEASURE: 'unit',
  COMMENT_OBS: 'note',
  ACTION: 'action',
}

/** What SDMX-CSV 2.0 says is to be done with a row, where it is not to be written. */
const deletes: Text = {
  da: 'Rækken siger, at tallet skal slettes (ACTION D), så der er intet at indlæse. Slet tallet i arket.',
  en: 'The row says that the figure is to be deleted (ACTION D), so there is nothing to import. Delete the figure in the sheet.',
}
const unknownAction = (action: string): Text => ({
  da: `ACTION “${action}” er ikke en af I, A, M, R og D.`,
  en: `ACTION “${action}” is none of I, A, M, R and D.`,
})

const textOfCell = (cell: SourceCell | undefined): string => (typeof cell === 'string' ? cell.trim() : '')

/** The concept of a heading: `TIME_PERIOD`, or `TIME_PERIOD: Period` where names are written with the codes. */
const conceptOf = (heading: SourceCell | undefined): string =>
  (textOfCell(heading).split(':')[0] ?? '').trim().toUpperCase()

/** A code with its name beside it, where both are written. */
function toCell(cell: SourceCell | undefined, holds: SourceHolds, hasNames: boolean): SourceCell {
  const text = textOfCell(cell)
  if (text === '') return null
  // The decimal mark of SDMX-CSV is always a point.
  if (holds === 'figures') return parseNumber(text, '.') ?? text
  const colon = hasNames ? text.indexOf(': ') : -1
  return colon === -1 ? text : { code: text.slice(0, colon), text: text.slice(colon + 2) }
}

async function* rowsOf(file: SourceFile, dialect: Dialect, onRead: OnRead): AsyncGenerator<SourceRow> {
  let holds: readonly SourceHolds[] = []
  let hasNames: readonly boolean[] = []
  let isFirst = true
  for await (const { row, cells } of delimitedRows(file, dialect, onRead)) {
    if (isFirst) {
      isFirst = false
      holds = cells.map((cell) => concepts[conceptOf(cell)] ?? 'dimension')
      hasNames = cells.map((cell) => textOfCell(cell).includes(':'))
      yield {
        row,
        cells: cells.map((cell, at) => (hasNames[at] === true ? textOfCell(cell).replace(/^[^:]*:\s*/, '') : cell)),
      }
      continue
    }
    const action = textOfCell(cells[holds.indexOf('action')]).slice(0, 1).toUpperCase()
    const refused = action === 'D' ? deletes : /^[IAMR]?$/.test(action) ? undefined : unknownAction(action)
    yield {
      row,
      cells: cells.map((cell, at) => toCell(cell, holds[at] ?? 'dimension', hasNames[at] ?? false)),
      ...(refused && { refused }),
    }
  }
}

/**
 * Opens SDMX-CSV, 1.0 (`DATAFLOW`) or 2.0 (`STRUCTURE`, `ACTION`). Rows that are to be deleted are refused: they hold no figure to
 * be written.
 */
export async function openSdmxCsv(file: SourceFile, dialect: Dialect): Promise<OpenFile> {
  let holds: SourceHolds[] = []
  for await (const { cells } of delimitedRows(file, dialect, () => undefined)) {
    holds = cells.map((cell) => concepts[conceptOf(cell)] ?? 'dimension')
    break
  }
  const about = { title: null, unit: null, source: null, notes: [] }
  const sheet = { name: '', about, holds, rows: (onRead: OnRead) => rowsOf(file, dialect, onRead) }
  return { format: 'sdmx-csv', dialect, large: false, sheets: [sheet] }
}
