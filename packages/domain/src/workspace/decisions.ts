import { z } from 'zod'
import { FollowUp, inOrder, MeetingSubject, type Meeting } from '../meeting/meeting.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'

/** A decision of a committee with what is to come of it. */
export const WorkspaceDecision = z
  .strictObject({
    id: z.string().describe('The meeting’s name and the item’s: `kulturudvalget-2026-12-03.punkt-1-1`'),
    meeting: Slug,
    item: Slug,
    position: z.int().describe('The place of the item on its agenda'),
    committee: z.string(),
    date: CalendarDate,
    about: MeetingSubject,
    title: z.string().nullable(),
    closed: z.boolean(),
    decision: z.string(),
    followUp: FollowUp.nullable(),
  })
  .meta({ id: 'WorkspaceDecision', description: 'What a committee decided, and what is to come of it.' })
export type WorkspaceDecision = z.infer<typeof WorkspaceDecision>

/** What is to come of a decision; `null`: nothing. */
export const DecisionPatch = z
  .strictObject({ followUp: FollowUp.nullable() })
  .meta({ id: 'DecisionPatch', description: 'What is to come of a decision.' })
export type DecisionPatch = z.infer<typeof DecisionPatch>

/** What was decided at meetings, the newest meeting first, each in the order of its agenda. */
export const decisionsAt = (meetings: readonly Meeting[]): WorkspaceDecision[] =>
  meetings
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug))
    .flatMap(({ slug, committee, date, items }) =>
      inOrder(items).flatMap((item) => {
        const { position, about, title, closed, decision, followUp } = item
        if (decision === null) return []
        const id = `${slug}.${item.slug}`
        const at = { id, meeting: slug, item: item.slug, position, committee, date }
        return [{ ...at, about, title, closed, decision, followUp }]
      }),
    )
