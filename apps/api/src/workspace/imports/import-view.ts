import { headingRowsOf, headingsOf } from '@pejling/domain/intake/mapping'
import type { ImportProgress } from '@pejling/domain/intake/outcome'
import { columnLetters, sourceText } from '@pejling/domain/intake/source-table'
import type { ImportDetail, ImportSummary } from '@pejling/domain/workspace/imports'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { users } from '../../db/schema.ts'
import type { FileImport } from '../../intake/imports.ts'
import { stateOfImport } from './import-access.ts'

/** How many cells of a column are shown. */
const examplesShown = 3

/** A file in a list. */
export function importSummary(db: Database, one: FileImport): ImportSummary {
  const { number, name, indicator, receivedAt, receivedBy, changeSet } = one
  const sender = db.sql.select({ name: users.name }).from(users).where(eq(users.email, receivedBy)).get()
  return {
    number,
    name,
    indicator,
    receivedAt,
    receivedBy: sender?.name ?? '–',
    state: stateOfImport(one),
    changeSet,
  }
}

function columnsOf({ look, mapping }: FileImport): ImportDetail['columns'] {
  const sheet = look?.sheets.find(({ name }) => name === mapping?.sheet)
  if (!sheet || !mapping) return []
  const headings = headingsOf(headingRowsOf(sheet.rows, mapping), mapping.roles.length)
  const below = sheet.rows.filter(({ row }) => row >= mapping.headingRow + mapping.headingRows)
  return mapping.roles.map((role, column) => ({
    letters: columnLetters(column),
    headings: headings[column] ?? [],
    role,
    examples: below
      .map(({ cells }) => sourceText(cells[column]))
      .filter((text) => text !== '')
      .slice(0, examplesShown),
  }))
}

/** A file with what it is taken to mean, what it would do, and how far a step with it has come. */
export function importDetail(db: Database, one: FileImport, progress: ImportProgress | null): ImportDetail {
  const { file, look, mapping, outcome, problem } = one
  return {
    ...importSummary(db, one),
    size: file.size,
    hash: file.hash,
    format: look?.format ?? null,
    sheets: look?.sheets.map(({ name }) => name) ?? [],
    columns: columnsOf(one),
    mapping,
    outcome,
    progress,
    problem,
  }
}
