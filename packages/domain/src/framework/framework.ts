import { z } from 'zod'
import { AreaCode } from '../area/area.ts'
import { Slug } from '../slug/slug.ts'
import { Text } from '../text/text.ts'

/** The short address of a goal: `2.2` is the second goal of the second focus area. Ours, not the policy's. */
export const GoalNumber = z
  .string()
  .regex(/^[1-9]\d?\.[1-9]\d?$/)
  .meta({ id: 'GoalNumber', description: 'Short address of a goal.', examples: ['2.2'] })
export type GoalNumber = z.infer<typeof GoalNumber>

/** A goal (rammemål), in the policy's own words. */
export const Goal = z
  .strictObject({ slug: Slug, number: GoalNumber, focusArea: Slug, text: Text })
  .meta({ id: 'Goal', description: 'A goal (rammemål) in the policy’s own words.' })
export type Goal = z.infer<typeof Goal>

/** A focus area (fokusområde). `printedNumber` quotes the document where its numbering differs from the position. */
export const FocusArea = z
  .strictObject({
    slug: Slug,
    framework: Slug,
    position: z.int().positive(),
    printedNumber: z.string().nullable(),
    title: Text,
  })
  .meta({ id: 'FocusArea', description: 'A focus area (fokusområde).' })
export type FocusArea = z.infer<typeof FocusArea>

/** A policy: what the municipality wants, and what it calls its levels. */
export const Framework = z
  .strictObject({
    slug: Slug,
    title: Text,
    organisation: z.strictObject({ name: Text, area: AreaCode }),
    vision: Text,
    purpose: Text,
    challenges: z.array(Text),
    audience: Text,
    carriedOutBy: Text,
    levels: z.strictObject({
      focusArea: z.strictObject({ one: Text, other: Text }),
      goal: z.strictObject({ one: Text, other: Text }),
    }),
    note: Text.nullable().describe('What a reader must know about the document, e.g. how it numbers its parts'),
  })
  .meta({ id: 'Framework', description: 'A policy and its vocabulary.' })
export type Framework = z.infer<typeof Framework>
