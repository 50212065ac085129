import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../accounts/sessions.ts'
import { reaches } from '../../db/actor.ts'
import { Problem } from '../../http/problem.ts'
import { mayWriteFigures } from '../../workspace/keepers.ts'
import { FigureBlockInput, readBlock, requireIndicator, writeBlock, type FigureBlock } from '../figure-block.ts'
import { largestBlock } from './body-limits.ts'
import type { Door } from './door.ts'
import { isOwnForm, whoIs } from './request.ts'

const Slug = z.object({ slug: z.string() })
const slugOf = (request: FastifyRequest): string => Slug.parse(request.params).slug

const notAllowed = new Problem('not-allowed', {
  da: 'Dine rettigheder rækker ikke til dette.',
  en: 'Your rights do not reach this.',
})
const nobody = new Problem('not-signed-in', {
  da: 'Send et token: Authorization: Bearer …',
  en: 'Send a token: Authorization: Bearer …',
})

function send(reply: FastifyReply, { tag, observations }: FigureBlock): FastifyReply {
  return reply
    .header('etag', tag)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ observations }))
}

/**
 * The figures of the workspace for programs of the municipality's own: read with a token, and written as a block that says by
 * `If-Match` which figures it was made for.
 */
export function registerWorkspace(door: Door): void {
  const { app, db, site, jobs } = door
  const url = '/api/v1/workspace/observations/:slug'
  const enter = (request: FastifyRequest, needs: 'reader' | 'contributor') => {
    const who = whoIs(door, request, !jobs.isWriting())
    if (!who) throw nobody
    // A one-time password opens nothing but the way to one's own; a token was never a password.
    const isHalfway = who.session !== null && who.mustChangePassword
    if (isHalfway || !reaches(who.actor, needs)) throw notAllowed
    return who
  }
  const entered = new WeakMap<FastifyRequest, SignedIn>()
  /** Settles who writes, and what, from the headers and the address: nothing is read of a block nobody may write. */
  const enterToWrite: onRequestHookHandler = (request, _reply, done) => {
    const who = enter(request, 'contributor')
    const slug = slugOf(request)
    requireIndicator(db, slug)
    if (!isOwnForm(request, site) || !mayWriteFigures(db, who, slug)) throw notAllowed
    entered.set(request, who)
    done()
  }
  app.get(url, { schema: { hide: true } }, (request, reply) => {
    enter(request, 'reader')
    return send(reply, readBlock(db, slugOf(request)))
  })
  app.put(url, { schema: { hide: true }, bodyLimit: largestBlock, onRequest: enterToWrite }, (request, reply) => {
    const who = entered.get(request)
    if (!who) throw nobody
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
