import { silencedWarnings, unlinkedWarnings } from '@pejling/domain/warning/disclosure-warnings'
import { warningsOf, type Warning } from '@pejling/domain/warning/warning'
import type { Database } from '../db/database.ts'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { SeriesObservations } from '@pejling/domain/release/documents'
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
  // Figures of those the rule is applied to, read once.
  const figures = new Map<string, readonly SeriesObservations[]>()
  const others = (one: Indicator) =>
    one.disclosure.exempt !== null
      ? []
      : indicators
          .filter(({ disclosure, derived }) => disclosure.exempt === null && derived === null)
          .map((indicator) => {
            const series = figures.get(indicator.slug) ?? listSeries(db, indicator)
            figures.set(indicator.slug, series)
            return { indicator, series }
          })
  const slugs = wanted === 'all' ? indicators.map(({ slug }) => slug) : wanted
  return slugs.flatMap((slug) => {
    const material = readIndicatorMaterial(db, shared, slug)
    if (!material) return []
    const { indicator, dimensions, series } = material
    const warnings = [
      ...warningsOf(indicator, dimensions, series),
      ...silencedWarnings({ ...material, earlier: [], linked: [] }),
      ...unlinkedWarnings(material, others(indicator)),
    ]
    return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
  })
}
