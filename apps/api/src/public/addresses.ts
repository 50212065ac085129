import type { ReleaseStore } from '../releases/release-store.ts'
import type { PageRenderer } from './page-routes.ts'

/** Every public address of the newest release: its documents, the tables and charts of its indicators, pages and their files. */
export function publicAddresses(store: ReleaseStore, pages: PageRenderer): string[] {
  const release = store.latestNumber()
  const paths = store
    .entries(release)
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('redirects/'))
  const slugs = paths.flatMap((path) => /^indicators\/([^/]+)$/.exec(path)?.[1] ?? [])
  const numbers = Array.from({ length: release }, (_, index) => index + 1)
  return [
    '/',
    '/en',
    '/api',
    '/openapi.json',
    '/api/v1/openapi.json',
    '/api/v1/releases',
    ...paths.map((path) => `/api/v1/${path}`),
    ...numbers.flatMap((number) => [`/api/v1/releases/${number}`, `/api/v1/releases/${number}/changes`]),
    ...slugs.flatMap((slug) => [
      `/indikator/${slug}`,
      `/en/indicator/${slug}`,
      `/api/v1/indicators/${slug}/observations.csv`,
      `/api/v1/indicators/${slug}/chart.svg`,
    ]),
    ...pages.assetNames.map((name) => `/assets/${name}`),
  ]
}
