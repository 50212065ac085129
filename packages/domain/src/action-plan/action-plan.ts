import { z } from 'zod'
import { Mark, markOf, printedNumber, type Framework } from '../framework.ts'
import { Slug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { started, Text } from '../text.ts'

/** How far an action is. A stopped one says why. */
export const ActionState = z.enum(['idea', 'planned', 'under-way', 'done', 'stopped'])
export type ActionState = z.infer<typeof ActionState>

/** A step on an action's way, and whether it has been taken. */
export const ActionMilestone = z.strictObject({ title: Text, due: CalendarDate, done: z.boolean() })
export type ActionMilestone = z.infer<typeof ActionMilestone>

/** Something the municipality and its partners do to move a goal (indsats). A stopped action says why. */
export const Action = z
  .strictObject({
    slug: Slug,
    title: Text,
    description: Text,
    responsible: Text,
    partners: Text.nullable().default(null).describe('From civil society and business; null: none'),
    targetGroup: Text.nullable().default(null).describe('Whom it is for; null: everybody'),
    state: ActionState,
    stateReason: Text.nullable(),
    startsOn: CalendarDate.nullable(),
    endsOn: CalendarDate.nullable(),
    goals: z.array(Slug),
    indicators: z.array(Slug).describe('The indicators it is meant to move'),
    effect: Text.nullable().default(null).describe('How it is meant to move them; null: not said'),
    milestones: z.array(ActionMilestone).default([]),
    continues: z
      .strictObject({ year: z.int(), action: Slug })
      .nullable()
      .default(null)
      .describe('The action of an earlier plan it goes on from; null: it is new'),
  })
  .superRefine((action, context) => {
    if (action.state === 'stopped' && action.stateReason === null) {
      context.addIssue({ code: 'custom', path: ['stateReason'], message: 'A stopped action needs a reason' })
    }
  })
  .meta({ id: 'Action', description: 'An action (indsats) of an action plan.' })
export type Action = z.infer<typeof Action>

/** What contradicts itself in an action, and at which of its fields; `null`: nothing. */
export function contradictionIn({
  state,
  stateReason,
  startsOn,
  endsOn,
}: Pick<Action, 'stateReason' | 'startsOn' | 'endsOn'> & { readonly state: string }): {
  readonly at: 'stateReason' | 'endsOn'
  readonly problem: Text
} | null {
  if (state === 'stopped' && stateReason === null) {
    return { at: 'stateReason', problem: { da: 'Skriv, hvorfor den blev stoppet.', en: 'Write why it was stopped.' } }
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    return { at: 'endsOn', problem: { da: 'Den slutter, før den begynder.', en: 'It ends before it begins.' } }
  }
  return null
}

/** A plan by its policy and year: what names it wherever it is spoken of. */
export interface PlanReference {
  readonly mark: Mark | null
  readonly year: number
}

/** What a plan goes by in addresses: its year, after the mark of its policy where that has one. */
export const PlanName = z
  .string()
  .regex(/^(?:[a-z][a-z0-9]{0,15}-)?2[01]\d\d$/)
  .meta({ id: 'PlanName', description: 'Name of an action plan.', examples: ['2026', 'klima-2026'] })
export type PlanName = z.infer<typeof PlanName>

/** The name of a plan: `2026`, `klima-2026`. */
export const planName = ({ mark, year }: PlanReference): PlanName => (mark === null ? String(year) : `${mark}-${year}`)

/** The plan of a name. */
export const planOf = (name: PlanName): PlanReference => ({ mark: markOf(name), year: Number(printedNumber(name)) })

/** The mark of a plan's policy, in whatever speaks of a plan. */
export const planMark = Mark.nullable().default(null).describe('The mark of the policy; null: it has none')

/** The actions of one year (handleplan). */
export const ActionPlan = z
  .strictObject({
    year: z.int().min(2000).max(2199),
    mark: planMark,
    framework: Slug,
    title: Text,
    actions: z.array(Action),
  })
  .meta({ id: 'ActionPlan', description: 'The actions of one year (handleplan).' })
export type ActionPlan = z.infer<typeof ActionPlan>

/** What an action in a plan goes by: the plan's name and its own. */
export const actionKey = (plan: PlanReference, slug: string): string => `${planName(plan)}.${slug}`

/** A plan with nothing in it yet. One of the first policy is named by its year alone. */
export function newPlan({ mark, slug, title }: Pick<Framework, 'mark' | 'slug' | 'title'>, year: number): ActionPlan {
  const named = (policy: string, plan: string): string =>
    mark === null ? `${started(plan)} ${year}` : `${policy}: ${plan} ${year}`
  return {
    year,
    mark,
    framework: slug,
    title: { da: named(title.da, 'handleplan'), en: named(title.en, 'action plan') },
    actions: [],
  }
}

/** The same day so many years on; 29 February is 28 February where the year has none. */
function yearsOn(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years)
  const moved = `${year}${day.slice(4)}`
  return CalendarDate.safeParse(moved).success ? moved : `${year}-02-28`
}

/**
 * The plan of a later year (left out: the next), begun with whatever is neither done nor stopped: each action goes on from its own of
 * the year before, with the milestones that are left. Days up to the end of the plan’s year are moved as many years on; those that lie
 * later were set for the new plan already.
 */
export function rollOver(
  plan: ActionPlan,
  framework: Parameters<typeof newPlan>[0],
  year: number = plan.year + 1,
): ActionPlan {
  const moved = (day: string): string => (Number(day.slice(0, 4)) <= plan.year ? yearsOn(day, year - plan.year) : day)
  const actions = plan.actions
    .filter(({ state }) => state !== 'done' && state !== 'stopped')
    .map((action) => ({
      ...action,
      startsOn: action.startsOn === null ? null : moved(action.startsOn),
      endsOn: action.endsOn === null ? null : moved(action.endsOn),
      milestones: action.milestones
        .filter(({ done }) => !done)
        .map((milestone) => ({ ...milestone, due: moved(milestone.due) })),
      continues: { year: plan.year, action: action.slug },
    }))
  return { ...newPlan(framework, year), actions }
}
