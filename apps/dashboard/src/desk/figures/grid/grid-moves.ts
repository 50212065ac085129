import type { Place } from './grid-types.ts'

/** How large a grid is, and whether something stands in a cell. */
export interface Field {
  readonly rows: number
  readonly columns: number
  readonly isFilled: (place: Place) => boolean
}

/** How many rows a page is. */
const page = 10

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

const within = ({ rows, columns }: Field, { row, column }: Place): Place => ({
  row: Math.min(Math.max(row, 0), rows - 1),
  column: Math.min(Math.max(column, 0), columns - 1),
})

const isSame = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column

/** To the end of what is filled, or to the next that is, as in a spreadsheet. */
function jump(field: Field, from: Place, step: Place): Place {
  const next = (place: Place): Place => within(field, { row: place.row + step.row, column: place.column + step.column })
  let at = next(from)
  const follows = field.isFilled(from) && field.isFilled(at)
  while (!isSame(at, next(at))) {
    if (follows ? !field.isFilled(next(at)) : field.isFilled(at)) break
    at = next(at)
  }
  return at
}

/** Where a key leads from a cell; `null`: it leads nowhere. `isFar`: with Ctrl. */
export function moved(field: Field, from: Place, key: string, isFar: boolean): Place | null {
  const step = steps[key]
  if (step) {
    return isFar
      ? jump(field, from, step)
      : within(field, { row: from.row + step.row, column: from.column + step.column })
  }
  if (key === 'Home') return { row: isFar ? 0 : from.row, column: 0 }
  if (key === 'End') return { row: isFar ? field.rows - 1 : from.row, column: field.columns - 1 }
  if (key === 'PageUp') return within(field, { ...from, row: from.row - page })
  if (key === 'PageDown') return within(field, { ...from, row: from.row + page })
  return null
}
