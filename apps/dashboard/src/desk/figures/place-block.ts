import { cellsOf, readBlock, type BlockTarget, type Clipboard, type UnplacedCells } from '@pejling/domain/intake/block'
import { parsePeriod, type PeriodKind } from '@pejling/domain/period/period'
import type { LabelReader } from '@pejling/domain/intake/labels'
import type { CellRules } from '@pejling/domain/intake/figure-text'
import type { Locale } from '@pejling/domain/text'
import { cellName, draftAt, type Drafts, type Standing } from './drafts.ts'
import { hasBegun, type Column } from './sheet.ts'
import { withPart } from './share-parts.ts'

/* Where what is pasted belongs in the sheet. */

/** The sheet something is pasted into. */
export interface PasteTarget {
  readonly columns: readonly Column[]
  /** In the order in which they are shown. */
  readonly periods: readonly string[]
  readonly at: { readonly period: number; readonly column: number }
  /** Whether periods are shown across. */
  readonly isTurned: boolean
  readonly rules: CellRules
  readonly labels: LabelReader
  readonly kind: PeriodKind
  readonly today: string
  /** Whether periods that have not begun may be added. */
  readonly allowsFuture: boolean
  readonly locale: Locale
}

/** What comes of a paste. */
export interface Pasted {
  /** What to write into which cell. */
  readonly cells: readonly (readonly [name: string, text: string])[]
  /** Periods of the block that the sheet gets a row for. */
  readonly added: readonly string[]
  /** How many fields held something, and how many of them have a place. */
  readonly placed: number
  readonly unplaced: readonly UnplacedCells[]
  /** How many of its headings are no column of the sheet. */
  readonly unread: number
  /** How the rows were told: by the block's own periods, or by nothing but the cell that was selected. */
  readonly isByPeriod: boolean
  /** The first and the last period something was written to, in the order of the block; `null`: nothing was. */
  readonly span: readonly [first: string, last: string] | null
}

/** A sheet's column that what is typed goes to: a share that is counted is typed into its two counts, or whole. */
const textFor = (column: Column, before: string, text: string): string =>
  column.part === 'numerator' || column.part === 'denominator' ? withPart(before, column.part, text) : text

/** Texts for cells of the sheet, put together where several of them are parts of one figure. */
export function textsFor(
  cells: readonly { readonly column: Column; readonly period: string; readonly text: string }[],
  { drafts, standing, locale }: { drafts: Drafts; standing: Standing; locale: Locale },
): (readonly [name: string, text: string])[] {
  const texts = new Map<string, string>()
  for (const { column, period, text } of cells) {
    const name = cellName(column.series, period)
    const before = texts.get(name) ?? draftAt(drafts, standing, name, locale).text
    texts.set(name, textFor(column, before, text.trim()))
  }
  return [...texts]
}

/**
 * Places what was copied: by its own periods and headings where it has them, else from the selected cell on. Periods the sheet has no
 * row for get one, as far as they have begun. What has no place is counted.
 */
export function placeBlock(
  clipboard: Clipboard,
  target: PasteTarget,
  at: { drafts: Drafts; standing: Standing },
): Pasted {
  const { columns, periods, rules, labels, kind, today, allowsFuture, locale, isTurned } = target
  const into: BlockTarget = {
    rules,
    labels,
    periods,
    columns: columns.map(({ aliases }) => aliases),
    at: { row: target.at.period, column: target.at.column },
    isTurned,
    locale,
  }
  const first = readBlock(clipboard, into)
  const added = first.missing.filter((code) => {
    const period = parsePeriod(kind, code)
    return period !== null && (allowsFuture || hasBegun(period, today))
  })
  const rows = [...periods, ...added]
  const read = added.length === 0 ? first : readBlock(clipboard, { ...into, periods: rows })
  const found = read.cells.flatMap((cell) => {
    const [column, period] = [columns[cell.column], rows[cell.row]]
    return column === undefined || period === undefined ? [] : [{ column, period, text: cell.text }]
  })
  const [begin, end] = [found.at(0)?.period, found.at(-1)?.period]
  return {
    cells: textsFor(found, { ...at, locale }),
    added,
    placed: found.length,
    unplaced: read.unplaced,
    unread: read.unread,
    isByPeriod: read.isAligned.rows,
    span: begin === undefined || end === undefined ? null : [begin, end],
  }
}

/** What was copied, with its rows in the opposite order, and nothing else changed. */
export function upsideDown(clipboard: Clipboard, isTurned: boolean): Clipboard {
  const rows = cellsOf(clipboard)
  const turned = isTurned ? rows.map((row) => row.toReversed()) : rows.toReversed()
  return { text: turned.map((row) => row.map(quoted).join('\t')).join('\n') }
}

/** A cell as a spreadsheet copies it as text. */
const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A block of cells as a spreadsheet takes it, as text and as HTML. */
export const clipboardOf = (rows: readonly (readonly string[])[]): Required<Clipboard> => ({
  text: rows.map((row) => row.map(quoted).join('\t')).join('\r\n'),
  html: `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
})
