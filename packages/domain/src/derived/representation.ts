import { z } from 'zod'
import { rootCategories } from '../cube/cube.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { comparePeriods, periodOf } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { Slug } from '../slug.ts'
import { Lookup } from './derive.ts'
import type { DerivationInput } from './derive.ts'

const share = z.number().describe('Per cent')

/** How a body is divided in its latest period, and how the population it should resemble. */
export const Representation = z
  .strictObject({
    dimension: Slug,
    period: z.string(),
    groups: z.array(
      z.strictObject({
        category: Slug,
        body: share.nullable().describe('Share of the body; null: withheld or missing'),
        population: share.nullable(),
      }),
    ),
  })
  .meta({ id: 'Representation', description: 'Shares of groups in a body and in the population.' })
export type Representation = z.infer<typeof Representation>

function sharesAt(
  figures: Lookup,
  area: string,
  {
    period,
    kind,
    dimension,
    categories,
  }: {
    readonly period: string
    readonly kind: PeriodKind
    readonly dimension: string
    readonly categories: readonly string[]
  },
): readonly (number | null)[] {
  const valueOf = (of: Readonly<Record<string, string>>): number | null =>
    figures.at({ area, categories: of }, period, kind)?.value ?? null
  const counts = categories.map((category) => valueOf({ [dimension]: category }))
  const known = counts.filter((count) => count !== null)
  // The total where it is given; the sum of the groups only where none of them is suppressed.
  const whole = valueOf({}) ?? (known.length === counts.length ? known.reduce((sum, count) => sum + count, 0) : null)
  return counts.map((count) => (count === null || !whole ? null : (100 * count) / whole))
}

/**
 * The groups of a body beside those of the population, for an indicator of parity or dissimilarity; the newest period in which
 * the body has a figure for a group. `null` for other indicators, and where there is no such period.
 */
export function representationOf(
  { derived, area }: Pick<Indicator, 'derived' | 'area'>,
  inputs: readonly DerivationInput[],
  dimensions: readonly Dimension[],
): Representation | null {
  if (derived?.kind !== 'parity' && derived?.kind !== 'dissimilarity') return null
  const { dimension } = derived
  const of = inputs.find(({ indicator }) => indicator.slug === derived.of)
  const population = inputs.find(({ indicator }) => indicator.slug === derived.population)
  if (!of || !population) return null
  const divided = of.series.filter((one) => one.area === area && Object.hasOwn(one.categories, dimension))
  const periods = divided.flatMap(({ observations }) =>
    observations.flatMap(({ period, value }) => (value === null ? [] : [period])),
  )
  const kind = of.indicator.cadence.periodKind
  const period = periods.sort((a, b) => comparePeriods(periodOf(kind, a), periodOf(kind, b))).at(-1)
  if (period === undefined) return null
  const categories = rootCategories(divided, dimensions, dimension)
  const asked = { period, kind, dimension, categories }
  const body = sharesAt(new Lookup(of), area, asked)
  const people = sharesAt(new Lookup(population), area, asked)
  return {
    dimension,
    period,
    groups: categories.map((category, index) => ({
      category,
      body: body[index] ?? null,
      population: people[index] ?? null,
    })),
  }
}
