import { parameters } from '../../http/parameters.ts'
import { apiPagePaths } from '../../public/api-page.ts'
import { embedPaths, pagePaths } from '../embed/embed-routes.ts'
import { profileIn } from '../../public/site-of-edition.ts'
import { releaseNumbers } from '../../public/crawler-routes.ts'
import type { PageRenderer } from '../../public/page-renderer.ts'
import type { Edition, Publication } from '../../public/publication.ts'

const isDocument = (path: string): boolean => !path.startsWith('redirects/')

/** Where pages are and where they were: each former address of an indicator, in the languages of the site, with its present one. */
export function formerAddresses(publication: Publication, edition: Edition): [former: string, present: string][] {
  const { languages } = profileIn(publication, edition)
  return publication.store.entries(edition.release.number).flatMap(({ path }) => {
    const former = /^redirects\/indicators\/([^/]+)$/.exec(path)?.[1]
    const present = former === undefined ? null : publication.renamed(edition, former)
    if (former === undefined || present === null) return []
    return languages.map((one): [string, string] => [pagePaths[one] + former, pagePaths[one] + present])
  })
}

/**
 * The addresses an export begins with; what pages link to is found on them. Here stand those that programs ask for and no page
 * names: every document of every release, the formats of the newest, and what is embedded elsewhere.
 */
export async function allAddresses(publication: Publication, renderer: PageRenderer): Promise<string[]> {
  const edition = publication.edition(undefined)
  const numbers = releaseNumbers(edition)
  const documentsOf = (release: number): string[] =>
    publication.store
      .entries(release)
      .map(({ path }) => path)
      .filter(isDocument)
  const paths = documentsOf(edition.release.number)
  const slugs = paths.flatMap((path) => /^indicators\/([^/]+)$/.exec(path)?.[1] ?? [])
  const goals = paths.filter((path) => path.startsWith('goals/'))
  const { addresses } = await renderer.pages()
  const { languages } = profileIn(publication, edition)
  const pages = addresses((path) => publication.readJson(edition, path), numbers)
  const { meetings } = publication.store.meetings()
  return [
    ...pages.flatMap(({ address }) => Object.values(address)),
    ...languages.map((language) => apiPagePaths[language]),
    '/robots.txt',
    '/sitemap.xml',
    '/openapi.json',
    '/embed.js',
    '/api/v1/openapi.json',
    '/api/v1/releases',
    '/api/v1/meetings',
    '/api/v1/catalogue.jsonld',
    '/api/v1/catalogue.ttl',
    '/api/v1/feed.atom',
    ...paths.map((path) => `/api/v1/${path}`),
    ...numbers.flatMap((number) => documentsOf(number).map((path) => `/api/v1/${path}?release=${number}`)),
    ...numbers.flatMap((number) => ['', '/changes', '/withdrawals'].map((part) => `/api/v1/releases/${number}${part}`)),
    ...meetings.map(({ slug }) => `/api/v1/meetings/${slug}`),
    ...goals.map((goal) => `/api/v1/${goal}/feed.atom`),
    ...slugs.flatMap((slug) => [
      ...parameters.format.options.map((format) => `/api/v1/indicators/${slug}/observations.${format}`),
      ...languages.map((language) => `${embedPaths[language]}${slug}`),
    ]),
    ...renderer.assetNames.map((name) => `/assets/${name}`),
  ]
}
