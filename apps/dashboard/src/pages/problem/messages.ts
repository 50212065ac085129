import type { Locale } from '@pejling/domain/text'

/** What keeps a page from being shown. */
export type PageProblem = 'notFound' | 'internal' | 'nothingPublished' | 'busy'

const da = {
  notFound: {
    title: 'Siden findes ikke',
    text: 'Adressen kan være skrevet forkert, eller siden hører til en anden udgivelse.',
  },
  internal: {
    title: 'Siden kan ikke vises lige nu',
    text: 'Noget gik galt på serveren, ikke hos dig. Fejlen er skrevet i loggen. Prøv igen om lidt.',
  },
  nothingPublished: {
    title: 'Der er ikke udgivet noget endnu',
    text: 'Når de første tal er udgivet, kan de ses her. De udgives i administrationen på /admin/udgiv; intet bliver udgivet af sig selv.',
  },
  busy: {
    title: 'Serveren har for travlt lige nu',
    text: 'Den nåede ikke at lave siden. Intet er gået tabt. Prøv igen om et øjeblik.',
  },
  whatNow: 'Prøv i stedet',
  search: 'Søg efter et mål eller et tal',
  find: 'Søg',
  overview: 'Se alle mål og deres indikatorer',
  data: 'Se alle indikatorer i en tabel',
  releases: 'Se, hvad der har været udgivet',
}

const en: typeof da = {
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page belongs to another release.',
  },
  internal: {
    title: 'The page cannot be shown right now',
    text: 'Something went wrong on the server, not with you. The error has been logged. Try again in a moment.',
  },
  nothingPublished: {
    title: 'Nothing has been published yet',
    text: 'When the first figures have been published, they will be here. They are published in the administration at /en/admin/udgiv; nothing is published by itself.',
  },
  busy: {
    title: 'The server is too busy just now',
    text: 'It could not make the page. Nothing has been lost. Try again in a moment.',
  },
  whatNow: 'Try this instead',
  search: 'Search for a goal or a figure',
  find: 'Search',
  overview: 'See all goals and their indicators',
  data: 'See all indicators in a table',
  releases: 'See what has been published',
}

/** The words of the pages that stand in for another. */
export const problemWords: Readonly<Record<Locale, typeof da>> = { da, en }
