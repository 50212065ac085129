import { tablesOf } from '@pejling/domain/intake/layout'
import { widestTable } from '@pejling/domain/intake/mapping'
import {
  cellContent,
  cellNumber,
  emptySheet,
  isFilled,
  textsKept,
  type ColumnProfile,
  type SourceHolds,
  type SourceRow,
  type SourceSheet,
} from '@pejling/domain/intake/source-table'
import { decimalMarkEvidence } from '@pejling/domain/unit/read-number'
import type { OpenSheet } from './open-file.ts'
import { unreadable } from './unreadable.ts'

/** How many rows are shown when a person says what a file means. */
const rowsShown = 40
/** How many rows tell what is in a column and how the sheet is laid out. */
const rowsProfiled = 20_000

const thousands = /(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g

/** Keeps what a sheet tells of its columns while its rows go by. */
class Profiler {
  private readonly texts: Map<string, number>[] = []
  private readonly points: number[] = []
  private readonly commas: number[] = []
  private seen = 0
  readonly rows: SourceRow[] = []
  readonly counts = { rows: 0, hiddenRows: 0, cells: 0, numbers: 0 }

  /** Takes a row; answers whether more would tell more. */
  add(source: SourceRow): boolean {
    const { row, cells } = source
    if (cells.length > widestTable) {
      throw unreadable(
        `Række ${row} har ${cells.length} kolonner; der kan være ${widestTable}. Del tabellen.`,
        `Row ${row} has ${cells.length} columns; there can be ${widestTable}. Divide the table.`,
      )
    }
    this.seen += 1
    if (cells.some(isFilled)) {
      this.counts.rows += 1
      if (source.isHidden === true) this.counts.hiddenRows += 1
      if (this.rows.length < rowsShown) this.rows.push(source)
    }
    cells.forEach((cell, column) => {
      const texts = (this.texts[column] ??= new Map())
      if (!isFilled(cell)) return
      this.counts.cells += 1
      if (cellNumber(cell) !== null) this.counts.numbers += 1
      const content = cellContent(cell)
      if (typeof content === 'string') this.addText(content.trim(), row, column, texts)
    })
    return this.seen < rowsProfiled
  }

  private addText(text: string, row: number, column: number, texts: Map<string, number>): void {
    const tells = decimalMarkEvidence(text.replace(/\s*%$/, '').replace(thousands, ''))
    if (tells === '.') this.points[column] = (this.points[column] ?? 0) + 1
    if (tells === ',') this.commas[column] = (this.commas[column] ?? 0) + 1
    if (tells !== 'none') this.counts.numbers += 1
    else if (texts.size < textsKept && !texts.has(text)) texts.set(text, row)
  }

  columns(holds: readonly SourceHolds[]): ColumnProfile[] {
    return Array.from(this.texts, (texts, column) => {
      const said = holds[column]
      return {
        texts: [...(texts ?? [])].map(([text, row]) => ({ text, row })),
        points: this.points[column] ?? 0,
        commas: this.commas[column] ?? 0,
        ...(said && { holds: said }),
      }
    })
  }
}

/**
 * Looks at a sheet: how it begins, what is in its columns, how it is laid out and how much there is on it, as far as its first
 * {@link rowsProfiled} rows tell. Throws an UnreadableFileError where a row is wider than any table may be.
 */
export async function profileSheet(sheet: OpenSheet): Promise<SourceSheet> {
  const profiler = new Profiler()
  const rows: SourceRow[] = []
  let isWhole = true
  for await (const row of sheet.rows(() => undefined)) {
    rows.push(row)
    if (profiler.add(row)) continue
    isWhole = false
    break
  }
  const empty = emptySheet(sheet.name)
  return {
    ...empty,
    isHidden: sheet.isHidden ?? false,
    hiddenColumns: [...(sheet.hiddenColumns ?? [])],
    about: sheet.about ?? empty.about,
    rows: profiler.rows,
    columns: profiler.columns(sheet.holds ?? []),
    tables: tablesOf(rows),
    counts: { ...profiler.counts, isWhole },
  }
}
