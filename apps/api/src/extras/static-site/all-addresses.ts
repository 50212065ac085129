import { parameters } from '../../http/parameters.ts'
import { apiPagePath, apiPath, assetPath, documentAddress } from '@pejling/addresses/api'
import { embedPath } from '@pejling/addresses/embeds'
import { siteFiles } from '@pejling/addresses/words'
import { profileIn } from '../../public/site-of-edition.ts'
import { releaseNumbers } from '../../public/crawler-routes.ts'
import type { PageRenderer } from '../../public/page-renderer.ts'
import type { ReleaseCache } from '../../public/release-cache.ts'

const isDocument = (path: string): boolean => !path.startsWith('redirects/')

/**
 * The addresses an export begins with; what pages link to is found on them. Here stand those that programs ask for and no page
 * names: every document of every release, the formats of the newest, and what is embedded elsewhere.
 */
export async function allAddresses(publication: ReleaseCache, renderer: PageRenderer): Promise<string[]> {
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
    ...languages.map((language) => apiPagePath(language)),
    siteFiles.robots,
    siteFiles.sitemap,
    siteFiles.openApi,
    siteFiles.embedScript,
    apiPath('openApi', {}),
    apiPath('releases', {}),
    apiPath('meetings', {}),
    apiPath('catalogueAs', { ending: 'jsonld' }),
    apiPath('catalogueAs', { ending: 'ttl' }),
    apiPath('feed', {}),
    apiPath('areas', {}),
    apiPath('dimensions', {}),
    apiPath('sources', {}),
    ...['zip', 'sqlite', 'parquet'].map((ending) => apiPath('everythingAs', { ending })),
    ...paths.map((path) => documentAddress(path)),
    ...numbers.flatMap((number) => documentsOf(number).map((path) => documentAddress(path, { release: number }))),
    ...numbers.flatMap((n) =>
      (['release', 'releaseChanges', 'releaseWithdrawals'] as const).map((place) => apiPath(place, { n })),
    ),
    ...meetings.map(({ slug }) => apiPath('meeting', { meeting: slug })),
    ...goals.map((goal) => documentAddress(`${goal}/feed.atom`)),
    ...slugs.flatMap((slug) => [
      ...parameters.format.options.map((format) => apiPath('observationsAs', { slug, format })),
      ...languages.map((language) => embedPath(slug, language)),
    ]),
    ...renderer.assetNames.map(assetPath),
  ]
}
