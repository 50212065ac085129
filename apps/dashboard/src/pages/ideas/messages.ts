import type { Locale } from '@pejling/domain/text'

const da = {
  head: {
    title: 'Idéer fra borgere',
    description: 'Inspirationskataloget: hvad borgere har foreslået, og hvad der blev af det.',
  },
  lead: 'Hvad borgere har foreslået på møder og andre steder, og hvad der blev af det.',
  none: 'Der er ikke udgivet nogen idéer endnu.',
  voiced: (place: string) => `Fremsat på: ${place}`,
  takenUp: 'Taget op',
  declined: 'Ikke taget op',
  open: 'Ikke afgjort endnu',
  counts: (all: number, takenUp: number) => `${takenUp} af ${all} er taget op i en handleplan.`,
  timeline: 'Hvad blev der af idéen?',
  takenUpIn: (year: number) => `Taget op i handleplanen for ${year}`,
  now: 'Nu',
  goals: 'Mål',
  all: 'Alle idéer',
}

const en: typeof da = {
  head: {
    title: 'Ideas from citizens',
    description: 'The catalogue of ideas: what citizens have proposed, and what came of it.',
  },
  lead: 'What citizens have proposed at meetings and elsewhere, and what came of it. Their words are in Danish.',
  none: 'No ideas have been published yet.',
  voiced: (place) => `Proposed at: ${place}`,
  takenUp: 'Taken up',
  declined: 'Not taken up',
  open: 'Not decided yet',
  counts: (all, takenUp) => `${takenUp} of ${all} have been taken up in an action plan.`,
  timeline: 'What came of it',
  takenUpIn: (year) => `Taken up in the ${year} action plan`,
  now: 'Now',
  goals: 'Goals',
  all: 'All ideas',
}

/** The words of the pages of ideas. */
export const ideaWords: Readonly<Record<Locale, typeof da>> = { da, en }
