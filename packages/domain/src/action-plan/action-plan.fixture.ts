import type { Action } from './action-plan.ts'

const text = (words: string) => ({ da: words, en: words })

/** An action that is under way; give what a test is about. */
export function exampleAction(slug: string, more: Partial<Action> = {}): Action {
  return {
    slug,
    title: text(slug),
    description: text('Det, der gøres'),
    responsible: text('Et center'),
    partners: null,
    targetGroup: null,
    state: 'under-way',
    stateReason: null,
    startsOn: '2026-01-01',
    endsOn: null,
    goals: [],
    indicators: [],
    effect: null,
    milestones: [],
    continues: null,
    ...more,
  }
}
