import { actionKey, newPlan, planName, rollOver, type ActionPlan } from '@pejling/domain/action-plan/action-plan'
import type { Framework } from '@pejling/domain/framework'
import { danishDay } from '@pejling/domain/period/danish-day'
import type { Text } from '@pejling/domain/text'
import type { NewActionPlan } from '@pejling/domain/workspace/action-plans'
import { inGivenOrder } from '@pejling/domain/workspace/order'
import type { MergePatch } from '@pejling/domain/workspace/patch'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import type { ReferenceTo } from '../../http/problem.ts'
import { kinds, listDefinitions, listFrameworks, putDefinition, removeDefinition } from '../definitions.ts'
import { readPatched } from '../read-input.ts'
import { conflict, noSuch, refuseReferred, wrongAt, wrongOrder } from '../references.ts'

/* Action plans (handleplaner): making, naming, ordering and removing them. Their actions are in ../actions. */

/** All plans, the newest year first. */
export const listPlans = (db: Database): readonly ActionPlan[] =>
  listDefinitions(db, kinds.actionPlan).toSorted((a, b) => b.year - a.year || (a.framework < b.framework ? -1 : 1))

/** The plan of a name; `null`: there is none. */
export const findPlan = (db: Database, name: string): ActionPlan | null =>
  listPlans(db).find((plan) => planName(plan) === name) ?? null

/** The plan of a name. Throws a Problem (404). */
export function requirePlan(db: Database, name: string): ActionPlan {
  const plan = findPlan(db, name)
  if (!plan) throw noSuch(`Der er ingen handleplan "${name}".`, `There is no action plan "${name}".`)
  return plan
}

/** Writes a plan with other actions. */
export const putActions = (changeSet: ChangeSet, plan: ActionPlan, actions: ActionPlan['actions']): void =>
  putDefinition(changeSet, kinds.actionPlan, { ...plan, actions })

/** The plan of a policy that would come after its newest one; of this year where there is none. */
export function nextPlan(db: Database, framework: Framework): ActionPlan {
  const newest = listPlans(db).find((plan) => plan.framework === framework.slug)
  return newest ? rollOver(newest, framework) : newPlan(framework, Number(danishDay(db.clock()).slice(0, 4)))
}

function planFrom(db: Database, framework: Framework, { year, title, goesOn }: Omit<NewActionPlan, 'framework'>) {
  const asked = year ?? nextPlan(db, framework).year
  const before = listPlans(db).find((plan) => plan.framework === framework.slug && plan.year < asked)
  const plan = goesOn && before ? rollOver(before, framework, asked) : newPlan(framework, asked)
  return { ...plan, title: title ?? plan.title }
}

/** Makes a plan. Throws a Problem where there is no such policy (422), or it has a plan of that year (409), and a NotAllowedError. */
export function createPlan(db: Database, actor: Actor, input: NewActionPlan): ActionPlan {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const framework = listFrameworks(db).find(({ slug }) => slug === input.framework)
    if (!framework) {
      const { framework: name } = input
      throw wrongAt('/framework', `Der er ingen politik "${name}".`, `There is no policy "${name}".`)
    }
    const plan = planFrom(db, framework, input)
    const name = planName(plan)
    if (findPlan(db, name)) {
      throw conflict(`Handleplanen "${name}" findes allerede.`, `There is an action plan "${name}" already.`)
    }
    putDefinition(changeSet, kinds.actionPlan, plan)
    return plan
  })
}

/** Changes what a plan is called. Throws a Problem (404, 422), and a NotAllowedError. */
export function changePlan(db: Database, actor: Actor, name: string, patch: MergePatch): ActionPlan {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const plan = readPatched(kinds.actionPlan.schema, requirePlan(db, name), patch)
    putDefinition(changeSet, kinds.actionPlan, plan)
    return plan
  })
}

/** Puts the actions of a plan in an order. Throws a Problem where the order does not name each of them once (422), or there is no plan (404). */
export function orderActions(db: Database, actor: Actor, name: string, order: readonly string[]): ActionPlan {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const plan = requirePlan(db, name)
    const actions = inGivenOrder(plan.actions, order)
    if (!actions) throw wrongOrder(plan.actions)
    putActions(changeSet, plan, actions)
    return { ...plan, actions }
  })
}

const sameInBoth = (name: string): Text => ({ da: name, en: name })

/** What refers to a plan, or to one action of it: actions of later plans, ideas and meetings. */
export function referencesToPlan(db: Database, plan: ActionPlan, action: string | null): ReferenceTo[] {
  const isThis = (one: { readonly year: number; readonly mark: string | null }): boolean =>
    planName(plan) === planName(one)
  const isMeant = (slug: string): boolean => action === null || slug === action
  const later = listPlans(db)
    .filter((other) => other.mark === plan.mark && !isThis(other))
    .flatMap((other) =>
      other.actions
        .filter(({ continues }) => continues?.year === plan.year && isMeant(continues.action))
        .map(({ slug, title }) => ({ resource: 'actions', id: actionKey(other, slug), name: title })),
    )
  const ideas = listDefinitions(db, kinds.idea)
    .filter(({ takenUpBy }) => takenUpBy.some((one) => isThis(one) && isMeant(one.action)))
    .map(({ slug, title }) => ({ resource: 'ideas', id: slug, name: sameInBoth(title) }))
  const meetings = listDefinitions(db, kinds.meeting)
    .filter(({ items }) => items.some(({ about }) => about.kind === 'action-plan' && isThis(about)))
    .map(({ slug, committee, date }) => ({ resource: 'meetings', id: slug, name: sameInBoth(`${committee}, ${date}`) }))
  return [...later, ...ideas, ...(action === null ? meetings : [])]
}

/** Removes a plan nothing refers to. What has been published with it keeps it. Throws a Problem (404, 409), and a NotAllowedError. */
export function removePlan(db: Database, actor: Actor, name: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    const plan = requirePlan(db, name)
    refuseReferred(referencesToPlan(db, plan, null))
    removeDefinition(changeSet, kinds.actionPlan, name)
  })
}
