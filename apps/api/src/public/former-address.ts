import { fromPath } from '@pejling/addresses/address'
import { releaseOf, renamedPath, subjectOf } from '@pejling/addresses/subject'
import type { FastifyReply } from 'fastify'
import type { ReleaseCache } from './release-cache.ts'

/**
 * Where a thing is found that was asked for at an address it no longer has: the same form of it (page, frame, picture, document,
 * table, feed), in the same release, with the same query. `null`: nothing has moved from there.
 */
export function presentAddress(publication: ReleaseCache, asked: string): string | null {
  const address = fromPath(asked)
  const subject = address && subjectOf(address)
  if (!address || !subject) return null
  const release = releaseOf(address) ?? undefined
  if (release !== undefined && !publication.has(release)) return null
  const present = publication.renamed(publication.edition(release), subject)
  return present === null ? null : renamedPath(asked, address, present)
}

/** Sends a reader on to where a thing is now. A name may be given again, so that no one keeps the way for long. */
export function sendOn(reply: FastifyReply, to: string): FastifyReply {
  return reply
    .header('cache-control', 'public, max-age=60')
    .header('access-control-allow-origin', '*')
    .redirect(to, 308)
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The present address of what was asked for at a former one; `null`: nothing has moved from there. */
    presentAddress?: (asked: string) => string | null
  }
}
