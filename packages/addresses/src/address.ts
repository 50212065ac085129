import type { Locale } from '@pejling/domain/text'
import { apiPagePath, apiPlaceAt, siteFileAt, type ApiPlace, type SiteFile } from './api.ts'
import { deskPlaceAt, type DeskPlace } from './desk.ts'
import { embedAt, embedPath } from './embeds.ts'
import { localeOfPath, withoutLanguage } from './language.ts'
import { meetingAt, meetingPath, type MeetingPart } from './meetings.ts'
import { pathOf, routeOf, splitPinned, type Route } from './pages.ts'
import { fill, type Parts } from './pattern.ts'
import { apiPlaces, apiRoot, deskPages, languagePrefix, parameterWords, siteFiles } from './words.ts'

/** Everything an address of the site can lead to. */
export type Address =
  /** A public page, of the latest release (`null`) or of one that is named. */
  | { readonly kind: 'page'; readonly release: number | null; readonly route: Route }
  | {
      readonly kind: 'meeting'
      readonly locale: Locale
      readonly part: MeetingPart
      readonly slug: string
      readonly secret: string | null
    }
  | { readonly kind: 'embed'; readonly locale: Locale; readonly slug: string; readonly query: string }
  | { readonly kind: 'api-page'; readonly locale: Locale }
  /** A document of the API or a view of one. `query`: as written, without the question mark. */
  | { readonly kind: 'api'; readonly place: ApiPlace; readonly parts: Parts; readonly query: string }
  | {
      readonly kind: 'desk'
      readonly locale: Locale
      readonly place: DeskPlace
      readonly parts: Parts
      readonly query: string
    }
  | { readonly kind: 'file'; readonly file: SiteFile }

const behind = (query: string): string => (query === '' ? '' : `?${query}`)

/** The path and query of an address. */
export function toPath(address: Address): string {
  switch (address.kind) {
    case 'page':
      return pathOf(address.route, address.release)
    case 'meeting':
      return meetingPath(address.part, address, address.locale)
    case 'embed':
      return embedPath(address.slug, address.locale) + behind(address.query)
    case 'api-page':
      return apiPagePath(address.locale)
    case 'api':
      return apiRoot + fill(apiPlaces[address.place], address.parts) + behind(address.query)
    case 'desk':
      return languagePrefix[address.locale] + fill(deskPages[address.place], address.parts) + behind(address.query)
    case 'file':
    default:
      return siteFiles[address.file]
  }
}

/** What a path with its query leads to; `null`: it is no address of the site. Never throws, whatever is asked. */
export function fromPath(asked: string): Address | null {
  const [withQuery = ''] = asked.split('#')
  const [path = '', ...rest] = withQuery.split('?')
  const query = rest.join('?')
  const parameters = new URLSearchParams(query)
  const file = siteFileAt(path)
  if (file !== null) return { kind: 'file', file }
  const place = apiPlaceAt(path)
  if (place) return { kind: 'api', ...place, query }
  const locale = localeOfPath(path)
  if (path.replace(/\/$/, '') === apiPagePath(locale)) return { kind: 'api-page', locale }
  const desk = deskPlaceAt(withoutLanguage(path))
  if (desk) return { kind: 'desk', locale, ...desk, query }
  const embed = embedAt(path)
  if (embed) return { kind: 'embed', ...embed, query }
  const meeting = meetingAt(path)
  if (meeting) {
    return { kind: 'meeting', ...meeting, secret: parameters.get(parameterWords.key[meeting.locale]) }
  }
  const pinned = splitPinned(path)
  const route = routeOf(pinned.path, parameters)
  return route && { kind: 'page', release: pinned.release, route }
}
