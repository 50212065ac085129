import { isApiAddress } from '@pejling/addresses/api'
import type { Site } from '@pejling/page-contract/site'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { busy, retryAfter, type WorkerProcesses } from '../http/worker-processes.ts'
import { sendProblem } from '../http/problem.ts'
import { roomOf } from '../http/rooms.ts'
import { contentSecurityPolicy } from '../http/security-headers.ts'
import { renderedFor, type PageRenderer } from '../public/page-renderer.ts'
import { hasSession } from '../http/cookies.ts'

/*
 * What the serving process leaves to the processes beside it: all of the desk, and whatever public answer takes long to make. It
 * never reads a body that a person must be signed in to send, never waits for a lock, and never makes what takes long.
 */

/** Leaves the desk to the processes beside this one. `answered` is called after a request that may have changed something. */
export function leaveDeskElsewhere(
  app: FastifyInstance,
  elsewhere: WorkerProcesses,
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
      .header('content-security-policy', contentSecurityPolicy('refusal'))
      .send(renderProblem({ problem: 'busy', path, site }, renderedFor(site)).html)
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
