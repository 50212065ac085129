import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { retryAfter, type Elsewhere } from '../http/elsewhere.ts'
import { Problem, sendProblem } from '../http/problem.ts'
import type { WholeAnswer } from '../jobs/forward.ts'
import type { Publication } from './publication.ts'
import { preferredCoding, sendServed, type Served } from './served.ts'

const busy = new Problem('busy', {
  da: 'Serveren kan ikke lave svaret lige nu. Prøv igen om lidt.',
  en: 'The server cannot make this answer just now. Try again in a moment.',
})
/** Headers an answer depends on. */
const deciding = ['accept', 'accept-language'] as const
/** Headers of an answer that a reader whose copy is still good is sent, too (RFC 9110, 15.4.5). */
const validators = new Set([
  'etag',
  'last-modified',
  'cache-control',
  'vary',
  'access-control-allow-origin',
  'access-control-expose-headers',
])

/** An answer as it is kept here: in the one coding it was asked for. */
function servedFrom({ headers, body }: WholeAnswer): Served | null {
  const hash = /^"([\da-f]{64})(?:-\w+)?"$/.exec(
    headers.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? '',
  )?.[1]
  if (hash === undefined) return null
  const variant = {
    body,
    headers: headers.flat(),
    notModified: headers.filter(([name]) => validators.has(name.toLowerCase())).flat(),
  }
  return { hash, size: body.length + 2048, variants: { identity: variant, gzip: variant, br: variant } }
}

/** Carries an answer that is not kept: an error, a redirect, what may be otherwise in the next moment. */
class NotKept extends Error {
  readonly answer: WholeAnswer
  constructor(answer: WholeAnswer) {
    super('An answer that is not kept')
    this.answer = answer
  }
}

const isCurrent = ({ headers }: WholeAnswer): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'cache-control' && /no-cache|no-store/.test(value))

/** Sends a public answer that a workshop makes, and keeps it as long as the release is the newest. */
export async function sendFromWorkshop(
  elsewhere: Elsewhere,
  publication: Publication,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = request.headers
  const headers: OutgoingHttpHeaders = {
    host: given.host,
    'accept-encoding': preferredCoding(given['accept-encoding']),
    'x-forwarded-for': request.ip,
    ...Object.fromEntries(deciding.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
  }
  const name = `elsewhere ${JSON.stringify([request.url, headers['accept-encoding'], ...deciding.map((one) => given[one] ?? null)])}`
  try {
    const served = await publication.made(publication.edition(undefined), name, async () => {
      const answer = await elsewhere.ask('workshop', request.url, headers)
      const kept = answer.status === 200 && !isCurrent(answer) ? servedFrom(answer) : null
      if (kept === null) throw new NotKept(answer)
      return kept
    })
    return sendServed(request, reply, served)
  } catch (error) {
    if (!(error instanceof NotKept)) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'a workshop could not answer')
      reply.header('retry-after', retryAfter)
      return sendProblem(request, reply, busy)
    }
    const { status, headers: sent, body } = error.answer
    for (const [header, value] of sent) reply.header(header, value)
    return reply.code(status).send(body)
  }
}
