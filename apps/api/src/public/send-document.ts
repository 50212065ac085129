import { apiPath } from '@pejling/addresses/api'
import { documentPath } from '@pejling/domain/release/paths'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import type { Edition, Publication } from './publication.ts'
import { sendServed } from './served.ts'

/** Sends the document at a path, or says that there is none and where to look. */
export function sendDocument(
  publication: Publication,
  edition: Edition,
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
  return sendServed(request, reply, served)
}

/** Sends a reader on to an indicator's present name, or says that there is none. */
export function missingIndicator(
  publication: Publication,
  edition: Edition,
  slug: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const renamed = publication.renamed(edition, slug)
  if (renamed === null) {
    const { number } = edition.release
    throw new Problem('not-found', {
      da: `Der er ingen indikator "${slug}" i udgivelse ${number}. GET ${apiPath('indicators', {})} viser dem alle.`,
      en: `There is no indicator "${slug}" in release ${number}. GET ${apiPath('indicators', {})} lists them all.`,
    })
  }
  const prefix = documentPath.indicator(slug)
  return reply.redirect(request.url.replace(prefix, documentPath.indicator(renamed)), 308)
}
