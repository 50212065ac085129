import { danishDay } from '@pejling/domain/period/danish-day'
import type { FrameworkMaterial, IndicatorMaterial } from '@pejling/domain/compile/compile'
import type { Database } from '../db/database.ts'
import { publicMeetings } from './shared-meetings.ts'
import {
  attachments,
  getAttached,
  getIndicator,
  isDemonstration,
  kinds,
  listDefinitions,
  listFrameworks,
  listTargets,
} from './definitions.ts'
import { listSeries } from './observation-store.ts'

/** What all indicators are made of together, read once for a whole compilation. */
export interface SharedMaterial extends Pick<
  IndicatorMaterial,
  'goals' | 'sources' | 'provenances' | 'areas' | 'dimensions'
> {
  readonly demonstration: boolean
  readonly frameworks: readonly FrameworkMaterial[]
}

/** Reads the definitions that indicators share. */
export function readSharedMaterial(db: Database): SharedMaterial {
  const demonstration = isDemonstration(db)
  const focusAreas = listDefinitions(db, kinds.focusArea)
  const goals = listDefinitions(db, kinds.goal)
  const comments = listDefinitions(db, kinds.comment)
  const actionPlans = listDefinitions(db, kinds.actionPlan)
  const ideas = listDefinitions(db, kinds.idea)
  const meetings = publicMeetings(db)
  return {
    demonstration,
    frameworks: listFrameworks(db).map((framework) => ({
      demonstration,
      framework,
      focusAreas,
      goals,
      comments,
      actionPlans,
      ideas,
      meetings,
    })),
    goals: goals.flatMap((goal) => {
      const focusArea = focusAreas.find((candidate) => candidate.slug === goal.focusArea)
      return focusArea ? [{ goal, focusArea }] : []
    }),
    sources: listDefinitions(db, kinds.source),
    provenances: listDefinitions(db, kinds.provenance),
    areas: listDefinitions(db, kinds.area),
    dimensions: listDefinitions(db, kinds.dimension),
  }
}

/**
 * Reads everything one indicator's documents are made of, but what is published already: its inputs
 * and earlier releases; `null` where there is no such
 * indicator.
 */
export function readIndicatorMaterial(
  db: Database,
  shared: SharedMaterial,
  slug: string,
): Omit<IndicatorMaterial, 'earlier' | 'inputs' | 'linked'> | null {
  const indicator = getIndicator(db, slug)
  if (!indicator) return null
  const override = getAttached(db, attachments.override, slug)
  return {
    demonstration: shared.demonstration,
    on: danishDay(db.clock()),
    goals: shared.goals,
    sources: shared.sources,
    provenances: shared.provenances,
    areas: shared.areas,
    dimensions: shared.dimensions,
    indicator,
    targets: listTargets(db, slug),
    overrides: override ? [{ series: indicator.area, override }] : [],
    series: listSeries(db, indicator),
  }
}
