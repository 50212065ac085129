import type { Locale } from '@pejling/domain/text/text'

/** What keeps a page from being shown. */
export type PageProblem = 'notFound' | 'internal' | 'nothingPublished'

interface ProblemWords extends Readonly<Record<PageProblem, { readonly title: string; readonly text: string }>> {
  readonly whatNow: string
  readonly overview: string
  readonly search: string
  readonly find: string
  readonly data: string
}

/** The words of the pages that stand in for another. */
export const problemWords: Readonly<Record<Locale, ProblemWords>> = {
  da: {
    notFound: {
      title: 'Siden findes ikke',
      text: 'Adressen kan være skrevet forkert, eller siden hører til en anden udgivelse.',
    },
    internal: {
      title: 'Siden kan ikke vises lige nu',
      text: 'Noget gik galt på serveren, ikke hos dig. Fejlen er skrevet i loggen.',
    },
    nothingPublished: {
      title: 'Der er ikke udgivet noget endnu',
      text: 'Når kommunen har udgivet sine første tal, kan de ses her.',
    },
    whatNow: 'Prøv i stedet',
    overview: 'Se alle mål og deres indikatorer',
    search: 'Søg efter et mål eller et tal',
    find: 'Søg',
    data: 'Find data og API',
  },
  en: {
    notFound: {
      title: 'There is no such page',
      text: 'The address may be mistyped, or the page belongs to another release.',
    },
    internal: {
      title: 'The page cannot be shown right now',
      text: 'Something went wrong on the server, not with you. The error has been logged.',
    },
    nothingPublished: {
      title: 'Nothing has been published yet',
      text: 'When the municipality has published its first figures, they will be here.',
    },
    whatNow: 'Try this instead',
    overview: 'See all goals and their indicators',
    search: 'Search for a goal or a figure',
    find: 'Search',
    data: 'Find data and API',
  },
}
