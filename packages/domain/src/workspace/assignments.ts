import { z } from 'zod'
import { GoalNumber } from '../framework.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/* Who has to do with the figures of all indicators, as the workspace's API has it. Addresses are personal data and never published. */

const Address = z.string().trim().toLowerCase().pipe(z.email())

/** An indicator with the office that answers for it and the people who send its figures. */
export const Assignment = z
  .strictObject({
    indicator: Slug,
    name: Text,
    goals: z.array(GoalNumber),
    office: Text.nullable().describe('The office that answers for it; null: nobody appointed'),
    keeper: z.string().nullable().describe('The account of who sends the figures; null: nobody'),
    deputy: z.string().nullable().describe('The account of who sends them when the first is away; null: nobody'),
  })
  .meta({ id: 'Assignment', description: 'Who has to do with the figures of an indicator.' })
export type Assignment = z.infer<typeof Assignment>

/** `/assignments`: all indicators, and the people who can be chosen. */
export const Assignments = z
  .strictObject({
    indicators: z.array(Assignment),
    people: z.array(z.strictObject({ email: z.string(), name: z.string() })).describe('Open accounts, by name'),
  })
  .meta({ id: 'Assignments', description: 'Who has to do with the figures of all indicators, and who can be chosen.' })
export type Assignments = z.infer<typeof Assignments>

/** What is to be otherwise of one indicator; what is left out stays. */
export const AssignmentChange = z
  .strictObject({
    indicator: Slug,
    office: Text.nullable().optional(),
    keeper: Address.nullable().optional().describe('null: nobody, and no deputy either unless one is given'),
    deputy: Address.nullable().optional(),
  })
  .meta({ id: 'AssignmentChange', description: 'What is to be otherwise of one indicator; what is left out stays.' })
export type AssignmentChange = z.infer<typeof AssignmentChange>

/** Changes of many indicators: all of them are made, or none, in one change set. */
export const AssignmentChanges = z
  .strictObject({ changes: z.array(AssignmentChange).min(1).max(1000) })
  .meta({ id: 'AssignmentChanges', description: 'Changes of many indicators: all of them are made, or none.' })
export type AssignmentChanges = z.infer<typeof AssignmentChanges>
