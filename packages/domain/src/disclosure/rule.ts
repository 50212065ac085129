import { z } from 'zod'
import { Text } from '../text/text.ts'

/**
 * When a figure is about too few people to be published. `minimum` is the smallest number of people a numerator, a
 * complement, a denominator or a count may stand for. An exemption says publicly why the rule is not applied: results of
 * elections, figures their producer has already treated, or things that are not people.
 */
export const DisclosureRule = z
  .strictObject({
    minimum: z.int().min(3).max(1000),
    exempt: Text.nullable().describe('Why the rule is not applied; null: it is'),
  })
  .meta({ id: 'DisclosureRule', description: 'When a figure is about too few people to be published.' })
export type DisclosureRule = z.infer<typeof DisclosureRule>

/** What holds where nothing else has been decided. */
export const defaultDisclosureRule: DisclosureRule = { minimum: 5, exempt: null }
