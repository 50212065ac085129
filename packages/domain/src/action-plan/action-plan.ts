import { z } from 'zod'
import { Slug } from '../slug/slug.ts'
import { CalendarDate } from '../source/source.ts'
import { Text } from '../text/text.ts'

/** Something the municipality and its partners do to move a goal (indsats). A stopped action says why. */
export const Action = z
  .strictObject({
    slug: Slug,
    title: Text,
    description: Text,
    responsible: Text,
    state: z.enum(['idea', 'planned', 'under-way', 'done', 'stopped']),
    stateReason: Text.nullable(),
    startsOn: CalendarDate.nullable(),
    endsOn: CalendarDate.nullable(),
    goals: z.array(Slug),
    indicators: z.array(Slug),
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
