/* A grid of cells that are typed into: what it shows, and what it tells. It knows nothing of figures. */

/** A cell by its place, counted from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A block of cells: the one that is worked in, and the opposite corner. */
export interface Selection {
  readonly at: Place
  readonly to: Place
}

/** A cell as the grid shows it. */
export interface GridCell {
  /** Names the cell, whatever is shown in it. */
  readonly id: string
  /** What it is called for those who listen, with what stands in it and what is wrong with it. */
  readonly name: string
  readonly shown: string
  /** What is typed to get what stands there. */
  readonly typed: string
  readonly isReadOnly: boolean
  /** It differs from what is saved. */
  readonly isChanged: boolean
  readonly tone: 'plain' | 'faint' | 'doubt' | 'wrong'
  /** A mark behind what stands there. */
  readonly mark: string
}

/** A heading of rows. */
export interface RowHeading {
  readonly key: string
  readonly label: string
  /** What is said behind it. */
  readonly note: string | null
}

/** A heading over columns. */
export interface ColumnHeading {
  readonly key: string
  readonly label: string
  readonly columns: number
  readonly rows: number
}

/** A text for a cell. */
export interface GridEntry extends Place {
  readonly text: string
}

/** The cells of a selection, from the first row and column to the last. */
export const extentOf = ({ at, to }: Selection) => ({
  top: Math.min(at.row, to.row),
  bottom: Math.max(at.row, to.row),
  left: Math.min(at.column, to.column),
  right: Math.max(at.column, to.column),
})

/** The places of a selection, row by row. */
export function placesIn(selection: Selection): Place[] {
  const { top, bottom, left, right } = extentOf(selection)
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_1, across) => ({ row: top + down, column: left + across })),
  ).flat()
}
