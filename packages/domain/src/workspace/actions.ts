import { z } from 'zod'
import { Action, actionKey, PlanName, planName, type PlanReference } from '../action-plan/action-plan.ts'
import { Slug } from '../slug.ts'
import { patchOf } from './patch.ts'

/** What an action goes by among those of all plans: `2026.stemmebus`. */
export const ActionId = z
  .string()
  .regex(/^(?:[a-z][a-z0-9]{0,15}-)?2[01]\d\d\.[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)
  .meta({ id: 'ActionId', description: 'The plan’s name and the action’s.', examples: ['2026.stemmebus'] })
export type ActionId = z.infer<typeof ActionId>

/** `/actions/{action}` of the workspace: an action with the plan it is in. */
export const WorkspaceAction = z
  .strictObject({ id: ActionId, plan: PlanName, ...Action.shape })
  .meta({ id: 'WorkspaceAction', description: 'An action (indsats) as it is being worked on.' })
export type WorkspaceAction = z.infer<typeof WorkspaceAction>

/** An action as it is answered. */
export const workspaceAction = (plan: PlanReference, action: Action): WorkspaceAction => ({
  id: actionKey(plan, action.slug),
  plan: planName(plan),
  ...action,
})

const { slug: _slug, ...fields } = Action.shape

/** What an action is made of. */
export const NewAction = z
  .strictObject({
    plan: PlanName,
    slug: Slug.optional().describe('Left out: made of the title'),
    ...fields,
    state: fields.state.default('planned'),
    stateReason: fields.stateReason.default(null),
    startsOn: fields.startsOn.default(null),
    endsOn: fields.endsOn.default(null),
    goals: fields.goals.default([]),
    indicators: fields.indicators.default([]),
  })
  .describe('What an action is made of.')
export type NewAction = z.infer<typeof NewAction>

/** What can be changed of an action. */
export const ActionPatch = patchOf(z.strictObject(fields))
