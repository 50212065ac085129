import type { z } from 'zod'
import { actionKey, planName, type Action, type ActionPlan, type PlanReference } from '../action-plan/action-plan.ts'
import { outcomeOf, type ActionOutcome, type MovedIndicator } from '../sentence/outcome.ts'
import type { GoalComment } from '../comment.ts'
import { printedNumber } from '../framework.ts'
import type { Verdict } from '../progress/assessment.ts'
import { ActionPlanDocument, GoalDocument, IndicatorDocument, IndicatorsDocument } from '../release/documents.ts'
import type { IndicatorSummary } from '../release/documents.ts'
import { documentPath } from '../release/paths.ts'
import { comparedWords, peopleSentences } from '../sentence/comparison-sentence.ts'
import { goalSentence } from '../sentence/goal-sentence.ts'
import type { Text } from '../text.ts'
import type { MeetingDocument, SharedItem } from './meeting.ts'

/** What stands at a path of the release a meeting is pinned to; `undefined`: nothing. */
export type ReadReleased = (path: string) => unknown

/** An action with what came of it. */
export interface ShownAction extends PlanReference {
  readonly action: Action
  readonly outcome: ActionOutcome
}

/** An item with everything its release says of it: for the screen, the slide, the paper and the workbook alike. */
export interface ShownItem {
  readonly item: SharedItem
  /** Where it belongs: `2.2 · Deltag i det lokale demokrati`; `null`: nowhere. */
  readonly kicker: Text | null
  readonly name: Text
  /** Titles of its own are in Danish alone. */
  readonly isDanish: boolean
  readonly verdict: Verdict | null
  /** The finding. */
  readonly sentence: Text | null
  /** Its latest figure with its margin, and against others; `null`: nothing of that is known. */
  readonly compared: Text | null
  /** What the change since last time and the distance to the target amount to in people; `null`: not known. */
  readonly people: Text | null
  /** The indicator whose figures are shown; `null`: there is none. */
  readonly indicator: IndicatorDocument | null
  readonly comment: GoalComment | null
  readonly actions: readonly ShownAction[]
  readonly plan: ActionPlan | null
}

function readAs<Schema extends z.ZodType>(read: ReadReleased, path: string, schema: Schema): z.output<Schema> | null {
  const json = read(path)
  return json === undefined ? null : schema.parse(json)
}

/**
 * Actions with what came of them, by the figures of a release. One that goes on in a later plan of the list is told of
 * there.
 */
export function withOutcomes(
  actions: readonly (PlanReference & { readonly action: Action })[],
  summaries: readonly MovedIndicator[],
): readonly ShownAction[] {
  const goesOn = new Set(
    actions.flatMap(({ mark, action: { continues } }) =>
      continues === null ? [] : [actionKey({ mark, year: continues.year }, continues.action)],
    ),
  )
  return actions
    .filter((one) => !goesOn.has(actionKey(one, one.action.slug)))
    .map(({ year, mark, action }) => ({ year, mark, action, outcome: outcomeOf(action, summaries) }))
}

const noMore: Text = { da: 'Findes ikke i denne udgivelse', en: 'Not in this release' }

const bare = {
  kicker: null,
  verdict: null,
  sentence: null,
  compared: null,
  people: null,
  indicator: null,
  comment: null,
  actions: [],
  plan: null,
} as const

const summariesOf = (read: ReadReleased): readonly IndicatorSummary[] =>
  readAs(read, documentPath.indicators, IndicatorsDocument)?.indicators ?? []

const kickerOf = (number: string, area: Text): Text => ({
  da: `${printedNumber(number)} · ${area.da}`,
  en: `${printedNumber(number)} · ${area.en}`,
})

function showGoal(read: ReadReleased, number: string): Omit<ShownItem, 'item' | 'isDanish'> {
  const document = readAs(read, documentPath.goal(number), GoalDocument)
  if (!document) return { ...bare, name: noMore }
  const { goal, focusArea, indicators, comments, actions } = document
  const headline = indicators.find(({ slug }) => slug === goal.headline)
  const indicator = headline ? readAs(read, documentPath.indicator(headline.slug), IndicatorDocument) : null
  return {
    ...bare,
    kicker: kickerOf(number, focusArea.title),
    name: goal.text,
    verdict: goal.verdict,
    sentence: goalSentence(goal, indicators),
    compared: indicator && comparedWords(indicator),
    people: indicator?.comparison ? peopleSentences(indicator.comparison) : null,
    indicator,
    comment: comments?.[0] ?? null,
    actions: withOutcomes(actions ?? [], summariesOf(read)),
  }
}

function showSubject(read: ReadReleased, item: SharedItem): Omit<ShownItem, 'item' | 'isDanish'> {
  const { about } = item
  if (about.kind === 'goal') return showGoal(read, about.goal)
  if (about.kind === 'indicator') {
    const document = readAs(read, documentPath.indicator(about.indicator), IndicatorDocument)
    if (!document) return { ...bare, name: noMore }
    const [assessment] = document.assessments
    const [goal] = document.goals
    return {
      ...bare,
      kicker: goal ? kickerOf(goal.number, goal.focusArea) : null,
      name: document.indicator.name,
      verdict: assessment?.verdict ?? null,
      sentence: assessment?.sentence ?? null,
      compared: comparedWords(document),
      people: document.comparison && peopleSentences(document.comparison),
      indicator: document,
    }
  }
  if (about.kind === 'action-plan') {
    const plan = readAs(read, documentPath.actionPlan(planName(about)), ActionPlanDocument)?.actionPlan ?? null
    const actions = (plan?.actions ?? []).map((action) => ({ year: about.year, mark: about.mark, action }))
    return { ...bare, name: plan?.title ?? noMore, plan, actions: withOutcomes(actions, summariesOf(read)) }
  }
  return { ...bare, name: noMore }
}

/** A meeting's items with what the release it is pinned to says of each. */
export function showMeeting({ items }: MeetingDocument, read: ReadReleased): readonly ShownItem[] {
  return items.map((item) => {
    const shown = showSubject(read, item)
    const name = item.title === null ? shown.name : { da: item.title, en: item.title }
    return { ...shown, name, isDanish: item.title !== null, item }
  })
}
