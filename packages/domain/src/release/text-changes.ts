import { z } from 'zod'
import { planName } from '../action-plan/action-plan.ts'
import { fieldChanges, type FieldChange } from '../change/field-changes.ts'
import { FocusArea, Goal } from '../framework.ts'
import type { Text } from '../text.ts'
import type {
  ActionPlanDocument,
  FrameworkDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
} from './documents.ts'

/** What can be written besides figures and descriptions of indicators. */
export const textKinds = [
  'profile',
  'framework',
  'focus-area',
  'goal',
  'comment',
  'target',
  'override',
  'action-plan',
  'action',
  'idea',
] as const
export type TextKind = (typeof textKinds)[number]

/** A text that is not as it was. */
export interface TextChange {
  readonly kind: TextKind
  /** Names it among its kind: `byraadet`, `deltagelse/2029`. */
  readonly key: string
  readonly change: 'added' | 'changed' | 'removed'
  /** What it is called: its own words, or what it is about. */
  readonly name: Text
  /** What of it is otherwise, in words; of what is new or gone, all of it. */
  readonly fields: readonly FieldChange[]
}

/** Documents of a release that carry texts. */
export interface PublishedTexts {
  /** JSON of the site's profile; `null`: it has none. */
  readonly profile: string | null
  readonly frameworks: readonly FrameworkDocument[]
  readonly goals: readonly GoalDocument[]
  readonly indicators: readonly IndicatorDocument[]
  readonly actionPlans: readonly ActionPlanDocument[]
  readonly ideas: IdeasDocument | null
}

interface Written {
  readonly kind: TextKind
  readonly name: Text
  readonly body: string
}

const inBoth = (text: string): Text => ({ da: text, en: text })
const before = (lead: string, { da, en }: Text): Text => ({ da: `${lead} ${da}`, en: `${lead} ${en}` })

function ofPolicies({ frameworks, goals }: PublishedTexts): [string, Written][] {
  const policies = frameworks.flatMap(({ framework, focusAreas }): [string, Written][] => [
    [framework.slug, { kind: 'framework', name: framework.title, body: JSON.stringify(framework) }],
    ...focusAreas.flatMap((area): [string, Written][] => [
      [area.slug, { kind: 'focus-area', name: area.title, body: JSON.stringify(FocusArea.strip().parse(area)) }],
      ...area.goals.map((goal): [string, Written] => [
        goal.slug,
        { kind: 'goal', name: before(goal.number, goal.text), body: JSON.stringify(Goal.strip().parse(goal)) },
      ]),
    ]),
  ])
  const comments = goals.flatMap(({ goal, comments: said = [] }) =>
    said.map((comment): [string, Written] => [
      `${comment.goal}/${comment.year}`,
      { kind: 'comment', name: inBoth(`${goal.number}, ${comment.year}`), body: JSON.stringify(comment) },
    ]),
  )
  return [...policies, ...comments]
}

function ofIndicators({ indicators }: PublishedTexts): [string, Written][] {
  return indicators.flatMap(({ indicator: { slug, name }, targets, assessments }) => [
    ...targets.map(({ target, ...own }): [string, Written] => [
      `${slug}/${own.slug}`,
      // The value of a target that follows another area comes with the figures.
      { kind: 'target', name, body: JSON.stringify(own.benchmark === null ? { ...own, target } : own) },
    ]),
    ...assessments.flatMap(({ series, override }): [string, Written][] =>
      override === null ? [] : [[`${slug}/${series}`, { kind: 'override', name, body: JSON.stringify(override) }]],
    ),
  ])
}

function ofWork({ actionPlans, ideas }: PublishedTexts): [string, Written][] {
  const plans = actionPlans.flatMap(({ actionPlan: { actions, ...plan } }): [string, Written][] => [
    [planName(plan), { kind: 'action-plan', name: plan.title, body: JSON.stringify(plan) }],
    ...actions.map((action): [string, Written] => [
      `${planName(plan)}/${action.slug}`,
      { kind: 'action', name: action.title, body: JSON.stringify(action) },
    ]),
  ])
  const wished = (ideas?.ideas ?? []).map((idea): [string, Written] => [
    idea.slug,
    { kind: 'idea', name: inBoth(idea.title), body: JSON.stringify(idea) },
  ])
  return [...plans, ...wished]
}

const siteName: Text = { da: 'Sidens navn, sprog og udseende', en: 'Name, languages and looks of the site' }

/** As much of a text as can be compared by eye. */
const longest = 4000

const state = (one: Written | undefined) => (one === undefined ? null : z.json().parse(JSON.parse(one.body)))

function written(texts: PublishedTexts): Map<string, Written> {
  const site: [string, Written][] =
    texts.profile === null ? [] : [['site', { kind: 'profile', name: siteName, body: texts.profile }]]
  const all = [...site, ...ofPolicies(texts), ...ofIndicators(texts), ...ofWork(texts)]
  return new Map(all.map(([key, one]) => [`${one.kind} ${key}`, one]))
}

/** Every text that was added, changed or removed from some documents to others, in the order of {@link textKinds}. */
export function compareTexts(old: PublishedTexts, now: PublishedTexts): TextChange[] {
  const [was, is] = [written(old), written(now)]
  const changes = [...new Map([...was, ...is])].flatMap(([key, { kind, name }]): TextChange[] => {
    const [then, today] = [was.get(key), is.get(key)]
    if (then?.body === today?.body) return []
    return [
      {
        kind,
        key: key.slice(kind.length + 1),
        name,
        fields: fieldChanges(state(then), state(today), (person) => person, longest),
        change: then === undefined ? 'added' : today === undefined ? 'removed' : 'changed',
      },
    ]
  })
  return changes.toSorted((a, b) => textKinds.indexOf(a.kind) - textKinds.indexOf(b.kind))
}
