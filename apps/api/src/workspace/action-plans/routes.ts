import { planName, type ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { ActionPlanPatch, NewActionPlan, WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { Order } from '@pejling/domain/workspace/order'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { changePlan, createPlan, listPlans, orderActions, removePlan, requirePlan } from './action-plans.ts'

const tag = 'action-plans'
const one = '/action-plans/:plan'
const params = z.strictObject({
  plan: named('The name of the plan', '2026'),
})
const none = z.strictObject({})
const reading = { scope: 'meetings:read' } as const
const writing = { scope: 'meetings' } as const

const answered = (plan: ActionPlan): WorkspaceActionPlan => ({ name: planName(plan), ...plan })

const exampleNew = { framework: 'politik', year: 2027, goesOn: true }
const example = {
  name: '2027',
  year: 2027,
  mark: null,
  framework: 'politik',
  title: { da: 'Handleplan 2027', en: 'Action plan 2027' },
  actions: [],
}

/** Action plans (handleplaner). */
export function addActionPlanRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/action-plans',
    operationId: 'listWorkspaceActionPlans',
    summary: 'Action plans',
    description: 'All action plans with their actions, the newest year first.',
    tag,
    access: reading,
    params: none,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of action plans', schema: pageSchema(WorkspaceActionPlan) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, query }) => ({
      page: pageOf(listPlans(db).map(answered), ({ year, name }) => [-year, name], query),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/action-plans',
    operationId: 'createActionPlan',
    summary: 'Make an action plan',
    description:
      'Makes the plan of a policy and a year, which goes on with what is neither done nor stopped before: its days are moved into that year.',
    tag,
    access: writing,
    params: none,
    query: none,
    body: NewActionPlan,
    answers: { 201: { description: 'The plan', schema: WorkspaceActionPlan } },
    example: { body: exampleNew, answer: example },
    handler: ({ db, body, who }) => {
      const plan = answered(createPlan(db, who.actor, body))
      return { status: 201, body: plan, stands: plan, location: `/action-plans/${plan.name}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getWorkspaceActionPlan',
    summary: 'An action plan',
    description: 'An action plan with its actions.',
    tag,
    access: reading,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The plan', schema: WorkspaceActionPlan } },
    example: { answer: example },
    handler: ({ db, params: { plan } }) => ({ body: answered(requirePlan(db, plan)) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'changeActionPlan',
    summary: 'Change an action plan',
    description: 'Changes what a plan is called. Its actions are changed at `/actions`.',
    tag,
    access: writing,
    params,
    query: none,
    body: ActionPlanPatch,
    answers: { 200: { description: 'The plan as it stands now', schema: WorkspaceActionPlan } },
    example: { body: { title: { da: 'Handleplan 2027' } }, answer: example },
    current: ({ db, params: { plan } }) => answered(requirePlan(db, plan)),
    handler: ({ db, params: { plan: name }, body, who }) => {
      const plan = answered(changePlan(db, who.actor, name, body))
      return { body: plan, stands: plan }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: one,
    operationId: 'deleteActionPlan',
    summary: 'Delete an action plan',
    description: 'Deletes a plan nothing refers to. Releases it was published in keep it.',
    tag,
    access: writing,
    params,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is deleted', schema: null } },
    example: {},
    current: ({ db, params: { plan } }) => answered(requirePlan(db, plan)),
    handler: ({ db, params: { plan }, who }) => {
      removePlan(db, who.actor, plan)
      return {}
    },
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url: `${one}/order`,
    operationId: 'orderActions',
    summary: 'Put the actions of a plan in order',
    description: 'Names every action of the plan once, the first first. `If-Match` is the ETag of the plan.',
    tag,
    access: writing,
    params,
    query: none,
    body: Order,
    answers: { 200: { description: 'The plan as it stands now', schema: WorkspaceActionPlan } },
    example: { body: { order: ['stemmebus'] }, answer: example },
    current: ({ db, params: { plan } }) => answered(requirePlan(db, plan)),
    handler: ({ db, params: { plan: name }, body, who }) => {
      const plan = answered(orderActions(db, who.actor, name, body.order))
      return { body: plan, stands: plan }
    },
  })
}
