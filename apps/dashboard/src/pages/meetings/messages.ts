import type { Locale } from '@pejling/domain/text'

interface MeetingsWords {
  readonly head: { readonly title: string; readonly description: string }
  readonly lead: string
  readonly none: string
  readonly items: (count: number) => string
}

/** The words of the list of meetings. */
export const meetingsWords: Readonly<Record<Locale, MeetingsWords>> = {
  da: {
    head: { title: 'Møder', description: 'Møder om politikken: dagsorden, tal og beslutninger.' },
    lead: 'Udvalgsmøder om målene: dagsorden, tallene, som de var den dag, og hvad der blev besluttet.',
    none: 'Ingen møder er offentlige endnu.',
    items: (count) => (count === 1 ? '1 punkt' : `${count} punkter`),
  },
  en: {
    head: { title: 'Meetings', description: 'Meetings about the policy: agenda, figures and decisions.' },
    lead: 'Committee meetings about the goals: the agenda, the figures as they were that day, and what was decided.',
    none: 'No meetings are public yet.',
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
  },
}
