import { linksFor } from '@pejling/addresses/links'
import { apiRoot } from '@pejling/addresses/words'
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Site } from '@pejling/page-contract/site'
import { exampleInSchema } from '../http/example-in-schema.ts'
import { withoutEqualTwins } from './input-twins.ts'
import { exampleOf } from '../http/parameters.ts'
import { describedOperation, isWorkspacePath, securitySchemes } from '../workspace-http/openapi-parts.ts'

/** The description of the API, made from the schemas that check its input and its documents. */
export async function registerOpenApi(app: FastifyInstance, { url, contact }: Site): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pejling',
        version: '1.0.0',
        description:
          'How far a municipality is from the goals it set itself: goals, indicators, figures and verdicts, as published. Every answer belongs to a release, which `Content-Location` names; `?release=n` asks for it as release n had it. Entity tags are the SHA-256 of the document, followed by the coding where it is compressed.',
        contact: {
          url: new URL(linksFor('da', null).page('about'), url).href,
          ...(contact.email !== null && { email: contact.email }),
        },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: new URL(apiRoot, url).href }],
      tags: [{ name: 'public', description: 'Published figures. No sign-in; readable from any site.' }],
      security: [],
      components: { securitySchemes },
    },
    stripBasePath: true,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

const Parameter = z.looseObject({ name: z.string(), in: z.string() })
const Content = z.looseObject({ schema: z.unknown(), example: z.unknown().optional() })
const Answer = z.looseObject({
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), Content).optional(),
})
const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(Parameter).optional(),
  responses: z.record(z.string(), Answer),
})
type Operation = z.infer<typeof Operation>
const Description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

/** What in the newest release an example can be made of. */
export interface PathExamples {
  /** Values for the parts of an address that lead to something. */
  readonly parts: Readonly<Record<string, string | number>>
  /** Categories of dimensions that the indicator in `parts` has figures of. */
  readonly categories: Readonly<Record<string, string>>
}

/** What everything that is of a release comes with. */
const releasedHeaders = {
  ETag: {
    description: 'SHA-256 of the document; send it as If-None-Match, and the answer is 304 where nothing has changed',
    schema: { type: 'string' },
  },
  'Last-Modified': { description: 'When what it is made of last changed', schema: { type: 'string' } },
  'Content-Location': {
    description: 'The same answer with the number of its release: the address to cite',
    schema: { type: 'string' },
  },
  Link: {
    description: 'The permanent address, the licence of the figures, what describes a table, and this description',
    schema: { type: 'string' },
  },
  'Cache-Control': {
    description: 'For a minute where it is the newest release’s; for an hour where a release was asked for',
    schema: { type: 'string' },
  },
}

/** A parameter of any other name is a dimension: OpenAPI says that by an exploded object. */
const dimensionParameter = (example: PathExamples['categories']) => ({
  name: 'dimensions',
  in: 'query',
  required: false,
  style: 'form',
  explode: true,
  description:
    'Categories of a dimension, e.g. `alder=18-29,30-44`, or `_T` for all together; the indicator’s own document lists both. Each dimension is a parameter of its own name (form, exploded).',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  example,
})

/** The description as JSON, each answer with an example taken from what is published, shortened. */
export async function openApiJson(app: FastifyInstance, { parts, categories }: PathExamples): Promise<string> {
  const description = Description.parse(JSON.parse(withoutEqualTwins(openToMore(JSON.stringify(app.swagger())))))
  for (const [path, operations] of Object.entries(description.paths)) {
    if (isWorkspacePath(path)) {
      for (const [method, operation] of Object.entries(operations)) {
        operations[method] = withExampleAnswers(
          Operation.parse(describedOperation(operation)),
          description.components.schemas,
        )
      }
      continue
    }
    for (const operation of Object.values(operations)) {
      const parameters = (operation.parameters ?? []).map((parameter) => ({
        ...parameter,
        example: parts[parameter.name] ?? exampleOf(parameter.name)?.example,
        description: exampleOf(parameter.name)?.description,
      }))
      const takesDimensions = operation.operationId.startsWith('listObservations')
      operation.parameters = takesDimensions ? [...parameters, dimensionParameter(categories)] : parameters
      const answer = operation.responses['200']
      const json = answer?.content?.['application/json']
      if (json) json.example = await exampleAnswer(app, path, parts)
      if (answer && parameters.some(({ name }) => name === 'release' || name === 'n')) {
        answer.headers = releasedHeaders
        operation.responses['304'] = {
          description: 'Nothing has changed since the ETag in If-None-Match, or the date in If-Modified-Since',
        }
      }
    }
  }
  description.components.schemas = reachable(description)
  return JSON.stringify(description)
}

/** An operation whose answers have the examples of their schemas where they have none of their own. */
function withExampleAnswers(operation: Operation, schemas: Readonly<Record<string, unknown>>): Operation {
  for (const [status, answer] of Object.entries(operation.responses)) {
    const json = answer.content?.['application/json']
    if (!status.startsWith('2') || !json || json.example !== undefined) continue
    const example = exampleInSchema(json.schema, schemas)
    if (example !== undefined) json.example = example
  }
  return operation
}

/** Fields may come in version 1 of the API: a reader must not refuse a document for one that it does not know. */
function openToMore(description: string): string {
  return description.replaceAll(',"additionalProperties":false', '')
}

function reachable({ paths, components: { schemas } }: z.infer<typeof Description>): Record<string, unknown> {
  const found = new Set<string>()
  const follow = (json: unknown): void => {
    for (const [, name = ''] of JSON.stringify(json ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue
      found.add(name)
      follow(schemas[name])
    }
  }
  follow(paths)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name)))
}

async function exampleAnswer(app: FastifyInstance, path: string, examples: PathExamples['parts']): Promise<unknown> {
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(examples[name] ?? '-'))
  const answer = await app.inject({ url: apiRoot + url, headers: { accept: 'application/json' } })
  return answer.statusCode === 200 ? shortened(answer.json()) : undefined
}

/** A document with at most two of everything there are many of. */
function shortened(json: unknown): unknown {
  if (Array.isArray(json)) return json.slice(0, 2).map(shortened)
  if (json === null || typeof json !== 'object') return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, shortened(value)]))
}
