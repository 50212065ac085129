import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { busy, retryAfter, type WorkerProcesses } from '../http/worker-processes.ts'
import { sendProblem } from '../http/problem.ts'
import type { WholeAnswer } from '../http/forward.ts'
import type { ReleaseView, ReleaseCache } from './release-cache.ts'
import { sendCachedResponse, type CachedResponse, type EncodedResponse } from './cached-response.ts'

/** Headers of a request that an answer depends on, besides the codings it accepts. */
const deciding = ['accept', 'accept-language'] as const
/** Those that are passed on; whoever speaks HTTP/1.0 need not even say the host. */
const passedOn = ['host', ...deciding] as const
/** Headers of an answer that a reader whose copy is still good is sent, too (RFC 9110, 15.4.5). */
const validators = new Set([
  'etag',
  'last-modified',
  'cache-control',
  'vary',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-location',
  'link',
])

const headerOf = ({ headers }: WholeAnswer, wanted: string): string =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''

const hashIn = (answer: WholeAnswer): string | null =>
  /^"([\da-f]{64})(?:-\w+)?"$/.exec(headerOf(answer, 'etag'))?.[1] ?? null

const variantOf = ({ headers, body }: WholeAnswer): EncodedResponse => ({
  body,
  headers: headers.flat(),
  notModified: headers.filter(([name]) => validators.has(name.toLowerCase())).flat(),
})

/** Carries an answer that is not kept: an error, a redirect, what may be otherwise in the next moment. */
class NotKept extends Error {
  readonly answer: WholeAnswer
  constructor(answer: WholeAnswer) {
    super('An answer that is not kept')
    this.answer = answer
  }
}

/**
 * An answer as the serving process keeps it, in every coding there is of it. Throws {@link NotKept} where it is not to be kept, or
 * where a release has come between one coding and another.
 */
async function toBeKept(edition: ReleaseView, ask: (coding: string) => Promise<WholeAnswer>): Promise<CachedResponse> {
  const first = await ask('br')
  const hash = hashIn(first)
  const isCurrent = /no-cache|no-store/.test(headerOf(first, 'cache-control'))
  if (first.status !== 200 || hash === null || isCurrent) throw new NotKept(first)
  const isPacked = headerOf(first, 'content-encoding') === ''
  const answers = isPacked ? [first, first, first] : [await ask('identity'), await ask('gzip'), first]
  const [identity = first, gzip = first, br = first] = answers
  if (answers.some((answer) => hashIn(answer) !== hash)) throw new NotKept(identity)
  return {
    hash,
    lastModified: headerOf(first, 'last-modified'),
    freshness: edition.freshness,
    // Its headers say already which release it is of and what it is linked with.
    release: null,
    ending: null,
    links: [],
    vary: headerOf(first, 'vary'),
    size: [...new Set(answers)].reduce((sum, { body }) => sum + body.length, 2048),
    variants: { identity: variantOf(identity), gzip: variantOf(gzip), br: variantOf(br) },
  }
}

/** Sends a public answer that a workshop makes, and keeps it as long as the release is the newest. */
export async function sendFromWorkshop(
  elsewhere: WorkerProcesses,
  publication: ReleaseCache,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = request.headers
  const headers: OutgoingHttpHeaders = {
    'x-forwarded-for': request.ip,
    ...Object.fromEntries(passedOn.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  }
  const ask = (coding: string): Promise<WholeAnswer> =>
    elsewhere.ask('workshop', request.url, { ...headers, 'accept-encoding': coding })
  const name = `elsewhere ${JSON.stringify([request.url, ...deciding.map((one) => given[one] ?? null)])}`
  const kept = async (edition: ReleaseView): Promise<CachedResponse | WholeAnswer> => {
    try {
      return await publication.made(edition, name, () => toBeKept(edition, ask))
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      // It was asked for in a coding that may be kept, which the reader may not accept.
      const isCoded = headerOf(error.answer, 'content-encoding') !== ''
      return isCoded ? ask(given['accept-encoding'] ?? 'identity') : error.answer
    }
  }
  const edition = publication.edition(undefined)
  try {
    const answer = await kept(edition)
    if ('variants' in answer) return sendCachedResponse(request, reply, answer)
    for (const [header, value] of answer.headers) reply.header(header, value)
    return await reply.code(answer.status).send(answer.body)
  } catch (error) {
    request.log.warn({ err: error, route: request.routeOptions.url }, 'a workshop could not answer')
    reply.header('retry-after', retryAfter)
    return sendProblem(request, reply, busy)
  }
}
