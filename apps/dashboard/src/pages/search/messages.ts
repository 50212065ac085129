import type { Locale } from '@pejling/domain/text'

const da = {
  head: { title: 'Søg', description: 'Søg blandt alle mål og alle de tal, de måles med.' },
  label: 'Søg efter et mål eller et tal',
  button: 'Søg',
  found: (count: number, query: string) =>
    count === 1 ? `1 resultat for “${query}”` : `${count} resultater for “${query}”`,
  nothing: (query: string) => `Ingen resultater for “${query}”`,
  tryThis: 'Prøv et kortere ord eller et andet ord for det samme, eller find det blandt målene herunder.',
  goals: 'Mål',
  indicators: 'Indikatorer',
  allGoals: 'Alle mål',
  withoutScript: 'Søgningen kræver JavaScript, som er slået fra. Alle mål står herunder.',
  allFigures: 'Alle tal står på siden Data.',
}

const en: typeof da = {
  head: { title: 'Search', description: 'Search among all goals and all the figures they are measured by.' },
  label: 'Search for a goal or a figure',
  button: 'Search',
  found: (count, query) => (count === 1 ? `1 result for “${query}”` : `${count} results for “${query}”`),
  nothing: (query) => `No results for “${query}”`,
  tryThis: 'Try a shorter word or another word for the same, or find it among the goals below.',
  goals: 'Goals',
  indicators: 'Indicators',
  allGoals: 'All goals',
  withoutScript: 'The search here needs JavaScript, which is turned off. All goals are listed below.',
  allFigures: 'All figures are on the page Data.',
}

/** The words of the search. */
export const searchWords: Readonly<Record<Locale, typeof da>> = { da, en }
