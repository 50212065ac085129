import type { Locale } from '@pejling/domain/text'

const da = {
  comment: (year: number) => `Kommunens kommentar, ${year}`,
  whatIsDone: 'Det gør vi ved det:',
  actions: 'Det gør kommunen',
  decisions: 'Besluttet',
  decided: (committee: string, date: string) => `${committee}, ${date}`,
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
  toMeasure: (name: string) => `Målet måles med “${name}”.`,
  howToRead: 'Sådan vurderes målene',
  follow: 'Følg målet (Atom)',
  neighbours: 'Andre mål',
  previous: 'Forrige mål',
  next: 'Næste mål',
}

const en: typeof da = {
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
}

/** The words of a goal's page. */
export const goalWords: Readonly<Record<Locale, typeof da>> = { da, en }
