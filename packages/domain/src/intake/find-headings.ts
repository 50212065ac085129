import { filledIn, isFigureLike, isNumeric } from './cell-kinds.ts'
import { isTotalWord } from './compared.ts'
import { roleOfHeading } from './heading-words.ts'
import type { LabelReader } from './labels.ts'
import type { Mapping } from './mapping.ts'
import { isFilled, sourceText, type SourceCell, type SourceRow } from './source-table.ts'
import { meaningOf } from './status-words.ts'
import { unitSaid } from './unit-words.ts'

/** Where the headings of a table stand. */
export type HeadingPlace = Pick<Mapping, 'headingRow' | 'headingRows'>

/** How many rows of headings may there be. */
const mostHeadings = 4

/** Finds the rows of headings: the first that is about as wide as the table, those above it over groups of columns, and those below. */
export function findHeadings(rows: readonly SourceRow[], labels: LabelReader): HeadingPlace {
  const shown = rows.slice(0, 200)
  const widths = shown.map(filledIn).sort((a, b) => b - a)
  // The few widest may be the exception.
  const usual = widths[Math.floor(widths.length / 4)] ?? 1
  const at = shown.findIndex((row) => filledIn(row) >= Math.max(Math.min(2, usual), usual * 0.6))
  const first = shown[at === -1 ? 0 : at]
  if (!first) return { headingRow: 1, headingRows: 1 }
  const isFigure = (cell: SourceCell | undefined): boolean =>
    isNumeric(cell) && labels.period(sourceText(cell)) === null
  if (isData(first, shown[at + 1], labels)) return { headingRow: first.row, headingRows: 0 }
  const isSaying = (cell: SourceCell | undefined): boolean => {
    const text = sourceText(cell)
    return (
      text !== '' &&
      (labels.any(text) !== null ||
        isTotalWord(text) ||
        unitSaid(text) !== null ||
        roleOfHeading(text) !== null ||
        labels.isPlace(text))
    )
  }
  let above = 0
  for (let before = at - 1; before >= 0 && above < mostHeadings - 1; before -= 1) {
    const row = shown[before]
    if (!row || row.row !== first.row - above - 1) break
    const isOver = row.cells.some((cell, column) => column > 0 && isSaying(cell)) && !row.cells.some(isFigure)
    if (!isOver) break
    above += 1
  }
  let below = 0
  for (const row of shown.slice(at + 1, at + mostHeadings - above)) {
    const isOfWords = row.cells.every((cell) => !isFigure(cell) && meaningOf(sourceText(cell)) === null)
    const isNextFigures = shown.some(
      (next) => next.row > row.row && next.row <= row.row + 2 && next.cells.some(isFigure),
    )
    // Only under a heading that leaves something open can there be another.
    const isOpen =
      filledIn(first) < Math.max(...shown.map(filledIn)) ||
      first.cells.some((cell) => !isFilled(cell)) ||
      hasMerged(first) ||
      // A row of units stands below headings that leave nothing open.
      row.cells.filter(isFilled).every((cell) => unitSaid(sourceText(cell)) !== null)
    if (!isOfWords || !isNextFigures || !isOpen || row.row !== first.row + below + 1 || filledIn(row) < 2) break
    below += 1
  }
  return { headingRow: first.row - above, headingRows: 1 + above + below }
}

const hasMerged = ({ cells }: SourceRow): boolean =>
  cells.some((cell) => typeof cell === 'object' && cell !== null && 'merged' in cell)

/** Whether a row that might be headings is data already: a period and a figure in the columns where the next row has them, too. */
function isData(row: SourceRow, next: SourceRow | undefined, labels: LabelReader): boolean {
  if (!next) return false
  const isPeriod = (cell: SourceCell | undefined): boolean => labels.period(sourceText(cell)) !== null
  const hasPeriod = row.cells.some((cell, column) => isPeriod(cell) && isPeriod(next.cells[column]))
  const hasFigure = row.cells.some(
    (cell, column) =>
      isNumeric(cell) && !isPeriod(cell) && isFigureLike(next.cells[column]) && !isPeriod(next.cells[column]),
  )
  return hasPeriod && hasFigure
}
