import type { Locale, Text } from '../text.ts'
import { readCell, type ReadCell } from './cell.ts'
import type { CellRules } from './figure-text.ts'
import type { LabelReader } from './labels.ts'

/*
 * A block of cells from the clipboard: what a spreadsheet copies, as text with tabs and line breaks, and as HTML where it gives that. Pure:
 * a sheet gives what it has, and is told which cell each figure belongs to.
 */

/** What the clipboard holds. */
export interface Clipboard {
  readonly text: string
  /** The same as HTML; left out or empty: there is none. */
  readonly html?: string
}

/** The sheet a block is pasted into: its rows and columns, and the cell the cursor is in. */
export interface BlockTarget {
  readonly rules: CellRules
  readonly labels: LabelReader
  /** The period of each row, from the top down. */
  readonly periods: readonly string[]
  /** The names of each column; any of them in the block's own headings is that column. */
  readonly columns: readonly (readonly string[])[]
  readonly at: { readonly row: number; readonly column: number }
  /** Whether the sheet is shown with its periods across: a block that does not say otherwise goes the same way. */
  readonly isTurned?: boolean
  readonly locale: Locale
}

/** A pasted cell, and the cell of the sheet it belongs to; counted from 0. */
export interface PlacedCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly read: ReadCell
}

/** Cells of a block that have no place in the sheet, with why. */
export interface UnplacedCells {
  readonly count: number
  readonly why: Text
}

export interface ReadBlock {
  readonly cells: readonly PlacedCell[]
  readonly unplaced: readonly UnplacedCells[]
  /** How many headings it has that are no column of the sheet: what is below them begins at the cursor. */
  readonly unread: number
  /** The block's own periods that the sheet has no row for. */
  readonly missing: readonly string[]
  /** Whether the block's own periods told the rows, and its own headings the columns. */
  readonly isAligned: { readonly rows: boolean; readonly columns: boolean }
}

/**
 * The cells of a text from a spreadsheet. A cell in quotation marks may hold tabs, line breaks and doubled quotation marks; a quotation mark
 * within a cell that does not begin with one stays a character.
 */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]]
  const content = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  let at = 0
  while (at <= content.length) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(content.slice(at))
    const plain = /^[^\t\n]*/.exec(content.slice(at))?.[0] ?? ''
    const whole = quoted?.[0] ?? plain
    rows.at(-1)?.push((quoted?.[1] ?? plain).replaceAll('""', quoted ? '"' : '""'))
    at += whole.length
    const mark = content[at]
    if (mark === '\n') rows.push([])
    at += 1
  }
  return rows
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', '#39': "'" }

/** The cells of the first table of a piece of HTML; `null`: there is none. A cell over several columns or rows stands in the first. */
export function cellsOfHtml(html: string): string[][] | null {
  const [, table] = /<table[^>]*>([\s\S]*?)<\/table>/i.exec(html) ?? []
  if (table === undefined) return null
  const rows: string[][] = []
  const taken = new Set<string>()
  for (const [index, [, row = '']] of [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gi)].entries()) {
    const cells: string[] = []
    for (const [, attributes = '', inner = ''] of row.matchAll(/<t[dh]([^>]*)>([\s\S]*?)<\/t[dh]>/gi)) {
      while (taken.has(`${index}:${cells.length}`)) cells.push('')
      const span = (name: string): number => Number(new RegExp(`${name}="?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)
      const column = cells.length
      const words = inner.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, '')
      cells.push(words.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole).trim())
      for (let down = 0; down < Math.min(span('rowspan'), 1000); down += 1)
        for (let right = 0; right < Math.min(span('colspan'), 1000); right += 1)
          if (down + right > 0) taken.add(`${index + down}:${column + right}`)
    }
    while (taken.has(`${index}:${cells.length}`)) cells.push('')
    rows.push(cells)
  }
  return rows
}

/** The cells of what was copied: of its text, which a spreadsheet shows its numbers in; of its HTML where it has no text. */
export function cellsOf({ text, html = '' }: Clipboard): string[][] {
  const rows = text.trim() === '' ? (cellsOfHtml(html) ?? []) : cellsOfText(text)
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
}

const compared = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Turns a block whose periods go across, so that they go down. */
const turned = (rows: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) =>
    rows.map((row) => row[column] ?? ''),
  )

interface Headed {
  readonly rows: readonly (readonly string[])[]
  /** The period of each row; `null`: the block has none of its own. */
  readonly own: readonly string[] | null
  /** The sheet's row of each row, by its own period; `null`: the sheet has none of that period. */
  readonly rowOf: readonly (number | null)[] | null
  readonly columnOf: readonly (number | null)[] | null
  /** How many headings there are that no column of the sheet has. */
  readonly unread: number
}

/** Whether the first of several rows stands over periods, and is none itself. */
function isHeadedDown(
  [top = [], ...below]: readonly (readonly string[])[],
  isPeriod: (text: string | undefined) => boolean,
): boolean {
  return below.length > 0 && !isPeriod(top[0]) && top.length > 1 && below.every((row) => isPeriod(row[0]))
}

/** Finds a block's own periods, in its first column or its first row, and its own headings. */
function headed(block: readonly (readonly string[])[], target: BlockTarget): Headed {
  const { labels, periods, columns } = target
  const isPeriod = (text: string | undefined): boolean => text !== undefined && labels.period(text) !== null
  const columnNamed = (text: string): number | null => {
    const found = columns.findIndex((names) => names.some((name) => compared(name) === compared(text)))
    return found === -1 ? null : found
  }
  const [first = []] = block
  const across = first.slice(1)
  const isAcross =
    block.length > 1 && across.length > 1 && across.every(isPeriod) && !block.slice(1).every((row) => isPeriod(row[0]))
  const isOwnWay = block.length > 0 && block.every((row) => isPeriod(row[0])) && block.some((row) => row.length > 1)
  const rows =
    isAcross || (target.isTurned === true && !isOwnWay && !isHeadedDown(block, isPeriod)) ? turned(block) : block
  const [top = [], ...below] = rows
  const isNamed = top.some((text) => columnNamed(text) !== null)
  // Headings nobody knows stand over periods, too.
  const isHeaded = isNamed || isHeadedDown(rows, isPeriod)
  const body = isHeaded ? below : rows
  const hasPeriods = body.length > 0 && body.every((row) => isPeriod(row[0])) && body.some((row) => row.length > 1)
  const firstColumn = hasPeriods ? 1 : 0
  const own = hasPeriods ? body.map((row) => labels.period(row[0] ?? '') ?? '') : null
  return {
    rows: body.map((row) => row.slice(firstColumn)),
    own,
    rowOf: own?.map((period) => (periods.includes(period) ? periods.indexOf(period) : null)) ?? null,
    columnOf: isNamed ? top.slice(firstColumn).map((text) => (text.trim() === '' ? null : columnNamed(text))) : null,
    unread: isHeaded && !isNamed ? top.slice(firstColumn).filter((text) => text.trim() !== '').length : 0,
  }
}

const told = (count: number, da: string, en: string): UnplacedCells[] =>
  count === 0 ? [] : [{ count, why: { da, en } }]

/**
 * Reads what was pasted into a sheet. A block with its own periods, down or across, is placed by them, and by its own headings where it has
 * such; otherwise it begins at the cursor. What has no place in the sheet is counted, never dropped in silence.
 */
export function readBlock(clipboard: Clipboard, target: BlockTarget): ReadBlock {
  const { rows, own, rowOf, columnOf, unread } = headed(cellsOf(clipboard), target)
  const { periods, columns, at, rules, locale } = target
  const cells: PlacedCell[] = []
  const outside = { period: 0, column: 0, room: 0 }
  for (const [index, row] of rows.entries()) {
    for (const [offset, text] of row.entries()) {
      if (text.trim() === '') continue
      const toRow = rowOf ? (rowOf[index] ?? null) : at.row + index
      const toColumn = columnOf ? (columnOf[offset] ?? null) : at.column + offset
      if (toRow === null) outside.period += 1
      else if (toColumn === null) outside.column += 1
      else if (toRow >= periods.length || toColumn >= columns.length) outside.room += 1
      else cells.push({ row: toRow, column: toColumn, text, read: readCell(rules, text, locale) })
    }
  }
  return {
    cells,
    unplaced: [
      ...told(
        outside.period,
        'Arket har ingen række for perioden. Tilføj den først.',
        'The sheet has no row for the period. Add it first.',
      ),
      ...told(
        outside.column,
        'Arket har ingen kolonne med den overskrift.',
        'The sheet has no column of that heading.',
      ),
      ...told(outside.room, 'Felterne falder uden for arket.', 'The cells lie outside the sheet.'),
    ],
    unread,
    missing: [...new Set(own)].filter((period) => !periods.includes(period)),
    isAligned: { rows: rowOf !== null, columns: columnOf !== null },
  }
}
