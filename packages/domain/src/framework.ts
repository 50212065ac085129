import { z } from 'zod'
import { AreaCode } from './area.ts'
import { Slug } from './slug.ts'
import { Text } from './text.ts'

/** What tells the addresses of one policy from those of another: `klima` in `klima-2.2` and `klima-2026`. */
export const Mark = z.string().regex(/^[a-z][a-z0-9]{0,15}$/)
export type Mark = z.infer<typeof Mark>

/**
 * The short address of a goal: `2.2` is the second goal of the second focus area. Ours, not the policy's. Where an
 * installation has several policies, those after the first begin theirs with a {@link Mark}: `klima-2.2`. A policy may
 * count its goals in one go (`7`), or one level deeper (`2.2.1`).
 */
export const GoalNumber = z
  .string()
  .regex(/^(?:[a-z][a-z0-9]{0,15}-)?[1-9]\d?(?:\.[1-9]\d?){0,2}$/)
  .meta({ id: 'GoalNumber', description: 'Short address of a goal.', examples: ['2.2', 'klima-2.2'] })
export type GoalNumber = z.infer<typeof GoalNumber>

/** The mark an address begins with; `null`: it has none. */
export function markOf(address: string): Mark | null {
  const [mark, rest] = address.split('-')
  return rest === undefined ? null : (mark ?? null)
}

/** An address without its mark: a goal’s number as it is read among those of its own policy, `2.2`. */
export const printedNumber = (address: string): string => address.slice(address.indexOf('-') + 1)

/** A goal (rammemål), in the policy's own words. */
export const Goal = z
  .strictObject({ slug: Slug, number: GoalNumber, focusArea: Slug, text: Text })
  .meta({ id: 'Goal', description: 'A goal (rammemål) in the policy’s own words.' })
export type Goal = z.infer<typeof Goal>

/** Orders goals by their numbers: `2.2` before `2.10`. */
export const byNumber = (a: Pick<Goal, 'number'>, b: Pick<Goal, 'number'>): number =>
  a.number.localeCompare(b.number, 'en', { numeric: true })

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
    mark: Mark.nullable()
      .default(null)
      .describe('What its addresses begin with; null: nothing, as in the first policy'),
    position: z.int().positive().default(1).describe('Its place among the policies of the installation'),
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

/** Policies in the order they are shown in. */
export function inOrderOfPolicies<Policy extends Pick<Framework, 'position' | 'slug'>>(
  frameworks: readonly Policy[],
): Policy[] {
  return frameworks.toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
}
