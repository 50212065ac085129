import { AssignmentChanges, Assignments } from '@pejling/domain/workspace/assignments'
import { z } from 'zod'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { reasonOf, reasonParameter } from '../resource/resource-routes.ts'
import { changeAssignments, readAssignments } from './assignments.ts'

const example = {
  indicators: [
    {
      indicator: 'elevraad-aktive',
      name: { da: 'Skoler med et aktivt elevråd', en: 'Schools with an active pupils’ council' },
      goals: ['2.1'],
      office: { da: 'Center for Dagtilbud og Skole', en: 'Centre for Schools' },
      keeper: 'ida@example.dk',
      deputy: null,
    },
  ],
  people: [{ email: 'ida@example.dk', name: 'Ida Hansen' }],
}

/** Who has to do with the figures of all indicators: for people, because it names them. */
export function addAssignmentRoutes(to: WorkspaceApp): void {
  const common = {
    url: '/assignments',
    tag: 'assignments',
    access: { people: 'editor' },
    params: z.strictObject({}),
    answers: { 200: { description: 'All indicators, and the people who can be chosen', schema: Assignments } },
  } as const
  addWorkspaceRoute(to, {
    ...common,
    method: 'GET',
    operationId: 'getAssignments',
    summary: 'Who has to do with which figures',
    description: 'All indicators with their office, data provider and deputy, and the people who can be chosen.',
    query: z.strictObject({}),
    body: noContent,
    example: { answer: example },
    handler: ({ db }) => ({ body: readAssignments(db) }),
  })
  addWorkspaceRoute(to, {
    ...common,
    method: 'POST',
    operationId: 'changeAssignments',
    summary: 'Assign many indicators at once',
    description: 'All changes are made in one change set, or none. What a change leaves out stays.',
    query: z.strictObject({ reason: reasonParameter }),
    body: AssignmentChanges,
    example: { body: { changes: [{ indicator: 'elevraad-aktive', keeper: 'ida@example.dk' }] }, answer: example },
    handler: ({ db, who: { actor }, query, body }) => ({
      body: changeAssignments(db, { actor, reason: reasonOf(query) }, body.changes),
    }),
  })
}
