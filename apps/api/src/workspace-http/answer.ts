import { Readable } from 'node:stream'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowedError } from '../db/actor.ts'
import { hasBody } from '../http/bodies.ts'
import { problemOf } from '../http/errors.ts'
import { writeCursor } from '../http/pages.ts'
import { entityTag, isKnownToReader } from '../http/preconditions.ts'
import { Problem, sendProblem } from '../http/problem.ts'
import { workspacePrefix, type Answer } from './declaration.ts'
import { notAllowed } from './door.ts'

/* How the workspace's API answers: documents, pages of lists, files, and problems. */

/** When to try again, in seconds, where the database is being written by another process. */
const retryAfter = 10

/** The problem of a request that the process which keeps the workspace has to answer. */
export const busyElsewhere = new Problem('busy', {
  da: 'Serveren kan ikke svare lige nu. Prøv igen om lidt.',
  en: 'The server cannot answer just now. Try again in a moment.',
})

/** The problem of a change while a large file is being imported. */
export const busyImporting = new Problem('busy', {
  da: 'Der indlæses en stor fil lige nu. Prøv igen om lidt.',
  en: 'A large file is being imported just now. Try again in a moment.',
})

const notJson = new Problem('invalid-request', {
  da: 'Indholdet er ikke gyldig JSON. Se efter kommaer, anførselstegn og parenteser.',
  en: 'The content is not valid JSON. Check commas, quotes and brackets.',
})

const wrongType = (consumes: readonly string[]): Problem =>
  new Problem('unsupported-media-type', {
    da: `Send indholdet som ${consumes.join(' eller ')}, og sig det i Content-Type.`,
    en: `Send the content as ${consumes.join(' or ')}, and say so in Content-Type.`,
  })

/** Throws a Problem (415) where a body is of another type than its route takes. */
export function requireContentType(request: FastifyRequest, consumes: readonly string[]): void {
  if (consumes.length === 0 || !hasBody(request)) return
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  if (!consumes.includes(type.trim().toLowerCase())) throw wrongType(consumes)
}

/** Sends what went wrong at a route of the workspace, with the headers that say what would be right. */
export function sendWorkspaceProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  { method, consumes }: { readonly method: string; readonly consumes: readonly string[] },
): FastifyReply {
  const isUnreadable = 'code' in error && /^FST_ERR_CTP_(?:INVALID|EMPTY)_JSON|^SyntaxError/.test(error.code)
  const read =
    error instanceof NotAllowedError
      ? notAllowed
      : isUnreadable || error instanceof SyntaxError
        ? notJson
        : problemOf('code' in error ? error : Object.assign(error, { code: '' }), request)
  const problem = read.kind === 'unsupported-media-type' ? wrongType(consumes) : read
  if (problem.status === 415) reply.header(method === 'PATCH' ? 'accept-patch' : 'accept', consumes.join(', '))
  if (problem.status === 503) reply.header('retry-after', retryAfter)
  return sendProblem(request, reply, problem)
}

/** The address of the next page: that of this one with another cursor. */
function nextAddress(request: FastifyRequest, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost')
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams.toString()}`
}

/** The document an answer is, and its link to the next page. */
function documentOf(request: FastifyRequest, { page, body }: Answer): { body: unknown; next: string | null } {
  if (!page) return { body, next: null }
  const { items, total, last } = page
  const next = last === null ? null : nextAddress(request, writeCursor(last))
  return { body: { items, total, next }, next }
}

/** Sends an answer, or says that whoever reads has it already (304). */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const { file, stands, status = 200 } = answer
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const { body, next } = documentOf(request, answer)
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  if (answer.location !== undefined) reply.header('location', workspacePrefix + answer.location)
  if (next !== null) reply.header('link', `<${next}>; rel="next"`)
  reply.header('cache-control', 'no-store')
  const bytes = file?.bytes ?? (body === undefined ? null : JSON.stringify(body))
  // What is sent as it is read cannot be told from another before it has been sent.
  if (isReading && bytes !== null && !(bytes instanceof Readable)) {
    const tag = entityTag(bytes)
    reply.header('etag', tag)
    if (isKnownToReader(request.headers, tag)) return reply.code(304).send()
  } else if (stands !== undefined) reply.header('etag', entityTag(JSON.stringify(stands)))
  if (bytes === null) return reply.code(status === 200 ? 204 : status).send()
  if (file) {
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  }
  return reply
    .code(status)
    .type(file?.type ?? 'application/json; charset=utf-8')
    .send(bytes)
}
