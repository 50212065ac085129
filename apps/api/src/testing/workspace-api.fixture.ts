import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { signedInAs } from './signed-in.fixture.ts'

const Described = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
const Operation = z.looseObject({
  responses: z.record(
    z.string(),
    z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() }),
  ),
})

/** What the workspace's API answered. */
export interface WorkspaceAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly bytes: Buffer
}

/** A request to the workspace's API. */
export interface WorkspaceCall {
  readonly body?: unknown
  readonly type?: string
  /** What is sent as If-Match; left out: the ETag of what stands at the address, or at `matchOf`. */
  readonly match?: string | null
  readonly matchOf?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls the workspace's API as a person. The path begins after `/api/v1/workspace`. */
export type CallWorkspace = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  call?: WorkspaceCall,
) => Promise<WorkspaceAnswer>

const root = '/api/v1/workspace'
const conditional = new Set(['PUT', 'PATCH', 'DELETE'])

/** Holds answers against the description of the API: throws where one is not described. */
async function checker(app: FastifyInstance) {
  const description = Described.parse((await app.inject('/api/v1/openapi.json')).json())
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'api', components: description.components })
  const paths = Object.keys(description.paths)
    .map((path) => ({
      path,
      open: path.split('{').length,
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    }))
    .sort((a, b) => a.open - b.open)
  return (method: string, path: string, status: number, type: string, body: unknown): void => {
    const [below = ''] = `/workspace${path}`.split('?')
    const found = paths.find(({ pattern }) => pattern.test(below))?.path
    const operation = Operation.safeParse(found && description.paths[found]?.[method.toLowerCase()])
    if (!operation.success) return
    const response = operation.data.responses[String(status)]
    if (!response) throw new Error(`${method} ${path} answered ${status}, which is not described`)
    if (type === '') return
    const content = response.content?.[type]
    if (!content) throw new Error(`${method} ${path} answered ${status} as ${type}, which is not described`)
    if (!type.endsWith('json')) return
    const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/components', '"api#/components'))
    if (!ajv.validate(schema, body)) throw new Error(`${method} ${path} (${status}): ${ajv.errorsText()}`)
  }
}

/** Calls the workspace's API as a person with a role, or with a token, and holds every answer against its description. */
export async function workspaceCaller(
  app: FastifyInstance,
  db: Database,
  who: Role | { readonly token: string },
): Promise<CallWorkspace> {
  const own: Record<string, string> =
    typeof who === 'string' ? { ...signedInAs(db, who) } : { authorization: `Bearer ${who.token}` }
  const check = await checker(app)
  const call: CallWorkspace = async (method, path, { body, type, match, matchOf = path, headers = {} } = {}) => {
    const stands = async (): Promise<string | null> =>
      (await app.inject({ url: root + matchOf, headers: own })).headers.etag ?? '*'
    const tag = match === undefined && conditional.has(method) ? await stands() : (match ?? null)
    const answer = await app.inject({
      method,
      url: root + path,
      headers: {
        ...own,
        ...(tag !== null && { 'if-match': tag }),
        ...(type !== undefined && { 'content-type': type }),
        ...(body !== undefined && type === undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        payload: Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const [kind = ''] = (answer.headers['content-type'] ?? '').split(';')
    const json: unknown = kind.endsWith('json') ? answer.json() : undefined
    check(method, path, answer.statusCode, answer.rawPayload.length === 0 ? '' : kind, json)
    return { status: answer.statusCode, headers: answer.headers, body: json, bytes: answer.rawPayload }
  }
  return call
}
