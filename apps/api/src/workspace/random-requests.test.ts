import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import * as fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { verify } from '../db/verify.ts'
import type { Database } from '../db/database.ts'
import { SourceError } from '../intake/sources/outside-source.ts'
import { appOver, plainPages } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs } from '../testing/signed-in.fixture.ts'

/* Whatever is sent to the workspace's API, it answers what its description says, and never that something went wrong. */

const Content = z.record(z.string(), z.looseObject({ schema: z.unknown(), example: z.unknown().optional() }))
const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  example: z.union([z.string(), z.number(), z.boolean()]).optional(),
})
const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: Content.optional() })),
})
type Operation = z.infer<typeof Operation>
const Described = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})
const Method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

interface Route {
  readonly path: string
  readonly method: z.infer<typeof Method>
  readonly operation: Operation
}

/** A source that is away. */
const away = (): Promise<never> => Promise.reject(new SourceError({ da: 'Kilden svarer ikke.', en: 'No answer.' }))
const silent = {
  name: { da: 'Kilden', en: 'The source' },
  hint: { da: 'Skriv ord', en: 'Write words' },
  tables: away,
  describe: away,
  cells: away,
  pageOf: () => null,
}

let db: Database
let app: FastifyInstance
let session: Readonly<Record<string, string>>
let routes: readonly Route[]
const ajv = new Ajv2020({ strict: false, allErrors: true })

beforeAll(async () => {
  db = smallInstallation()
  app = await appOver(db, plainPages, null, { statbank: silent })
  session = signedInAs(db, 'administrator')
  const description = Described.parse((await app.inject('/api/v1/openapi.json')).json())
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'api', components: description.components })
  routes = Object.entries(description.paths)
    .filter(([path]) => path.startsWith('/workspace/'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        path,
        method: Method.parse(method.toUpperCase()),
        operation: Operation.parse(operation),
      })),
    )
})
afterAll(() => app.close())

/** The names of the small installation in place of those of the examples. */
const local = (text: string): string =>
  text.replaceAll('valgdeltagelse-kv', 'deltagelse').replaceAll('2025-11-18', '2024')

const word = fc.constantFrom(
  'deltagelse',
  'taler',
  'arbejde',
  'ukendt',
  '217',
  '1',
  '2',
  '999',
  'alder:18-29',
  '2024',
  'x y',
  'æ%',
)

/** Most often what the description gives as an example, so that requests get far. */
function valueOf({ example }: z.infer<typeof Parameter>): fc.Arbitrary<string> {
  const own = fc.constant(local(String(example ?? 'deltagelse')))
  return fc.oneof({ weight: 12, arbitrary: own }, word, fc.string({ maxLength: 8 }))
}

/** Something now and then. */
const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, value)

/** A document like the example, with something in it that may be anything. */
function bodyOf(example: unknown): fc.Arbitrary<unknown> {
  const own: unknown = JSON.parse(local(JSON.stringify(example ?? {})))
  const changed = fc.tuple(fc.nat({ max: 9 }), fc.jsonValue({ maxDepth: 1 })).map(([at, value]) => {
    if (typeof own !== 'object' || own === null || Array.isArray(own)) return value
    const keys = Object.keys(own)
    return { ...own, [keys[at % (keys.length + 1)] ?? 'nyt']: value }
  })
  return fc.oneof({ weight: 4, arbitrary: fc.constant(own) }, changed, fc.jsonValue({ maxDepth: 2 }))
}

const texts = ['Område;2025\nHelsingør;61,5\n', 'Område;2025\nOdense;x\n', '', 'PK\u0003\u0004 no workbook']

interface Request {
  readonly route: Route
  readonly url: string
  readonly payload: string | null
  readonly headers: Readonly<Record<string, string>>
}

const requestTo = (route: Route): fc.Arbitrary<Request> => {
  const { operation, path } = route
  const parts = operation.parameters.filter((one) => one.in === 'path')
  const query = operation.parameters.filter((one) => one.in === 'query')
  const content = operation.requestBody?.content ?? {}
  const isFile = 'text/csv' in content
  const type = isFile ? 'text/csv' : (Object.keys(content)[0] ?? null)
  return fc
    .record({
      parts: fc.tuple(...parts.map(valueOf)),
      query: fc.tuple(...query.map((one) => (one.required ? valueOf(one) : rarely(valueOf(one))))),
      extra: rarely(rarely(fc.string({ maxLength: 5 }))),
      body: type === null ? fc.constant(null) : isFile ? fc.constantFrom(...texts) : bodyOf(content[type]?.example),
      match: fc.constantFrom('*', '*', '"x"', 'W/"x"', ''),
      key: rarely(fc.constantFrom('k1', 'k 2', 'k3')),
    })
    .map((given) => {
      const search = new URLSearchParams()
      for (const [at, value] of given.query.entries()) if (value !== null) search.append(query[at]?.name ?? '', value)
      if (given.extra !== null) search.append(given.extra, '1')
      const filled = parts.reduce(
        (url, { name }, at) => url.replace(`{${name}}`, encodeURIComponent(given.parts[at] ?? '') || '-'),
        path,
      )
      const headers = {
        ...(given.match !== '' && route.method !== 'GET' && { 'if-match': given.match }),
        ...(given.key !== null && { 'idempotency-key': given.key }),
      }
      return {
        route,
        url: `/api/v1${filled}?${search.toString()}`,
        payload: type === null ? null : isFile ? String(given.body) : JSON.stringify(given.body),
        headers: { ...headers, ...(type !== null && { 'content-type': type }) },
      }
    })
}

/** What of an answer its description does not have; empty: nothing. */
async function undescribed({ route, url, payload, headers }: Request): Promise<string> {
  const answer = await app.inject({
    method: route.method,
    url,
    headers: { ...session, ...headers },
    ...(payload !== null && { payload }),
  })
  const { statusCode } = answer
  const described = route.operation.responses[String(statusCode)]
  if (statusCode === 500 || !described) return `${statusCode} ${answer.body}`
  if (answer.body === '') return described.content ? `${statusCode} without content` : ''
  const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? ''
  const content = described.content?.[type]
  if (!content) return `${statusCode} ${type}`
  const schema = JSON.parse(JSON.stringify(content.schema).replaceAll('"#/components', '"api#/components'))
  return ajv.validate(schema, answer.json()) ? '' : `${statusCode} ${ajv.errorsText()}`
}

it('answers only what is described, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes).chain(requestTo), async (request) => {
      expect(await undescribed(request), `${request.route.operation.operationId} ${request.url}`).toBe('')
    }),
    { numRuns: 400 },
  )
  expect(verify(db)).toEqual([])
})
