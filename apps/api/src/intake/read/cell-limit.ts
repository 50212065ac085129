import { unreadable } from './unreadable.ts'

/** How many cells may a file hold that is read into memory whole. */
const mostCells = 5_000_000

/** Counts the cells of a file while they are kept. */
export class CellLimit {
  private cells = 0

  /** Throws an UnreadableFileError where the file has come to hold more than any may. */
  add(cells: number): void {
    this.cells += cells
    if (this.cells <= mostCells) return
    const millions = mostCells / 1_000_000
    throw unreadable(
      `Filen har mere end ${millions} millioner felter. Del den i flere, eller gem tabellen som CSV.`,
      `The file has more than ${millions} million cells. Divide it, or save the table as CSV.`,
    )
  }
}
