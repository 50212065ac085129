import { pageSchema } from '@pejling/domain/workspace/answers'
import { MeetingPatch, NewMeeting, WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { addItemRoutes } from './item-routes.ts'
import {
  changeMeeting,
  createMeeting,
  listMeetings,
  removeMeeting,
  requireMeeting,
  workspaceMeeting,
} from './meetings.ts'
import { addPaperRoutes } from './paper-routes.ts'
import { addSharingRoutes } from './sharing-routes.ts'

const tag = 'meetings'
const address = '/meetings/:meeting'
const params = z.strictObject({ meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03') })
const none = z.strictObject({})
const reading = { scope: 'meetings:read' } as const
const writing = { scope: 'meetings' } as const

const exampleNew = { committee: 'Kulturudvalget', date: '2026-12-03', place: 'Rådhuset', release: 7 }
const example = { slug: 'kulturudvalget-2026-12-03', ...exampleNew, sharing: 'draft', items: 0 }

const Filters = z.strictObject({
  committee: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only meetings of this committee', examples: ['Kulturudvalget'] }),
  from: z.iso
    .date()
    .optional()
    .meta({ description: 'Only meetings on this day or later', examples: ['2026-01-01'] }),
  ...pageParameters,
})

/** Meetings of committees. */
export function addMeetingRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/meetings',
    operationId: 'listWorkspaceMeetings',
    summary: 'Meetings',
    description: 'All meetings that are prepared, shared or held, the latest first.',
    tag,
    access: reading,
    params: none,
    query: Filters,
    body: noContent,
    answers: { 200: { description: 'A page of meetings', schema: pageSchema(WorkspaceMeeting) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query: { committee, from, ...query }, who }) => ({
      page: pageOf(
        listMeetings(db)
          .filter((one) => committee === undefined || one.committee === committee)
          .filter(({ date }) => from === undefined || date >= from)
          .map((meeting) => workspaceMeeting(who.actor, meeting)),
        ({ date, slug }) => [-Date.parse(date), slug],
        query,
      ),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/meetings',
    operationId: 'createMeeting',
    summary: 'Prepare a meeting',
    description: 'Prepares a meeting. Nobody else sees it before it is shared.',
    tag,
    access: writing,
    params: none,
    query: none,
    body: NewMeeting,
    answers: { 201: { description: 'The meeting', schema: WorkspaceMeeting } },
    example: { body: exampleNew, answer: example },
    handler: ({ db, body, who }) => {
      const meeting = createMeeting(db, who.actor, body)
      return { status: 201, body: meeting, stands: meeting, location: `/meetings/${meeting.slug}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: address,
    operationId: 'getWorkspaceMeeting',
    summary: 'A meeting',
    description: 'A meeting; its agenda is at `/items`.',
    tag,
    access: reading,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The meeting', schema: WorkspaceMeeting } },
    example: { answer: example },
    handler: ({ db, params: { meeting }, who }) => ({
      body: workspaceMeeting(who.actor, requireMeeting(db, meeting)),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: address,
    operationId: 'changeMeeting',
    summary: 'Change a meeting',
    description: 'Changes part of a meeting by a merge patch. Others see it when the meeting is shared again.',
    tag,
    access: writing,
    params,
    query: none,
    body: MeetingPatch,
    answers: { 200: { description: 'The meeting as it stands now', schema: WorkspaceMeeting } },
    example: { body: { place: 'Kulturværftet' }, answer: { ...example, place: 'Kulturværftet' } },
    current: ({ db, params: { meeting }, who }) => workspaceMeeting(who.actor, requireMeeting(db, meeting)),
    handler: ({ db, params: { meeting: slug }, body, who }) => {
      const meeting = changeMeeting(db, who.actor, slug, body)
      return { body: meeting, stands: meeting }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: address,
    operationId: 'deleteMeeting',
    summary: 'Delete a meeting',
    description: 'Deletes a meeting that has never been shared.',
    tag,
    access: writing,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is deleted', schema: null } },
    example: {},
    current: ({ db, params: { meeting }, who }) => workspaceMeeting(who.actor, requireMeeting(db, meeting)),
    handler: ({ db, params: { meeting }, who }) => {
      removeMeeting(db, who.actor, meeting)
      return {}
    },
  })
  addItemRoutes(to)
  addSharingRoutes(to)
  addPaperRoutes(to)
}
