import { apiPath } from '@pejling/addresses/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { sendCachedResponse } from './cached-response.ts'

/** Sends the document at a path, or says that there is none and where to look. */
export function sendDocument(
  publication: ReleaseCache,
  edition: ReleaseView,
  path: string,
  missing: { readonly da: string; readonly en: string },
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const served = publication.document(edition, path)
  if (!served) {
    const { number } = edition.release
    throw new Problem('not-found', {
      da: `${missing.da} i udgivelse ${number}.`,
      en: `${missing.en} in release ${number}.`,
    })
  }
  return sendCachedResponse(request, reply, served)
}

/** The problem of an indicator that is not in a release. */
export function missingIndicator({ release: { number } }: ReleaseView, slug: string): Problem {
  const all = apiPath('indicators', {})
  return new Problem('not-found', {
    da: `Der er ingen indikator "${slug}" i udgivelse ${number}. GET ${all} viser dem alle.`,
    en: `There is no indicator "${slug}" in release ${number}. GET ${all} lists them all.`,
  })
}
