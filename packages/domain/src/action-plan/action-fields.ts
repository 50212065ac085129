import type { Text } from '../text.ts'
import type { Action } from './action-plan.ts'

/*
 * What the fields of an action are called, and how each is filled in: for forms and for pages. A new field has its entry here, next
 * to its schema in action-plan.ts; CONTRIBUTING.md has a worked example.
 */

/** A field of an action. */
export interface ActionField {
  readonly label: Text
  /** A text in one line or several; or `own`: the form has a field of its own for it. */
  readonly form: 'line' | 'paragraph' | 'date' | 'own'
  /** Whether it may be left out. */
  readonly optional: boolean
  /** Said beside the field; left out: nothing. */
  readonly note?: Text
}

/** Every field of an action a person fills in, in the order of the form. */
export const actionFields = {
  title: { label: { da: 'Titel', en: 'Title' }, form: 'line', optional: false },
  description: { label: { da: 'Hvad der gøres', en: 'What is done' }, form: 'paragraph', optional: false },
  state: { label: { da: 'Hvor langt den er', en: 'How far it is' }, form: 'own', optional: false },
  stateReason: {
    label: { da: 'Hvorfor den blev stoppet', en: 'Why it was stopped' },
    form: 'line',
    optional: true,
  },
  responsible: { label: { da: 'Ansvarlig', en: 'Responsible' }, form: 'line', optional: false },
  partners: {
    label: { da: 'Partnere fra civilsamfund og erhvervsliv', en: 'Partners from civil society and business' },
    form: 'line',
    optional: true,
  },
  targetGroup: { label: { da: 'Målgruppe', en: 'Target group' }, form: 'line', optional: true },
  startsOn: { label: { da: 'Begynder', en: 'Begins' }, form: 'date', optional: true },
  endsOn: { label: { da: 'Slutter', en: 'Ends' }, form: 'date', optional: true },
  goals: {
    label: { da: 'Hører til målene', en: 'Belongs to the goals' },
    note: { da: 'Målenes numre, som 1.1, 2.3.', en: 'The numbers of the goals, such as 1.1, 2.3.' },
    form: 'own',
    optional: true,
  },
  indicators: {
    label: { da: 'Indikatorer, den skal flytte', en: 'Indicators it shall move' },
    note: {
      da: 'Navnene, som de står i indikatorernes adresser: valgdeltagelse-kv.',
      en: 'Their names as they stand in the addresses of the indicators: valgdeltagelse-kv.',
    },
    form: 'own',
    optional: true,
  },
  effect: {
    label: { da: 'Hvordan den skal flytte dem', en: 'How it shall move them' },
    form: 'line',
    optional: true,
  },
  milestones: {
    label: { da: 'Milepæle', en: 'Milestones' },
    note: {
      da: 'En linje for hver: 2026-05-01 Aftale på plads. Skriv ok foran det, der er gjort.',
      en: 'One line for each: 2026-05-01 Agreement in place. Write ok before what is done.',
    },
    form: 'own',
    optional: true,
  },
} as const satisfies Readonly<Record<Exclude<keyof Action, 'slug' | 'continues'>, ActionField>>

/** The name of a field of an action. */
export type ActionFieldName = keyof typeof actionFields

type NamesOf<Form> = {
  [Name in ActionFieldName]: (typeof actionFields)[Name]['form'] extends Form ? Name : never
}[ActionFieldName]

/** The fields that are texts in both languages. */
export type ActionTextName = NamesOf<'line' | 'paragraph'>
/** The fields that are days. */
export type ActionDateName = NamesOf<'date'>
