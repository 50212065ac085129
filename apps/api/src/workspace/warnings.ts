import { warningsOf, type Warning } from '@pejling/domain/warning/warning'
import { byChangeSet } from '../db/by-change-set.ts'
import type { Database } from '../db/database.ts'
import { readIndicatorMaterial, readSharedMaterial } from './material.ts'
import { listIndicators } from './definitions.ts'

/** What is odd about the figures of one indicator. */
interface FoundWarnings {
  readonly indicator: string
  readonly warnings: readonly Warning[]
}

const found = byChangeSet<readonly FoundWarnings[]>()

/** What is odd about the figures of the workspace, indicator by indicator; those about which there is nothing odd are left out. */
export function listWarnings(db: Database, wanted: readonly string[] | 'all'): readonly FoundWarnings[] {
  return found(db, JSON.stringify(wanted), () => lookAtAll(db, wanted))
}

function lookAtAll(db: Database, wanted: readonly string[] | 'all'): readonly FoundWarnings[] {
  const shared = readSharedMaterial(db)
  const slugs = wanted === 'all' ? listIndicators(db).map(({ slug }) => slug) : wanted
  return slugs.flatMap((slug) => {
    const material = readIndicatorMaterial(db, shared, slug)
    const warnings = material ? warningsOf(material.indicator, material.dimensions, material.series) : []
    return warnings.length === 0 ? [] : [{ indicator: slug, warnings }]
  })
}
