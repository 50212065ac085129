import { inputsOf } from '@pejling/domain/indicator/derivation'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { z } from 'zod'
import type { Database } from '../db/database.ts'

const { shape } = Indicator
/** What of an indicator's document says how it is related to others. */
const Related = z.object({ slug: shape.slug, formerSlugs: shape.formerSlugs, derived: shape.derived })

/** An indicator and those that follow from it, by every name they have been published under. */
export interface IndicatorFamily {
  readonly own: ReadonlySet<string>
  /** Those that are computed from it, directly or by way of others. */
  readonly computed: ReadonlySet<string>
}

/** Every way an indicator has ever been published as related to others. SQLite reads the documents: they may be large. */
function allRelated(db: Database): z.infer<typeof Related>[] {
  return db.connection
    .prepare<[], { related: string }>(
      `SELECT DISTINCT json_object(
         'slug', json_extract(json, '$.indicator.slug'),
         'formerSlugs', json_extract(json, '$.indicator.formerSlugs'),
         'derived', json_extract(json, '$.indicator.derived')) AS related
       FROM (SELECT CAST(bytes AS TEXT) AS json FROM documents WHERE hash IN (
         SELECT hash FROM release_documents WHERE path GLOB 'indicators/*' AND path NOT GLOB 'indicators/*/*'))`,
    )
    .all()
    .map(({ related }) => Related.parse(JSON.parse(related)))
}

/** Finds an indicator's names, and what was computed from it, in everything that has been published. */
export function familyOf(db: Database, slug: string): IndicatorFamily {
  const all = allRelated(db)
  /** A name with every name that is the same indicator's. */
  const namesOf = (name: string): Set<string> => {
    const names = new Set([name])
    for (let before = 0; before < names.size;) {
      before = names.size
      for (const { slug: now, formerSlugs } of all) {
        const own = [now, ...formerSlugs]
        if (own.some((one) => names.has(one))) for (const one of own) names.add(one)
      }
    }
    return names
  }
  const own = namesOf(slug)
  const computed = new Set<string>()
  for (let before = -1; before < computed.size;) {
    before = computed.size
    for (const { slug: name, derived } of all) {
      const isComputed = derived !== null && inputsOf(derived).some((one) => own.has(one) || computed.has(one))
      if (isComputed) for (const one of namesOf(name)) computed.add(one)
    }
  }
  return { own, computed }
}
