import { z } from 'zod'
import { exampleOf } from '../http/parameters.ts'
import { DescriptionExtras } from './description.ts'

/* The workspace's API in the description: who may, examples, and the headers of conditional requests. */

/** How the workspace's API is entered. */
export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-pejling',
    description:
      'A person who has signed in at /admin. Without https the cookie is called `pejling`. Changes are taken from pages of the same origin alone.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token of a program, made by an administrator: `Authorization: Bearer pejling_…`. What is named beside it is the scope the token needs.',
  },
} as const

/** The path of an address of the workspace's API in the description. */
export const isWorkspacePath = (path: string): boolean => path.startsWith('/workspace/')

const Media = z.looseObject({ example: z.unknown().optional() })
const Response = z.looseObject({
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), Media).optional(),
})
const Parameter = z.looseObject({ name: z.string(), schema: z.unknown().optional(), example: z.unknown().optional() })
const WorkspaceOperation = z.looseObject({
  'x-pejling': DescriptionExtras,
  parameters: z.array(Parameter).default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), Media) }).optional(),
  responses: z.record(z.string(), Response),
})

const etag = {
  description: 'SHA-256 of the document; send it as `If-Match` with a change of it, or as `If-None-Match` with GET',
  schema: { type: 'string' },
}

/** An operation of the workspace's API, with everything put in its place. */
export function describedOperation(operation: unknown): Record<string, unknown> {
  const { 'x-pejling': extras, ...rest } = WorkspaceOperation.parse(operation)
  for (const status of extras.empty) {
    const answer = rest.responses[status]
    if (answer) delete answer.content
  }
  for (const type of extras.files) {
    const answer = rest.responses['200']
    if (answer) answer.content = { ...answer.content, [type]: { schema: { type: 'string', format: 'binary' } } }
  }
  for (const status of extras.tagged) {
    const answer = rest.responses[status]
    if (answer) answer.headers = { ETag: etag }
  }
  if (extras.headers.some(({ name }) => name === 'If-None-Match')) {
    rest.responses['304'] = { description: 'Nothing has changed since the ETag in If-None-Match' }
  }
  for (const content of Object.values(rest.requestBody?.content ?? {})) {
    if (extras.example.body !== undefined) content.example = extras.example.body
  }
  for (const status of extras.exampled) {
    const document = rest.responses[status]?.content?.['application/json']
    if (document && extras.example.answer !== undefined) document.example = extras.example.answer
  }
  const parameters = rest.parameters.map((parameter) => {
    const about = extras.parameters[parameter.name] ?? {}
    return { ...parameter, ...about, example: parameter.example ?? about.example ?? exampleOf(parameter.name)?.example }
  })
  return { ...rest, parameters: [...parameters, ...extras.headers] }
}
