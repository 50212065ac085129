import type { Publication } from './publication.ts'
import type { PageRenderer } from './page-renderer.ts'
import { releaseNumbers } from './crawler-routes.ts'

/** Every public address of the newest release: its documents, the tables and charts of its indicators, pages and their files. */
export async function publicAddresses(publication: Publication, renderer: PageRenderer): Promise<string[]> {
  const edition = publication.edition(undefined)
  const paths = publication.store
    .entries(edition.release.number)
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('redirects/'))
  const slugs = paths.flatMap((path) => /^indicators\/([^/]+)$/.exec(path)?.[1] ?? [])
  const numbers = releaseNumbers(edition)
  const { addresses } = await renderer.pages()
  const pages = addresses((path) => publication.readJson(edition, path), numbers)
  return [
    ...pages.flatMap(({ da, en }) => [da, en]),
    '/api',
    '/robots.txt',
    '/sitemap.xml',
    '/openapi.json',
    '/api/v1/openapi.json',
    '/api/v1/releases',
    '/api/v1/catalogue.jsonld',
    '/api/v1/catalogue.ttl',
    '/api/v1/feed.atom',
    ...paths.map((path) => `/api/v1/${path}`),
    ...numbers.flatMap((number) => [`/api/v1/releases/${number}`, `/api/v1/releases/${number}/changes`]),
    ...slugs.flatMap((slug) => [
      `/api/v1/indicators/${slug}/observations.csv`,
      `/api/v1/indicators/${slug}/chart.svg`,
      `/api/v1/indicators/${slug}/card.png`,
      `/embed/indikator/${slug}`,
      `/en/embed/indicator/${slug}`,
    ]),
    ...renderer.assetNames.map((name) => `/assets/${name}`),
  ]
}
