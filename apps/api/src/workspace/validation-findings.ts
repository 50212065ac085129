import type { Indicator } from '@pejling/domain/indicator/indicator'
import { baselineFindings } from '@pejling/domain/validation/baseline-findings'
import { revealingTextFindings, unlinkedPopulationFindings } from '@pejling/domain/validation/disclosure-findings'
import { PeopleIndex } from '@pejling/domain/validation/people-index'
import { validationFindingsOf, type ValidationFinding } from '@pejling/domain/validation/validation-finding'
import type { Database } from '../db/database.ts'
import { indicators } from '../db/schema.ts'
import { getIndicator } from './definitions.ts'
import { readIndicatorMaterial, readSharedMaterial, type SharedMaterial } from './material.ts'
import { listSeries } from './observation-store.ts'

/** What is odd about an indicator's figures. */
export interface IndicatorFindings {
  readonly indicator: string
  readonly warnings: readonly ValidationFinding[]
}

interface Kept {
  readonly changedIn: number
  readonly warnings: readonly ValidationFinding[]
}

/** What was found in a database, by indicator; it holds until a change set changes what the indicator is made of. */
class Found {
  readonly kept = new Map<string, Kept>()
  /** Which indicators seem to count the same people and do not say so, and as of which change set each is known there. */
  readonly people = new PeopleIndex()
  readonly peopleIn = new Map<string, number>()
  readonly indicators = new Map<string, Indicator>()
}

const found = new WeakMap<Database, Found>()

interface Row {
  readonly slug: string
  readonly changedIn: number
}

/** Reads the figures of those indicators again that have changed, and of no others. */
function renewPeople(db: Database, { people, peopleIn, indicators: known }: Found, rows: readonly Row[]): void {
  const slugs = new Set(rows.map(({ slug }) => slug))
  for (const slug of peopleIn.keys()) {
    if (slugs.has(slug)) continue
    people.remove(slug)
    known.delete(slug)
    peopleIn.delete(slug)
  }
  for (const { slug, changedIn } of rows) {
    if (peopleIn.get(slug) === changedIn) continue
    const indicator = getIndicator(db, slug)
    if (!indicator) continue
    people.put(indicator, indicator.disclosure.exempt === null ? listSeries(db, indicator) : [])
    known.set(slug, indicator)
    peopleIn.set(slug, changedIn)
  }
}

/** What is odd about the figures of one indicator by themselves, whatever others count. Only its own figures are read. */
export function ownWarnings(db: Database, slug: string, shared = readSharedMaterial(db)): readonly ValidationFinding[] {
  const material = readIndicatorMaterial(db, shared, slug)
  if (!material) return []
  const { indicator, dimensions, series, targets } = material
  return [
    ...validationFindingsOf(indicator, dimensions, series),
    ...baselineFindings(indicator, targets, series),
    ...revealingTextFindings({ ...material, earlier: [], linked: [] }),
  ]
}

/**
 * What is odd about the figures of the workspace, indicator by indicator; those about which there is nothing odd are left out.
 * An indicator is looked at again only where it has changed.
 */
export function listValidationFindings(db: Database, wanted: readonly string[] | 'all'): readonly IndicatorFindings[] {
  // What a transaction has written may be taken back, and its number given to another change set.
  const mayKeep = !db.connection.inTransaction
  const before = (mayKeep && found.get(db)) || new Found()
  if (mayKeep) found.set(db, before)
  let shared: SharedMaterial | null = null
  const look = (slug: string): readonly ValidationFinding[] => {
    shared ??= readSharedMaterial(db)
    return ownWarnings(db, slug, shared)
  }
  const rows = db.sql
    .select({ slug: indicators.slug, changedIn: indicators.changedIn })
    .from(indicators)
    .orderBy(indicators.slug)
    .all()
  renewPeople(db, before, rows)
  const all = [...before.indicators.values()]
  return rows
    .filter(({ slug }) => wanted === 'all' || wanted.includes(slug))
    .flatMap(({ slug, changedIn }) => {
      const known = before.kept.get(slug)
      const own = known?.changedIn === changedIn ? known.warnings : look(slug)
      before.kept.set(slug, { changedIn, warnings: own })
      const indicator = before.indicators.get(slug)
      const unshared = indicator ? unlinkedPopulationFindings(indicator, all) : []
      const warnings = [...own, ...before.people.unlinkedWarnings(slug), ...unshared]
      return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
    })
}
