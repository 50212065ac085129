import { createHash } from 'node:crypto'
import { documentPath } from '@pejling/domain/release/paths'
import { withoutSalt } from '@pejling/domain/release/salt'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { attachments, getAttached, kinds, listIndicators, listTargets } from '../workspace/definitions.ts'
import type { PublicationOrder } from './publish.ts'
import { openReleaseStore } from './release-store.ts'

/** Definitions that come out with every release, whichever indicators it is of. */
const texts = [kinds.profile, kinds.framework, kinds.focusArea, kinds.goal, kinds.comment, kinds.actionPlan, kinds.idea]

/**
 * Tells what a release of these indicators carries from anything else it might: what the newest release's documents of them say,
 * and the texts of the workspace. Not what follows from other indicators, from the day or from the number of the release; so it
 * is the same after another release of other indicators. Of a derived indicator it is how it is computed: its figures follow
 * from what is published. To be asked for while the release is supposed to be published.
 */
export function digestCarried(db: Database, indicators: PublicationOrder['indicators']): string {
  const store = openReleaseStore(db)
  const release = store.latestNumber()
  const digest = createHash('sha256')
  const add = (name: string, said: string): void => {
    digest.update(`${JSON.stringify([name, said])}\n`)
  }
  const carried = listIndicators(db).filter(({ slug }) => indicators === 'all' || indicators.includes(slug))
  for (const indicator of carried) {
    const { slug, derived } = indicator
    if (derived !== null) {
      const override = getAttached(db, attachments.override, slug)
      add(slug, JSON.stringify([indicator, listTargets(db, slug), override]))
      continue
    }
    for (const path of [documentPath.indicator(slug), documentPath.observations(slug)]) {
      const version = store.version(path, release)
      const document = version && store.document(version.hash)
      add(path, document ? withoutSalt(document.bytes.toString()) : '')
    }
  }
  for (const { name, table, key } of texts) {
    const rows = db.sql.all<{ body: string }>(sql`SELECT body FROM ${table} ORDER BY ${key}`)
    add(name, JSON.stringify(rows.map(({ body }) => body)))
  }
  return digest.digest('hex').slice(0, 16)
}
