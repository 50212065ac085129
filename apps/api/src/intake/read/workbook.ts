import type { SourceCell, SourceRow } from '@pejling/domain/intake/source-table'
import { widestTable } from '@pejling/domain/intake/mapping'
import { readXlsx, streamXlsxRows, type CellValue, type Sheet } from 'hucre/xlsx'
import { shapeOf } from './large-sheet.ts'
import { MergedCells } from './merged.ts'
import { datePartsOf, shownNumber } from './number-format.ts'
import type { OpenFile, OpenSheet } from './open-file.ts'
import { unreadable } from './unreadable.ts'

/** Workbooks above this, in bytes, are read row by row, without how their cells are shown: packed, and unpacked. */
const [wholeUpTo, wholeUnpackedUpTo] = [1_000_000, 20_000_000]

/** A percentage is kept as a fraction: 0.715 is shown as 71.5 %. */
const asPercent = (fraction: number): SourceCell => ({ percent: Number((fraction * 100).toPrecision(15)) })

/** A number as its format shows it. */
function toNumber(value: number, format: string | undefined): SourceCell {
  const { isPercent, unit } = shownNumber(format ?? '', value)
  if (isPercent) return asPercent(value)
  return unit === '' ? value : { number: value, unit }
}

function toCell(value: CellValue | undefined, format: string | undefined): SourceCell {
  if (value === undefined || value === null) return null
  if (value instanceof Date) {
    const [date = '', time] = value.toISOString().split('T')
    return time === '00:00:00.000Z' ? { date, shows: datePartsOf(format ?? 'd') } : value.toISOString()
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? toNumber(value, format) : value
}

function* wholeRows(sheet: Sheet): Generator<SourceRow> {
  const merged = new MergedCells(sheet.merges ?? [])
  const width = sheet.rows.reduce((most, values) => Math.max(most, values.length), 0)
  for (const [index, values] of sheet.rows.entries()) {
    const cells = values.map((value, column): SourceCell => {
      const about = sheet.cells?.get(`${index},${column}`)
      // No one has calculated the formula yet: what it comes to is not in the file.
      if (value === null && about?.formula !== undefined) return `=${about.formula}`
      return toCell(value, about?.style?.numFmt)
    })
    const isHidden = sheet.rowDefs?.get(index)?.hidden === true
    yield { row: index + 1, cells: merged.fill(index, cells, width), ...(isHidden && { isHidden }) }
  }
}

/** The rows of a sheet that is too large to be held in memory. Where numbers are shown in percent, they cannot be told from fractions. */
async function* streamedRows(bytes: Buffer, sheet: string): AsyncGenerator<SourceRow> {
  const { hiddenRows, merges, firstPercent } = await shapeOf(bytes, sheet)
  if (firstPercent !== null) {
    throw unreadable(
      `Arket “${sheet}” er så stort, at procentformatet i ${firstPercent} ikke kan læses. Gem arket som CSV, eller del det i flere filer.`,
      `The sheet “${sheet}” is so large that the percent format of ${firstPercent} cannot be read. Save the sheet as CSV, or divide it into several files.`,
    )
  }
  const merged = new MergedCells(merges)
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map((value) => toCell(value, undefined))
    const isHidden = hiddenRows.has(index)
    yield { row: index + 1, cells: merged.fill(index, cells, widestTable), ...(isHidden && { isHidden }) }
  }
}

const hiddenColumnsOf = ({ columns, rows }: Sheet): number[] => {
  const width = rows.reduce((most, values) => Math.max(most, values.length), 0)
  return (columns ?? []).slice(0, width).flatMap(({ hidden }, column) => (hidden === true ? [column] : []))
}

/** Opens an Excel workbook (.xlsx) that unpacks to so many bytes. What the library stumbles on it throws. */
export async function openXlsx(bytes: Buffer, unpacked: number): Promise<OpenFile> {
  const large = bytes.length > wholeUpTo || unpacked > wholeUnpackedUpTo
  const known = new Map<string, boolean>()
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      known.set(name, hidden === true || veryHidden === true)
      return false
    },
  })
  const sheets: OpenSheet[] = []
  for (const [name, isHidden] of known) {
    if (large) {
      sheets.push({ name, isHidden, rows: () => streamedRows(bytes, name) })
      continue
    }
    const sheet = (await readXlsx(bytes, { sheets: [name], readStyles: true })).sheets.find((one) => one.name === name)
    if (sheet) sheets.push({ name, isHidden, hiddenColumns: hiddenColumnsOf(sheet), rows: () => wholeRows(sheet) })
  }
  return { format: 'xlsx', dialect: null, large, sheets }
}
