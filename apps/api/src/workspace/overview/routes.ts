import { GoalNumber } from '@pejling/domain/framework'
import { Verdict } from '@pejling/domain/progress/assessment'
import { Overview } from '@pejling/domain/workspace/overview'
import { z } from 'zod'
import { several } from '../../http/several.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { retryWhileBusy } from '../../db/retry-while-busy.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { readOverview } from './read-overview.ts'

const words = z.string().trim().min(1).max(200)
const State = z.enum(['late', 'missing', 'soon', 'later'])

/** What needs doing in the workspace. */
export function addOverviewRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/overview',
    operationId: 'getOverview',
    summary: 'What needs doing, and what would change for readers',
    description:
      'Figures that are due, late or were never there, drafts, findings by weight, who sends what and has not, by office and keeper; the goals with drafts in beside what is published; releases that wait. Filters choose indicators; everything is counted over those.',
    tag: 'overview',
    access: { scope: 'figures:read' },
    indicatorOf: 'filtered',
    params: z.strictObject({}),
    query: z.strictObject({
      goal: several(GoalNumber, { description: 'Only indicators of these goals', examples: ['2.2'] }).optional(),
      status: several(Verdict, {
        description: 'Only indicators with these verdicts, drafts included',
        examples: ['no-data'],
      }).optional(),
      state: several(State, {
        description: 'Only indicators whose next figure is so',
        examples: ['late,missing'],
      }).optional(),
      owner: words.meta({ description: 'Part of the office’s name', examples: ['Jobcenter'] }).optional(),
      keeper: words
        .meta({ description: 'Part of the keeper’s or deputy’s name; `me`: one’s own', examples: ['me'] })
        .optional(),
    }),
    body: noContent,
    answers: { 200: { description: 'The overview', schema: Overview } },
    example: {},
    // What drafts would change is tried out and taken back, for which another process may have to end first.
    handler: ({ db, who, query }) => retryWhileBusy(() => ({ body: readOverview(db, who, query, who.indicators) })),
  })
}
