import type { Text } from '../text.ts'
import { listedAtMost, type CellFates, type RefusalGroup, type RejectedCell, type SkippedGroup } from './outcome.ts'
import { isHarmful, reasonCodes, reasonWords, type ReasonCode } from './reasons.ts'
import { columnLetters, isFilled, type SourceRow } from './source-table.ts'

/** Where something stands in a sheet; columns are counted from 0. */
export interface SourcePlace {
  readonly row: number
  readonly column: number
}

/** Why cells are passed over. */
export type SkipKind =
  | 'column'
  | 'elsewhere'
  | 'areas'
  | 'groups'
  | 'filter'
  | 'sums'
  | 'notes'
  | 'above'
  | 'below'
  | 'hidden'
  | 'marks'
  | 'outlook'
  | 'repeated'

const skipWords: Readonly<Record<SkipKind, (names: { readonly da: string; readonly en: string }) => Text>> = {
  column: ({ da, en }) => ({ da: `kolonnen ${da}`, en: `the column ${en}` }),
  elsewhere: ({ da, en }) => ({ da: `kolonner om andre områder: ${da}`, en: `columns of other areas: ${en}` }),
  areas: ({ da, en }) => ({ da: `andre områder: ${da}`, en: `other areas: ${en}` }),
  groups: ({ da, en }) => ({ da: `andre opdelinger: ${da}`, en: `other breakdowns: ${en}` }),
  filter: ({ da, en }) => ({ da: `rækker, der ikke er valgt: ${da}`, en: `rows that were not chosen: ${en}` }),
  sums: ({ da, en }) => ({ da: `summer over flere perioder: ${da}`, en: `sums over several periods: ${en}` }),
  notes: ({ da, en }) => ({ da: `linjer uden tal: ${da}`, en: `lines without figures: ${en}` }),
  above: ({ da, en }) => ({ da: `linjer over tabellen: ${da}`, en: `lines above the table: ${en}` }),
  below: ({ da, en }) => ({ da: `linjer under tabellen: ${da}`, en: `lines below the table: ${en}` }),
  hidden: () => ({ da: 'skjulte rækker', en: 'hidden rows' }),
  marks: ({ da, en }) => ({ da: `tegn, der springes over: ${da}`, en: `marks that are passed over: ${en}` }),
  outlook: ({ da, en }) => ({ da: `budget og prognose: ${da}`, en: `budgets and forecasts: ${en}` }),
  repeated: () => ({ da: 'tal, der står flere gange i filen', en: 'figures that are in the file more than once' }),
}

/** How many names are written out of what was passed over; the others are counted. */
const namesListed = 8
/** How many different names of a kind are kept apart. */
const namesKept = 2000
/** How many places are listed for a reason. */
const placesListed = 5
const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name)

interface Skipped {
  readonly kind: SkipKind
  readonly names: Set<string>
  readonly rows: Set<number>
  rowCount: number
  cells: number
  readonly first: SourcePlace
}

function listed(names: readonly string[]): { readonly da: string; readonly en: string } {
  const first = names.slice(0, namesListed).map(shortened).join(', ')
  const others = names.length - namesListed
  return others > 0 ? { da: `${first} og ${others} til`, en: `${first} and ${others} more` } : { da: first, en: first }
}

/** The columns of a row that hold something. Of merged cells only the first holds it. */
export function filledColumns({ cells }: SourceRow): number[] {
  return cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []))
}

/** The name of a cell as a spreadsheet has it: `B3`. */
export const cellName = ({ row, column }: SourcePlace): string => `${columnLetters(column)}${row}`

/** Keeps account of every cell of a sheet that holds something: it is read, refused with its place and reason, or passed over by name. */
export class Tally {
  private filled = 0
  private read = 0
  private refused = 0
  private skippedCells = 0
  private refusals = 0
  private readonly examples: RejectedCell[] = []
  private readonly byReason = new Map<ReasonCode, { count: number; first: RejectedCell[] }>()
  private readonly skipped = new Map<string, Skipped>()

  /** How many cells became part of figures, headings included. */
  take(cells: number): void {
    this.filled += cells
    this.read += cells
  }

  /** A place is refused, and with it so many cells. */
  refuse(cell: RejectedCell, cells: number): void {
    this.filled += cells
    this.refused += cells
    this.note(cell)
  }

  /** A figure that had been read is refused after all. */
  takeBack(cell: RejectedCell): void {
    this.read -= 1
    this.refused += 1
    this.note(cell)
  }

  /** A figure that had been read says nothing new. */
  repeat(place: SourcePlace): void {
    this.read -= 1
    this.filled -= 1
    this.skip('repeated', '', place, 1)
  }

  private note(cell: RejectedCell): void {
    this.refusals += 1
    const group = this.byReason.get(cell.code) ?? { count: 0, first: [] }
    group.count += 1
    if (group.first.length < placesListed) group.first.push(cell)
    this.byReason.set(cell.code, group)
    if (this.examples.length < listedAtMost) this.examples.push(cell)
  }

  /** Cells are passed over, under a name. Columns and breakdowns are kept apart, everything else of a kind is told together. */
  skip(kind: SkipKind, name: string, place: SourcePlace, cells: number, apart = ''): void {
    this.filled += cells
    this.skippedCells += cells
    const key = `${kind} ${kind === 'column' ? name : apart}`
    const group = this.skipped.get(key) ?? {
      kind,
      names: new Set<string>(),
      rows: new Set<number>(),
      rowCount: 0,
      cells: 0,
      first: place,
    }
    if (name !== '' && group.names.size < namesKept) group.names.add(name)
    group.cells += cells
    // Rows come in their order, so the last one tells whether this is another.
    if (!group.rows.has(place.row)) {
      group.rows.clear()
      group.rows.add(place.row)
      group.rowCount += 1
    }
    this.skipped.set(key, group)
  }

  /** How many places were refused. */
  get count(): number {
    return this.refusals
  }

  /** How many places were refused for a reason. */
  countOf(code: ReasonCode): number {
    return this.byReason.get(code)?.count ?? 0
  }

  /** The refused places, the first of them. */
  get rejected(): readonly RejectedCell[] {
    return this.examples
  }

  /** What became of the cells. */
  fates(): CellFates {
    return { filled: this.filled, read: this.read, refused: this.refused, skipped: this.skippedCells }
  }

  /** Why cells were refused, the harmful reasons first. */
  groups(): RefusalGroup[] {
    return reasonCodes.flatMap((code) => {
      const group = this.byReason.get(code)
      return group ? [{ code, ...group, isHarmful: isHarmful(code), ...reasonWords[code] }] : []
    })
  }

  /** What was passed over, by name. */
  passedOver(): SkippedGroup[] {
    return [...this.skipped.values()].map(({ kind, names, rowCount, cells, first }) => ({
      what: skipWords[kind](listed([...names])),
      rows: rowCount,
      cells,
      first: { row: first.row, column: first.column },
    }))
  }
}
