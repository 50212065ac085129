import type { Derivation } from '@pejling/domain/indicator/derivation'
import type { Dimension } from '@pejling/domain/dimension'
import type { Database } from '../../db/database.ts'
import { kinds } from '../definitions.ts'
import { definitionResource } from '../resource/definition-resource.ts'
import { indicatorsThat, seriesReferrers } from '../resource/referrers.ts'
import { fieldProblem, type Referrer } from '../resource/resource.ts'

/** The groups a derivation names. */
function groupsIn(derived: Derivation): readonly string[] {
  const group = 'group' in derived && derived.group !== null ? [derived.group] : []
  return 'against' in derived && typeof derived.against === 'object' ? [...group, derived.against.group] : group
}

/** What uses one group of a dimension. */
function categoryReferrers(db: Database, dimension: string, category: string): Referrer[] {
  return [
    ...indicatorsThat(
      db,
      ({ derived }) =>
        derived !== null &&
        'dimension' in derived &&
        derived.dimension === dimension &&
        groupsIn(derived).includes(category),
    ),
    ...seriesReferrers(
      db,
      ({ categories }) => categories[dimension] === category,
      ({ text }) => text.includes(`"${dimension}"`) && text.includes(`"${category}"`),
    ),
  ]
}

const goneCategories = (value: Dimension, before: Dimension | null): readonly string[] =>
  (before?.categories ?? [])
    .map(({ slug }) => slug)
    .filter((slug) => !value.categories.some((one) => one.slug === slug))

/** Ways of dividing people or things into groups. The order of the groups is that of the pages. */
export const dimensionResource = definitionResource(kinds.dimension, {
  path: 'dimensions',
  fixed: ['slug'],
  nameOf: ({ name }) => name,
  placeOf: ({ slug }) => [slug],
  problems: (db, value, before) =>
    goneCategories(value, before).flatMap((category) => {
      const [first] = categoryReferrers(db, value.slug, category)
      if (!first) return []
      return [
        fieldProblem(
          '/categories',
          `Gruppen "${category}" bruges af ${first.key} og kan ikke udelades.`,
          `The group "${category}" is used by ${first.key} and cannot be left out.`,
        ),
      ]
    }),
  isPublished: () => false,
  referrers: (db, { slug }) => [
    ...indicatorsThat(
      db,
      ({ dimensions, derived }) =>
        dimensions.includes(slug) || (derived !== null && 'dimension' in derived && derived.dimension === slug),
    ),
    ...seriesReferrers(
      db,
      ({ categories }) => slug in categories,
      ({ text }) => text.includes(`"${slug}"`) || text.includes(`"dim:${slug}"`),
    ),
  ],
})
