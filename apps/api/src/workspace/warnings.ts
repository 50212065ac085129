import {
  indexPeople,
  silencedWarnings,
  unlinkedWarnings,
  unsharedWarnings,
} from '@pejling/domain/warning/disclosure-warnings'
import { warningsOf, type Warning } from '@pejling/domain/warning/warning'
import type { Database } from '../db/database.ts'
import { byChangeSet } from '../db/by-change-set.ts'
import { indicators } from '../db/schema.ts'
import { listIndicators } from './definitions.ts'
import { readIndicatorMaterial, readSharedMaterial, type SharedMaterial } from './material.ts'
import { listSeries } from './observations.ts'

/** What is odd about an indicator's figures. */
export interface IndicatorWarnings {
  readonly indicator: string
  readonly warnings: readonly Warning[]
}

interface Kept {
  readonly changedIn: number
  readonly warnings: readonly Warning[]
}

/** What was found in each database, by indicator; it holds until a change set changes what the indicator is made of. */
const found = new WeakMap<Database, Map<string, Kept>>()

const unlinkedPeople = byChangeSet<ReadonlyMap<string, readonly Warning[]>>()

/** Which indicators seem to count the same people and do not say so, or say so of nobody: a look at all of them at once. */
const unlinkedIn = (db: Database): ReadonlyMap<string, readonly Warning[]> =>
  unlinkedPeople(db, 'unlinked', () => {
    const all = listIndicators(db)
    const counted = all
      .filter(({ disclosure }) => disclosure.exempt === null)
      .map((indicator) => ({ indicator, series: listSeries(db, indicator) }))
    const people = indexPeople(counted)
    const alike = new Map(counted.map((one) => [one.indicator.slug, unlinkedWarnings(one, people)]))
    return new Map(all.map((one) => [one.slug, [...(alike.get(one.slug) ?? []), ...unsharedWarnings(one, all)]]))
  })

/**
 * What is odd about the figures of the workspace, indicator by indicator; those about which there is nothing odd are left out.
 * An indicator is looked at again only where it has changed.
 */
export function listWarnings(db: Database, wanted: readonly string[] | 'all'): readonly IndicatorWarnings[] {
  const kept = found.get(db) ?? new Map<string, Kept>()
  // What a transaction has written may be taken back, and its number given to another change set.
  const mayKeep = !db.connection.inTransaction
  if (mayKeep) found.set(db, kept)
  let shared: SharedMaterial | null = null
  const look = (slug: string): readonly Warning[] => {
    shared ??= readSharedMaterial(db)
    const material = readIndicatorMaterial(db, shared, slug)
    if (!material) return []
    const { indicator, dimensions, series } = material
    return [...warningsOf(indicator, dimensions, series), ...silencedWarnings({ ...material, earlier: [], linked: [] })]
  }
  const unlinked = unlinkedIn(db)
  return db.sql
    .select({ slug: indicators.slug, changedIn: indicators.changedIn })
    .from(indicators)
    .orderBy(indicators.slug)
    .all()
    .filter(({ slug }) => wanted === 'all' || wanted.includes(slug))
    .flatMap(({ slug, changedIn }) => {
      const before = kept.get(slug)
      const own = mayKeep && before?.changedIn === changedIn ? before.warnings : look(slug)
      if (mayKeep) kept.set(slug, { changedIn, warnings: own })
      const warnings = [...own, ...(unlinked.get(slug) ?? [])]
      return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
    })
}
