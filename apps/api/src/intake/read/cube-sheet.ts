import type { SourceCell, SourceHolds, SourceRow } from '@pejling/domain/intake/source-table'
import { cellCount, type Cube, type CubeDimension } from '../../formats/json-stat.ts'
import type { OpenSheet } from './open-file.ts'
import { unreadable } from './unreadable.ts'

/** How many cells may a cube have, with figures or without. */
const mostCells = 20_000_000

const holdsOf = ({ role }: CubeDimension): SourceHolds =>
  role === 'time' ? 'period' : role === 'geo' ? 'area' : 'dimension'

const nameOf = ({ code, label }: CubeDimension['categories'][number]): SourceCell =>
  code === label ? label : { text: label, code }

/** One row for each cell that has a figure or a reason why there is none; row 1 holds the headings. */
function* rowsOf({ dimensions, values, statuses }: Cube, cells: number, hasStatus: boolean): Generator<SourceRow> {
  const headings = dimensions.map(({ label }) => label)
  yield { row: 1, cells: [...headings, 'Værdi', ...(hasStatus ? ['Status'] : [])] }
  let row = 1
  for (let cell = 0; cell < cells; cell += 1) {
    const [value, status] = [values.get(cell), statuses.get(cell)]
    if (value === undefined && status === undefined) continue
    row += 1
    let rest = cell
    const names = dimensions
      .toReversed()
      .map(({ categories }): SourceCell => {
        const category = categories[rest % categories.length]
        rest = Math.floor(rest / categories.length)
        return category ? nameOf(category) : null
      })
      .toReversed()
    yield {
      row,
      cells: [...names, value ?? status ?? null, ...(hasStatus ? [value === undefined ? null : (status ?? null)] : [])],
    }
  }
}

/**
 * A cube as a sheet: a column for each dimension, the figures, and their status where they have one. Throws an UnreadableFileError
 * where it has more cells than can be gone through.
 */
export function cubeSheet(cube: Cube, name: string, unit = ''): OpenSheet {
  const cells = cellCount(cube)
  if (cells > mostCells) {
    throw unreadable(
      `Tabellen har ${cells} felter; der kan være ${mostCells}. Hent den i mindre dele.`,
      `The table has ${cells} cells; there can be ${mostCells}. Fetch it in smaller parts.`,
    )
  }
  const hasStatus = [...cube.statuses.keys()].some((cell) => cube.values.has(cell))
  const units = new Set(
    unit === ''
      ? cube.dimensions.flatMap(({ categories }) => categories.flatMap((one) => one.unit?.label ?? []))
      : [unit],
  )
  return {
    name,
    about: {
      title: cube.label === '' ? null : cube.label,
      unit: units.size === 1 ? ([...units][0] ?? null) : null,
      source: cube.source === '' ? null : cube.source,
      notes: [...cube.notes],
    },
    holds: [...cube.dimensions.map(holdsOf), 'figures', ...(hasStatus ? (['status'] as const) : [])],
    rows: () => rowsOf(cube, cells, hasStatus),
  }
}
