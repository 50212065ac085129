import { apiRoot, workspaceRoot } from '@pejling/addresses/words'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../http/problem.ts'
import { mayWriteFigures } from '../../workspace/keepers.ts'
import { FigureBlockInput, readBlock, requireIndicator, writeBlock, type FigureBlock } from '../figure-block.ts'
import { largestBlock } from './body-limits.ts'
import type { Door } from './door.ts'
import { notAllowed, openWorkspaceDoor } from './workspace-door.ts'

const Slug = z.object({ slug: z.string() })
const slugOf = (request: FastifyRequest): string => Slug.parse(request.params).slug

function send(reply: FastifyReply, { tag, observations }: FigureBlock): FastifyReply {
  return reply
    .header('etag', tag)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ observations }))
}

/**
 * The figures of the workspace for programs of the municipality's own: read with a token, and written as a block that says by
 * `If-Match` which figures it was made for.
 */
export function registerWorkspace(desk: Door): void {
  const { app, db, jobs } = desk
  const url = `${apiRoot}${workspaceRoot}/observations/:slug`
  const door = openWorkspaceDoor(desk, () => !jobs.isWriting())
  const reading = door({
    scope: 'figures:read',
    indicatorOf: slugOf,
    check: (slug) => void requireIndicator(db, slug),
  })
  const writing = door({
    scope: 'figures:write',
    indicatorOf: slugOf,
    check(slug, who) {
      requireIndicator(db, slug)
      if (!mayWriteFigures(db, who, slug)) throw notAllowed
    },
  })
  app.get(url, { schema: { hide: true }, onRequest: reading.enter }, (request, reply) =>
    send(reply, readBlock(db, slugOf(request))),
  )
  app.put(url, { schema: { hide: true }, bodyLimit: largestBlock, onRequest: writing.enter }, (request, reply) => {
    const who = writing.entered(request)
    const slug = slugOf(request)
    if (jobs.isWriting()) {
      reply.header('retry-after', 10)
      throw new Problem('busy', {
        da: 'Der indlæses en stor fil lige nu. Prøv igen om lidt.',
        en: 'A large file is being read in just now. Try again in a moment.',
      })
    }
    const input = FigureBlockInput.safeParse(request.body)
    if (!input.success) {
      const errors = input.error.issues.map(({ path, message }) => ({
        pointer: `/${path.join('/')}`,
        detail: { da: message, en: message },
      }))
      throw new Problem(
        'invalid-request',
        { da: 'Blokken kan ikke læses; se errors.', en: 'The block cannot be read; see errors.' },
        errors,
      )
    }
    const tag = request.headers['if-match']
    return send(reply, writeBlock(db, who, slug, { ...input.data, tag }))
  })
}
