import type { Locale } from '@pejling/domain/text/text'

/** A page that exists, in one language. */
export type Route =
  | { readonly page: 'overview'; readonly locale: Locale }
  | { readonly page: 'indicator'; readonly locale: Locale; readonly slug: string }

const prefix: Record<Locale, string> = { da: '', en: '/en' }
const indicatorWord: Record<Locale, string> = { da: 'indikator', en: 'indicator' }
const releasesWord: Record<Locale, string> = { da: 'udgivelser', en: 'releases' }

/** The language of an address, also of one that leads nowhere. */
export function localeOfPath(path: string): Locale {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'da'
}

/** The page at an address without release prefix; `null` where there is none. A trailing slash is no difference. */
export function routeOf(path: string): Route | null {
  const locale = localeOfPath(path)
  const parts = path.slice(prefix[locale].length).split('/').filter(Boolean)
  const [word, slug] = parts
  if (word === undefined) return { page: 'overview', locale }
  return word === indicatorWord[locale] && slug !== undefined && parts.length === 2
    ? { page: 'indicator', locale, slug }
    : null
}

/** The address of a page: of the latest release, or of release `pinnedTo`. */
export function pathOf(route: Route, pinnedTo: number | null): string {
  const release = pinnedTo === null ? '' : `/${releasesWord[route.locale]}/${pinnedTo}`
  const page = route.page === 'overview' ? '' : `/${indicatorWord[route.locale]}/${route.slug}`
  return `${prefix[route.locale]}${release}${page}` || '/'
}

/** Where a goal's row stands on the overview. */
export function goalAnchor(number: string, locale: Locale): string {
  return `${locale === 'da' ? 'maal' : 'goal'}-${number}`
}

/** Where a focus area begins on the overview. */
export function focusAreaAnchor(position: number | string, locale: Locale): string {
  return `${locale === 'da' ? 'fokusomraade' : 'focus-area'}-${position}`
}

/** The addresses a page links to. In a pinned release pages and data all stay in that release. */
export interface Links {
  readonly overview: string
  readonly goal: (number: string) => string
  readonly focusArea: (position: number | string) => string
  readonly indicator: (slug: string) => string
  readonly indicatorJson: (slug: string) => string
  /** For Danish readers with semicolons and decimal commas, as Excel expects them. */
  readonly observationsCsv: (slug: string) => string
  readonly api: string
  readonly openApi: string
  readonly releases: string
}

/** The addresses for a page in the given language and release; `null` is the latest release. */
export function linksFor(locale: Locale, pinnedTo: number | null): Links {
  const overview = pathOf({ page: 'overview', locale }, pinnedTo)
  const data = (path: string, parameters: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams({ ...parameters, ...(pinnedTo === null ? {} : { release: String(pinnedTo) }) })
    return `/api/v1/${path}${query.size === 0 ? '' : `?${query}`}`
  }
  return {
    overview,
    goal: (number) => `${overview}#${goalAnchor(number, locale)}`,
    focusArea: (position) => `${overview}#${focusAreaAnchor(position, locale)}`,
    indicator: (slug) => pathOf({ page: 'indicator', locale, slug }, pinnedTo),
    indicatorJson: (slug) => data(`indicators/${slug}`),
    observationsCsv: (slug) => data(`indicators/${slug}/observations.csv`, locale === 'da' ? { dialect: 'da' } : {}),
    api: '/api',
    openApi: '/api/v1/openapi.json',
    releases: '/api/v1/releases',
  }
}
