import { isApiAddress } from '@pejling/addresses/api'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasSession } from '../desk/http/cookies.ts'
import { roomOf, type Room } from '../jobs/rooms.ts'
import type { Asker, WholeAnswer } from '../jobs/forward.ts'
import type { Site } from '../config/config.ts'
import { Problem, sendProblem } from './problem.ts'
import type { PageRenderer } from '../public/page-renderer.ts'

/*
 * What the serving process leaves to the processes beside it: all of the desk, and whatever public answer takes long to make. It
 * never reads a body that somebody must be signed in to send, never waits for a lock, and never makes what takes long.
 */

/** The processes beside the serving one. */
export interface Elsewhere {
  /** Has a request answered, as it comes and as it is written. Rejects where that cannot be; nothing has been written then. */
  answer(room: Room, request: IncomingMessage, response: ServerResponse, from: Asker): Promise<void>
  /** The answer at an address. Rejects where there is none to be had. */
  ask(room: Room, path: string, headers: OutgoingHttpHeaders): Promise<WholeAnswer>
}

/** The problem of an answer that could not be made by the process it is left to. */
export const busy = new Problem('busy', {
  da: 'Serveren kan ikke lave svaret lige nu. Prøv igen om lidt.',
  en: 'The server cannot make this answer just now. Try again in a moment.',
})

/** When a reader may try again, in seconds. */
export const retryAfter = 5

/** Leaves the desk to the processes beside this one. `answered` is called after a request that may have changed something. */
export function leaveDeskElsewhere(
  app: FastifyInstance,
  elsewhere: Elsewhere,
  { renderer, site }: { readonly renderer: PageRenderer; readonly site: Site },
  answered: () => void,
): void {
  const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // What was being sent is not read.
    reply.header('retry-after', retryAfter).header('connection', 'close')
    if (isApiAddress(request.url)) return sendProblem(request, reply, busy)
    const { renderProblem } = await renderer.pages()
    const [path = '/'] = request.url.split('?')
    return reply
      .code(503)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      .send(renderProblem({ problem: 'busy', path, site }).html)
  }
  // Before anything of the body is read.
  app.addHook('onRequest', async (request, reply): Promise<FastifyReply | undefined> => {
    const { cookie, authorization } = request.headers
    const room = roomOf(request.url, hasSession(cookie) || authorization !== undefined)
    if (room === null) return undefined
    try {
      const { ip, host, protocol } = request
      await elsewhere.answer(room, request.raw, reply.raw, { ip, host, protocol })
    } catch (error) {
      request.log.warn({ err: error, room }, 'a process beside the serving one could not answer')
      return refuse(request, reply)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') answered()
    // The answer has been written.
    return reply.hijack()
  })
}
