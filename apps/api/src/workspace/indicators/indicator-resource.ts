import { inputsOf } from '@pejling/domain/indicator/derivation'
import { inOrderOfDerivation } from '@pejling/domain/derived/lineage'
import { Indicator } from '@pejling/domain/indicator/indicator'
import { parsePeriod, periodExample } from '@pejling/domain/period/period'
import { documentPath } from '@pejling/domain/release/paths'
import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { fetches, imports } from '../../db/schema.ts'
import type { InputError } from '../../http/problem.ts'
import { getIndicator, kinds, listDefinitions, listIndicators, putIndicator, removeIndicator } from '../definitions.ts'
import { listPeriods } from '../observation-store.ts'
import { wasPublishedAt } from '../resource/published.ts'
import { indicatorReferrers } from '../resource/referrers.ts'
import { fieldProblem, type Resource } from '../resource/resource.ts'

/** The names of a list that nothing has, each with its place. */
function unknown(
  field: string,
  named: readonly { readonly name: string; readonly at: string }[],
  known: ReadonlySet<string>,
): InputError[] {
  return named.flatMap(({ name, at }) =>
    known.has(name) ? [] : [fieldProblem(`/${field}${at}`, `"${name}" findes ikke.`, `There is no "${name}".`)],
  )
}

const listed = (names: readonly string[]) => names.map((name, index) => ({ name, at: `/${index}` }))

/** What a definition names that does not exist. */
function unknownNames(db: Database, { goals, sources, dimensions, area, derived }: Indicator): InputError[] {
  const slugs = (kind: 'goal' | 'source' | 'dimension') =>
    new Set(listDefinitions<(typeof kinds)[typeof kind]['schema']>(db, kinds[kind]).map(({ slug }) => slug))
  const areas = new Set(listDefinitions(db, kinds.area).map(({ code }) => code))
  const indicators = new Set(listIndicators(db).map(({ slug }) => slug))
  const links = goals.map(({ goal }, index) => ({ name: goal, at: `/${index}/goal` }))
  const inputs = derived === null ? [] : inputsOf(derived).map((name) => ({ name, at: '/of' }))
  const dimension = derived !== null && 'dimension' in derived ? [{ name: derived.dimension, at: '/dimension' }] : []
  const benchmark = derived !== null && 'area' in derived ? [{ name: derived.area, at: '/area' }] : []
  return [
    ...unknown('goals', links, slugs('goal')),
    ...unknown('sources', listed(sources), slugs('source')),
    ...unknown('dimensions', listed(dimensions), slugs('dimension')),
    ...unknown('area', [{ name: area, at: '' }], areas),
    ...unknown('derived', inputs, indicators),
    ...unknown('derived', dimension, slugs('dimension')),
    ...unknown('derived', benchmark, areas),
  ]
}

/** What is said twice, or in a circle. */
function repeated(db: Database, value: Indicator): InputError[] {
  const { slug, goals, formerSlugs, derived } = value
  const others = listIndicators(db).filter((one) => one.slug !== slug)
  const taken = others.find(
    (one) =>
      one.formerSlugs.includes(slug) ||
      formerSlugs.some((former) => former === one.slug || one.formerSlugs.includes(former)),
  )
  const isCircle = derived !== null && inOrderOfDerivation([...others, value]).length < others.length + 1
  return [
    ...(new Set(goals.map(({ goal }) => goal)).size < goals.length
      ? [fieldProblem('/goals', 'Et mål står der to gange.', 'A goal stands there twice.')]
      : []),
    ...(taken
      ? [
          fieldProblem(
            '/formerSlugs',
            `Indikatoren "${taken.slug}" har eller havde den adresse.`,
            `The indicator "${taken.slug}" has, or had, that address.`,
          ),
        ]
      : []),
    ...(isCircle
      ? [
          fieldProblem(
            '/derived/of',
            'Indikatoren ville blive beregnet af sig selv.',
            'The indicator would be computed from itself.',
          ),
        ]
      : []),
  ]
}

/** Figures of periods that are none of the kind the indicator would have. */
function strayPeriods(db: Database, { slug, cadence: { periodKind } }: Indicator): InputError[] {
  const stray = listPeriods(db, slug).find((period) => parsePeriod(periodKind, period) === null)
  if (stray === undefined) return []
  const example = periodExample(periodKind)
  return [
    fieldProblem(
      '/cadence/periodKind',
      `Der er tal for ${stray}, som ikke er en periode af slagsen ${periodKind} (${example}).`,
      `There are figures of ${stray}, which is no period of the kind ${periodKind} (${example}).`,
    ),
  ]
}

/** Files that were sent for an indicator: they are kept as what its figures came from. */
const hasImports = (db: Database, slug: string): boolean =>
  db.sql.select({ number: imports.number }).from(imports).where(eq(imports.indicator, slug)).limit(1).get() !==
  undefined

/** Indicators, whether or not they have been published. */
export const indicatorResource: Resource<Indicator> = {
  kind: 'indicator',
  path: 'indicators',
  schema: Indicator,
  fixed: ['slug'],
  list: listIndicators,
  find: getIndicator,
  keyOf: ({ slug }) => slug,
  nameOf: ({ name }) => name,
  placeOf: ({ slug }) => [slug],
  problems: (db, value) => [...unknownNames(db, value), ...repeated(db, value), ...strayPeriods(db, value)],
  referrers: (db, value) => [
    ...indicatorReferrers(db, value),
    ...(hasImports(db, value.slug) ? [{ kind: 'observation', key: value.slug, name: value.name } as const] : []),
  ],
  isPublished: (db, { slug }) => wasPublishedAt(db, documentPath.indicator(slug)),
  put: putIndicator,
  remove: (changeSet, { slug }) => {
    // What came of asking other people's tables is no data of the workspace.
    changeSet.db.sql.delete(fetches).where(eq(fetches.indicator, slug)).run()
    removeIndicator(changeSet, slug)
  },
}
