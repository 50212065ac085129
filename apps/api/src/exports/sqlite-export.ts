import SqliteDatabase from 'better-sqlite3'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { listedColumns, type DescribedTable } from './csv-description.ts'
import { dimensionsOf, observationTable } from './observation-table.ts'
import { codeNames, withNames } from './table-names.ts'

const numbers: ReadonlySet<string> = new Set(['value', 'numerator', 'denominator', 'margin'])

const typeOf = (column: string): string => {
  if (numbers.has(column)) return 'REAL'
  return column === 'sample_size' ? 'INTEGER' : 'TEXT'
}
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Value = string | number | null

function addTable(
  db: SqliteDatabase.Database,
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): void {
  db.exec(`CREATE TABLE ${quoted(name)} (${columns.map((one) => `${quoted(one)} ${typeOf(one)}`).join(', ')}) STRICT`)
  const insert = db.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of rows) insert.run(...row)
}

const indicatorRow = ({ indicator, sources }: IndicatorDocument): Value[] => [
  indicator.slug,
  indicator.name.da,
  indicator.name.en,
  indicator.definition.da,
  indicator.definition.en,
  indicator.unit,
  sources.map(({ producer, title }) => `${producer.da}: ${title.da}`).join('; '),
  [...new Set(sources.flatMap(({ licence }) => licence?.url ?? []))].join(' '),
]

/**
 * Figures as a database file of SQLite: `figures`, the flat table with names beside codes; `indicators`, what they are; `codes`,
 * what the codes stand for. The same figures make the same bytes.
 */
export function figuresToSqlite(table: Omit<DescribedTable, 'url'>): Buffer {
  const { documents, abouts, labelling } = table
  const figures = withNames(observationTable(documents), dimensionsOf(documents), abouts, {
    ...labelling,
    first: false,
  })
  const listed = new Set(listedColumns(table))
  const db = new SqliteDatabase(':memory:')
  try {
    db.transaction(() => {
      addTable(db, 'figures', figures.columns, figures.rows)
      addTable(
        db,
        'indicators',
        ['indicator', 'name_da', 'name_en', 'definition_da', 'definition_en', 'unit', 'source', 'licence'],
        abouts.map(indicatorRow),
      )
      addTable(
        db,
        'codes',
        ['list', 'code', 'name_da', 'name_en'],
        codeNames(abouts)
          .filter(({ column }) => listed.has(column))
          .map(({ column, code, name }) => [column, code, name.da, name.en]),
      )
      db.exec('CREATE INDEX figures_by_indicator ON figures (indicator, area, period)')
    })()
    return db.serialize()
  } finally {
    db.close()
  }
}
