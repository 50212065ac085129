import { ImportOutcome } from '@pejling/domain/intake/outcome'
import { labelReader, type LabelContext } from '@pejling/domain/intake/labels'
import { isToldByYear } from '@pejling/domain/intake/period-text'
import { Mapping } from '@pejling/domain/intake/mapping'
import { doubted, shapeOf } from '@pejling/domain/intake/propose'
import { FileInspection } from '@pejling/domain/intake/source-table'
import { danishDay } from '@pejling/domain/period/danish-day'
import type { PeriodKind } from '@pejling/domain/period/period'
import { Text } from '@pejling/domain/text'
import { and, desc, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { imports } from '../db/schema.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import { getIndicator, kinds, listDefinitions, listIndicators } from '../workspace/definitions.ts'
import { listPeriods } from '../workspace/observation-store.ts'
import { forgetFile, type KeptFile } from './kept-files.ts'

/** A file on its way in, or that came in: what was said of it and what came of it. */
export interface FileImport {
  readonly number: number
  readonly file: KeptFile
  readonly name: string
  readonly receivedAt: string
  /** E-mail of whoever sent it. */
  readonly receivedBy: string
  readonly indicator: string
  readonly look: FileInspection | null
  readonly mapping: Mapping | null
  readonly outcome: ImportOutcome | null
  readonly problem: Text | null
  /** The change set its figures were written in; `null`: none yet, or none of them was new. */
  readonly changeSet: number | null
}

type Row = typeof imports.$inferSelect

const read = (json: string | null): unknown => (json === null ? null : JSON.parse(json))

function toImport(row: Row): FileImport {
  const { number, name, receivedAt, receivedBy, indicator, changeSet } = row
  return {
    number,
    file: { hash: row.file, size: row.size },
    name,
    receivedAt,
    receivedBy,
    indicator,
    // What an earlier version noted otherwise is found out again.
    look: FileInspection.nullable().catch(null).parse(read(row.look)),
    mapping: Mapping.nullable().catch(null).parse(read(row.mapping)),
    outcome: ImportOutcome.nullable().catch(null).parse(read(row.outcome)),
    problem: Text.nullable().parse(read(row.problem)),
    changeSet,
  }
}

/** The import of that number, or `null`. */
export function findImport(db: Database, number: number): FileImport | null {
  const row = db.sql.select().from(imports).where(eq(imports.number, number)).get()
  return row ? toImport(row) : null
}

/** How many imports are listed. */
const listed = 50

/** The newest imports: everybody's, or those one person sent. */
export function listImports(db: Database, receivedBy: string | null): FileImport[] {
  return db.sql
    .select()
    .from(imports)
    .where(receivedBy === null ? undefined : eq(imports.receivedBy, receivedBy))
    .orderBy(desc(imports.number))
    .limit(listed)
    .all()
    .map(toImport)
}

/** Begins an import of a file that has been kept; answers its number. */
export function beginImport(
  db: Database,
  about: { readonly file: KeptFile; readonly name: string; readonly receivedBy: string; readonly indicator: string },
): number {
  const { file, ...more } = about
  const { number } = db.sql
    .insert(imports)
    .values({ ...more, file: file.hash, size: file.size, receivedAt: db.clock() })
    .returning({ number: imports.number })
    .get()
  return number
}

/** The days of the elections of a kind that are known: from figures of any indicator of them, and the next that is expected. */
function daysOfElections(db: Database, kind: PeriodKind): string[] {
  const days = listIndicators(db)
    .filter(({ cadence }) => cadence.periodKind === kind)
    .flatMap(({ slug, nextExpectedOn }) => [
      ...listPeriods(db, slug),
      ...(nextExpectedOn === null ? [] : [nextExpectedOn]),
    ])
  return [...new Set(days)]
}

/** What the words of a file for an indicator are held against. Throws an UnknownIndicatorError. */
export function labelContext(db: Database, slug: string): LabelContext {
  const indicator = getIndicator(db, slug)
  if (!indicator) throw new UnknownIndicatorError(slug)
  return {
    indicator,
    areas: listDefinitions(db, kinds.area),
    dimensions: listDefinitions(db, kinds.dimension),
    known: isToldByYear(indicator.cadence.periodKind) ? daysOfElections(db, indicator.cadence.periodKind) : [],
    today: danishDay(db.clock()),
    provenances: listDefinitions(db, kinds.provenance).map(({ slug: provenance }) => provenance),
  }
}

/** What a look and a mapping make the shape of a file for an indicator; `null`: it has no such sheet. */
function shapeFor(look: FileInspection, mapping: Mapping, context: LabelContext): string | null {
  const sheet = look.sheets.find(({ name }) => name === mapping.sheet)
  return sheet ? `${context.indicator.slug} ${shapeOf(look, sheet, mapping, labelReader(context))}` : null
}

/** What was said of the last file of the shape that came in, other than one import; `null`: there was none. */
export function remembered(db: Database, { look, mapping, indicator, number }: FileImport): Mapping | null {
  const shape = look && mapping && shapeFor(look, mapping, labelContext(db, indicator))
  if (shape === null) return null
  const row = db.sql
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(and(eq(imports.shape, shape), isNotNull(imports.changeSet), ne(imports.number, number)))
    .orderBy(desc(imports.number))
    .limit(1)
    .get()
  return Mapping.nullable()
    .catch(null)
    .parse(read(row?.mapping ?? null))
}

/**
 * Notes what a file looks like, and what its own words say it means. What was said of the last file of its shape is no answer for this one:
 * where it was otherwise, it is asked again.
 */
export function recordInspection(db: Database, number: number, look: FileInspection, proposed: Mapping): void {
  const found = findImport(db, number)
  if (!found) return
  const shape = shapeFor(look, proposed, labelContext(db, found.indicator))
  const mapping = doubted(proposed, remembered(db, { ...found, look, mapping: proposed }))
  db.sql
    .update(imports)
    .set({ look: JSON.stringify(look), mapping: JSON.stringify(mapping), shape, outcome: null, problem: null })
    .where(eq(imports.number, number))
    .run()
}

/** Notes what a person says a file means; what it would do is not known then. */
export function recordMapping(db: Database, number: number, mapping: Mapping): void {
  const set = { mapping: JSON.stringify(mapping), outcome: null, problem: null }
  db.sql.update(imports).set(set).where(eq(imports.number, number)).run()
}

/** Notes what a file would do. */
export function recordOutcome(db: Database, number: number, outcome: ImportOutcome): void {
  const set = { outcome: JSON.stringify(outcome), problem: null }
  db.sql.update(imports).set(set).where(eq(imports.number, number)).run()
}

/** Notes that the figures of a file have been written, in the transaction that writes them. */
export function recordApplied(db: Database, number: number, changeSet: number): void {
  db.sql.update(imports).set({ changeSet, problem: null }).where(eq(imports.number, number)).run()
}

/** Notes why the last step came to nothing. What it would have done is no longer known. */
export function recordProblem(db: Database, number: number, problem: Text): void {
  const set = { outcome: null, problem: JSON.stringify(problem) }
  db.sql.update(imports).set(set).where(eq(imports.number, number)).run()
}

/** The imports received before a moment that wrote figures, or those that wrote none. */
export function importsBefore(db: Database, moment: string, hasWritten: boolean): FileImport[] {
  const { changeSet, receivedAt } = imports
  const wrote = hasWritten ? isNotNull(changeSet) : isNull(changeSet)
  return db.sql
    .select()
    .from(imports)
    .where(and(lt(receivedAt, moment), wrote))
    .all()
    .map(toImport)
}

/** Lets go of an import, and of its file where no other import needs it. The figures it wrote stay. */
export function forgetImport(db: Database, { number, file }: Pick<FileImport, 'number' | 'file'>): void {
  db.sql.transaction(() => {
    db.sql.delete(imports).where(eq(imports.number, number)).run()
    const others = db.sql.select({ number: imports.number }).from(imports).where(eq(imports.file, file.hash)).get()
    if (!others) forgetFile(db, file.hash)
  })
}

/** Gives up an import that has written nothing, and its file where no other import needs it. Returns whether it did. */
export function cancelImport(db: Database, one: FileImport): boolean {
  if (one.changeSet !== null) return false
  forgetImport(db, one)
  return true
}
