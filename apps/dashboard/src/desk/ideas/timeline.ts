import { actionKey, planName } from '@pejling/domain/action-plan/action-plan'
import type { Action } from '@pejling/domain/action-plan/action-plan'
import type { WorkspaceActionPlan } from '@pejling/domain/workspace/action-plans'
import type { WorkspaceIdea } from '@pejling/domain/workspace/ideas'

/** Something that came of an idea. `on`: the day, where one is known. */
export type Step =
  | { readonly kind: 'voiced'; readonly on: string; readonly place: string }
  | {
      readonly kind: 'taken-up'
      readonly on: null
      readonly id: string
      readonly plan: string
      readonly year: number
      /** `null`: it is there no more. */
      readonly action: Action | null
    }
  | { readonly kind: 'declined'; readonly on: null; readonly why: string }

type TakenUp = WorkspaceIdea['takenUpBy'][number]

/** An action and what goes on from it in later plans, year by year. */
function goingOn(first: TakenUp, plans: readonly WorkspaceActionPlan[]): TakenUp[] {
  const later = plans
    .filter(({ mark, year }) => mark === first.mark && year > first.year)
    .toSorted((a, b) => a.year - b.year)
    .flatMap((plan) =>
      plan.actions
        .filter(({ continues }) => continues?.year === first.year && continues.action === first.action)
        .map(({ slug }) => ({ year: plan.year, mark: plan.mark, action: slug })),
    )
  return [first, ...later.flatMap((next) => goingOn(next, plans))]
}

/** What became of an idea: where it was voiced, the actions that took it up and those that go on from them, or why not. */
export function timelineOf(
  { voicedOn, voicedAt, takenUpBy, whyNot }: WorkspaceIdea,
  plans: readonly WorkspaceActionPlan[],
): readonly Step[] {
  const followed = takenUpBy.flatMap((one) => goingOn(one, plans)).toSorted((a, b) => a.year - b.year)
  const unique = followed.filter(
    (one, index) =>
      followed.findIndex((other) => actionKey(other, other.action) === actionKey(one, one.action)) === index,
  )
  return [
    { kind: 'voiced', on: voicedOn, place: voicedAt },
    ...unique.map(({ action: slug, ...of }): Step => {
      const plan = planName(of)
      const action = plans.find(({ name }) => name === plan)?.actions.find((one) => one.slug === slug) ?? null
      return { kind: 'taken-up', on: null, id: slug, plan, year: of.year, action }
    }),
    ...(whyNot === null ? [] : [{ kind: 'declined', on: null, why: whyNot } as const]),
  ]
}
