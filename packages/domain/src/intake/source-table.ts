import { z } from 'zod'
import { Text } from '../text.ts'

/*
 * A table as it stands in a person's file, before anybody has said what it means: rows of cells, counted as a spreadsheet counts
 * them, from 1.
 */

/** Which parts of a day a date cell shows: `feb-25` is a month, `2021` a year. */
const DateShows = z.enum(['year', 'month', 'day'])

/** What stands in a cell. */
const SourceContent = z.union([
  z.string(),
  /** A number the file keeps as one, with nothing but digits shown. */
  z.number(),
  /** A number shown in percent by its number format: 0.715 shown as 71.5 % is `{ percent: 71.5 }`. */
  z.strictObject({ percent: z.number() }).readonly(),
  /**
   * A number with words or signs that its number format adds and that change nothing of its value: 71.5 with the format `0.0" %"`
   * is `{ number: 71.5, unit: '%' }`, 4.2 with `0.0" mio."` is `{ number: 4.2, unit: 'mio.' }`.
   */
  z.strictObject({ number: z.number(), unit: z.string() }).readonly(),
  /** A date the file keeps as one, as `2025-02-01`, and what of it is shown. */
  z.strictObject({ date: z.string(), shows: DateShows }).readonly(),
  /** A name, and the code the file gives it (PX, JSON-stat, SDMX): `{ text: 'Helsingør', code: '217' }`. */
  z.strictObject({ text: z.string(), code: z.string() }).readonly(),
  z.null(),
])
type SourceContent = z.infer<typeof SourceContent>

/**
 * A cell: what stands in it. Each cell of a merged range holds what the range holds and names it (`B3:C4`): as a word it counts
 * for every row and column of the range; of a figure no one can say which of them it belongs to.
 */
const SourceCell = z.union([
  SourceContent,
  z.strictObject({ merged: SourceContent, range: z.string(), isFirst: z.boolean() }).readonly(),
])
export type SourceCell = z.infer<typeof SourceCell>

/** A row, and where it stands in its sheet. */
const SourceRow = z
  .strictObject({
    row: z.int(),
    cells: z.array(SourceCell).readonly(),
    /** The row is hidden in the sheet, by a filter or by hand; left out where it is not. */
    isHidden: z.literal(true).optional(),
    /** Why nothing of the row may be taken, where its format says so (SDMX: to be deleted); left out where it may. */
    refused: Text.optional(),
  })
  .readonly()
export type SourceRow = z.infer<typeof SourceRow>

/** How many different texts of a column are kept in its profile. */
export const textsKept = 100

/** What formats that describe themselves (PX, JSON-stat, SDMX-CSV) say of a column. `action` is what is to be done with the row. */
const SourceHolds = z.enum(['period', 'area', 'dimension', 'figures', 'unit', 'status', 'note', 'action'])
export type SourceHolds = z.infer<typeof SourceHolds>

/** What the beginning of a sheet tells of one of its columns: texts, where each stands first, and decimal marks. */
const ColumnProfile = z.strictObject({
  /** Its different texts, no more than {@link textsKept}; numbers are none. */
  texts: z.array(z.strictObject({ text: z.string(), row: z.int() })),
  /** How many of its texts can only be read with this decimal mark. */
  points: z.int(),
  commas: z.int(),
  /** What the file itself says the column holds; left out where it says nothing. */
  holds: SourceHolds.optional(),
})
export type ColumnProfile = z.infer<typeof ColumnProfile>

/** A line of words above or below a table. */
const SourceLine = z.strictObject({ row: z.int(), text: z.string() })
export type SourceLine = z.infer<typeof SourceLine>

/** A table on a sheet, by how the sheet is laid out. */
const SourceTable = z.strictObject({
  /** The lines above its headings: title, unit, source. */
  title: z.array(SourceLine),
  headingRow: z.int(),
  headingRows: z.int(),
  /** Its last row with anything but a footnote. */
  lastRow: z.int(),
  /** The lines below it: footnotes, source. */
  notes: z.array(SourceLine),
  /** Rows that hold more than there are headings for, as `2023,70,1` below `År,Andel`; no more than {@link placesKept}. */
  overflowing: z.array(z.int()),
})
export type SourceTable = z.infer<typeof SourceTable>

/** How many places of a kind are kept. */
export const placesKept = 20

/** How much a sheet holds, as far as it was looked at. */
const SourceCounts = z.strictObject({
  /** Rows with anything in them, and those of them that are hidden. */
  rows: z.int(),
  hiddenRows: z.int(),
  /** Cells that hold something, and those of them that hold a number. A merged range counts once. */
  cells: z.int(),
  numbers: z.int(),
  /** Whether the sheet was looked at to its end. */
  isWhole: z.boolean(),
})
export type SourceCounts = z.infer<typeof SourceCounts>

/** A sheet as a person looks at it to say what it means: its first rows, and what is in its columns. */
const SourceSheet = z.strictObject({
  name: z.string(),
  isHidden: z.boolean(),
  rows: z.array(SourceRow).readonly(),
  columns: z.array(ColumnProfile),
  /** Columns that are hidden, counted from 0. */
  hiddenColumns: z.array(z.int()),
  /** The tables on it, from the top down; none where nothing looks like one. */
  tables: z.array(SourceTable),
  counts: SourceCounts,
  /** What the file says of it in words of its own kind (title of a PX or JSON-stat table, unit, source, notes). */
  about: z.strictObject({
    title: z.string().nullable(),
    unit: z.string().nullable(),
    source: z.string().nullable(),
    notes: z.array(z.string()),
  }),
})
export type SourceSheet = z.infer<typeof SourceSheet>

/** A sheet with nothing on it. */
export const emptySheet = (name: string): SourceSheet => ({
  name,
  isHidden: false,
  rows: [],
  columns: [],
  hiddenColumns: [],
  tables: [],
  counts: { rows: 0, hiddenRows: 0, cells: 0, numbers: 0, isWhole: true },
  about: { title: null, unit: null, source: null, notes: [] },
})

/** Encodings a text file may be in; names of the Encoding Standard. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

/** What separates the cells of a text file. */
export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How a text file is to be read; a workbook says so itself. */
export const Dialect = z.strictObject({ encoding: z.enum(encodings), delimiter: z.enum(delimiters) })
export type Dialect = z.infer<typeof Dialect>

/** What a file is, by its content; its name does not matter. */
export const sourceFormats = ['text', 'xlsx', 'ods', 'html', 'spreadsheetml', 'px', 'json-stat', 'sdmx-csv'] as const
export type SourceFormat = (typeof sourceFormats)[number]

/** What is known of a file before it is told what it means. */
export const FileInspection = z.strictObject({
  format: z.enum(sourceFormats),
  dialect: Dialect.nullable(),
  sheets: z.array(SourceSheet),
  /** Too large to be held in memory: it is read row by row. */
  large: z.boolean(),
})
export type FileInspection = z.infer<typeof FileInspection>

/** What stands in a cell, or in the merged range it belongs to. */
export function cellContent(cell: SourceCell | undefined): Exclude<SourceCell, { readonly merged: unknown }> {
  if (cell === undefined) return null
  return typeof cell === 'object' && cell !== null && 'merged' in cell ? cell.merged : cell
}

/** Whether something stands in the cell itself: of a merged range only its first cell holds anything of its own. */
export function isFilled(cell: SourceCell | undefined): boolean {
  const isCovered = typeof cell === 'object' && cell !== null && 'merged' in cell && !cell.isFirst
  return !isCovered && sourceText(cell) !== ''
}

/** A cell as a text, as it would stand in a file with the decimal mark `.`. */
export function sourceText(cell: SourceCell | undefined): string {
  const content = cellContent(cell)
  if (content === null) return ''
  if (typeof content === 'string') return content.trim()
  if (typeof content === 'number') return String(content)
  if ('percent' in content) return `${content.percent} %`
  if ('number' in content) return `${content.number} ${content.unit}`
  return 'date' in content ? content.date : content.text.trim()
}

/** The number a cell keeps as one, in percent where it is shown so; `null`: it keeps none, though its text may be a number. */
export function cellNumber(cell: SourceCell | undefined): number | null {
  const content = cellContent(cell)
  if (typeof content === 'number') return content
  if (typeof content !== 'object' || content === null) return null
  if ('percent' in content) return content.percent
  return 'number' in content ? content.number : null
}

/** The letters of a column as a spreadsheet names it: A, B, …, Z, AA. Counted from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCodePoint(65 + (column % 26))
}
