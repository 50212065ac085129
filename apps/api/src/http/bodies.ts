import { deskPath } from '@pejling/addresses/desk'
import { inARow } from '@pejling/domain/text'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/*
 * Which requests may carry a body, how large it may be, and how long it may take. An address takes no body unless its route
 * says `bodyLimit`; everything here is decided from the headers, before a byte of a body is read.
 */

/** Fastify's smallest limit, in bytes: the limit of every route that does not set one, which takes no body at all. */
export const noBody = 1

/** How long a body may take: a fixed part in milliseconds, and a part that grows with what the route takes, in bytes per millisecond. */
export interface BodyTimeouts {
  readonly fixed: number
  /** The slowest rate a sender may keep up, in bytes per millisecond (250 is 2 Mbit/s). */
  readonly rate: number
  /** How long a body that has been refused may go on arriving after the answer, so that its sender can read the answer, in milliseconds. */
  readonly refused: number
}

const defaultBodyTimeouts: BodyTimeouts = { fixed: 30_000, rate: 250, refused: 5000 }

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** What can be done at a public address of the API. */
export const publicMethods = 'GET, HEAD, OPTIONS'

/** The longest any body may take, in milliseconds, for the server's own limit on whole requests. */
export const longestBody = (largest: number): number => defaultBodyTimeouts.fixed + largest / defaultBodyTimeouts.rate

const sizeInWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.floor(bytes / 1000)} kB`

/** The problem of a body that is larger than its address takes; `largest` in bytes, 0: it takes none. */
export function tooLarge(largest: number): Problem {
  if (largest <= noBody) {
    return new Problem('content-too-large', {
      da: 'Adressen tager ikke imod noget indhold. Send forespørgslen uden.',
      en: 'This address takes no content. Send the request without any.',
    })
  }
  return new Problem('content-too-large', {
    da: `Adressen tager højst imod ${sizeInWords(largest)} ad gangen. Del indholdet op, eller indlæs det som en fil under ${deskPath('da', 'imports')}.`,
    en: `This address takes at most ${sizeInWords(largest)} at a time. Split the content, or import it as a file at ${deskPath('en', 'imports')}.`,
  })
}

/** The problem of a method an address does not have; the answer names those it has. */
export function wrongMethod(request: FastifyRequest, reply: FastifyReply): Problem {
  const allowed = request.server.methodTable.allowedAt(request.url)
  if (allowed.length > 0) {
    reply.header('allow', allowed.join(', '))
    return new Problem('method-not-allowed', {
      da: `${request.method} er ikke tilladt her; brug ${inARow(allowed, 'da')}.`,
      en: `${request.method} is not allowed here; use ${inARow(allowed, 'en')}.`,
    })
  }
  // Addresses of the API have a route for other methods, which browsers may ask about first (CORS); pages have none.
  reply.header('allow', request.is404 ? 'GET, HEAD' : publicMethods)
  return new Problem('method-not-allowed', {
    da: `${request.method} er ikke tilladt her; brug GET eller HEAD.`,
    en: `${request.method} is not allowed here; use GET or HEAD.`,
  })
}

/** Whether a request says that a body follows. */
export function hasBody({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function refusal(request: FastifyRequest, reply: FastifyReply): Problem | undefined {
  if (request.routeOptions.bodyLimit > noBody) return undefined
  // What comes with GET and HEAD has no meaning (RFC 9110, 9.3.1), and nothing reads it.
  if (readingMethods.has(request.method)) return undefined
  const takesNone = request.method === 'OPTIONS' || request.routeOptions.config.takesNoBody === true
  return takesNone ? tooLarge(0) : wrongMethod(request, reply)
}

/** Ends the connection of a body that arrives too slowly, or goes on long after it has been refused. */
function cutWhenSlow(request: FastifyRequest, reply: FastifyReply, { fixed, rate, refused }: BodyTimeouts): void {
  const { raw } = request
  const cut = (): void => {
    raw.destroy()
  }
  let timer = setTimeout(cut, fixed + request.routeOptions.bodyLimit / rate).unref()
  reply.raw.once('finish', () => {
    clearTimeout(timer)
    if (!raw.complete) timer = setTimeout(cut, refused).unref()
  })
  for (const event of ['end', 'close'] as const) raw.once(event, () => clearTimeout(timer))
}

/** Lets in only bodies that the route takes, and only for as long as they may take. To be registered before any route. */
export function registerBodyRules(app: FastifyInstance, timeout: BodyTimeouts = defaultBodyTimeouts): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!hasBody(request)) {
      done()
      return
    }
    cutWhenSlow(request, reply, timeout)
    done(refusal(request, reply))
  })
  // Behind who is asking, which routes settle when a request comes: a stranger is told that first.
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { bodyLimit } = request.routeOptions
    const isTooLarge = Number(request.headers['content-length'] ?? 0) > bodyLimit && bodyLimit > noBody
    done(isTooLarge ? tooLarge(bodyLimit) : null, payload)
  })
}
