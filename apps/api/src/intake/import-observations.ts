import type { Observation } from '@pejling/domain/observation/observation'
import { seriesKey, type Series } from '@pejling/domain/series'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { findObservation, putObservations, type WrittenObservations } from '../workspace/observations.ts'

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

/** What {@link importObservations} would do, without doing it. */
export function previewObservations(db: Database, { indicator, rows }: ObservationImport): WrittenObservations {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  for (const { series, observation } of rows) {
    const existing = findObservation(db, indicator, seriesKey(series), observation.period)
    if (!existing) counts.added += 1
    else if (JSON.stringify(existing) === JSON.stringify(observation)) counts.unchanged += 1
    else counts.changed += 1
  }
  return counts
}
