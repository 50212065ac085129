import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** The description of the API, made from the schemas that check its input and its documents. */
export async function registerOpenApi(app: FastifyInstance, siteUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pejling',
        version: '1.0.0',
        description:
          'How far a municipality is from the goals it set itself: goals, indicators, figures and verdicts, as published. Every answer belongs to a release; `?release=n` asks for it as release n had it. Entity tags are the SHA-256 of the document, followed by the coding where it is compressed.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
        contact: { name: 'Pejling', url: siteUrl },
      },
      servers: [{ url: `${siteUrl}/api/v1` }],
      tags: [{ name: 'public', description: 'Published figures. No sign-in; readable from any site.' }],
      security: [],
    },
    stripBasePath: true,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.unknown()).optional(),
})
const Description = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

/** A parameter of any other name is a dimension: OpenAPI says that by an exploded object. */
const dimensionParameter = {
  name: 'dimensions',
  in: 'query',
  required: false,
  style: 'form',
  explode: true,
  description: 'One category of a dimension, e.g. `alder=18-29`; the indicator’s own document lists both.',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  example: {},
}

/** The description as JSON. */
export function openApiJson(app: FastifyInstance): string {
  const description = Description.parse(app.swagger())
  for (const operations of Object.values(description.paths)) {
    for (const operation of Object.values(operations)) {
      if (operation.operationId.startsWith('listObservations')) {
        operation.parameters = [...(operation.parameters ?? []), dimensionParameter]
      }
    }
  }
  return JSON.stringify(description)
}
