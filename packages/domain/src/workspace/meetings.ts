import { z } from 'zod'
import { Meeting, Sharing, WrittenItem } from '../meeting/meeting.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { patchOf } from './patch.ts'

const { secret: _secret, items: _items, sharing, slug, ...about } = Meeting.shape

/** A meeting in a list: what it is, not what is on its agenda. */
export const WorkspaceMeeting = z
  .strictObject({ slug, ...about, sharing, items: z.int().describe('How many items its agenda has') })
  .meta({ id: 'WorkspaceMeeting', description: 'A meeting of a committee as it is being prepared.' })
export type WorkspaceMeeting = z.infer<typeof WorkspaceMeeting>

/** What a meeting is made of. Its items come afterwards. */
export const NewMeeting = z
  .strictObject({
    slug: Slug.optional().describe('Left out: made of the committee and the date'),
    ...about,
    place: about.place.default(null),
    release: about.release.optional().describe('The release its figures are from; left out: the newest'),
  })
  .describe('What a meeting is made of.')
export type NewMeeting = z.infer<typeof NewMeeting>

/** What can be changed of a meeting. */
export const MeetingPatch = patchOf(z.strictObject(about))

const { slug: _itemSlug, position: _position, ...fields } = WrittenItem.shape

/** What an item of an agenda is made of. It comes after the others. */
export const NewItem = z
  .strictObject({
    slug: Slug.optional().describe('Left out: made of the title or of what the item is about'),
    ...fields,
    title: fields.title.default(null),
    point: fields.point.default(null),
    recommendation: fields.recommendation.default(null),
    said: fields.said.default(null),
    decision: fields.decision.default(null),
    notes: fields.notes.default(null),
  })
  .describe('What an item of an agenda is made of.')
export type NewItem = z.infer<typeof NewItem>

/** What can be changed of an item; its place is changed by the order of all. */
export const ItemPatch = patchOf(z.strictObject(fields))

/** How a meeting is shared, and where it is seen. */
export const MeetingSharing = z
  .strictObject({
    sharing: Sharing,
    address: z.string().nullable().describe('Where it is seen, with the key of its link; null: nowhere'),
    version: z.int().describe('How many times it has been shared; 0: never'),
    sharedAt: z.iso.datetime().nullable(),
    isCurrent: z.boolean().describe('Whether others see it as it stands now'),
    lastDay: CalendarDate.nullable().describe('The last day it is shown, in Denmark; null: until it is taken back'),
  })
  .meta({ id: 'MeetingSharing', description: 'How a meeting is shared, and where it is seen.' })
export type MeetingSharing = z.infer<typeof MeetingSharing>

/** With whom a meeting is shared as it stands now. Its closed items are never shared. */
export const NewSharing = z
  .strictObject({
    sharing: z.enum(['link', 'public']).describe('With whoever has its link, or with everybody'),
    newLink: z.boolean().default(false).describe('Whether those who have the link so far are to see it no more'),
    lastDay: CalendarDate.nullable().default(null).describe('The last day it is shown; null: until it is taken back'),
  })
  .describe('With whom a meeting is shared as it stands now.')
export type NewSharing = z.infer<typeof NewSharing>
