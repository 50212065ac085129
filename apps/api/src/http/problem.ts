import { problemType } from '@pejling/addresses/api'
import type { Text } from '@pejling/domain/text'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { preferredLocale } from './accept.ts'
import { everyAnswer } from './security-headers.ts'

/** A place in the input that cannot be used, and what would be right. */
export interface InputError {
  /** JSON pointer into the input: `/from` is the query parameter `from`. */
  readonly pointer: string
  readonly detail: Text
}

const kinds = {
  'invalid-request': { status: 400, title: { da: 'Ugyldig forespørgsel', en: 'Invalid request' } },
  'not-found': { status: 404, title: { da: 'Findes ikke', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { da: 'Metoden er ikke tilladt', en: 'Method not allowed' } },
  'not-acceptable': { status: 406, title: { da: 'Formatet findes ikke', en: 'Not acceptable' } },
  'not-implemented': { status: 501, title: { da: 'Understøttes ikke', en: 'Not implemented' } },
  'nothing-published': { status: 503, title: { da: 'Intet er udgivet endnu', en: 'Nothing is published yet' } },
  'not-signed-in': { status: 401, title: { da: 'Log ind', en: 'Sign in' } },
  'invalid-token': { status: 401, title: { da: 'Tokenet gælder ikke', en: 'The token is not valid' } },
  'not-allowed': { status: 403, title: { da: 'Ikke tilladt', en: 'Not allowed' } },
  'insufficient-scope': { status: 403, title: { da: 'Tokenet rækker ikke', en: 'The token does not reach this' } },
  'proof-required': { status: 403, title: { da: 'Bevis, hvem du er', en: 'Prove who you are' } },
  conflict: { status: 409, title: { da: 'I strid med noget andet', en: 'Conflict' } },
  'content-too-large': { status: 413, title: { da: 'For meget indhold', en: 'Content too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { da: 'Indholdstypen tages ikke imod', en: 'Unsupported media type' },
  },
  unprocessable: { status: 422, title: { da: 'Kan ikke udføres', en: 'Cannot be done' } },
  'precondition-failed': { status: 412, title: { da: 'Ændret imens', en: 'Changed meanwhile' } },
  'precondition-required': { status: 428, title: { da: 'If-Match mangler', en: 'If-Match is missing' } },
  'too-many-requests': { status: 429, title: { da: 'For mange forsøg', en: 'Too many tries' } },
  busy: { status: 503, title: { da: 'Optaget', en: 'Busy' } },
  internal: { status: 500, title: { da: 'Fejl på serveren', en: 'Server error' } },
} as const satisfies Record<string, { status: number; title: Text }>

/** A place in the input that cannot be used, in the reader's language. */
const InputProblem = z
  .strictObject({
    pointer: z.string().describe('JSON pointer into what was sent; `/from` is the parameter `from`'),
    detail: z.string().describe('What would be right'),
  })
  .meta({ id: 'InputProblem', description: 'A place in what was sent that cannot be used.' })

/** Something that refers to what was to be deleted. */
const Reference = z
  .strictObject({
    resource: z.string().describe('The resource it is of, e.g. `indicators`'),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'Reference', description: 'Something that refers to what was to be deleted.' })

/** The body of every error, after RFC 9457. */
export const ProblemDocument = z
  .strictObject({
    type: z
      .enum(Object.keys(kinds).map(problemType))
      .describe('Names the kind of problem: the address it is explained at'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(InputProblem).optional().describe('What cannot be used, one by one'),
    current: z.unknown().optional().describe('Of 412: what stands there now, as GET answers it'),
    references: z.array(Reference).optional().describe('Of 409: what refers to it, one by one'),
  })
  .meta({
    id: 'Problem',
    description: 'What went wrong and what would be right (RFC 9457), in Danish or English by Accept-Language.',
    examples: [
      {
        type: problemType('not-found'),
        title: 'Not found',
        status: 404,
        detail: 'There is no indicator "valg" in release 1. GET /api/v1/indicators lists them.',
      },
    ],
  })

/** Something that refers to what was to be deleted: the resource it is of, its id there, and what it is called. */
export interface ReferenceTo {
  readonly resource: string
  readonly id: string
  readonly name: Text
}

/** What a problem carries besides its words. */
export interface ProblemDetails {
  /** Of 412: what stands there now. */
  readonly current?: unknown
  /** Of 409: what refers to it. */
  readonly references?: readonly ReferenceTo[]
}

/** An answer that is not what was asked for. Thrown anywhere behind a route, and sent as a problem document. */
export class Problem extends Error {
  readonly kind: keyof typeof kinds
  readonly detail: Text
  readonly errors: readonly InputError[]
  readonly more: ProblemDetails

  constructor(kind: keyof typeof kinds, detail: Text, errors: readonly InputError[] = [], more: ProblemDetails = {}) {
    super(detail.en)
    this.name = 'Problem'
    this.kind = kind
    this.detail = detail
    this.errors = errors
    this.more = more
  }

  /** The HTTP status it is answered with. */
  get status(): number {
    return kinds[this.kind].status
  }
}

/** Sends a problem document in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const locale = preferredLocale(request.headers['accept-language'])
  const { status, title } = kinds[problem.kind]
  const body: z.input<typeof ProblemDocument> = {
    type: problemType(problem.kind),
    title: title[locale],
    status,
    detail: problem.detail[locale],
  }
  if (problem.errors.length > 0) {
    body.errors = problem.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[locale] }))
  }
  const { current, references } = problem.more
  if (current !== undefined) body.current = current
  if (references) body.references = references.map((one) => ({ ...one, name: one.name[locale] }))
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', locale)
    .header('cache-control', 'no-store')
    .header('vary', 'Accept-Language')
    .header('access-control-allow-origin', '*')
    .headers(Object.fromEntries(everyAnswer))
    .send(JSON.stringify(body))
}
