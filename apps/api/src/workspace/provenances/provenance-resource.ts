import { eq } from 'drizzle-orm'
import { observations } from '../../db/schema.ts'
import { kinds } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'

/** How figures reached this installation. */
export const provenanceResource = definitionResource(kinds.provenance, {
  path: 'provenances',
  fixed: ['slug'],
  nameOf: ({ text }) => text,
  placeOf: ({ slug }) => [slug],
  problems: () => [],
  isPublished: () => false,
  referrers: (db, { slug, text }) =>
    db.sql
      .selectDistinct({ indicator: observations.indicator })
      .from(observations)
      .where(eq(observations.provenance, slug))
      .all()
      .map(({ indicator }) => ({ kind: 'observation', key: indicator, name: text })),
})
