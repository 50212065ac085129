import { parquetWriteBuffer } from 'hyparquet-writer'
import type { ObservationTable } from './observation-table.ts'

/** Columns of numbers; all others are texts. */
const numbers: ReadonlySet<string> = new Set(['value', 'numerator', 'denominator', 'margin'])
const wholeNumbers: ReadonlySet<string> = new Set(['sample_size'])

function typeOf(column: string): 'DOUBLE' | 'INT32' | 'STRING' {
  if (numbers.has(column)) return 'DOUBLE'
  return wholeNumbers.has(column) ? 'INT32' : 'STRING'
}

/** A table of figures as Apache Parquet: texts as UTF-8, numbers as DOUBLE at full precision, counts as INT32; what is missing is null. */
export function tableToParquet({ columns, rows }: ObservationTable): Buffer {
  const columnData = columns.map((name, at) => ({
    name,
    data: rows.map((row) => row[at] ?? null),
    type: typeOf(name),
    nullable: true,
  }))
  return Buffer.from(parquetWriteBuffer({ columnData }))
}
