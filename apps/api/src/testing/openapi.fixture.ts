import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

const Described = z.looseObject({
  paths: z.record(
    z.string(),
    z.looseObject({
      get: z
        .looseObject({
          responses: z.record(
            z.string(),
            z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() }),
          ),
        })
        .optional(),
    }),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

/** An answer of the API. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly raw: Buffer
  readonly body: string
  readonly json: unknown
}

/** Asks for a path below `/api/v1`. */
export type Inject = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>

/** What is described must be all there is: readers are told that fields may come, but none comes without its description. */
function closed(_key: string, value: unknown): unknown {
  const isOpen = isObject(value) && value['type'] === 'object' && 'properties' in value
  return isOpen && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Asks the application, and holds every answer against its own OpenAPI description. */
export async function checkedInject(app: FastifyInstance): Promise<Inject> {
  const description = Described.parse(JSON.parse((await app.inject('/api/v1/openapi.json')).body, closed))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'api', components: description.components })
  const paths = Object.keys(description.paths).map((path) => ({
    path,
    // Without anything in braces first: `observations.csv` is not an observation called `csv`.
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }))
  return async (path, headers = {}) => {
    const response = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { ...headers } })
    const type = (response.headers['content-type'] ?? '').split(';')[0] ?? ''
    const isJson = type.endsWith('json') && response.headers['content-encoding'] === undefined
    const json: unknown = isJson ? response.json() : undefined
    const { pathname } = new URL(`/api/v1${path}`, 'http://localhost')
    // An address with `..` in it may lead out of the API.
    const below = /^\/api\/v1(\/.*)$/.exec(pathname)?.[1]
    const described = below === undefined ? undefined : paths.find(({ pattern }) => pattern.test(below))?.path
    if (described !== undefined && ![304, 308].includes(response.statusCode)) {
      const content = description.paths[described]?.get?.responses[String(response.statusCode)]?.content?.[type]
      if (!content) throw new Error(`${path} answered ${response.statusCode} ${type}, which is not described`)
      if (isJson) {
        const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/components', '"api#/components'))
        if (!ajv.validate(schema, json)) throw new Error(`${path}: ${ajv.errorsText()}`)
      }
    }
    return {
      status: response.statusCode,
      headers: response.headers,
      raw: response.rawPayload,
      body: response.body,
      json,
    }
  }
}
