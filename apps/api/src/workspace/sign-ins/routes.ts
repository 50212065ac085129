import { pageSchema } from '@pejling/domain/workspace/answers'
import { WorkspaceSignIn } from '@pejling/domain/workspace/people'
import { z } from 'zod'
import { pageOfSignIns } from '../../accounts/sign-in-record.ts'
import { pageParameters, readCursor } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'

const example = {
  number: 41,
  at: '2026-11-30T08:00:00.000Z',
  lastAt: '2026-11-30T08:02:00.000Z',
  count: 3,
  kind: 'wrong-password',
  name: 'Ida Hansen',
  address: '192.0.2.0/24',
  detail: '',
}

/** The record of sign-ins, for administrators. */
export function addSignInRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/sign-ins',
    operationId: 'listSignIns',
    summary: 'The record of sign-ins',
    description: 'Who came in, who did not, and what was changed of how they do; the newest first.',
    tag: 'sign-ins',
    access: { people: 'administrator' },
    params: z.strictObject({}),
    query: z.strictObject({
      person: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'Only what concerns this account', examples: ['q3vX0cJbWn1k'] }),
      ...pageParameters,
    }),
    body: noContent,
    answers: { 200: { description: 'A page of the record', schema: pageSchema(WorkspaceSignIn) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query: { person, limit, cursor } }) => {
      const [last] = cursor === undefined ? [] : readCursor(cursor)
      const before = last === undefined ? null : -Number(last)
      const { events, total, older } = pageOfSignIns(db, { account: person ?? null, before, limit })
      return { page: { items: events, total, last: older === null ? null : [-older] } }
    },
  })
}
