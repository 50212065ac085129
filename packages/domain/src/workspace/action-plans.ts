import { z } from 'zod'
import { ActionPlan, PlanName } from '../action-plan/action-plan.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'
import { patchOf } from './patch.ts'

/** `/action-plans/{plan}` of the workspace: a plan with its name. */
export const WorkspaceActionPlan = z
  .strictObject({ name: PlanName, ...ActionPlan.shape })
  .meta({ id: 'WorkspaceActionPlan', description: 'An action plan (handleplan) as it is being worked on.' })
export type WorkspaceActionPlan = z.infer<typeof WorkspaceActionPlan>

/** What a plan is made of. */
export const NewActionPlan = z
  .strictObject({
    framework: Slug.describe('The policy it is of'),
    year: ActionPlan.shape.year.optional().describe('Left out: the year after the policy’s newest plan'),
    title: Text.optional().describe('Left out: “Handleplan 2027”'),
    goesOn: z
      .boolean()
      .default(true)
      .describe('Whether it begins with the actions of the newest plan before it that are neither done nor stopped'),
  })
  .describe('What an action plan is made of.')
export type NewActionPlan = z.infer<typeof NewActionPlan>

/** What can be changed of a plan; its actions are a resource of their own. */
export const ActionPlanPatch = patchOf(z.strictObject({ title: Text }))
