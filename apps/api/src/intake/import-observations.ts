import type { Observation } from '@pejling/domain/observation/observation'
import type { Series } from '@pejling/domain/series'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { putObservations, type WrittenObservations } from '../workspace/observation-store.ts'

/** Figures of one indicator to be written. */
export interface ObservationImport {
  readonly indicator: string
  readonly rows: readonly { readonly series: Series; readonly observation: Observation }[]
}

/** Writes figures of an indicator in one change set; those that are there already and the same are left alone. */
export function importObservations(
  db: Database,
  actor: Actor,
  { indicator, rows }: ObservationImport,
): WrittenObservations {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'import' }, (changeSet) => putObservations(changeSet, indicator, rows))
}
