import { IndicatorKeepers } from '@pejling/domain/workspace/attached'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes, reasonOf, reasonParameter } from '../resource/resource-routes.ts'
import { exampleDefinition } from './example-definition.ts'
import { filterIndicators, IndicatorFilter } from './indicator-filter.ts'
import { indicatorResource } from './indicator-resource.ts'
import { assignKeepers, readDataProviders } from './keepers-verb.ts'

const params = z.strictObject({ slug: parameters.slug })

function addKeeperRoutes(to: WorkspaceApp): void {
  const common = {
    url: '/indicators/:slug/keepers',
    tag: 'indicators',
    // Addresses of people: for those who assign them.
    access: { scope: 'definitions:write' },
    params,
    answers: { 200: { description: 'Who sends the figures', schema: IndicatorKeepers } },
    example: {
      body: { keeper: 'bente@example.dk', deputy: null },
      answer: { keeper: 'bente@example.dk', deputy: null },
    },
  } as const
  addWorkspaceRoute(to, {
    ...common,
    method: 'GET',
    operationId: 'getKeepers',
    summary: 'Who sends the figures of an indicator',
    description: 'The accounts of who sends the figures, and of who does it when they are away.',
    query: z.strictObject({}),
    body: noContent,
    handler: ({ db, params: { slug } }) => ({ body: readDataProviders(db, slug) }),
  })
  addWorkspaceRoute(to, {
    ...common,
    method: 'PUT',
    operationId: 'assignKeepers',
    summary: 'Assign who sends the figures of an indicator',
    description: 'Assigns people with accounts; null: nobody.',
    query: z.strictObject({ reason: reasonParameter }),
    body: IndicatorKeepers,
    current: ({ db, params: { slug } }) => readDataProviders(db, slug),
    handler: ({ db, who: { actor }, params: { slug }, query, body }) => {
      const dataProviders = assignKeepers(db, { actor, reason: reasonOf(query) }, slug, body)
      return { body: dataProviders, stands: dataProviders }
    },
  })
}

/** Indicators, published or not, and who sends their figures. */
export function addIndicatorRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, indicatorResource, {
    one: 'An indicator',
    operation: 'Indicator',
    about:
      'Definitions of indicators as they stand in the workspace, published or not. One that has been published is retired by `retiredOn`.',
    address: '/:slug',
    params,
    keyIn: ({ slug }) => slug,
    filter: IndicatorFilter,
    filtered: filterIndicators,
    example: exampleDefinition,
    patch: { owner: { da: 'Center for Kultur', en: 'Centre for Culture' } },
  })
  addKeeperRoutes(to)
}
