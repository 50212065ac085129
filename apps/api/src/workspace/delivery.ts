import { parseSeriesKey } from '@pejling/domain/series'
import type { Database } from '../db/database.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { readAdministration } from './administration.ts'
import {
  attachments,
  getAttached,
  getProfile,
  isDemonstration,
  kinds,
  listDefinitions,
  listFrameworks,
  listIndicators,
  listTargets,
} from './definitions.ts'
import { listAllObservations } from './observation-store.ts'

/** Thrown where the workspace holds no policy. */
export class EmptyWorkspaceError extends Error {
  override name = 'EmptyWorkspaceError'
}

/**
 * The whole workspace in the form it is delivered in; loading it elsewhere gives the same workspace. What has been published or
 * shared is not part of it, nor are accounts. Throws an {@link EmptyWorkspaceError}.
 */
export function readWorkspace(db: Database): Delivery {
  const frameworks = listFrameworks(db)
  if (frameworks.length === 0) throw new EmptyWorkspaceError('The workspace holds no policy; load one with "seed"')
  const indicators = listIndicators(db)
  return {
    demonstration: isDemonstration(db),
    profile: getProfile(db),
    frameworks,
    focusAreas: listDefinitions(db, kinds.focusArea),
    goals: listDefinitions(db, kinds.goal),
    areas: listDefinitions(db, kinds.area),
    dimensions: listDefinitions(db, kinds.dimension),
    sources: listDefinitions(db, kinds.source),
    provenances: listDefinitions(db, kinds.provenance),
    indicators,
    observations: listAllObservations(db).map(({ indicator, series, observation }) => ({
      indicator,
      series: parseSeriesKey(series),
      observation,
    })),
    targets: indicators.flatMap(({ slug }) => listTargets(db, slug).map((target) => ({ indicator: slug, target }))),
    actionPlans: listDefinitions(db, kinds.actionPlan),
    connections: indicators.flatMap(({ slug }) => {
      const connection = getAttached(db, attachments.connection, slug)
      return connection ? [{ indicator: slug, connection }] : []
    }),
    administration: readAdministration(db),
  }
}
