import { cellContent, columnLetters, type SourceCell } from '@pejling/domain/intake/source-table'

/** A merged range of a sheet, its rows and columns counted from 0; the last ones belong to it. */
export interface MergedRange {
  readonly startRow: number
  readonly endRow: number
  readonly startCol: number
  readonly endCol: number
}

const nameOf = ({ startRow, endRow, startCol, endCol }: MergedRange): string =>
  `${columnLetters(startCol)}${startRow + 1}:${columnLetters(endCol)}${endRow + 1}`

/**
 * Puts into each cell of the merged ranges of a sheet what its range holds. Rows must come in their order and none be left out that
 * a range touches; cells beyond `width` (the widest row with anything in it) are not made.
 */
export class MergedCells {
  private readonly waiting: readonly MergedRange[]
  private next = 0
  private open: { readonly range: MergedRange; readonly name: string; content: ReturnType<typeof cellContent> }[] = []

  constructor(ranges: readonly MergedRange[]) {
    this.waiting = ranges
      .filter(({ startRow, endRow, startCol, endCol }) => endRow > startRow || endCol > startCol)
      .toSorted((a, b) => a.startRow - b.startRow)
  }

  /** The cells of a row (counted from 0) with those of its ranges. */
  fill(row: number, cells: readonly SourceCell[], width: number): readonly SourceCell[] {
    for (let range = this.waiting[this.next]; range && range.startRow <= row; range = this.waiting[this.next]) {
      this.next += 1
      const content = range.startRow === row ? cellContent(cells[range.startCol]) : null
      this.open.push({ range, name: nameOf(range), content })
    }
    this.open = this.open.filter(({ range }) => range.endRow >= row)
    if (this.open.length === 0) return cells
    const filled = [...cells]
    for (const { range, name, content } of this.open) {
      if (content === null) continue
      for (let column = range.startCol; column <= Math.min(range.endCol, width - 1); column += 1) {
        while (filled.length < column) filled.push(null)
        const isFirst = row === range.startRow && column === range.startCol
        filled[column] = { merged: content, range: name, isFirst }
      }
    }
    return filled
  }
}
