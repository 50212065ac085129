import { decimalMarkEvidence } from '../unit/read-number.ts'
import {
  cellNumber,
  isFilled,
  placesKept,
  sourceText,
  type SourceCell,
  type SourceLine,
  type FileInspection,
  type SourceRow,
  type SourceTable,
} from './source-table.ts'

/*
 * How a sheet is laid out: which rows are titles, headings, figures and footnotes, and where one table ends and the next begins. It
 * is found by what kind of thing stands in the cells, not by what the words mean.
 */

/** What stands where a figure is missing. */
const mark = /^(?:\.{1,3}|…|[-–—]|x|:|n\/a|na|#\S+)$/i
/** A year, or a part of one: what stands over figures as a heading may look like a number. */
const periodLike = /^(?:(?:19|20)\d\d\*?|(?:19|20)\d\d[-/–](?:\d\d)?\d\d|(?:19|20)\d\d[ -]?[kqm]\d{1,2})$/i
const thousands = /(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g

/** What kind of thing stands in a cell. */
type Kind = 'empty' | 'word' | 'period' | 'number' | 'mark'

function kindOf(cell: SourceCell | undefined): Kind {
  if (!isFilled(cell)) return 'empty'
  const text = sourceText(cell)
  if (periodLike.test(text)) return 'period'
  if (cellNumber(cell) !== null) return 'number'
  if (mark.test(text)) return 'mark'
  return decimalMarkEvidence(text.replace(/\s*%$/, '').replace(thousands, '')) === 'none' ? 'word' : 'number'
}

interface SeenRow {
  readonly row: number
  readonly kinds: readonly Kind[]
  readonly text: string
  /** How many cells hold something. */
  readonly filled: number
  readonly numbers: number
  readonly width: number
}

function see({ row, cells }: SourceRow): SeenRow {
  const apart = cells.map(kindOf)
  // A row that begins with a period is of it: what looks like a year further on is a figure.
  const kinds = apart.map((kind, column) =>
    kind === 'period' && column > 0 && apart[0] === 'period' ? 'number' : kind,
  )
  const text = cells.filter(isFilled).map(sourceText).join(' ')
  return {
    row,
    kinds,
    text: text.length > 500 ? `${text.slice(0, 499)}…` : text,
    filled: kinds.filter((kind) => kind !== 'empty').length,
    numbers: kinds.filter((kind) => kind === 'number').length,
    width: kinds.findLastIndex((kind) => kind !== 'empty') + 1,
  }
}

/** Whether the row holds figures, or the marks that stand for them beside what says of what they are. */
function isOfFigures({ kinds, filled, numbers }: SeenRow): boolean {
  const marks = kinds.filter((kind) => kind === 'mark').length
  return numbers > 0 || (marks > 0 && filled > marks)
}

/** Whether the row may be of headings: several words or periods, and nothing that is a figure. */
const isOfHeadings = (row: SeenRow): boolean =>
  row.filled >= 2 && !isOfFigures(row) && row.kinds.some((kind) => kind === 'word' || kind === 'period')

const toLines = (rows: readonly SeenRow[]): SourceLine[] => rows.map(({ row, text }) => ({ row, text }))

/** Where the headings directly above the row of figures begin; the row itself where there are none. */
function headingsAbove(rows: readonly SeenRow[], figures: number): number {
  let first = figures
  while (figures - first < mostHeadings) {
    const [above, below] = [rows[first - 1], rows[first]]
    if (!above || above.row + 1 !== below?.row) break
    // One word over headings, and not in the first column, stands over a group of them.
    const isOverGroup = first < figures && above.filled === 1 && above.kinds[0] === 'empty'
    if (!isOfHeadings(above) && !isOverGroup) break
    first -= 1
  }
  return first
}

/** How many rows of headings may a table have. */
const mostHeadings = 5

/** Where an empty row comes first among some rows below another; their number where none does. */
function firstGap(above: SeenRow | undefined, rows: readonly SeenRow[]): number {
  let last = above?.row
  const at = rows.findIndex(({ row }) => {
    const isParted = last !== undefined && row > last + 1
    last = row
    return isParted
  })
  return at === -1 ? rows.length : at
}

/** Finds the tables on a sheet by its rows, from the top down; rows without anything in them may be left out. */
export function tablesOf(source: Iterable<SourceRow>): SourceTable[] {
  const rows: SeenRow[] = []
  for (const row of source) {
    const seen = see(row)
    if (seen.filled > 0) rows.push(seen)
  }
  const starts: { readonly first: number; readonly figures: number }[] = []
  let lastFigures = -1
  for (const [index, row] of rows.entries()) {
    if (!isOfFigures(row)) continue
    const first = headingsAbove(rows, index)
    const isRepeated = rows[first]?.text === rows[starts[0]?.first ?? -1]?.text
    const isParted = firstGap(rows[lastFigures], rows.slice(lastFigures + 1, first + 1)) <= first - lastFigures - 1
    if (first < index && (starts.length === 0 || isRepeated || isParted)) starts.push({ first, figures: index })
    lastFigures = index
  }
  return starts.map(({ first, figures }, index) => {
    const next = starts[index + 1]?.first ?? rows.length
    const last = rows.findLastIndex((row, at) => at < next && isOfFigures(row))
    const before = index === 0 ? -1 : rows.findLastIndex((row, at) => at < first && isOfFigures(row))
    const above = rows.slice(before + 1, first)
    const below = rows.slice(last + 1, next)
    const width = Math.max(...rows.slice(first, figures).map((row) => row.width))
    return {
      // What an empty row parts from the table above belongs to the one below.
      title: toLines(index === 0 ? above : above.slice(firstGap(rows[before], above))),
      headingRow: rows[first]?.row ?? 1,
      headingRows: figures - first,
      lastRow: rows[last]?.row ?? 1,
      notes: toLines(next === rows.length ? below : below.slice(0, firstGap(rows[last], below))),
      overflowing: rows
        .slice(figures, last + 1)
        .filter((row) => row.width > width)
        .slice(0, placesKept)
        .map(({ row }) => row),
    }
  })
}

/** The sheet that figures most likely stand in: of those that are shown, the one with most numbers in tables; `null`: none has any. */
export function sheetOfFigures({ sheets }: Pick<FileInspection, 'sheets'>): string | null {
  const candidates = sheets.filter(({ tables, counts, columns }) => {
    const isSelfDescribed = columns.some(({ holds }) => holds === 'figures')
    return isSelfDescribed || (tables.length > 0 && counts.cells > 0)
  })
  const shown = candidates.filter(({ isHidden }) => !isHidden)
  const [best] = (shown.length > 0 ? shown : candidates).toSorted((a, b) => b.counts.numbers - a.counts.numbers)
  return best?.name ?? null
}
