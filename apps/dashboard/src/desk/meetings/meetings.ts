import { WrittenItem } from '@pejling/domain/meeting/meeting'
import { Release } from '@pejling/domain/release/release'
import { MeetingSharing, WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import { z } from 'zod'
import { allOf, oneOf } from '../client/queries.ts'

/** An agenda as a whole: its entity tag is what a new order is made for. */
export const Agenda = z.strictObject({ items: z.array(WrittenItem) })

export const meetingsQuery = allOf(WorkspaceMeeting, '/meetings')
export const meetingQuery = (slug: string) => oneOf(WorkspaceMeeting, `/meetings/${slug}`)
export const agendaQuery = (slug: string) => oneOf(Agenda, `/meetings/${slug}/order`)
export const itemQuery = (slug: string, item: string) => oneOf(WrittenItem, `/meetings/${slug}/items/${item}`)
export const sharingQuery = (slug: string) => oneOf(MeetingSharing, `/meetings/${slug}/sharing`)
export const releasesQuery = allOf(Release, '/releases')
