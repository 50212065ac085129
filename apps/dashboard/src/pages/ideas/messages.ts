import type { Locale } from '@pejling/domain/text'

interface IdeaWords {
  readonly head: { readonly title: string; readonly description: string }
  readonly lead: string
  readonly none: string
  readonly voiced: (place: string) => string
  readonly takenUp: string
  readonly declined: string
  readonly open: string
  readonly counts: (all: number, takenUp: number) => string
  readonly timeline: string
  readonly takenUpIn: (year: number) => string
  readonly now: string
  readonly goals: string
  readonly all: string
}

/** The words of the pages of ideas. */
export const ideaWords: Readonly<Record<Locale, IdeaWords>> = {
  da: {
    head: {
      title: 'Idéer fra borgere',
      description: 'Inspirationskataloget: hvad borgere har foreslået, og hvad der blev af det.',
    },
    lead: 'Hvad borgere har foreslået på møder og andre steder, og hvad der blev af det.',
    none: 'Der er ikke udgivet nogen idéer endnu.',
    voiced: (place) => `Fremsat på: ${place}`,
    takenUp: 'Taget op',
    declined: 'Ikke taget op',
    open: 'Ikke afgjort endnu',
    counts: (all, takenUp) => `${takenUp} af ${all} er taget op i en handleplan.`,
    timeline: 'Hvad blev der af idéen?',
    takenUpIn: (year) => `Taget op i handleplanen for ${year}`,
    now: 'Nu',
    goals: 'Mål',
    all: 'Alle idéer',
  },
  en: {
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
  },
}
