import { DryRun } from '@pejling/domain/workspace/answers'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { ProblemDocument } from '../http/problem.ts'
import type { RouteAbout } from './declaration.ts'
import { roleFor, type Access } from './door.ts'

/* The description of a route of the workspace's API in OpenAPI, made from its declaration. */

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDocument } },
})

/** The schemes a route can be entered by (OpenAPI 3.1: of a bearer token the list names the scopes it needs). */
function securityOf(access: Access): Readonly<Record<string, readonly string[]>>[] {
  const session = { session: [] }
  if ('people' in access) return [session]
  return [session, { token: 'scope' in access ? [access.scope] : [] }]
}

function whoMay(access: Access): string {
  const role = roleFor(access)
  if ('known' in access) return 'For everybody who is signed in, and any token.'
  if ('people' in access) return `For people with the role ${role} or a higher one; no token opens it.`
  return `For tokens with the scope \`${access.scope}\`, and people with the role ${role} or a higher one.`
}

/** The statuses every route of the workspace may answer with. */
function problemsOf(
  { url, method, problems = {}, access }: RouteAbout,
  { hasBody, hasCurrent }: { readonly hasBody: boolean; readonly hasCurrent: boolean },
): Record<number, ReturnType<typeof problem>> {
  const isChange = method !== 'GET'
  const hasParts = url.includes('/:')
  return {
    400: problem('The address, a parameter or the content cannot be used; `errors` says what would be right'),
    401: problem('It is not known who asks; `WWW-Authenticate` says how to be let in'),
    403: problem(`The rights of whoever asks do not reach. ${whoMay(access)}`),
    ...(hasParts && { 404: problem('There is no such thing in the workspace') }),
    ...(isChange &&
      method !== 'PATCH' && {
        409: problem('It is in conflict with something else; `references` names what refers to it'),
      }),
    ...(isChange && { 413: problem('There is more content than the address takes') }),
    ...(hasBody && { 415: problem('The content is of another type than the address takes; see `Accept`') }),
    ...((hasCurrent || !isChange) && {
      412: problem('What stands there is not what `If-Match` names; `current` is what stands now'),
    }),
    ...(hasCurrent && { 428: problem('`If-Match` is missing') }),
    ...(isChange && { 422: problem('It can be read and cannot be done') }),
    500: problem('Something went wrong on the server'),
    503: problem('The workspace is being written by somebody else; `Retry-After` says when to try again'),
    ...Object.fromEntries(Object.entries(problems).map(([status, when]) => [status, problem(when)])),
  }
}

/** A header of a request as a parameter of OpenAPI. */
const header = (name: string, required: boolean, example: string, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
})

/** The headers that make a request conditional, or safe to send again. */
function headersOf(method: string, hasCurrent: boolean) {
  const tag = '"HFlcrgJAx6EvkMZ1VyWz_8Yh6OBGQ1o2nvZzsXIVhvk"'
  if (method === 'GET') return [header('If-None-Match', false, tag, 'Answered 304 where the answer has this ETag')]
  const key = 'Sent again with the same key within 24 hours, the request is done once and answered alike'
  return [
    ...(hasCurrent
      ? [header('If-Match', true, tag, 'The ETag of what the change was made for; `*`: whatever stands there')]
      : []),
    ...(method === 'POST' ? [header('Idempotency-Key', false, '8e03978e-40d5-43e8-bc93-6894a57f9324', key)] : []),
  ]
}

/** What a route takes, as schemas. */
interface Taken {
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly body: z.ZodType
  readonly consumes: readonly string[]
  readonly hasTrial: boolean
  readonly hasDocument: boolean
  readonly hasCurrent: boolean
}

type Responses = Record<string, { description: string; content: Record<string, { schema: z.ZodType }> }>

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } })

/** What a route answers where nothing is wrong; a trial is answered 200 whatever the change would be. */
function answersOf({ answers }: RouteAbout, hasTrial: boolean): Responses {
  const own = Object.entries(answers).map(([status, { description, schema }]) => [
    status,
    json(description, schema ?? z.null()),
  ])
  if (!hasTrial) return Object.fromEntries(own)
  const done = answers[200]
  const schema = done?.schema ? z.union([done.schema, DryRun]) : DryRun
  const description = `${done ? `${done.description}. ` : ''}With \`dryRun=true\`: what would change`
  return { ...Object.fromEntries(own), 200: json(description, schema) }
}

/** What `@fastify/swagger` has no place for; put in its place when the description is written. */
export const DescriptionExtras = z.object({
  /** Statuses without a body. */
  empty: z.array(z.string()),
  /** Statuses the example is an answer of: those of the route itself, not of a trial. */
  exampled: z.array(z.string()),
  /** The content types of files that are answered with 200. */
  files: z.array(z.string()),
  headers: z.array(z.looseObject({ name: z.string() })),
  /** Statuses that come with an ETag. */
  tagged: z.array(z.string()),
  /** What stands with parameters, by their names: a schema that is referred to says it of something else. */
  parameters: z.record(z.string(), z.object({ description: z.string().optional(), example: z.unknown().optional() })),
  example: z.object({ body: z.unknown().optional(), answer: z.unknown().optional() }),
})

/** What a parameter is for, and an example of it. */
function aboutParameter(schema: z.core.$ZodType): { description?: string; example?: unknown } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return aboutParameter(schema.unwrap())
  const { description, examples } = (schema instanceof z.ZodType && schema.meta()) || {}
  const [example] = Object.values(examples ?? {})
  return { ...(description !== undefined && { description }), ...(example !== undefined && { example }) }
}

/** A route as `@fastify/swagger` reads it. */
export function describeRoute(route: RouteAbout, taken: Taken) {
  const { params, query, body, consumes, hasTrial, hasDocument, hasCurrent } = taken
  const { method, produces = [] } = route
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `${route.description} ${whoMay(route.access)}`,
    tags: [route.tag],
    security: securityOf(route.access),
    params,
    querystring: query.extend({
      ...(hasTrial && { dryRun: parameters.dryRun.optional() }),
      ...(hasDocument && { document: parameters.document.optional() }),
    }),
    ...(consumes.length > 0 && { body, consumes: [...consumes] }),
    response: {
      ...answersOf(route, hasTrial),
      ...problemsOf(route, { hasBody: consumes.length > 0, hasCurrent }),
    },
    'x-pejling': {
      empty: Object.entries(route.answers).flatMap(([status, { schema }]) => (schema ? [] : [status])),
      exampled: Object.entries(route.answers).flatMap(([status, { schema }]) => (schema === null ? [] : [status])),
      files: [...produces],
      headers: headersOf(method, hasCurrent),
      tagged: method === 'GET' ? ['200'] : hasCurrent ? Object.keys(route.answers) : [],
      parameters: Object.fromEntries(
        Object.entries({ ...params.shape, ...query.shape }).map(([name, schema]) => [name, aboutParameter(schema)]),
      ),
      example: route.example,
    } satisfies z.infer<typeof DescriptionExtras>,
  }
}
