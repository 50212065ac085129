import { Connection } from '@pejling/domain/connection/connection'
import { pageSchema } from '@pejling/domain/workspace/answers'
import {
  ConnectionPreview,
  ConnectionSummary,
  ConnectionView,
  DescribedTable,
  FoundTable,
  OfferedSource,
} from '@pejling/domain/workspace/connections'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { slugParameter } from '../../http/several.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { SourceError } from '../../intake/sources/outside-source.ts'
import { previewFetch } from '../../intake/sources/renew.ts'
import { attachments, getAttached } from '../definitions.ts'
import { requireIndicator } from '../observations/write-figures.ts'
import { countedOutcome, listConnections, requireSource, saveConnection } from './connection-verbs.ts'
import { addFetchRoutes } from './fetch-routes.ts'

const none = z.strictObject({})
const named = z.strictObject({ slug: parameters.slug })
const sourceKey = slugParameter('One of the sources of this installation', 'statbank')
const tag = 'connections'
const access = { scope: 'connections' } as const
const list = <Item extends z.ZodType>(name: string, item: Item) => z.strictObject({ [name]: z.array(item) })

/** What a source says; why it says nothing is a problem in its own words. */
async function asked<Told>(ask: () => Promise<Told>): Promise<Told> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof SourceError) throw new Problem('unprocessable', error.problem)
    throw error
  }
}

const viewOf = (db: Database, slug: string): ConnectionView => {
  requireIndicator(db, slug)
  return { indicator: slug, connection: getAttached(db, attachments.connection, slug) }
}

const exists = ({ db, params: { slug } }: { db: Database; params: { slug: string } }): void =>
  void requireIndicator(db, slug)

const example = {
  source: 'statbank',
  table: 'FOLK1A',
  variables: [
    { code: 'OMRÅDE', role: 'area', values: ['217'], per: null },
    { code: 'Tid', role: 'period', values: ['*'], per: null },
  ],
  scale: 1,
  every: 'month',
}

/** How indicators are connected with other people's tables: finding and trying tables, fetching, and what is to be decided. */
export function addConnectionRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections',
    operationId: 'listConnections',
    summary: 'Indicators whose figures come from a source',
    description: 'Each with its table, what came of it last, and how many figures await a decision.',
    tag,
    access,
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of connections', schema: pageSchema(ConnectionSummary) } },
    example: {},
    handler: ({ db, query }) => ({ page: pageOf(listConnections(db), ({ indicator }) => [indicator], query) }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/sources',
    operationId: 'listOfferedSources',
    summary: 'The sources figures may be fetched from',
    description: 'Those the settings of this installation allow.',
    tag,
    access,
    params: none,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The sources', schema: list('sources', OfferedSource) } },
    example: {},
    handler: ({ parts: { sources } }) => ({
      body: { sources: Object.entries(sources).map(([key, { name, hint }]) => ({ key, name, hint })) },
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/tables',
    operationId: 'findTables',
    summary: 'Find tables of a source',
    description: 'Tables whose name or number has all the words. The source is asked; 422 says why it does not answer.',
    tag,
    access,
    params: none,
    query: z.strictObject({ source: sourceKey, q: parameters.q }),
    body: noContent,
    answers: { 200: { description: 'The tables', schema: list('tables', FoundTable) } },
    problems: { 422: 'The source does not answer, or is none of this installation' },
    example: {},
    handler: async ({ parts: { sources }, query: { source, q } }) => ({
      body: { tables: await asked(() => requireSource(sources, source).tables(q)) },
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/table',
    operationId: 'describeTable',
    summary: 'A table as its source describes it',
    description: 'Its variables and their values. The source is asked; 422 says why it does not answer.',
    tag,
    access,
    params: none,
    query: z.strictObject({
      source: sourceKey,
      table: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .meta({ description: 'As its source names it', examples: ['FOLK1A'] }),
    }),
    body: noContent,
    answers: { 200: { description: 'The table', schema: DescribedTable } },
    problems: { 422: 'The source does not answer, or is none of this installation' },
    example: {},
    handler: async ({ parts: { sources }, query: { source, table } }) => ({
      body: await asked(() => requireSource(sources, source).describe(table)),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/connections/:slug',
    operationId: 'getConnection',
    summary: 'How the figures of an indicator are fetched',
    description: '`connection` is null where they are not.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The connection', schema: ConnectionView } },
    example: {},
    handler: ({ db, params: { slug } }) => ({ body: viewOf(db, slug) }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url: '/connections/:slug',
    operationId: 'putConnection',
    summary: 'Connect an indicator to a table',
    description: 'In place of what it was connected to. Nothing is fetched yet.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: Connection,
    current: ({ db, params: { slug } }) => viewOf(db, slug),
    answers: { 200: { description: 'The connection', schema: ConnectionView } },
    example: { body: example },
    handler: ({ db, parts: { sources }, params: { slug }, body, who }) => {
      requireSource(sources, body.source)
      saveConnection(db, who.actor, slug, body)
      const view = viewOf(db, slug)
      return { body: view, stands: view }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: '/connections/:slug',
    operationId: 'deleteConnection',
    summary: 'Connect an indicator to nothing',
    description: 'The figures that were fetched stay.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: noContent,
    current: ({ db, params: { slug } }) => viewOf(db, slug),
    answers: { 204: { description: 'It is connected to nothing', schema: null } },
    example: {},
    handler: ({ db, params: { slug }, who }) => {
      saveConnection(db, who.actor, slug, null)
      return { stands: viewOf(db, slug) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/connections/:slug/preview',
    operationId: 'previewConnection',
    writes: false,
    summary: 'What a connection would bring',
    description: 'Asks the source, and says what would be new and otherwise, for readers, too. Nothing is written.',
    tag,
    access,
    check: exists,
    params: named,
    query: none,
    body: Connection,
    dryRun: false,
    answers: { 200: { description: 'What it would bring', schema: ConnectionPreview } },
    example: { body: example },
    handler: async ({ db, parts: { sources }, params: { slug }, body }) => {
      const { outcome, changes } = await asked(() => previewFetch(db, sources, slug, body))
      return { body: { result: countedOutcome(outcome), changes } }
    },
  })
  addFetchRoutes(to)
}
