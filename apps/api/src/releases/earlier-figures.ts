import type { Earlier, LinkedIndicator } from '@pejling/domain/disclosure/earlier'
import { countSamePeople } from '@pejling/domain/disclosure/earlier'
import { protect } from '@pejling/domain/disclosure/protect'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import { ObservationsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { changes, releaseDocuments } from '../db/schema.ts'
import { kinds, listDefinitions, listIndicators } from '../workspace/definitions.ts'
import { listSeries, listSeriesAt } from '../workspace/observation-store.ts'
import { openReleaseStore } from './release-store.ts'

/*
 * What readers have been told already, of an indicator and of those that count the same people: what disclosure control holds
 * a new release against.
 */

/** Of a document of figures, those suppressed: checking all the others of every release would take most of the time. */
const Suppressed = z.object({ withheld: ObservationsDocument.shape.withheld })

/** The releases in which an indicator's figures were others than before: what they rested on, and what they suppressed. */
function readReleased(db: Database, indicator: Indicator): Earlier {
  const store = openReleaseStore(db)
  const versions = db.sql
    .select({ hash: releaseDocuments.hash, release: releaseDocuments.release, changeSet: changes.changeSet })
    .from(releaseDocuments)
    .innerJoin(
      changes,
      and(eq(changes.kind, 'release'), eq(changes.key, sql`cast(${releaseDocuments.release} as text)`)),
    )
    .where(eq(releaseDocuments.path, documentPath.observations(indicator.slug)))
    .orderBy(asc(releaseDocuments.release))
    .all()
  const restedOn = listSeriesAt(
    db,
    indicator,
    versions.map(({ changeSet }) => changeSet),
  )
  return versions.flatMap(({ hash, release, changeSet }) => {
    const document = hash === null ? null : store.document(hash)
    if (!document) return []
    const { withheld: suppressed } = Suppressed.parse(JSON.parse(document.bytes.toString()))
    return [{ release, series: restedOn.get(changeSet) ?? [], withheld: suppressed }]
  })
}

/** What earlier releases told of an indicator; nothing of one that is exempt: nothing of it is suppressed. */
export function readEarlier(db: Database, indicator: Indicator): Earlier {
  return indicator.disclosure.exempt === null ? readReleased(db, indicator) : []
}

/**
 * What has been told of the other indicators that count the same people: in earlier releases, and in the one that is being
 * made, whose documents so far `entries` names by path and hash.
 */
export function readLinked(
  db: Database,
  entries: ReadonlyMap<string, string>,
  indicator: Indicator,
): readonly LinkedIndicator[] {
  if (indicator.disclosure.exempt !== null) return []
  const store = openReleaseStore(db)
  const next = store.latestNumber() + 1
  return listIndicators(db)
    .filter((other) => other.slug !== indicator.slug && countSamePeople(indicator, other))
    .map((other) => {
      const path = documentPath.observations(other.slug)
      const hash = entries.get(path)
      const isNew = hash !== undefined && store.version(path, next - 1)?.hash !== hash
      const document = isNew ? store.document(hash) : null
      const now = document ? Suppressed.parse(JSON.parse(document.bytes.toString())) : null
      const made = now ? [{ release: next, series: listSeries(db, other), withheld: now.withheld }] : []
      return { indicator: other, earlier: [...readReleased(db, other), ...made] }
    })
}

/** The newest figure of an indicator's headline that its next release would show; `null`: it would show none. */
export function latestPublished(db: Database, indicator: Indicator): (Observation & { readonly value: number }) | null {
  const series = listSeries(db, indicator)
  const entries = new Map<string, string>()
  const { series: shown } = protect({
    indicator,
    series,
    dimensions: listDefinitions(db, kinds.dimension),
    areas: listDefinitions(db, kinds.area),
    earlier: readEarlier(db, indicator),
    linked: readLinked(db, entries, indicator),
  })
  return shown.find(({ key }) => key === indicator.area)?.observations.findLast(hasValue) ?? null
}
