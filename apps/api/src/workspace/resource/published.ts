import { and, eq, isNull, sql } from 'drizzle-orm'
import type { ChangeKind } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { changes, releaseDocuments } from '../../db/schema.ts'

/** Whether a release has been made since something was made that every release takes along: then the release says it. */
export function isInRelease(db: Database, kind: ChangeKind, key: string): boolean {
  const newest = (of: ChangeKind, more = sql`true`): number =>
    db.sql
      .select({ number: sql<number | null>`max(${changes.changeSet})` })
      .from(changes)
      .where(and(eq(changes.kind, of), more))
      .get()?.number ?? 0
  const made = newest(kind, and(eq(changes.key, key), isNull(changes.before)))
  return newest('release') > made && made > 0
}

/** Whether any release has had a document at a path. */
export const wasPublishedAt = (db: Database, path: string): boolean =>
  db.sql.select().from(releaseDocuments).where(eq(releaseDocuments.path, path)).limit(1).get() !== undefined
