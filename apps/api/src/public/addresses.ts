import { parameters } from '../http/parameters.ts'
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
  const goals = paths.filter((path) => path.startsWith('goals/'))
  const frameworks = paths.filter((path) => path.startsWith('frameworks/'))
  const { addresses } = await renderer.pages()
  const pages = addresses((path) => publication.readJson(edition, path), numbers)
  return [
    ...pages.flatMap((page) => Object.values(page)),
    '/api',
    '/en/api',
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
    '/api/v1/catalogue',
    ...goals.flatMap((goal) => [`/api/v1/${goal}/feed.atom`, `/api/v1/${goal}/card.png`]),
    ...frameworks.map((framework) => `/api/v1/${framework}/card.png`),
    ...slugs.flatMap((slug) => [
      ...parameters.format.options.map((format) => `/api/v1/indicators/${slug}/observations.${format}`),
      ...['chart.svg', 'chart.png', 'card.png'].map((picture) => `/api/v1/indicators/${slug}/${picture}`),
      `/embed/indikator/${slug}`,
      `/en/embed/indicator/${slug}`,
    ]),
    ...renderer.assetNames.map((name) => `/assets/${name}`),
  ]
}
