import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { publicMethods, wrongMethod } from '../http/bodies.ts'
import { readInput } from '../http/input.ts'
import { Problem, ProblemDocument } from '../http/problem.ts'
import { sendOn } from './former-address.ts'

/** A public address: what it is for, what may stand in it, and what it answers. */
export interface PublicRoute<Params extends z.ZodType, Query extends z.ZodType> {
  readonly url: string
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly params: Params
  readonly query: Query
  /** Content type → schema of the answer. */
  readonly content: Readonly<Record<string, z.ZodType>>
  /** Whether it is left out of the description: it is the description’s own first address. */
  readonly isHidden?: boolean
  /** Whether the form of the answer is chosen by what the reader accepts. */
  readonly isNegotiated?: boolean
  /** Status → when this address, and no other, answers with it. */
  readonly ownProblems?: Readonly<Record<number, string>>
  readonly handler: (input: {
    readonly params: z.output<Params>
    readonly query: z.output<Query>
    readonly request: FastifyRequest
    readonly reply: FastifyReply
  }) => FastifyReply | Promise<FastifyReply>
}

/** Nothing stands in the address. */
export const noParams = z.strictObject({})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDocument } },
})

/** Answers; what is not there because it has another address now is sent on to. */
async function orSendOn(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await answer()
  } catch (error) {
    const isMissing = error instanceof Problem && error.kind === 'not-found'
    const present = isMissing ? (app.presentAddress?.(request.url) ?? null) : null
    if (present === null) throw error
    return sendOn(reply, present)
  }
}

/**
 * Adds an address that can be read by anyone from anywhere. Every other method gets an answer that says so, and a browser
 * that asks first (CORS) is let through.
 */
export function addPublicRoute<Params extends z.ZodType, Query extends z.ZodType>(
  app: FastifyInstance,
  route: PublicRoute<Params, Query>,
): void {
  app.route({
    method: 'GET',
    url: route.url,
    schema: {
      hide: route.isHidden === true,
      operationId: route.operationId,
      summary: route.summary,
      description: route.description,
      tags: ['public'],
      params: route.params,
      querystring: route.query,
      response: {
        200: {
          description: route.summary,
          content: Object.fromEntries(Object.entries(route.content).map(([type, schema]) => [type, { schema }])),
        },
        ...(route.url.includes(':') && {
          308: z.null().describe('It has another address now, which `Location` says'),
        }),
        400: problem('The address or a parameter cannot be used; `errors` says what would be right'),
        404: problem('There is no such thing in this release'),
        ...(route.isNegotiated && { 406: problem('No such format') }),
        ...Object.fromEntries(Object.entries(route.ownProblems ?? {}).map(([status, when]) => [status, problem(when)])),
        500: problem('Something went wrong on the server'),
        503: problem('Nothing is published yet'),
      },
    },
    // The schemas are there for the description; the input is read once, where its type is known.
    validatorCompiler: () => (value) => ({ value }),
    handler: (request, reply) =>
      orSendOn(app, request, reply, () => {
        const params = readInput(route.params, request.params)
        const query = readInput(route.query, request.query)
        return route.handler({ params, query, request, reply })
      }),
  })
  app.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: route.url,
    schema: { hide: true },
    handler: (request, reply) => {
      throw wrongMethod(request, reply)
    },
  })
  app.route({
    method: 'OPTIONS',
    url: route.url,
    schema: { hide: true },
    handler: (_request, reply) =>
      reply
        .code(204)
        .header('allow', publicMethods)
        .header('access-control-allow-origin', '*')
        .header('access-control-allow-methods', publicMethods)
        .header('access-control-allow-headers', 'If-None-Match, If-Modified-Since, Accept, Accept-Language')
        .header('access-control-max-age', '86400')
        .send(),
  })
}
