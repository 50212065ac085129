import { dateAfter } from '@pejling/domain/day'
import type { ActionPlan, ActionState } from '@pejling/domain/action-plan/action-plan'
import type { Framework } from '@pejling/domain/framework'
import type { Text } from '@pejling/domain/text'
import type { Delivery } from '../data-folder/delivery.ts'
import { actionTexts, type ActionTexts } from './action-texts.ts'

type Action = ActionPlan['actions'][number]

interface Span {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const none: Span = { startsOn: null, endsOn: null }
const earlier = (a: string, b: string): string => (a < b ? a : b)

/** The year of the plan that is in force on a day: a plan is new in the first two months of its year. */
const currentYear = (today: string): number => Number(dateAfter(today, -60).slice(0, 4))

/** When an action of the plan in force is carried out, so that its dates agree with its state on the day. */
function spanOf(state: ActionState, year: number, today: string): Span {
  const spans: Record<ActionState, Span> = {
    done: { startsOn: `${year}-01-01`, endsOn: earlier(`${year}-06-15`, dateAfter(today, -7)) },
    'under-way': { startsOn: `${year}-01-01`, endsOn: `${year + 1}-06-30` },
    planned: { startsOn: `${year + 1}-03-15`, endsOn: `${year + 1}-11-30` },
    stopped: { startsOn: `${year}-01-01`, endsOn: earlier(`${year}-05-31`, dateAfter(today, -7)) },
    idea: none,
  }
  return spans[state]
}

function milestonesOf({ startsOn, endsOn }: Span, state: ActionState, today: string): Action['milestones'] {
  if (startsOn === null || endsOn === null || state === 'stopped') return []
  const step = (da: string, en: string, due: string): Action['milestones'][number] => ({
    title: { da, en },
    due,
    done: due < today,
  })
  return [
    step('Aftalerne er på plads', 'Agreements are in place', dateAfter(startsOn, 14)),
    step('Forløbet er evalueret', 'The course has been evaluated', endsOn),
  ]
}

interface Told {
  readonly texts: ActionTexts
  readonly state: ActionState
  readonly span: Span
  readonly reason: Text | null
  readonly continues: Action['continues']
}

function actionOf(
  { texts, state, span, reason, continues }: Told,
  { goals, indicators }: Pick<Delivery, 'goals' | 'indicators'>,
  today: string,
): Action {
  const goal = goals.find(({ slug }) => slug === texts.goal) ?? goals[0]
  const moved = indicators.find(({ slug }) => slug === texts.indicator)
  return {
    slug: texts.slug,
    title: texts.title,
    description: texts.description,
    responsible: texts.responsible,
    partners: texts.partners,
    targetGroup: texts.targetGroup,
    state,
    stateReason: state === 'stopped' ? reason : null,
    ...span,
    goals: goal ? [goal.slug] : [],
    indicators: moved ? [moved.slug] : [],
    effect: texts.effect,
    milestones: milestonesOf(span, state, today),
    continues,
  }
}

const tooFew: Text = { da: 'For få tog imod tilbuddet.', en: 'Too few took up the offer.' }

/** The states of the actions in the plan in force, in the order of their texts. */
const statesNow: readonly ActionState[] = ['done', 'under-way', 'planned', 'stopped', 'idea', 'under-way', 'done']
/** The state in last year's plan of the actions that were in it. What is in both plans goes on from the one to the other. */
const statesThen: readonly (ActionState | undefined)[] = [
  undefined,
  'under-way',
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  'done',
  'stopped',
]

/** Invents the plan in force on a day and that of the year before. Dates and milestones agree with the states. */
export function inventActionPlans(
  framework: Framework,
  delivery: Pick<Delivery, 'goals' | 'indicators'>,
  today: string,
): ActionPlan[] {
  const year = currentYear(today)
  const plan = (of: number, actions: Action[]): ActionPlan => ({
    year: of,
    mark: framework.mark,
    framework: framework.slug,
    title: { da: `Handleplan ${of}`, en: `Action plan ${of}` },
    actions,
  })
  const told = (state: ActionState | undefined, index: number, of: number): Action[] => {
    const texts = actionTexts[index]
    if (texts === undefined || state === undefined) return []
    const isInBoth = statesThen[index] !== undefined && statesNow[index] !== undefined
    const { endsOn } = spanOf(state, isInBoth ? year : of, today)
    const { startsOn } = spanOf(state, isInBoth ? year - 1 : of, today)
    const continues = isInBoth && of === year ? { year: year - 1, action: texts.slug } : null
    return [actionOf({ texts, state, span: { startsOn, endsOn }, reason: tooFew, continues }, delivery, today)]
  }
  return [
    plan(
      year - 1,
      statesThen.flatMap((state, index) => told(state, index, year - 1)),
    ),
    plan(
      year,
      statesNow.flatMap((state, index) => told(state, index, year)),
    ),
  ]
}
