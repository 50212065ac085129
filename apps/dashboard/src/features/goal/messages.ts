import type { Locale } from '@pejling/domain/text/text'

interface GoalWords {
  readonly poorestOf: (count: number) => string
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
  readonly noIndicators: string
  readonly nothingYet: string
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
    poorestOf: (count) => `Målet har ${count} hovedindikatorer og vurderes efter den, det går dårligst.`,
    comment: (year) => `Kommunens kommentar, ${year}`,
    whatIsDone: 'Det gør vi ved det:',
    actions: 'Det gøres der',
    decisions: 'Besluttet',
    decided: (committee, date) => `${committee}, ${date}`,
    ideas: 'Idéer fra borgere',
    indicators: 'Sådan måles det',
    counts: 'Antal indikatorer efter vurdering',
    headlines: 'Hovedindikatorer',
    headlinesNote: 'Måler det, målet siger. De afgør vurderingen.',
    others: 'Flere indikatorer',
    context: 'Baggrund',
    contextNote: 'Vises for at forstå de andre tal og vurderes ikke.',
    retired: 'Udgåede',
    noIndicators: 'Ingen har endnu besluttet, hvordan målet skal måles.',
    nothingYet: 'Om målet er nærmere, kan ingen sige endnu: der er ingen tal.',
    whatItTakes: 'Hvad der mangler',
    nearest: 'Det nærmeste tal',
    toMeasure: (name) => `Målet skal måles på “${name}”.`,
    howToRead: 'Sådan vurderes målene',
    follow: 'Følg målet (Atom)',
    neighbours: 'Andre mål',
    previous: 'Forrige mål',
    next: 'Næste mål',
  },
  en: {
    poorestOf: (count) => `The goal has ${count} headline indicators and is assessed by the one that does worst.`,
    comment: (year) => `The municipality’s comment, ${year}`,
    whatIsDone: 'What we do about it:',
    actions: 'What is being done',
    decisions: 'Decided',
    decided: (committee, date) => `${committee}, ${date}`,
    ideas: 'Ideas from citizens',
    indicators: 'How it is measured',
    counts: 'Number of indicators by assessment',
    headlines: 'Headline indicators',
    headlinesNote: 'They measure what the goal says, and decide the assessment.',
    others: 'More indicators',
    context: 'Background',
    contextNote: 'Shown to understand the other figures, and not assessed.',
    retired: 'Retired',
    noIndicators: 'Nobody has yet decided how the goal is to be measured.',
    nothingYet: 'Nobody can yet say whether the goal is closer: there are no figures.',
    whatItTakes: 'What is missing',
    nearest: 'The nearest figure',
    toMeasure: (name) => `The goal is to be measured by “${name}”.`,
    howToRead: 'How the goals are assessed',
    follow: 'Follow the goal (Atom)',
    neighbours: 'Other goals',
    previous: 'Previous goal',
    next: 'Next goal',
  },
}
