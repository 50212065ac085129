import { z } from 'zod'
import { Slug } from './slug.ts'
import { Text } from './text.ts'

/** What the administration says of a goal in a year, beside the verdict: what the figures mean, and what is done about it. */
export const GoalComment = z
  .strictObject({
    goal: Slug,
    year: z.int().min(1900).max(2999),
    meaning: Text.describe('What the figures mean'),
    action: Text.nullable().describe('What the municipality does about it; null: nothing said'),
  })
  .meta({ id: 'GoalComment', description: 'The administration’s comment on a goal in a year.' })
export type GoalComment = z.infer<typeof GoalComment>

/** What a comment goes by: the goal and the year. */
export const commentKey = ({ goal, year }: Pick<GoalComment, 'goal' | 'year'>): string => `${goal}/${year}`
