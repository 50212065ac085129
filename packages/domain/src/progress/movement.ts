import { z } from 'zod'
import { Text } from '../text.ts'

/** A change up to the latest figure. */
const Change = z.strictObject({
  since: z.string().describe('The period it is counted from'),
  change: z.number().describe('The latest figure minus that one, unrounded, in the indicator’s unit'),
  isVisible: z.boolean().describe('Whether the two figures differ as they are shown'),
})

/** The latest step of a change. */
export const MovementStep = z.strictObject({
  ...Change.shape,
  isSmall: z
    .boolean()
    .optional()
    .describe(
      'Whether it goes another way than the whole by no more than half of what counts as a change; left out where not',
    ),
})

export type MovementStep = z.infer<typeof MovementStep>

/** The change that stands beside a verdict, everywhere it is shown. */
export const Movement = z
  .strictObject({
    ...Change.shape,
    step: MovementStep.nullable().describe('The latest step of it; null: the whole is one step'),
    explanation: Text.nullable().describe('Said where a sign points another way than the verdict or the other sign'),
    roundingShows: z.boolean().describe('Whether a difference of the figures as they are shown is another'),
  })
  .meta({ id: 'Movement', description: 'The change a verdict was judged by, and the latest step of it.' })
export type Movement = z.infer<typeof Movement>
