import { apiPath } from '@pejling/addresses/api'
import { MeetingDocument, MeetingsDocument } from '@pejling/domain/meeting/meeting'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { Publication } from './publication.ts'

/** Not of a release: what is shared may be otherwise in the next moment, and then everybody asks again. */
function sendShared(reply: FastifyReply, document: unknown): FastifyReply {
  return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(document)
}

/** The meetings everybody may see. Those with a secret link have no address here. */
export function addMeetingDocuments(app: FastifyInstance, publication: Publication): void {
  addPublicRoute(app, {
    url: `/${documentPath.meetings}`,
    operationId: 'listMeetings',
    summary: 'All public meetings',
    description: 'Newest first. Meetings are not part of a release: each names the release its figures are from.',
    params: noParams,
    query: z.strictObject({}),
    content: { 'application/json': MeetingsDocument },
    handler: ({ reply }) => sendShared(reply, publication.store.meetings()),
  })
  addPublicRoute(app, {
    url: '/meetings/:meeting',
    operationId: 'getMeeting',
    summary: 'One public meeting',
    description:
      'Its agenda, what was recommended, said and decided (Danish), and what was decided of the same before.',
    params: z.strictObject({ meeting: parameters.meeting }),
    query: z.strictObject({}),
    content: { 'application/json': MeetingDocument },
    handler: ({ params: { meeting }, reply }) => {
      const shared = publication.store.meeting(meeting)
      if (!shared || shared.document === null || shared.secret !== null) {
        throw new Problem('not-found', {
          da: `Der er intet offentligt møde "${meeting}". GET ${apiPath('meetings', {})} viser dem alle.`,
          en: `There is no public meeting "${meeting}". GET ${apiPath('meetings', {})} lists them all.`,
        })
      }
      return sendShared(reply, shared.document)
    },
  })
}
