import { desc } from 'drizzle-orm'
import type { Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { changeSets } from '../../db/schema.ts'
import { Problem } from '../../http/problem.ts'
import { undoChangeSets } from '../undo.ts'

const newest = (db: Database): number =>
  db.sql.select().from(changeSets).orderBy(desc(changeSets.number)).limit(1).get()?.number ?? 0

/**
 * Undoes change sets, all of them or none, and answers the change set of the undoing; `null`: nothing was otherwise. Throws a
 * Problem that says why they cannot be undone.
 */
export function undo(db: Database, actor: Actor, numbers: readonly number[]): { readonly changeSet: number | null } {
  const before = newest(db)
  const problem = undoChangeSets(db, actor, numbers)
  if (problem) throw new Problem('conflict', problem)
  const now = newest(db)
  return { changeSet: now === before ? null : now }
}
