import type { DeskChangeSet } from '@pejling/domain/desk/views'
import { and, asc, count, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { changes, changeSets } from '../db/schema.ts'

/** So many change sets stand on a page, and so many changes of each. */
const [setsShown, changesShown] = [25, 12]

/** The change sets before a number, newest first; `null`: from the newest on. */
export function readHistory(
  db: Database,
  before: number | null,
): { readonly changeSets: readonly DeskChangeSet[]; readonly older: number | null } {
  const headers = db.sql
    .select()
    .from(changeSets)
    .where(before === null ? undefined : lt(changeSets.number, before))
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
      undoable: counts.get(number)?.kinds === 'observation',
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
