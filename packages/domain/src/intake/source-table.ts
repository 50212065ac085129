import { z } from 'zod'

/*
 * A table as it stands in somebody's file, before anybody has said what it means: rows of cells, counted as a spreadsheet counts
 * them, from 1.
 */

/** A cell: a text, a number the file keeps as one, or a number it shows in percent (0.715 is 71.5 %). */
const SourceCell = z.union([z.string(), z.number(), z.strictObject({ percent: z.number() }).readonly(), z.null()])
export type SourceCell = z.infer<typeof SourceCell>

/** A row, and where it stands in its sheet. */
export interface SourceRow {
  readonly row: number
  readonly cells: readonly SourceCell[]
}

/** So many different texts of a column are kept in its profile. */
export const textsKept = 100

/** What the beginning of a sheet tells of one of its columns: texts, where each stands first, and decimal marks. */
const ColumnProfile = z.strictObject({
  /** Its different texts, no more than {@link textsKept}; numbers are none. */
  texts: z.array(z.strictObject({ text: z.string(), row: z.int() })),
  /** How many of its texts can only be read with this decimal mark. */
  points: z.int(),
  commas: z.int(),
})
export type ColumnProfile = z.infer<typeof ColumnProfile>

/** A sheet as somebody looks at it to say what it means: its first rows, and what is in its columns. */
const SourceSheet = z.strictObject({
  name: z.string(),
  rows: z.array(z.strictObject({ row: z.int(), cells: z.array(SourceCell).readonly() })).readonly(),
  columns: z.array(ColumnProfile),
})
export type SourceSheet = z.infer<typeof SourceSheet>

/** Encodings a text file may be in; names of the Encoding Standard. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

/** What separates the cells of a text file. */
export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How a text file is to be read; a workbook says so itself. */
export const Dialect = z.strictObject({ encoding: z.enum(encodings), delimiter: z.enum(delimiters) })
export type Dialect = z.infer<typeof Dialect>

/** What is known of a file before it is told what it means. */
export const SourceLook = z.strictObject({
  format: z.enum(['text', 'xlsx', 'ods']),
  dialect: Dialect.nullable(),
  sheets: z.array(SourceSheet),
  /** Too large to be read whole: percentages stand as fractions. */
  large: z.boolean(),
})
export type SourceLook = z.infer<typeof SourceLook>

/** A cell as a text, as it would stand in a file with the decimal mark `.`. */
export function sourceText(cell: SourceCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return `${cell.percent} %`
  return typeof cell === 'number' ? String(cell) : cell.trim()
}

/** The letters of a column as a spreadsheet names it: A, B, …, Z, AA. Counted from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCodePoint(65 + (column % 26))
}
