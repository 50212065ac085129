import type { Locale } from '@pejling/domain/text'
import { fill, matchOne, type Parts, type PartsOf } from './pattern.ts'
import { apiPlaces, apiRoot, languagePrefix, pageWords, siteFiles, workspaceRoot } from './words.ts'

/** A document of the API or a view of one, by what it is. */
export type ApiPlace = keyof typeof apiPlaces

/** What may follow an address of the API; what is undefined is left out. */
export type ApiParameters = Readonly<Record<string, string | number | undefined>>

/** Parameters behind an address, with the question mark; nothing where there is none. */
function queryOf(parameters: ApiParameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? '' : `?${query}`
}

/** The address of a place of the API, with what its name leaves open. */
export const apiPath = <Place extends ApiPlace>(
  place: Place,
  parts: PartsOf<(typeof apiPlaces)[Place]>,
  parameters: ApiParameters = {},
): string => `${apiRoot}${fill(apiPlaces[place], parts)}${queryOf(parameters)}`

/** The address of a document by its path below {@link apiRoot}, in a release or in the latest. */
export const documentAddress = (path: string, parameters: ApiParameters = {}): string =>
  `${apiRoot}/${path}${queryOf(parameters)}`

/** The parameter that says the language of an answer, where it is not the first one, Danish. */
export const languageParameter = (locale: Locale): ApiParameters => (locale === 'da' ? {} : { lang: locale })

/** Whether an address is answered with documents rather than pages. */
export const isApiAddress = (path: string): boolean => path.startsWith(`${apiRoot.slice(0, 4)}/`)

/** Whether a path is one of the workspace’s API. */
export function isWorkspaceAddress(path: string): boolean {
  const root = apiRoot + workspaceRoot
  return path === root || path.startsWith(`${root}/`)
}

/** The place of the API at a path; `null`: there is none. */
export const apiPlaceAt = (path: string): { readonly place: ApiPlace; readonly parts: Parts } | null =>
  path.startsWith(apiRoot) ? matchOne<ApiPlace>(apiPlaces, path.slice(apiRoot.length)) : null

/** Where the API is described for people, in a language. */
export const apiPagePath = (locale: Locale): string => `${languagePrefix[locale]}/${pageWords.api[locale]}`

/** The address that names a kind of problem (RFC 9457): a place on the page that describes the API. */
export const problemType = (kind: string): string => `${apiPagePath('da')}#${kind}`

/** A single file or answer for programs. */
export type SiteFile = Exclude<keyof typeof siteFiles, 'asset'>

/** The address of a built file. */
export const assetPath = (name: string): string => siteFiles.asset.replace(':name', name)

const isSiteFile = (name: string): name is SiteFile => name in siteFiles && name !== 'asset'

/** The file an address is; `null`: none of these. */
export function siteFileAt(path: string): SiteFile | null {
  for (const name in siteFiles) {
    if (isSiteFile(name) && siteFiles[name] === path) return name
  }
  return null
}
