import { and, eq, gt, notInArray } from 'drizzle-orm'
import type { ChangeKind, ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { changes, changeSets, releases, settings } from '../db/schema.ts'

/*
 * Starting Pejling on an empty folder is asking for the delivered policy, published. What a person has loaded waits for a person
 * to publish it. The two are told apart by a note in the database, and not by what it holds.
 */

const setting = 'first-start'
/** What a first start writes after it has loaded the data, and what gives access: neither is material of a release. */
const besides: readonly ChangeKind[] = ['meeting', 'shared-meeting', 'user', 'token', 'webhook']

/** Whether nothing has been written yet. */
export function isUntouched(db: Database): boolean {
  return db.sql.select().from(changeSets).limit(1).get() === undefined
}

/** Notes that the data of this change set are those a first start loads and publishes. */
export function markFirstStart(changeSet: ChangeSet): void {
  const body = String(changeSet.number)
  changeSet.db.sql.insert(settings).values({ name: setting, body }).run()
  changeSet.record('setting', setting, null, body)
}

/** Whether a first start has loaded its data and not published them, and no one has changed anything since. */
export function isFirstStartUnfinished(db: Database): boolean {
  const loaded = db.sql.select().from(settings).where(eq(settings.name, setting)).get()
  if (!loaded || db.sql.select().from(releases).limit(1).get()) return false
  const since = and(gt(changes.changeSet, Number(loaded.body)), notInArray(changes.kind, [...besides]))
  return db.sql.select().from(changes).where(since).limit(1).get() === undefined
}
