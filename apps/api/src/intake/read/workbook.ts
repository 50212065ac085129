import type { SourceCell, SourceRow } from '@pejling/domain/intake/source-table'
import { readXlsx, streamXlsxRows, type CellValue, type Sheet } from 'hucre/xlsx'
import { MergedCells } from './merged.ts'
import { datePartsOf, shownNumber } from './number-format.ts'
import type { OpenFile, OpenSheet } from './open-file.ts'

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
      // Nobody has calculated the formula yet: what it comes to is not in the file.
      if (value === null && about?.formula !== undefined) return `=${about.formula}`
      return toCell(value, about?.style?.numFmt)
    })
    const isHidden = sheet.rowDefs?.get(index)?.hidden === true
    yield { row: index + 1, cells: merged.fill(index, cells, width), ...(isHidden && { isHidden }) }
  }
}

async function* streamedRows(bytes: Uint8Array, sheet: string): AsyncGenerator<SourceRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    yield { row: index + 1, cells: values.map((value) => toCell(value, undefined)) }
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
