import { meetingPath } from '@pejling/addresses/meetings'
import { MeetingSharing, NewSharing } from '@pejling/domain/workspace/meetings'
import { z } from 'zod'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { endSharing, readSharing, share } from './sharing.ts'

const tag = 'meetings'
const url = '/meetings/:meeting/sharing'
const params = z.strictObject({ meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03') })
const none = z.strictObject({})

const example = {
  sharing: 'public',
  address: meetingPath('agenda', { slug: 'kulturudvalget-2026-12-03', secret: null }, 'da'),
  version: 1,
  sharedAt: '2026-11-20T08:00:00.000Z',
  isCurrent: true,
  lastDay: null,
}

/** How a meeting is shared: by link, with everybody, or no more. */
export function addSharingRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url,
    operationId: 'getSharing',
    summary: 'How a meeting is shared',
    description:
      'With whom, where it is seen, and whether others see it as it stands now. The key of a link is told to those who may share.',
    tag,
    access: { scope: 'meetings:read' },
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'How it is shared', schema: MeetingSharing } },
    example: { answer: example },
    handler: ({ db, params: { meeting }, who }) => ({ body: readSharing(db, who.actor, meeting) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url,
    operationId: 'shareMeeting',
    summary: 'Share a meeting',
    description:
      'Shares the meeting as it stands now, without its closed items, with whoever has its link or with everybody. What others see changes in this moment and no other.',
    tag,
    access: { scope: 'publish' },
    params,
    query: none,
    body: NewSharing,
    answers: { 200: { description: 'How it is shared now', schema: MeetingSharing } },
    example: { body: { sharing: 'public' }, answer: example },
    current: ({ db, params: { meeting }, who }) => readSharing(db, who.actor, meeting),
    handler: ({ db, parts, params: { meeting }, body, who }) => {
      const sharing = share(db, who.actor, meeting, body)
      parts.onPublished()
      return { body: sharing, stands: sharing }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url,
    operationId: 'endSharing',
    summary: 'Share a meeting no more',
    description: 'Nobody else sees the meeting from now on, and its link opens nothing again.',
    tag,
    access: { scope: 'publish' },
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'How it is shared now', schema: MeetingSharing } },
    example: { answer: { ...example, sharing: 'draft', address: null, sharedAt: null, isCurrent: false } },
    current: ({ db, params: { meeting }, who }) => readSharing(db, who.actor, meeting),
    handler: ({ db, parts, params: { meeting }, who }) => {
      const sharing = endSharing(db, who.actor, meeting)
      parts.onPublished()
      return { body: sharing, stands: sharing }
    },
  })
}
