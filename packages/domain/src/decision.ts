import { z } from 'zod'
import { CalendarDate } from './source/source.ts'
import { Slug } from './slug.ts'

/** What a committee decided of something earlier. */
export const Decision = z
  .strictObject({
    meeting: Slug,
    committee: z.string(),
    date: CalendarDate,
    decision: z.string(),
  })
  .meta({ id: 'Decision', description: 'What a committee decided, in its own words (Danish).' })
export type Decision = z.infer<typeof Decision>
