import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import type { Delivery } from '../formats/delivery.ts'
import { putAdministration } from './administration.ts'
import {
  attachments,
  isDemonstration,
  kinds,
  listDefinitions,
  markDemonstration,
  putAttached,
  putDefinition,
  putIndicator,
  putTarget,
} from './definitions.ts'
import { putObservations, type WrittenObservations } from './observations.ts'

/** Thrown where invented figures would be mixed with real ones. */
export class MixedFiguresError extends Error {
  constructor(workspaceIsDemonstration: boolean) {
    super(
      workspaceIsDemonstration
        ? 'This workspace holds the demonstration set; real figures go into a workspace of their own'
        : 'This workspace holds real figures; the demonstration set goes into a workspace of its own',
    )
    this.name = 'MixedFiguresError'
  }
}

/** Whether the workspace holds no policy yet. */
export function isEmpty(db: Database): boolean {
  return listDefinitions(db, kinds.framework).length === 0
}

/**
 * Loads a data folder into the workspace, all of it or nothing. What is there already and the same is left alone, so
 * loading twice is loading once; nothing is removed. Answers how many figures were written, and what the person who loads it
 * has to know. Throws a {@link MixedFiguresError}.
 */
export function seed(
  db: Database,
  actor: Actor,
  input: { readonly delivery: Delivery },
): WrittenObservations & { readonly notes: readonly string[] } {
  authorise(actor, 'editor')
  const { delivery } = input
  const { demonstration } = delivery
  return write(db, actor, { action: 'seed' }, (changeSet) => {
    if (isEmpty(db)) {
      if (demonstration) markDemonstration(changeSet)
    } else if (isDemonstration(db) !== demonstration) {
      throw new MixedFiguresError(!demonstration)
    }
    if (delivery.profile !== null) putDefinition(changeSet, kinds.profile, delivery.profile)
    for (const framework of delivery.frameworks) putDefinition(changeSet, kinds.framework, framework)
    for (const focusArea of delivery.focusAreas) putDefinition(changeSet, kinds.focusArea, focusArea)
    for (const goal of delivery.goals) putDefinition(changeSet, kinds.goal, goal)
    for (const area of delivery.areas) putDefinition(changeSet, kinds.area, area)
    for (const dimension of delivery.dimensions) putDefinition(changeSet, kinds.dimension, dimension)
    for (const source of delivery.sources) putDefinition(changeSet, kinds.source, source)
    for (const provenance of delivery.provenances) putDefinition(changeSet, kinds.provenance, provenance)
    for (const actionPlan of delivery.actionPlans) putDefinition(changeSet, kinds.actionPlan, actionPlan)
    for (const indicator of delivery.indicators) putIndicator(changeSet, indicator)
    const total = { added: 0, changed: 0, unchanged: 0 }
    for (const [indicator, rows] of Map.groupBy(delivery.observations, (row) => row.indicator)) {
      const written = putObservations(changeSet, indicator, rows)
      total.added += written.added
      total.changed += written.changed
      total.unchanged += written.unchanged
    }
    for (const { indicator, target } of delivery.targets) putTarget(changeSet, indicator, target)
    for (const { indicator, connection } of delivery.connections) {
      putAttached(changeSet, attachments.connection, indicator, connection)
    }
    return { ...total, notes: putAdministration(changeSet, delivery.administration) }
  })
}
