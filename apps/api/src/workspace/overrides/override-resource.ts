import { parsePeriod, periodExample } from '@pejling/domain/period/period'
import { IndicatorOverride } from '@pejling/domain/workspace/attached'
import type { Database } from '../../db/database.ts'
import { attachments, getAttached, getIndicator, listIndicators, putAttached } from '../definitions.ts'
import { fieldProblem, type Resource } from '../resource/resource.ts'

function find(db: Database, indicator: string): IndicatorOverride | null {
  const override = getAttached(db, attachments.override, indicator)
  return override && { indicator, ...override }
}

/** Verdicts given by people, with their public reasons. Each lapses when the next figure comes; releases keep what they said. */
export const overrideResource: Resource<IndicatorOverride> = {
  kind: 'override',
  path: 'overrides',
  schema: IndicatorOverride,
  fixed: ['indicator'],
  list: (db) => listIndicators(db).flatMap(({ slug }) => find(db, slug) ?? []),
  find,
  keyOf: ({ indicator }) => indicator,
  nameOf: ({ reason }) => reason,
  placeOf: ({ indicator }) => [indicator],
  problems: (db, { indicator: of, latestPeriod }) => {
    const indicator = getIndicator(db, of)
    if (!indicator)
      return [fieldProblem('/indicator', `Der er ingen indikator "${of}".`, `There is no indicator "${of}".`)]
    if (indicator.direction === 'context') {
      return [fieldProblem('/indicator', 'Baggrundstal vurderes ikke.', 'Background figures are not assessed.')]
    }
    const { periodKind } = indicator.cadence
    if (parsePeriod(periodKind, latestPeriod) !== null) return []
    const example = periodExample(periodKind)
    return [fieldProblem('/latestPeriod', `Skriv perioden som ${example}.`, `Write the period as ${example}.`)]
  },
  referrers: () => [],
  isPublished: () => false,
  put: (changeSet, { indicator, ...override }) => putAttached(changeSet, attachments.override, indicator, override),
  remove: (changeSet, { indicator }) => putAttached(changeSet, attachments.override, indicator, null),
}
