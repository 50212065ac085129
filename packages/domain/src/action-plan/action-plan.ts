import { z } from 'zod'
import { Slug } from '../slug/slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text/text.ts'

/** How far an action is. A stopped one says why. */
export const ActionState = z.enum(['idea', 'planned', 'under-way', 'done', 'stopped'])
export type ActionState = z.infer<typeof ActionState>

/** A step on an action's way, and whether it has been taken. */
export const ActionMilestone = z.strictObject({ title: Text, due: CalendarDate, done: z.boolean() })
export type ActionMilestone = z.infer<typeof ActionMilestone>

/** Something the municipality and its partners do to move a goal (indsats). A stopped action says why. */
export const Action = z
  .strictObject({
    slug: Slug,
    title: Text,
    description: Text,
    responsible: Text,
    partners: Text.nullable().default(null).describe('From civil society and business; null: none'),
    targetGroup: Text.nullable().default(null).describe('Whom it is for; null: everybody'),
    state: ActionState,
    stateReason: Text.nullable(),
    startsOn: CalendarDate.nullable(),
    endsOn: CalendarDate.nullable(),
    goals: z.array(Slug),
    indicators: z.array(Slug).describe('The indicators it is meant to move'),
    effect: Text.nullable().default(null).describe('How it is meant to move them; null: not said'),
    milestones: z.array(ActionMilestone).default([]),
    continues: z
      .strictObject({ year: z.int(), action: Slug })
      .nullable()
      .default(null)
      .describe('The action of an earlier plan it goes on from; null: it is new'),
  })
  .superRefine((action, context) => {
    if (action.state === 'stopped' && action.stateReason === null) {
      context.addIssue({ code: 'custom', path: ['stateReason'], message: 'A stopped action needs a reason' })
    }
  })
  .meta({ id: 'Action', description: 'An action (indsats) of an action plan.' })
export type Action = z.infer<typeof Action>

/** The actions of one year (handleplan). */
export const ActionPlan = z
  .strictObject({ year: z.int().min(2000).max(2200), framework: Slug, title: Text, actions: z.array(Action) })
  .meta({ id: 'ActionPlan', description: 'The actions of one year (handleplan).' })
export type ActionPlan = z.infer<typeof ActionPlan>

/** What an action in a plan goes by: the year and its own name. */
export const actionKey = (year: number, slug: string): string => `${year}.${slug}`

/**
 * The plan of the next year, begun with whatever is neither done nor stopped: each action goes on from its own of the year
 * before, with the milestones that are left.
 */
export function rollOver(plan: ActionPlan): ActionPlan {
  const year = plan.year + 1
  const actions = plan.actions
    .filter(({ state }) => state !== 'done' && state !== 'stopped')
    .map((action) => ({
      ...action,
      milestones: action.milestones.filter(({ done }) => !done),
      continues: { year: plan.year, action: action.slug },
    }))
  return { ...plan, year, title: { da: `Handleplan ${year}`, en: `Action plan ${year}` }, actions }
}
