import { ReleaseChangesDocument, ReleaseDocument, ReleasesDocument } from '@pejling/domain/release/release'
import { WithdrawalsDocument } from '@pejling/domain/release/withdrawal'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { invalidRequest } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { addPublicRoute, noParams } from './public-route.ts'
import type { ReleaseCache } from './release-cache.ts'
import { releaseChanges } from '../releases/release-changes.ts'
import { releaseDocument, releasesDocument, withdrawalsDocument } from './release-documents.ts'
import { sendCachedResponse } from './cached-response.ts'

const list = { contentType: 'application/json; charset=utf-8', documents: [] }
/** The release stands in the address itself. */
const ofOneRelease = { ...list, isPinnable: false }

/** The releases themselves: which there are, what is in each, and what changed from one to another. */
export function addReleaseRoutes(app: FastifyInstance, publication: ReleaseCache): void {
  addPublicRoute(app, {
    url: '/releases',
    operationId: 'listReleases',
    summary: 'All releases',
    description: 'Newest first. Each is chained to the one before by its hash.',
    params: noParams,
    query: z.strictObject({ release: parameters.release.optional() }),
    content: { 'application/json': ReleasesDocument },
    handler: ({ query, request, reply }) => {
      const edition = publication.edition(query.release)
      const served = publication.view(edition, 'releases', list, () =>
        JSON.stringify(releasesDocument(publication.store, edition.release.number)),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
  addPublicRoute(app, {
    url: '/releases/:n',
    operationId: 'getRelease',
    summary: 'One release',
    description:
      'Its list of documents, path → SHA-256. Its own hash is the SHA-256 of the JSON array [number, publishedAt, title, note, publishedBy, previousHash] on one line, and then a line `path hash` for each document. Where `hashedWords` is given, its texts stand for title and note in that array. Where a document says `replaced`, a figure was withdrawn from it and the hash of the release cannot be computed from the list.',
    params: z.strictObject({ n: parameters.n }),
    query: z.strictObject({}),
    content: { 'application/json': ReleaseDocument },
    handler: ({ params: { n }, request, reply }) => {
      const edition = publication.edition(n)
      const served = publication.view(edition, 'release', ofOneRelease, () =>
        JSON.stringify(releaseDocument(publication.store, edition.release)),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
  addPublicRoute(app, {
    url: '/releases/:n/changes',
    operationId: 'getReleaseChanges',
    summary: 'What changed in a release',
    description: 'Documents, figures and verdicts that are not as they were in the release before, or in `since`.',
    params: z.strictObject({ n: parameters.n }),
    query: z.strictObject({ since: parameters.since.optional() }),
    content: { 'application/json': ReleaseChangesDocument },
    handler: ({ params: { n }, query, request, reply }) => {
      const edition = publication.edition(n)
      const since = query.since ?? n - 1
      if (since >= n) {
        throw invalidRequest([
          {
            pointer: '/since',
            detail: { da: `Skriv et tal fra 0 til ${n - 1}.`, en: `Write a number from 0 to ${n - 1}.` },
          },
        ])
      }
      const served = publication.view(edition, `changes ${since}`, ofOneRelease, () =>
        JSON.stringify(releaseChanges(publication.store, since, n)),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
  addPublicRoute(app, {
    url: '/releases/:n/withdrawals',
    operationId: 'getReleaseWithdrawals',
    summary: 'What was withdrawn from a release',
    description:
      'Figures that must not stand and were taken out after the release had been published, each with its reason. `documents` tells which documents stand otherwise: by the hash in the release’s list, and the hash of what is answered now.',
    params: z.strictObject({ n: parameters.n }),
    query: z.strictObject({}),
    content: { 'application/json': WithdrawalsDocument },
    handler: ({ params: { n }, request, reply }) => {
      const edition = publication.edition(n)
      const served = publication.view(edition, 'withdrawals', ofOneRelease, () =>
        JSON.stringify(withdrawalsDocument(publication.store, n)),
      )
      return sendCachedResponse(request, reply, served)
    },
  })
}
