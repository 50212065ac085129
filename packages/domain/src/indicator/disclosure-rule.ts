import { z } from 'zod'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/**
 * The people an indicator counts, by names that indicators share. Two indicators that give the same name count the same
 * people, and are protected together, whether as numerator, denominator or count.
 */
export const Populations = z
  .strictObject({
    numerator: Slug.nullable().describe(
      'Who is counted: the numerator, or the count itself; null: nobody else counts them',
    ),
    denominator: Slug.nullable().describe('Whom they are counted among; null: nobody else counts them'),
  })
  .meta({ id: 'Populations', description: 'The people an indicator counts, by names that indicators share.' })
export type Populations = z.infer<typeof Populations>

/**
 * When a figure is about too few people to be published. `minimum` is the smallest number of people a numerator, a
 * complement, a denominator or a count may stand for. An exemption says publicly why the rule is not applied: results of
 * elections, figures their producer has already treated, or things that are not people.
 */
export const DisclosureRule = z
  .strictObject({
    minimum: z.int().min(3).max(1000),
    exempt: Text.nullable().describe('Why the rule is not applied; null: it is'),
    mayExceedWhole: z
      .boolean()
      .default(false)
      .describe(
        'Whether the numerator may be larger than the denominator, as memberships per inhabitants are; then those left out of the numerator are no people',
      ),
    populations: Populations.default({ numerator: null, denominator: null }),
  })
  .meta({ id: 'DisclosureRule', description: 'When a figure is about too few people to be published.' })
export type DisclosureRule = z.infer<typeof DisclosureRule>

/** What holds where nothing else has been decided. */
export const defaultDisclosureRule: DisclosureRule = {
  minimum: 5,
  exempt: null,
  mayExceedWhole: false,
  populations: { numerator: null, denominator: null },
}
