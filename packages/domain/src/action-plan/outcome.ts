import type { Verdict } from '../progress/assessment.ts'
import type { Text } from '../text/text.ts'
import type { Action } from './action-plan.ts'

/** What came of an action, held against what happened to the indicators it was meant to move. */
export type ActionOutcome = 'done-moved' | 'done-unmoved' | 'undone-moved' | 'undone' | 'done-unknown'

/** The verdicts that say an indicator goes the right way. A target that is not reached in time may still be on the way. */
const movesRight: ReadonlySet<Verdict> = new Set(['reached', 'on-track', 'behind', 'too-slow', 'improving'])
const says: ReadonlySet<Verdict> = new Set([...movesRight, 'no-change', 'wrong-way', 'stable', 'worsening'])

/**
 * Holds what was done against what happened: one of its indicators that goes the right way is a movement. It states what
 * follows what, never that the one brought about the other. `verdicts` are those of the action's indicators.
 */
export function outcomeOf({ state }: Pick<Action, 'state'>, verdicts: readonly Verdict[]): ActionOutcome {
  const moved = verdicts.some((verdict) => movesRight.has(verdict))
  if (state !== 'done') return moved ? 'undone-moved' : 'undone'
  if (moved) return 'done-moved'
  return verdicts.some((verdict) => says.has(verdict)) ? 'done-unmoved' : 'done-unknown'
}

/** Each outcome in words. */
export const outcomeWords: Readonly<Record<ActionOutcome, Text>> = {
  'done-moved': {
    da: 'Gennemført, og indikatoren har flyttet sig den rigtige vej',
    en: 'Done, and the indicator has moved the right way',
  },
  'done-unmoved': {
    da: 'Gennemført, men indikatoren har ikke flyttet sig den rigtige vej',
    en: 'Done, but the indicator has not moved the right way',
  },
  'done-unknown': {
    da: 'Gennemført; om det flyttede noget, siger tallene ikke',
    en: 'Done; the figures do not say whether it moved anything',
  },
  'undone-moved': {
    da: 'Ikke gennemført, men indikatoren har flyttet sig den rigtige vej',
    en: 'Not done, but the indicator has moved the right way',
  },
  undone: { da: 'Ikke gennemført', en: 'Not done' },
}

/** In the order they are told in: what was done first. */
export const outcomes: readonly ActionOutcome[] = [
  'done-moved',
  'done-unmoved',
  'done-unknown',
  'undone-moved',
  'undone',
]

/** Each state in words. */
export const stateWords: Readonly<Record<Action['state'], Text>> = {
  idea: { da: 'Idé', en: 'Idea' },
  planned: { da: 'Planlagt', en: 'Planned' },
  'under-way': { da: 'I gang', en: 'Under way' },
  done: { da: 'Gennemført', en: 'Done' },
  stopped: { da: 'Stoppet', en: 'Stopped' },
}

/** How far an action is and what came of it, in one line. */
export function progressWords({ state }: Pick<Action, 'state'>, outcome: ActionOutcome): Text {
  if (state === 'done') return outcomeWords[outcome]
  const { da, en } = stateWords[state]
  if (outcome !== 'undone-moved') return { da, en }
  return {
    da: `${da}; indikatoren har flyttet sig den rigtige vej`,
    en: `${en}; the indicator has moved the right way`,
  }
}
