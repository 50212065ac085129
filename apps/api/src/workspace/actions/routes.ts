import { ActionState, planOf } from '@pejling/domain/action-plan/action-plan'
import { ActionPatch, NewAction, WorkspaceAction, workspaceAction } from '@pejling/domain/workspace/actions'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { listPlans } from '../action-plans/action-plans.ts'
import { changeAction, createAction, getAction, removeAction } from './actions.ts'

const tag = 'actions'
const one = '/actions/:action'
const params = z.strictObject({
  action: named('The plan’s name and the action’s', '2026.stemmebus'),
})
const none = z.strictObject({})
const reading = { scope: 'meetings:read' } as const
const writing = { scope: 'meetings' } as const

const exampleNew = {
  plan: '2026',
  title: { da: 'Stemmebus', en: 'Voting bus' },
  description: { da: 'En bus med en stemmeboks', en: 'A bus with a polling booth' },
  responsible: { da: 'Valgsekretariatet', en: 'The election office' },
  goals: ['stemme'],
  indicators: ['deltagelse'],
}
const example = {
  id: '2026.stemmebus',
  slug: 'stemmebus',
  ...exampleNew,
  partners: null,
  targetGroup: null,
  state: 'planned',
  stateReason: null,
  startsOn: null,
  endsOn: null,
  effect: null,
  milestones: [],
  continues: null,
}

const Filters = z.strictObject({
  plan: named('Only actions of this plan', '2026').optional(),
  goal: named('Only actions that serve this goal', 'stemme').optional(),
  indicator: named('Only actions that are to move this indicator', 'deltagelse').optional(),
  state: ActionState.optional().meta({ description: 'Only actions that are so far', examples: ['under-way'] }),
  ...pageParameters,
})

const isAsked = (action: WorkspaceAction, { plan, goal, indicator, state }: z.output<typeof Filters>): boolean =>
  (plan === undefined || action.plan === plan) &&
  (goal === undefined || action.goals.includes(goal)) &&
  (indicator === undefined || action.indicators.includes(indicator)) &&
  (state === undefined || action.state === state)

/** Actions (indsatser) of action plans. */
export function addActionRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/actions',
    operationId: 'listActions',
    summary: 'Actions',
    description: 'The actions of all plans, the newest plan first, each in the order of its plan.',
    tag,
    access: reading,
    params: none,
    query: Filters,
    body: noContent,
    answers: { 200: { description: 'A page of actions', schema: pageSchema(WorkspaceAction) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => {
      const placed = listPlans(db).flatMap((plan) =>
        plan.actions.map((action, index) => ({ index, action: workspaceAction(plan, action) })),
      )
      const { items, ...page } = pageOf(
        placed.filter(({ action }) => isAsked(action, query)),
        ({ action: { plan, id }, index }) => [-planOf(plan).year, plan, index, id],
        query,
      )
      return { page: { ...page, items: items.map(({ action }) => action) } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/actions',
    operationId: 'createAction',
    summary: 'Add an action',
    description: 'Adds an action to a plan, after its others.',
    tag,
    access: writing,
    params: none,
    query: none,
    body: NewAction,
    answers: { 201: { description: 'The action', schema: WorkspaceAction } },
    example: { body: exampleNew, answer: example },
    handler: ({ db, body, who }) => {
      const action = createAction(db, who.actor, body)
      return { status: 201, body: action, stands: action, location: `/actions/${action.id}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getAction',
    summary: 'An action',
    description: 'An action with the plan it is in.',
    tag,
    access: reading,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The action', schema: WorkspaceAction } },
    example: { answer: example },
    handler: ({ db, params: { action } }) => ({ body: getAction(db, action) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'changeAction',
    summary: 'Change an action',
    description: 'Changes part of an action by a merge patch. Lists, such as the milestones, are written whole.',
    tag,
    access: writing,
    params,
    query: none,
    body: ActionPatch,
    answers: { 200: { description: 'The action as it stands now', schema: WorkspaceAction } },
    example: { body: { state: 'under-way', startsOn: '2026-02-01' }, answer: example },
    current: ({ db, params: { action } }) => getAction(db, action),
    handler: ({ db, params: { action: id }, body, who }) => {
      const action = changeAction(db, who.actor, id, body)
      return { body: action, stands: action }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: one,
    operationId: 'deleteAction',
    summary: 'Delete an action',
    description: 'Deletes an action nothing refers to. Releases it was published in keep it.',
    tag,
    access: writing,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is deleted', schema: null } },
    example: {},
    current: ({ db, params: { action } }) => getAction(db, action),
    handler: ({ db, params: { action }, who }) => {
      removeAction(db, who.actor, action)
      return {}
    },
  })
}
