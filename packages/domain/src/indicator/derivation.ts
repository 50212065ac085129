import { z } from 'zod'
import { AreaCode } from '../area.ts'
import { Slug } from '../slug.ts'

const of = Slug.describe('The indicator it is computed from')
const dimension = Slug.describe('The dimension its groups are of')
const category = Slug

/**
 * How an indicator is computed from others (docs/method.md, "Derived indicators"). Numerators and denominators are summed;
 * a mean of percentages is never taken.
 *
 * - `gap`: a group minus another, minus all, or minus the rest; or the highest group minus the lowest. In the unit of `of`,
 *   percentage points where that is percent.
 * - `ratio`: the same pair as a quotient; 1 is parity.
 * - `parity`: a group's share of a body ÷ its share of the population; 1 is parity. Both are counts.
 * - `dissimilarity`: half the sum of |share of the body − share of the population| over the groups, 0..1 (Duncan & Duncan
 *   1955).
 * - `rate`: a count per so many of another, e.g. per 1,000 inhabitants.
 * - `benchmark-difference`: the own area minus another.
 */
export const Derivation = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('gap'),
      of,
      dimension,
      group: category.nullable().describe('null: the highest group minus the lowest'),
      against: z
        .union([z.literal('total'), z.literal('rest'), z.strictObject({ group: category })])
        .describe('What the group is held against; of no matter where `group` is null'),
    }),
    z.strictObject({
      kind: z.literal('ratio'),
      of,
      dimension,
      group: category,
      against: z.union([z.literal('total'), z.literal('rest'), z.strictObject({ group: category })]),
    }),
    z.strictObject({ kind: z.literal('parity'), of, population: Slug, dimension, group: category }),
    z.strictObject({ kind: z.literal('dissimilarity'), of, population: Slug, dimension }),
    z.strictObject({ kind: z.literal('rate'), of, population: Slug, per: z.number().positive() }),
    z.strictObject({ kind: z.literal('benchmark-difference'), of, area: AreaCode }),
  ])
  .meta({ id: 'Derivation', description: 'How an indicator is computed from others.' })
export type Derivation = z.infer<typeof Derivation>

/** The indicators a derivation needs, each once. */
export function inputsOf(derivation: Derivation): readonly string[] {
  const inputs = 'population' in derivation ? [derivation.of, derivation.population] : [derivation.of]
  return [...new Set(inputs)]
}
