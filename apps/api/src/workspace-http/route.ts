import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { retryWhileBusy } from '../db/retry-while-busy.ts'
import { noBody } from '../http/bodies.ts'
import { readBody, readInput } from '../http/input.ts'
import { parameters } from '../http/parameters.ts'
import { busyElsewhere, requireContentType, sendAnswer, sendWorkspaceProblem } from './answer.ts'
import { change } from './change.ts'
import { workspacePrefix, type RouteAbout, type WorkspaceRoute } from './declaration.ts'
import { describeRoute } from './description.ts'
import { enter, type Access, type Caller } from './door.ts'
import type { WorkspaceParts } from './parts.ts'

/*
 * One way to declare a route of the workspace's API. A declaration says what may be sent, who may send it, and what is answered;
 * everything that all routes have in common follows from it: who may, strict parameters, conditional requests, pages, trials,
 * requests sent twice, problems in two languages, and the description in OpenAPI.
 */

/** Where routes are added: an application, and what they work with; `null`: they are described here and answered elsewhere. */
export interface WorkspaceApp {
  readonly app: FastifyInstance
  readonly parts: WorkspaceParts | null
}

/** The largest body where a route says nothing else, in bytes. */
const usualBody = 300_000

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use a route of the workspace's API. */
    readonly access?: Access
    /** A route whose method takes no body: one that comes is refused as content, not as a wrong method. */
    readonly takesNoBody?: boolean
  }
}

const asked = {
  dryRun: z.strictObject({ dryRun: parameters.dryRun.optional() }),
  document: z.strictObject({ document: parameters.document.optional() }),
}

/** The content types a route takes. */
function typesOf({ method, consumes }: RouteAbout): readonly string[] {
  if (consumes) return consumes
  return method === 'PATCH' ? ['application/merge-patch+json', 'application/json'] : ['application/json']
}

/** Adds a route to the workspace's API. */
export function addWorkspaceRoute<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  { app, parts }: WorkspaceApp,
  route: WorkspaceRoute<Params, Query, Body>,
): void {
  const { method, access, query, indicatorOf = null } = route
  const consumes = route.body instanceof z.ZodUndefined ? [] : typesOf(route)
  const isChange = method !== 'GET'
  const hasTrial = isChange && route.dryRun !== false
  const hasDocument = hasTrial && route.shows !== undefined
  const known = [...Object.keys(query.shape), ...(hasTrial ? ['dryRun'] : []), ...(hasDocument ? ['document'] : [])]
  const readQuery = (given: unknown) => {
    const { dryRun, document, ...rest } = z.record(z.string(), z.unknown()).catch({}).parse(given)
    const unasked = {
      ...(hasTrial || dryRun === undefined ? {} : { dryRun }),
      ...(hasDocument || document === undefined ? {} : { document }),
    }
    return {
      dryRun: hasTrial && readInput(asked.dryRun, dryRun === undefined ? {} : { dryRun }).dryRun === 'true',
      withDocument:
        hasDocument && readInput(asked.document, document === undefined ? {} : { document }).document === 'true',
      query: readInput(query, { ...rest, ...unasked }, known),
    }
  }
  const callers = new WeakMap<FastifyRequest, Caller>()
  const url = workspacePrefix + route.url
  app.methodTable.add(method, url)
  app.route({
    method,
    url,
    schema: describeRoute(route, {
      params: route.params,
      query,
      body: route.body,
      consumes,
      hasTrial,
      hasDocument,
      hasCurrent: route.current !== undefined && isChange,
    }),
    config: { access, takesNoBody: isChange && consumes.length === 0 },
    bodyLimit: consumes.length === 0 ? noBody : (route.bodyLimit ?? usualBody),
    // The schemas are there for the description; the input is read once, where its type is known.
    validatorCompiler: () => (value) => ({ value }),
    errorHandler: (error, request, reply) => void sendWorkspaceProblem(error, request, reply, { method, consumes }),
    onRequest: (request, reply, done) => {
      if (!parts) throw busyElsewhere
      const params = readInput(route.params, request.params)
      const who = enter(parts, request, reply, {
        access,
        isChange,
        indicator: typeof indicatorOf === 'function' ? indicatorOf(params) : null,
        isFiltered: indicatorOf === 'filtered',
        mayNote: !parts.jobs.isWriting(),
      })
      route.check?.({ db: parts.db, params, who })
      callers.set(request, who)
      done()
    },
    preParsing: (request, _reply, payload, done) => {
      requireContentType(request, consumes)
      done(null, payload)
    },
    handler: async (request, reply) => {
      const who = callers.get(request)
      if (!parts || !who) throw busyElsewhere
      const { db } = parts
      const { withDocument, ...meant } = readQuery(request.query)
      const params = readInput(route.params, request.params)
      const body = readBody(route.body, request.body)
      const input = { db, parts, params, ...meant, body, who, request, reply }
      const { current } = route
      const work = () => route.handler(input)
      const answer =
        isChange && route.writes !== false
          ? await change(parts, who, request, {
              current: current ? () => current(input) : null,
              work,
              isTrial: meant.dryRun && route.dryRun !== 'own',
              shown: withDocument ? (route.shows?.(params) ?? null) : null,
              isSecret: route.isSecret === true,
            })
          : // Looking at what would come of something writes and takes it back: another process may be writing.
            await retryWhileBusy(work)
      return sendAnswer(request, reply, answer)
    },
  })
}
