import { pageSchema } from '@pejling/domain/workspace/answers'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { MergePatch } from '../../http/merge-patch.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import type { Resource } from './resource.ts'
import { change, create, remove, requireOne } from './verbs.ts'

/** Why something is done; it stands in the change set. */
export const reasonParameter = z
  .string()
  .trim()
  .max(2000)
  .optional()
  .meta({ description: 'Why; it stands in the history', examples: ['Efter byrådets beslutning'] })

/** Of a verb's parameters: why. */
export const reasonOf = ({ reason }: { readonly reason?: string | undefined }): string | null => reason || null

/** How the routes of a resource are described, and what its lists can be narrowed to. */
export interface ResourceRoutes<Value, Params extends z.ZodObject, Filter extends z.ZodObject> {
  /** What one is called, as it begins a sentence, and with capital in operation ids: `FocusArea`. */
  readonly one: string
  readonly operation: string
  readonly about: string
  /** The part of the address that names one: `/:slug`. */
  readonly address: string
  readonly params: Params
  readonly keyIn: (params: z.output<Params>) => string
  readonly filter: Filter
  readonly filtered: (db: Database, filter: z.output<Filter>, all: readonly Value[]) => readonly Value[]
  readonly example: NoInfer<Value>
  readonly patch: MergePatch
}

/** Adds list, get, create, change and delete of a resource. */
export function addResourceRoutes<Value, Params extends z.ZodObject, Filter extends z.ZodObject>(
  to: WorkspaceApp,
  resource: Resource<Value>,
  routes: ResourceRoutes<Value, Params, Filter>,
): void {
  const { path, schema } = resource
  const { one, operation, address, params, keyIn, example } = routes
  const none = z.strictObject({})
  const why = z.strictObject({ reason: reasonParameter })
  const list = z.strictObject({ ...pageParameters, ...routes.filter.shape })
  const reading = { tag: path, access: { scope: 'definitions:read' } } as const
  const writing = { tag: path, access: { scope: 'definitions:write' } } as const
  const url = `/${path}`
  const own = url + address
  const stands = { description: `${one} as it stands`, schema }
  const current = ({ db, params: given }: { readonly db: Database; readonly params: z.output<Params> }): Value =>
    requireOne(db, resource, keyIn(given))
  addWorkspaceRoute(to, {
    ...reading,
    method: 'GET',
    url,
    operationId: `listWorkspace${operation}s`,
    summary: `List ${path} of the workspace`,
    description: routes.about,
    params: none,
    query: list,
    body: noContent,
    answers: { 200: { description: 'A page of them', schema: pageSchema(schema) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => {
      const { limit, cursor, ...rest } = query
      const all = routes.filtered(db, routes.filter.parse(rest), resource.list(db))
      return { page: pageOf(all, resource.placeOf, PageRequest.parse({ limit, cursor })) }
    },
  })
  addWorkspaceRoute(to, {
    ...reading,
    method: 'GET',
    url: own,
    operationId: `getWorkspace${operation}`,
    summary: `${one} of the workspace`,
    description: routes.about,
    params,
    query: none,
    body: noContent,
    answers: { 200: stands },
    example: { answer: example },
    handler: (input) => ({ body: current(input) }),
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'POST',
    url,
    operationId: `create${operation}`,
    summary: `Make one of ${path}`,
    description: 'Makes it in one change set. It is published with the next release.',
    params: none,
    query: why,
    body: schema,
    answers: { 201: { ...stands, description: `${one} that was made` } },
    example: { body: example, answer: example },
    handler: ({ db, who: { actor }, query, body }) => {
      const made = create(db, { actor, reason: reasonOf(query) }, resource, body)
      return { status: 201, body: made, stands: made, location: `${url}/${resource.keyOf(made)}` }
    },
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'PATCH',
    url: own,
    operationId: `change${operation}`,
    summary: `Change one of ${path}`,
    description: 'A JSON merge patch (RFC 7396): only the fields that are to be otherwise. `null` takes a value away.',
    params,
    query: why,
    body: MergePatch,
    answers: { 200: stands },
    problems: { 409: 'It is in conflict with something else' },
    example: { body: routes.patch, answer: example },
    current,
    handler: ({ db, who: { actor }, params: given, query, body }) => {
      const changed = change(db, { actor, reason: reasonOf(query) }, resource, keyIn(given), body)
      return { body: changed, stands: changed }
    },
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'DELETE',
    url: own,
    operationId: `delete${operation}`,
    summary: `Delete one of ${path}`,
    description:
      'Deletes it where no release says it and nothing refers to it. What has been published is retired instead.',
    params,
    query: why,
    body: noContent,
    answers: { 204: { description: 'It is gone', schema: null } },
    example: {},
    current,
    handler: ({ db, who: { actor }, params: given, query }) => {
      remove(db, { actor, reason: reasonOf(query) }, resource, keyIn(given))
      return {}
    },
  })
}

const PageRequest = z.object({ limit: z.number(), cursor: z.string().optional() })
