import { Observation } from '@pejling/domain/observation/observation'
import { Series } from '@pejling/domain/series'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import { noContent } from '../../http/workspace-declaration.ts'
import { notAllowed } from '../../http/workspace-door.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../http/workspace-route.ts'
import { mayWriteFigures } from '../keepers.ts'
import { FigureBlockInput, readBlock, requireIndicator, writeBlock } from './figure-block.ts'

/**
 * The largest block of figures a program may write at once, in bytes. Reading and writing one keeps everybody else waiting, so what
 * is larger comes as a file, which is read beside the server.
 */
const largestBlock = 1_000_000

const params = z.strictObject({ slug: parameters.slug })
const none = z.strictObject({})
const FigureBlock = z
  .strictObject({ observations: z.array(z.strictObject({ ...Series.shape, ...Observation.shape })) })
  .meta({ id: 'FigureBlock', description: 'The figures of an indicator in the workspace.' })

const figure = {
  area: '217',
  categories: { alder: '18-29' },
  period: '2025',
  value: 71.2,
  numerator: null,
  denominator: null,
  status: 'A',
  footnote: null,
  sampleSize: null,
  margin: null,
  provenance: null,
}

/**
 * The figures of one indicator for programs of the municipality's own: read with a token, and written as a block that says by
 * `If-Match` which figures it was made for.
 */
export function addObservationRoutes(to: WorkspaceApp): void {
  const url = '/observations/:slug'
  const tag = 'observations'
  addWorkspaceRoute(to, {
    method: 'GET',
    url,
    operationId: 'getFigures',
    summary: 'The figures of an indicator in the workspace',
    description: 'Every figure of the indicator as it stands in the workspace, published or not.',
    tag,
    access: { scope: 'figures:read' },
    indicatorOf: ({ slug }) => slug,
    check: ({ db, params: { slug } }) => void requireIndicator(db, slug),
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The figures', schema: FigureBlock } },
    example: { answer: { observations: [figure] } },
    handler: ({ db, params: { slug } }) => ({ body: readBlock(db, slug) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url,
    operationId: 'putFigures',
    summary: 'Write figures of an indicator',
    description: 'Writes the figures that are sent, in one change set or not at all. Figures that are not sent stay.',
    tag,
    access: { scope: 'figures:write' },
    indicatorOf: ({ slug }) => slug,
    check: ({ db, params: { slug }, who }) => {
      requireIndicator(db, slug)
      if (!mayWriteFigures(db, who, slug)) throw notAllowed
    },
    params,
    query: none,
    body: FigureBlockInput,
    bodyLimit: largestBlock,
    answers: { 200: { description: 'The figures as they stand now', schema: FigureBlock } },
    example: { body: { reason: 'Årets tal', observations: [figure] }, answer: { observations: [figure] } },
    current: ({ db, params: { slug } }) => readBlock(db, slug),
    handler: ({ db, params: { slug }, body, who }) => {
      const block = writeBlock(db, who, slug, body)
      return { body: block, stands: block }
    },
  })
}
