import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { publish } from './publish.ts'
import { releaseChanges } from './release-changes.ts'
import { openReleaseStore } from './release-store.ts'

/** Thrown to take back what was only done to see what it would do. */
class TakenBack extends Error {
  override name = 'TakenBack'
}

/** What would be otherwise in the next release if it were made now; `null`: nothing. Nothing is published. */
export function previewPublication(db: Database): ReleaseChangesDocument | null {
  let changes: ReleaseChangesDocument | null = null
  const nameless = { da: '–', en: '–' }
  try {
    db.sql.transaction(() => {
      const store = openReleaseStore(db)
      const before = store.latestNumber()
      const release = publish(db, system, { title: nameless, note: null, indicators: 'all' })
      changes = release && releaseChanges(store, before, release.number)
      throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return changes
}
