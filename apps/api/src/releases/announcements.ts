import { asc, max } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { deliveries, releases, webhooks } from '../db/schema.ts'

/* What is to be told to other programs, noted together with what happened. Who tells it is `extras/webhooks`. */

function queue(db: Database, about: { readonly release: number; readonly planned: number | null }, at: string): void {
  for (const { name } of db.sql.select({ name: webhooks.name }).from(webhooks).orderBy(asc(webhooks.name)).all()) {
    db.sql
      .insert(deliveries)
      .values({ webhook: name, ...about, attempts: 0, nextAt: at })
      .run()
  }
}

/** Notes that a release is to be told to every webhook. Belongs into the transaction the release is made in: either both, or neither. */
export const queueRelease = (db: Database, release: number, at: string): void =>
  queue(db, { release, planned: null }, at)

/** Notes that every webhook is to hear about a planned release that could not come out. Belongs into the transaction that marks it so. */
export function queueOutdated(db: Database, planned: number, at: string): void {
  const newest = db.sql
    .select({ number: max(releases.number) })
    .from(releases)
    .get()
  queue(db, { release: newest?.number ?? 0, planned }, at)
}
