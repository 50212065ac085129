import { Parser } from 'htmlparser2'
import type { MergedRange } from './merged.ts'
import { shownNumber } from './number-format.ts'
import { zipEntryText } from './zip-entries.ts'

/*
 * What the library does not say of a sheet it reads row by row: which rows are hidden, which cells are merged, and whether numbers
 * are shown in percent. It is read from the parts of the workbook beforehand, without keeping any of its cells.
 */

/** How a sheet is, whatever stands in its cells. */
export interface SheetShape {
  /** Counted from 0. */
  readonly hiddenRows: ReadonlySet<number>
  readonly merges: readonly MergedRange[]
  /** The first cell that is shown in percent, as `B7`; `null`: none is. */
  readonly firstPercent: string | null
}

type Attributes = Readonly<Record<string, string>>

/** Hands over the elements of a part one by one, by their names without prefix. */
async function elementsOf(
  bytes: Buffer,
  part: string,
  take: (name: string, attributes: Attributes) => void,
): Promise<void> {
  const parser = new Parser(
    { onopentag: (name, attributes) => take(name.replace(/^\w+:/, ''), attributes) },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const piece of zipEntryText(bytes, part)) parser.write(piece)
  parser.end()
}

/** The part a sheet is kept in. */
async function partOf(bytes: Buffer, sheet: string): Promise<string> {
  let id: string | undefined
  let target: string | undefined
  await elementsOf(bytes, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'sheet' && attributes['name'] === sheet) id = attributes['r:id']
  })
  await elementsOf(bytes, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target']
  })
  if (target === undefined) throw new Error(`the part of the sheet ${sheet} is not named`)
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The styles of cells that show numbers in percent, by their number. */
async function percentStyles(bytes: Buffer): Promise<ReadonlySet<string>> {
  const formats = new Map([
    ['9', '0%'],
    ['10', '0.00%'],
  ])
  const found = new Set<string>()
  let [inCells, count] = [false, 0]
  await elementsOf(bytes, 'xl/styles.xml', (name, attributes) => {
    if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
    else if (name === 'cellXfs') inCells = true
    else if (name === 'cellStyles') inCells = false
    else if (name === 'xf' && inCells) {
      if (shownNumber(formats.get(attributes['numFmtId'] ?? '') ?? '', 1).isPercent) found.add(String(count))
      count += 1
    }
  })
  return found
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1
}

function rangeOf(reference: string): MergedRange | null {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference) ?? []
  if (left === undefined || right === undefined) return null
  return { startRow: Number(top) - 1, endRow: Number(bottom) - 1, startCol: columnOf(left), endCol: columnOf(right) }
}

/** Finds out how a sheet of an Excel workbook is. Throws an Error where a part of the workbook is missing. */
export async function shapeOf(bytes: Buffer, sheet: string): Promise<SheetShape> {
  const inPercent = await percentStyles(bytes)
  const hiddenRows = new Set<number>()
  const merges: MergedRange[] = []
  let firstPercent: string | null = null
  let row = 0
  await elementsOf(bytes, await partOf(bytes, sheet), (name, attributes) => {
    if (name === 'row') {
      row = Number(attributes['r'] ?? row + 1)
      if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') hiddenRows.add(row - 1)
    } else if (name === 'c') {
      if (inPercent.has(attributes['s'] ?? '')) firstPercent ??= attributes['r'] ?? `række ${row}`
    } else if (name === 'mergeCell') {
      const range = rangeOf(attributes['ref'] ?? '')
      if (range) merges.push(range)
    }
  })
  return { hiddenRows, merges, firstPercent }
}
