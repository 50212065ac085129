import { pageSchema } from '@pejling/domain/workspace/answers'
import { DecisionPatch, WorkspaceDecision } from '@pejling/domain/workspace/decisions'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { followUpDecision, getDecision, listDecisions } from './decisions.ts'

const tag = 'decisions'
const one = '/decisions/:decision'
const params = z.strictObject({
  decision: named('The meeting’s name and the item’s', 'kulturudvalget-2026-12-03.punkt-2-2'),
})
const none = z.strictObject({})

const example = {
  id: 'kulturudvalget-2026-12-03.punkt-2-2',
  meeting: 'kulturudvalget-2026-12-03',
  item: 'punkt-2-2',
  position: 1,
  committee: 'Kulturudvalget',
  date: '2026-12-03',
  about: { kind: 'goal', goal: '2.2' },
  title: null,
  closed: false,
  decision: 'Forvaltningen vender tilbage om et år.',
  followUp: { responsible: 'Center for Kultur', due: '2027-12-01', done: false, note: null },
}

const Filters = z.strictObject({
  committee: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only decisions of this committee', examples: ['Kulturudvalget'] }),
  open: z
    .enum(['true', 'false'])
    .optional()
    .meta({
      description: '`true`: only those something is still to come of; `false`: only the others',
      examples: ['true'],
    }),
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Words in the decision or the title', examples: ['bænke'] }),
  ...pageParameters,
})

const isOpen = ({ followUp }: WorkspaceDecision): boolean => followUp !== null && !followUp.done

const says = ({ decision, title }: WorkspaceDecision, q: string): boolean =>
  `${title ?? ''} ${decision}`.toLocaleLowerCase('da').includes(q.toLocaleLowerCase('da'))

/** What committees decided, across meetings. */
export function addDecisionRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/decisions',
    operationId: 'listDecisions',
    summary: 'Decisions of all meetings',
    description: 'The newest meeting first. Those of closed items are shown to those who may write agendas.',
    tag,
    access: { scope: 'meetings:read' },
    params: none,
    query: Filters,
    body: noContent,
    answers: { 200: { description: 'A page of decisions', schema: pageSchema(WorkspaceDecision) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query: { committee, open, q, ...query }, who }) => {
      const asked = listDecisions(db, who.actor)
        .filter((decision) => committee === undefined || decision.committee === committee)
        .filter((decision) => open === undefined || isOpen(decision) === (open === 'true'))
        .filter((decision) => q === undefined || says(decision, q))
      return {
        page: pageOf(asked, ({ date, meeting, position, item }) => [-Date.parse(date), meeting, position, item], query),
      }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getDecision',
    summary: 'A decision',
    description: 'What was decided, and what is to come of it.',
    tag,
    access: { scope: 'meetings:read' },
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The decision', schema: WorkspaceDecision } },
    example: { answer: example },
    handler: ({ db, params: { decision }, who }) => ({ body: getDecision(db, who.actor, decision) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'followUpDecision',
    summary: 'Note what is to come of a decision',
    description:
      'Who does it, until when, and whether it is done. It is never published; the decision itself is changed at the item.',
    tag,
    access: { scope: 'meetings' },
    params,
    query: none,
    body: DecisionPatch,
    answers: { 200: { description: 'The decision as it stands now', schema: WorkspaceDecision } },
    example: { body: { followUp: example.followUp }, answer: example },
    current: ({ db, params: { decision }, who }) => getDecision(db, who.actor, decision),
    handler: ({ db, params: { decision: id }, body, who }) => {
      const decision = followUpDecision(db, who.actor, id, body)
      return { body: decision, stands: decision }
    },
  })
}
