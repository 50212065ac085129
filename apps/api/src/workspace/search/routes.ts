import { SearchAnswer } from '@pejling/domain/workspace/search'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { searchWorkspace } from './search.ts'

/** Finding anything of the workspace by words. */
export function addSearchRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/search',
    operationId: 'searchWorkspace',
    summary: 'Find anything by words',
    description:
      'Looks in names in both languages, slugs and numbers, without case and accents; `kind` is the resource and `id` what it goes by there. Meetings, plans, ideas and decisions take `meetings:read` of a token; people are found by administrators who are signed in.',
    tag: 'search',
    access: { scope: 'definitions:read' },
    params: z.strictObject({}),
    query: z.strictObject({ q: parameters.q }),
    body: noContent,
    answers: { 200: { description: 'What was found, the best match first', schema: SearchAnswer } },
    example: {
      answer: {
        items: [{ kind: 'goals', id: 'stemme', number: '1.1', title: { da: 'Flere stemmer', en: 'More people vote' } }],
      },
    },
    handler: ({ db, who, query: { q } }) => ({ body: { items: searchWorkspace(db, who, q) } }),
  })
}
