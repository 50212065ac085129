import { indexPeople, silencedWarnings, unlinkedWarnings } from '@pejling/domain/warning/disclosure-warnings'
import { warningsOf, type Warning } from '@pejling/domain/warning/warning'
import type { Database } from '../db/database.ts'
import { listSeries } from './observations.ts'
import { readIndicatorMaterial, readSharedMaterial } from './material.ts'
import { listIndicators } from './definitions.ts'

/** What is odd about the figures of the workspace, indicator by indicator; those about which there is nothing odd are left out. */
export function listWarnings(
  db: Database,
  wanted: readonly string[] | 'all',
): readonly { readonly indicator: string; readonly warnings: readonly Warning[] }[] {
  const shared = readSharedMaterial(db)
  const indicators = listIndicators(db)
  const people = indexPeople(
    indicators
      .filter(({ disclosure }) => disclosure.exempt === null)
      .map((indicator) => ({ indicator, series: listSeries(db, indicator) })),
  )
  const slugs = wanted === 'all' ? indicators.map(({ slug }) => slug) : wanted
  return slugs.flatMap((slug) => {
    const material = readIndicatorMaterial(db, shared, slug)
    if (!material) return []
    const { indicator, dimensions, series } = material
    const warnings = [
      ...warningsOf(indicator, dimensions, series),
      ...silencedWarnings({ ...material, earlier: [], linked: [] }),
      ...unlinkedWarnings(material, people),
    ]
    return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
  })
}
