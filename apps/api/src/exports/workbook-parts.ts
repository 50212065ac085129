import type { Cell } from 'hucre/xlsx'
import type { ObservationTable } from './observation-table.ts'
import { codeNames, type Named } from './table-names.ts'

/** A cell of a heading. */
export const bold = { style: { font: { bold: true } } }

/** A sheet whose first column is narrow and whose others hold texts, its first row the headings. */
export function textSheet(
  name: string,
  heading: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): {
  name: string
  columns: { width: number }[]
  rows: (string | number | null)[][]
  cells: Map<string, Partial<Cell>>
} {
  return {
    name,
    columns: heading.map((_, at) => ({ width: at === 0 ? 18 : 80 })),
    rows: [[...heading], ...rows.map((row) => [...row])],
    cells: new Map(heading.map((_, at) => [`0,${at}`, bold])),
  }
}

/** The sheet of a table: numbers as numbers, `decimals` shown where that is one number for all. */
export function tableSheet(
  { columns, rows }: ObservationTable,
  numberFormat: string | null,
): {
  name: string
  columns: { width: number }[]
  rows: (string | number | null)[][]
  cells: Map<string, Partial<Cell>>
  freezePane: { rows: number }
} {
  const cells = new Map<string, Partial<Cell>>(columns.map((_, at) => [`0,${at}`, bold]))
  const value = columns.indexOf('value')
  if (numberFormat !== null) {
    for (const row of rows.keys()) cells.set(`${row + 1},${value}`, { style: { numFmt: numberFormat } })
  }
  return {
    name: 'data',
    columns: columns.map((column) => ({ width: Math.max(12, column.length + 2) })),
    rows: [[...columns], ...rows.map((row) => [...row])],
    cells,
    freezePane: { rows: 1 },
  }
}

/** The sheet that says what each code of a table stands for, of the codes that stand in it. */
export function codesSheet(table: ObservationTable, named: readonly Named[]): ReturnType<typeof textSheet> {
  const used = new Map(table.columns.map((column, at) => [column, new Set(table.rows.map((row) => row[at]))]))
  const rows = codeNames(named)
    .filter(({ column, code }) => used.get(column)?.has(code))
    .map(({ column, code, name }) => [column, code, name.da, name.en])
  return textSheet('codes', ['column', 'code', 'dansk', 'English'], rows)
}
