import { AreaCode } from '@pejling/domain/area'
import { ObservationStatus } from '@pejling/domain/observation/observation'
import { pageSchema } from '@pejling/domain/workspace/answers'
import {
  CategoryChoice,
  ObservationsBlock,
  ObservationsPatch,
  Slice,
  WorkspaceFigure,
  WorkspaceFigureRow,
  WrittenFigures,
} from '@pejling/domain/workspace/observations'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { pageParameters, readCursor } from '../../http/pages.ts'
import { parameters } from '../../http/parameters.ts'
import { several } from '../../http/several.ts'
import { notAllowed, type Caller } from '../../workspace-http/door.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { mayWriteFigures } from '../data-providers.ts'
import { allowedIndicators } from './allowed.ts'
import { listFigures } from './list-figures.ts'
import {
  deleteFigures,
  figuresIn,
  findingsOf,
  patchFigures,
  putFigures,
  readBlock,
  requireIndicator,
  type WrittenBlock,
} from './write-figures.ts'

/**
 * The largest block of figures a program may write at once, in bytes. Reading and writing one keeps everybody else waiting, so what
 * is larger comes as a file, which is read beside the server.
 */
const largestBlock = 1_000_000

const params = z.strictObject({ slug: parameters.slug })
const none = z.strictObject({})
const FigureBlock = z
  .strictObject({ observations: z.array(WorkspaceFigure) })
  .meta({ id: 'FigureBlock', description: 'The figures of an indicator in the workspace.' })

const period = z.string().min(4).max(10)
const filters = {
  area: several(AreaCode, { description: 'Only figures of these areas', examples: ['217'] }).optional(),
  category: several(CategoryChoice, {
    description: 'Only figures of these categories, each with its dimension; `_T` is the total',
    examples: ['alder:18-29'],
  }).optional(),
  period: several(period, { description: 'Only these periods', examples: ['2025'] }).optional(),
  from: Slice.shape.from,
  to: Slice.shape.to,
}
const Filter = z.strictObject({
  indicator: several(parameters.slug, {
    description: 'Only figures of these indicators',
    examples: ['valgdeltagelse-kv'],
  }).optional(),
  ...filters,
  status: several(ObservationStatus, { description: 'Only figures of these statuses', examples: ['P'] }).optional(),
  changedSince: z.iso
    .datetime()
    .meta({
      description: 'Only figures that were written at or after this moment',
      examples: ['2026-11-01T00:00:00.000Z'],
    })
    .optional(),
})

const shown = {
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
const sent = { reason: 'Årets tal', observations: [{ area: '217', period: '2025', value: 71.2 }] }
const written = {
  observations: [shown],
  added: 1,
  changed: 0,
  unchanged: 0,
  deleted: 0,
  changeSet: 41,
  findings: [],
}

const mayWrite = ({ db, params: { slug }, who }: { db: Database; params: { slug: string }; who: Caller }): void => {
  requireIndicator(db, slug)
  if (!mayWriteFigures(db, who, slug)) throw notAllowed
}

/** What a write answers: what it did, the figures as they stand, and what is odd about them. */
function answerOf(db: Database, slug: string, { cells, ...done }: WrittenBlock, isWhole: boolean) {
  const block = readBlock(db, slug)
  const observations = isWhole ? block.observations : figuresIn(db, slug, cells)
  return { body: { observations, ...done, findings: findingsOf(db, slug, cells) }, stands: block }
}

const cursorOf = (cursor: string | undefined): readonly [string, string, string] | null => {
  if (cursor === undefined) return null
  const [indicator = '', series = '', at = ''] = readCursor(cursor).map(String)
  return [indicator, series, at]
}

/** Figures of the workspace: across indicators, and those of one, to be read, written, replaced slice by slice, and deleted. */
export function addObservationRoutes(to: WorkspaceApp): void {
  const url = '/observations/:slug'
  const about = { tag: 'observations', indicatorOf: ({ slug }: { slug: string }) => slug, params } as const
  const writing = {
    ...about,
    access: { scope: 'figures:write' },
    check: mayWrite,
    current: ({ db, params: { slug } }: { db: Database; params: { slug: string } }) => readBlock(db, slug),
    answers: { 200: { description: 'What was written, and what is odd about it', schema: WrittenFigures } },
    bodyLimit: largestBlock,
    shows: ({ slug }: { slug: string }) => slug,
  } as const
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/observations',
    operationId: 'listWorkspaceFigures',
    summary: 'Figures of the workspace, across indicators',
    description:
      'Figures of the workspace, published or not, by indicator, series and period. Of each filter any of the values is meant, and all filters together.',
    tag: 'observations',
    access: { scope: 'figures:read' },
    indicatorOf: 'filtered',
    params: none,
    query: Filter.extend(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of figures', schema: pageSchema(WorkspaceFigureRow) } },
    example: { answer: { items: [{ indicator: 'valgdeltagelse-kv', ...shown }], total: 1, next: null } },
    handler: ({ db, who, query: { limit, cursor, indicator, ...filter } }) => {
      const found = listFigures(
        db,
        { ...filter, indicator: allowedIndicators(who, indicator) },
        { after: cursorOf(cursor), limit },
      )
      return { page: { items: found.figures, total: found.total, last: found.next } }
    },
  })
  addWorkspaceRoute(to, {
    ...about,
    method: 'GET',
    url,
    operationId: 'getFigures',
    summary: 'The figures of an indicator in the workspace',
    description: 'Every figure of the indicator in the workspace, published or not.',
    access: { scope: 'figures:read' },
    check: ({ db, params: { slug } }) => void requireIndicator(db, slug),
    query: none,
    body: noContent,
    answers: { 200: { description: 'The figures', schema: FigureBlock } },
    example: { answer: { observations: [shown] } },
    handler: ({ db, params: { slug } }) => ({ body: readBlock(db, slug) }),
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'PATCH',
    url,
    operationId: 'patchFigures',
    summary: 'Write some figures of an indicator',
    description:
      'Writes the figures that are sent and deletes those named under `deleted`, in one change set or not at all; all others stay. Area, period and value are all a figure needs. A figure that is there is replaced whole. `findings` says what is odd about them.',
    query: none,
    body: ObservationsPatch,
    consumes: ['application/json'],
    example: { body: sent, answer: written },
    handler: ({ db, params: { slug }, body, who }) => answerOf(db, slug, patchFigures(db, who, slug, body), false),
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'PUT',
    url,
    operationId: 'putFigures',
    summary: 'Write a block of figures of an indicator',
    description:
      'Writes the figures that are sent, in one change set or not at all. With `slice`, figures of the slice that are not sent are deleted; without it, figures that are not sent stay.',
    query: none,
    body: ObservationsBlock,
    example: { body: { ...sent, slice: { area: ['217'], from: '2025' } }, answer: written },
    handler: ({ db, params: { slug }, body, who }) => answerOf(db, slug, putFigures(db, who, slug, body), true),
  })
  addWorkspaceRoute(to, {
    ...writing,
    method: 'DELETE',
    url,
    operationId: 'deleteFigures',
    summary: 'Delete figures of an indicator',
    description:
      'Deletes the figures that the parameters mean: they are there no more, which is not the same as missing. At least one parameter besides `reason` has to be given.',
    query: z.strictObject({
      ...filters,
      reason: z
        .string()
        .trim()
        .max(2000)
        .default('')
        .meta({ description: 'Why, for the history', examples: ['Tastefejl'] }),
    }),
    body: noContent,
    example: { answer: { ...written, observations: [], added: 0, deleted: 1 } },
    handler: ({ db, params: { slug }, query, who }) => answerOf(db, slug, deleteFigures(db, who, slug, query), false),
  })
}
