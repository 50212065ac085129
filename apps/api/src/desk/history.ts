import type { DeskChangeSet } from '@pejling/domain/desk/views'
import { and, asc, count, desc, eq, inArray, lt, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../db/database.ts'
import { changes, changeSets } from '../db/schema.ts'
import { isUndoable } from '../workspace/undo.ts'

/** So many change sets stand on a page, and so many changes of each. */
const [setsShown, changesShown] = [25, 12]

/** Which change sets are shown: those before a number (`null`: from the newest on) that have the words in them. */
interface HistoryQuery {
  readonly before: number | null
  readonly search: string
}

/** Whether a change set was made by somebody, for a reason, or to a thing that has the words in it. */
function isAbout(search: string): SQL | undefined {
  if (search === '') return undefined
  const pattern = `%${search.replaceAll(/[!%_]/g, '!$&')}%`
  const has = (column: SQLiteColumn): SQL => sql`${column} LIKE ${pattern} ESCAPE '!'`
  const about = sql`${changeSets.number} IN (SELECT ${changes.changeSet} FROM ${changes} WHERE ${has(changes.key)} OR ${has(changes.kind)})`
  return or(has(changeSets.actor), has(changeSets.action), has(changeSets.reason), about)
}

/** A page of the change sets that were asked for, newest first. */
export function readHistory(
  db: Database,
  { before, search }: HistoryQuery,
): { readonly changeSets: readonly DeskChangeSet[]; readonly older: number | null } {
  const headers = db.sql
    .select()
    .from(changeSets)
    .where(and(before === null ? undefined : lt(changeSets.number, before), isAbout(search)))
    .orderBy(desc(changeSets.number))
    .limit(setsShown + 1)
    .all()
  const shown = headers.slice(0, setsShown)
  const numbers = shown.map(({ number }) => number)
  const counts = new Map(
    db.sql
      .select({
        changeSet: changes.changeSet,
        count: count(),
        kinds: sql<string>`group_concat(DISTINCT ${changes.kind})`,
      })
      .from(changes)
      .where(inArray(changes.changeSet, numbers))
      .groupBy(changes.changeSet)
      .all()
      .map((row) => [row.changeSet, row]),
  )
  return {
    changeSets: shown.map(({ number, at, actor, action, reason }) => ({
      number,
      at,
      actor,
      action,
      reason,
      count: counts.get(number)?.count ?? 0,
      undoable: (counts.get(number)?.kinds ?? '').split(',').every(isUndoable),
      changes: db.sql
        .select()
        .from(changes)
        .where(and(eq(changes.changeSet, number), lt(changes.position, changesShown)))
        .orderBy(asc(changes.position))
        .all()
        .map(({ kind, key, before: was, after }) => ({ kind, key, before: was, after })),
    })),
    older: headers.length > setsShown ? (numbers.at(-1) ?? null) : null,
  }
}
