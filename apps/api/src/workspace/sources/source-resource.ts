import { kinds } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { indicatorsThat } from '../resource/referrers.ts'

/** Who produces figures, and on what terms they may be used. */
export const sourceResource = definitionResource(kinds.source, {
  path: 'sources',
  fixed: ['slug'],
  nameOf: ({ title }) => title,
  placeOf: ({ slug }) => [slug],
  problems: () => [],
  isPublished: () => false,
  referrers: (db, { slug }) => indicatorsThat(db, ({ sources }) => sources.includes(slug)),
})
