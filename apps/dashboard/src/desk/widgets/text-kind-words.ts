import type { TextKind } from '@pejling/domain/release/text-changes'
import { wordsOf } from '../client/locale.ts'

/** What each kind of text that can come out with a release is called. */
export const textKindWords = wordsOf<Readonly<Record<TextKind, string>>>({
  da: {
    profile: 'Hjemmesiden',
    framework: 'Politik',
    'focus-area': 'Del af politikken',
    goal: 'Mål',
    comment: 'Kommentar til mål',
    target: 'Måltal',
    override: 'Administrationens vurdering',
    'action-plan': 'Handleplan',
    action: 'Indsats',
    idea: 'Idé',
  },
  en: {
    profile: 'The site',
    framework: 'Policy',
    'focus-area': 'Part of the policy',
    goal: 'Goal',
    comment: 'Comment on a goal',
    target: 'Target',
    override: 'The administration’s assessment',
    'action-plan': 'Action plan',
    action: 'Action',
    idea: 'Idea',
  },
})
