import type { Locale } from '@pejling/domain/text'

interface GoalWords {
  readonly comment: (year: number) => string
  readonly whatIsDone: string
  readonly actions: string
  readonly decisions: string
  readonly decided: (committee: string, date: string) => string
  readonly ideas: string
  readonly indicators: string
  readonly counts: string
  readonly headlines: string
  readonly headlinesNote: string
  readonly others: string
  readonly context: string
  readonly contextNote: string
  readonly retired: string
  readonly whatItTakes: string
  readonly nearest: string
  readonly toMeasure: (name: string) => string
  readonly howToRead: string
  readonly follow: string
  readonly neighbours: string
  readonly previous: string
  readonly next: string
}

/** The words of a goal's page. */
export const goalWords: Readonly<Record<Locale, GoalWords>> = {
  da: {
    comment: (year) => `Kommunens kommentar, ${year}`,
    whatIsDone: 'Det gør vi ved det:',
    actions: 'Det gør kommunen',
    decisions: 'Besluttet',
    decided: (committee, date) => `${committee}, ${date}`,
    ideas: 'Idéer fra borgere',
    indicators: 'Sådan måles det',
    counts: 'Antal indikatorer efter vurdering',
    headlines: 'Hovedindikatorer',
    headlinesNote: 'De måler kernen i målet og afgør vurderingen.',
    others: 'Flere indikatorer',
    context: 'Baggrund',
    contextNote: 'Baggrundstal til de andre indikatorer. De vurderes ikke.',
    retired: 'Udgåede',
    whatItTakes: 'Det mangler',
    nearest: 'Det nærmeste tal',
    toMeasure: (name) => `Målet måles med “${name}”.`,
    howToRead: 'Sådan vurderes målene',
    follow: 'Følg målet (Atom)',
    neighbours: 'Andre mål',
    previous: 'Forrige mål',
    next: 'Næste mål',
  },
  en: {
    comment: (year) => `The municipality’s comment, ${year}`,
    whatIsDone: 'What we do about it:',
    actions: 'What the municipality does',
    decisions: 'Decided',
    decided: (committee, date) => `${committee}, ${date}`,
    ideas: 'Ideas from citizens',
    indicators: 'How it is measured',
    counts: 'Number of indicators by assessment',
    headlines: 'Headline indicators',
    headlinesNote: 'They measure the core of the goal and decide the assessment.',
    others: 'More indicators',
    context: 'Background',
    contextNote: 'Background to the other indicators. They are not assessed.',
    retired: 'Retired',
    whatItTakes: 'What is missing',
    nearest: 'The nearest figure',
    toMeasure: (name) => `The goal is measured by “${name}”.`,
    howToRead: 'How the goals are assessed',
    follow: 'Follow the goal (Atom)',
    neighbours: 'Other goals',
    previous: 'Previous goal',
    next: 'Next goal',
  },
}
