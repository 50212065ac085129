import { warningsOf, type Warning } from '@pejling/domain/warning/warning'
import type { Database } from '../db/database.ts'
import { indicators } from '../db/schema.ts'
import { readIndicatorMaterial, readSharedMaterial, type SharedMaterial } from './material.ts'

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
    return material ? warningsOf(material.indicator, material.dimensions, material.series) : []
  }
  return db.sql
    .select({ slug: indicators.slug, changedIn: indicators.changedIn })
    .from(indicators)
    .orderBy(indicators.slug)
    .all()
    .filter(({ slug }) => wanted === 'all' || wanted.includes(slug))
    .flatMap(({ slug, changedIn }) => {
      const before = kept.get(slug)
      const warnings = mayKeep && before?.changedIn === changedIn ? before.warnings : look(slug)
      if (mayKeep) kept.set(slug, { changedIn, warnings })
      return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
    })
}
