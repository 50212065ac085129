import { apiPath } from '@pejling/addresses/api'
import { MeetingDocument, MeetingsDocument } from '@pejling/domain/meeting/meeting'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseCache } from './release-cache.ts'
import { makeBody, makeCachedResponse, sendCachedResponse } from './cached-response.ts'

/** Sends what is shared beside the releases: it may change at any time, so that readers ask each time, with their entity tag. */
function sendShared(
  request: FastifyRequest,
  reply: FastifyReply,
  document: MeetingsDocument | MeetingDocument,
  sharedAt: string | null,
): FastifyReply {
  const served = makeCachedResponse(makeBody(JSON.stringify(document)), {
    contentType: 'application/json; charset=utf-8',
    lastModified: sharedAt,
    freshness: 'current',
  })
  return sendCachedResponse(request, reply, served)
}

const ofNoRelease =
  'Meetings are not part of a release, so there is no `release` here: each names the release its figures are from.'

/** The meetings everybody may see. Those with a secret link have no address here. */
export function addMeetingDocuments(app: FastifyInstance, publication: ReleaseCache): void {
  addPublicRoute(app, {
    url: `/${documentPath.meetings}`,
    operationId: 'listMeetings',
    summary: 'All public meetings',
    description: `Newest first. ${ofNoRelease}`,
    params: noParams,
    query: z.strictObject({}),
    content: { 'application/json': MeetingsDocument },
    handler: ({ request, reply }) => sendShared(request, reply, publication.store.meetings(), null),
  })
  addPublicRoute(app, {
    url: '/meetings/:meeting',
    operationId: 'getMeeting',
    summary: 'One public meeting',
    description: `Its agenda, what was recommended, said and decided (Danish), and what was decided of the same before. ${ofNoRelease}`,
    params: z.strictObject({ meeting: parameters.meeting }),
    query: z.strictObject({}),
    content: { 'application/json': MeetingDocument },
    handler: ({ params: { meeting }, request, reply }) => {
      const shared = publication.store.meeting(meeting)
      if (!shared || shared.document === null || shared.secret !== null) {
        throw new Problem('not-found', {
          da: `Der er intet offentligt møde "${meeting}". GET ${apiPath('meetings', {})} viser dem alle.`,
          en: `There is no public meeting "${meeting}". GET ${apiPath('meetings', {})} lists them all.`,
        })
      }
      return sendShared(request, reply, shared.document, shared.document.sharedAt)
    },
  })
}
