import type { Locale } from '@pejling/domain/text'

const da = {
  head: { title: 'Møder', description: 'Møder om politikken: dagsorden, tal og beslutninger.' },
  lead: 'Udvalgsmøder om målene: dagsorden, tallene, som de var den dag, og hvad der blev besluttet.',
  none: 'Ingen møder er offentlige endnu.',
  items: (count: number) => (count === 1 ? '1 punkt' : `${count} punkter`),
}

const en: typeof da = {
  head: { title: 'Meetings', description: 'Meetings about the policy: agenda, figures and decisions.' },
  lead: 'Committee meetings about the goals: the agenda, the figures as they were that day, and what was decided.',
  none: 'No meetings are public yet.',
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
}

/** The words of the list of meetings. */
export const meetingsWords: Readonly<Record<Locale, typeof da>> = { da, en }
