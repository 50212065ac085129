import { z } from 'zod'
import { planMark } from './action-plan/action-plan.ts'
import { Slug } from './slug.ts'
import { CalendarDate } from './source/source.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

/**
 * An idea citizens have voiced (inspirationskatalog), in the words they said it in: those are not translated. It was taken up
 * by actions, or a person says why not.
 */
export const Idea = z
  .strictObject({
    slug: Slug,
    title: words(200),
    text: words(4000),
    theme: words(100),
    voicedAt: words(200).describe('The meeting or place it was voiced at'),
    voicedOn: CalendarDate,
    goals: z.array(Slug),
    takenUpBy: z
      .array(z.strictObject({ year: z.int(), mark: planMark, action: Slug }))
      .describe('The actions that took it up, by plan and name'),
    whyNot: words(2000).nullable().describe('Why nobody took it up; null: not said'),
  })
  .meta({ id: 'Idea', description: 'An idea from citizens, in their own words (Danish).' })
export type Idea = z.infer<typeof Idea>
