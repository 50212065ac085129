import { Action, actionKey, contradictionIn, planName, type ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { freeSlug } from '@pejling/domain/slug'
import { workspaceAction, type NewAction, type WorkspaceAction } from '@pejling/domain/workspace/actions'
import type { MergePatch } from '@pejling/domain/workspace/patch'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { readBody } from '../../http/input.ts'
import type { InputError } from '../../http/problem.ts'
import { findPlan, putActions, referencesToPlan } from '../action-plans/action-plans.ts'
import { putPart } from '../parts.ts'
import { readPatched } from '../read-input.ts'
import {
  conflict,
  noSuch,
  referencesIn,
  refuseErrors,
  refuseReferred,
  unknownGoals,
  unknownIndicators,
  wrongAt,
} from '../references.ts'

/* Actions (indsatser) of action plans. */

/** An action with its plan, by `2026.stemmebus`; `null`: there is none. */
export function findAction(db: Database, id: string): { readonly plan: ActionPlan; readonly action: Action } | null {
  const [name = '', slug = ''] = id.split('.')
  const plan = findPlan(db, name)
  const action = plan?.actions.find((one) => one.slug === slug)
  return plan && action ? { plan, action } : null
}

function requireAction(db: Database, id: string): { readonly plan: ActionPlan; readonly action: Action } {
  const found = findAction(db, id)
  if (!found) throw noSuch(`Der er ingen indsats "${id}".`, `There is no action "${id}".`)
  return found
}

/** The action of an id. Throws a Problem (404). */
export function getAction(db: Database, id: string): WorkspaceAction {
  const { plan, action } = requireAction(db, id)
  return workspaceAction(plan, action)
}

function unknownOrigin(db: Database, { mark }: ActionPlan, { continues }: Action): InputError[] {
  if (continues === null) return []
  const { year, action } = continues
  if (findAction(db, actionKey({ mark, year }, action)) !== null) return []
  const id = actionKey({ mark, year }, action)
  return [
    {
      pointer: '/continues',
      detail: { da: `Der er ingen indsats "${id}".`, en: `There is no action "${id}".` },
    },
  ]
}

/** Throws a Problem (422) where an action contradicts itself or refers to something that is not there. */
function check(db: Database, plan: ActionPlan, action: Action): void {
  const contradiction = contradictionIn(action)
  refuseErrors([
    ...(contradiction ? [{ pointer: `/${contradiction.at}`, detail: contradiction.problem }] : []),
    ...unknownGoals(db, referencesIn('/goals', action.goals)),
    ...unknownIndicators(db, referencesIn('/indicators', action.indicators)),
    ...unknownOrigin(db, plan, action),
  ])
}

/** Writes an action into its plan, in place of the one of the same name or after all others. */
export const putAction = (changeSet: ChangeSet, plan: ActionPlan, action: Action): void =>
  putActions(changeSet, plan, putPart(plan.actions, action))

/** Takes an action out of its plan. */
export const takeOutAction = (changeSet: ChangeSet, plan: ActionPlan, { slug }: Action): void =>
  putActions(
    changeSet,
    plan,
    plan.actions.filter((one) => one.slug !== slug),
  )

/** Adds an action to a plan. Throws a Problem (409, 422), and a NotAllowedError. */
export function createAction(db: Database, actor: Actor, { plan: name, ...input }: NewAction): WorkspaceAction {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const plan = findPlan(db, name)
    if (!plan) throw wrongAt('/plan', `Der er ingen handleplan "${name}".`, `There is no action plan "${name}".`)
    const taken = new Set(plan.actions.map(({ slug }) => slug))
    const slug = input.slug ?? freeSlug(input.title.da, taken)
    if (taken.has(slug)) {
      throw conflict(
        `Handleplanen ${planName(plan)} har allerede en indsats "${slug}".`,
        `The action plan ${planName(plan)} has an action "${slug}" already.`,
      )
    }
    const action = readBody(Action, { ...input, slug })
    check(db, plan, action)
    putAction(changeSet, plan, action)
    return workspaceAction(plan, action)
  })
}

/** Changes part of an action. Throws a Problem (404, 422), and a NotAllowedError. */
export function changeAction(db: Database, actor: Actor, id: string, patch: MergePatch): WorkspaceAction {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const { plan, action: before } = requireAction(db, id)
    const action = readPatched(Action, before, patch)
    check(db, plan, action)
    putAction(changeSet, plan, action)
    return workspaceAction(plan, action)
  })
}

/** Removes an action nothing refers to; what has been published with it keeps it. Throws a Problem (404, 409), and a NotAllowedError. */
export function removeAction(db: Database, actor: Actor, id: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    const { plan, action } = requireAction(db, id)
    refuseReferred(referencesToPlan(db, plan, action.slug))
    takeOutAction(changeSet, plan, action)
  })
}
