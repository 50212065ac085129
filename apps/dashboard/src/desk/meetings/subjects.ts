import { useQuery } from '@tanstack/react-query'
import { planName, planOf } from '@pejling/domain/action-plan/action-plan'
import { byNumber } from '@pejling/domain/framework'
import type { MeetingSubject, WrittenItem } from '@pejling/domain/meeting/meeting'
import { plansQuery } from '../client/committee.ts'
import { textOf } from '../client/locale.ts'
import { goalsQuery, indicatorsQuery } from '../client/policy.ts'
import type { Option } from '../widgets/choice.tsx'
import { words } from './words.ts'

/* What an item of an agenda can be about. In forms a subject is one word: `goal 2.2`. */

/** The subject as one word. */
export function subjectKey(about: MeetingSubject): string {
  switch (about.kind) {
    case 'goal':
      return `goal ${about.goal}`
    case 'indicator':
      return `indicator ${about.indicator}`
    case 'action-plan':
      return `action-plan ${planName(about)}`
    case 'text':
    default:
      return 'text'
  }
}

/** The subject of a word. */
export function subjectOf(key: string): MeetingSubject {
  const [kind, name = ''] = key.split(' ')
  if (kind === 'goal') return { kind, goal: name }
  if (kind === 'indicator') return { kind, indicator: name }
  return kind === 'action-plan' ? { kind, ...planOf(name) } : { kind: 'text' }
}

/** Everything an item can be about, grouped: goals, action plans, indicators. */
export function useSubjects(): readonly Option[] {
  const [goals, plans, indicators] = [useQuery(goalsQuery), useQuery(plansQuery), useQuery(indicatorsQuery)]
  return [
    ...(goals.data ?? [])
      .filter(({ retiredOn }) => !retiredOn)
      .toSorted(byNumber)
      .map((goal) => ({
        value: subjectKey({ kind: 'goal', goal: goal.number }),
        label: `${goal.number} ${textOf(goal.text)}`,
        about: words.kinds.goal,
      })),
    ...(plans.data ?? []).map((plan) => ({
      value: subjectKey({ kind: 'action-plan', year: plan.year, mark: plan.mark }),
      label: textOf(plan.title),
      about: words.kinds['action-plan'],
    })),
    ...(indicators.data ?? [])
      .toSorted((a, b) => textOf(a.name).localeCompare(textOf(b.name), 'da'))
      .map(({ slug, name }) => ({
        value: subjectKey({ kind: 'indicator', indicator: slug }),
        label: textOf(name),
        about: words.kinds.indicator,
      })),
  ]
}

/** What an item is called: its own heading, or what it is about. */
export const itemName = (
  { title, about }: Pick<WrittenItem, 'title' | 'about'>,
  subjects: readonly Option[],
): string => {
  const key = subjectKey(about)
  return title ?? subjects.find(({ value }) => value === key)?.label ?? key.replace(/^\S+ /, '')
}
