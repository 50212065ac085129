import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { roomOf, type Room } from '../jobs/rooms.ts'
import type { WholeAnswer } from '../jobs/forward.ts'
import type { Site } from '../config.ts'
import type { PageRenderer } from '../public/page-renderer.ts'

/*
 * What the serving process leaves to the processes beside it: all of the desk, and whatever public answer takes long to make. It
 * never reads a body that somebody must be signed in to send, never waits for a lock, and never makes what takes long.
 */

/** The processes beside the serving one. */
export interface Elsewhere {
  /** Has a request answered, as it comes and as it is written. Rejects where that cannot be; nothing has been written then. */
  answer(room: Room, request: IncomingMessage, response: ServerResponse, from: string): Promise<void>
  /** The answer at an address. Rejects where there is none to be had. */
  ask(room: Room, path: string, headers: OutgoingHttpHeaders): Promise<WholeAnswer>
}

/** When a reader may try again, in seconds. */
export const retryAfter = 5

/** Leaves the desk to the processes beside this one. `answered` is called after a request that may have changed something. */
export function leaveDeskElsewhere(
  app: FastifyInstance,
  elsewhere: Elsewhere,
  { renderer, site }: { readonly renderer: PageRenderer; readonly site: Site },
  answered: () => void,
): void {
  const answer = async (room: Room, request: FastifyRequest, { raw }: FastifyReply): Promise<void> => {
    try {
      await elsewhere.answer(room, request.raw, raw, request.ip)
    } catch (error) {
      request.log.error({ err: error, room }, 'a process beside the serving one could not answer')
      const { renderProblem } = await renderer.pages()
      const [path = '/'] = request.url.split('?')
      raw.writeHead(503, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'retry-after': String(retryAfter),
        // What was being sent is not read.
        connection: 'close',
      })
      raw.end(renderProblem({ problem: 'busy', path, site }).html)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') answered()
  }
  // Before anything of the body is read.
  app.addHook('onRequest', (request, reply, done) => {
    const room = roomOf(request.url)
    if (room === null) {
      done()
      return
    }
    reply.hijack()
    void answer(room, request, reply)
  })
}
