import { PlanName, planName, type PlanReference } from '@pejling/domain/action-plan/action-plan'
import { GoalNumber, markOf, type Mark } from '@pejling/domain/framework'
import { Locale } from '@pejling/domain/text'
import { shortQuery } from '@pejling/domain/text/short-query'
import { plainView, viewQuery, viewRequestOf, viewWords } from './view-request.ts'
import type { ViewRequest } from './view-request.ts'

/** A page that needs nothing but its name. */
export type PlainPage = 'overview' | 'releases' | 'data' | 'about' | 'accessibility' | 'privacy' | 'ideas' | 'meetings'

/** A page with what its address says, in one language. */
export type Route = { readonly locale: Locale } & (
  | { readonly page: PlainPage }
  | { readonly page: 'policy'; readonly slug: string }
  | { readonly page: 'goal'; readonly number: string }
  | { readonly page: 'indicator'; readonly slug: string; readonly view: ViewRequest }
  | { readonly page: 'release'; readonly number: number; readonly since: number | null }
  | { readonly page: 'search'; readonly query: string }
  /** `null`: the newest. */
  | { readonly page: 'action-plan'; readonly plan: PlanName | null }
  | { readonly page: 'idea'; readonly slug: string }
)

type Word = PlainPage | 'policy' | 'goal' | 'indicator' | 'search' | 'action-plan' | 'idea' | 'since' | 'query'

const prefix: Record<Locale, string> = { da: '', en: '/en' }
const words: Readonly<Record<Word, Readonly<Record<Locale, string>>>> = {
  overview: { da: 'overblik', en: 'overview' },
  policy: { da: 'politik', en: 'policy' },
  goal: { da: 'maal', en: 'goal' },
  indicator: { da: 'indikator', en: 'indicator' },
  releases: { da: 'udgivelser', en: 'releases' },
  data: { da: 'data', en: 'data' },
  about: { da: 'om', en: 'about' },
  accessibility: { da: 'tilgaengelighed', en: 'accessibility' },
  privacy: { da: 'privatliv', en: 'privacy' },
  ideas: { da: 'ideer', en: 'ideas' },
  idea: { da: 'ide', en: 'idea' },
  meetings: { da: 'moeder', en: 'meetings' },
  'action-plan': { da: 'handleplan', en: 'action-plan' },
  search: { da: 'soeg', en: 'search' },
  since: { da: 'siden', en: 'since' },
  query: { da: 'q', en: 'q' },
}
/** The pages that need nothing but their name. */
export const plainPages: readonly PlainPage[] = [
  'overview',
  'releases',
  'data',
  'about',
  'accessibility',
  'privacy',
  'ideas',
  'meetings',
]

/** The name of the parameter that compares a release with another than the one before, and of the one that searches. */
export function parameterName(parameter: 'since' | 'query', locale: Locale): string {
  return words[parameter][locale]
}

/** Every parameter a page may have; whatever else stands behind an address makes no difference to what is shown. */
export const pageParameters: ReadonlySet<string> = new Set(
  Locale.options.flatMap((locale) => {
    const { show, breakdown, form, groups, benchmark, from, to } = viewWords[locale]
    return [show, breakdown, form, groups, benchmark, from, to, words.since[locale], words.query[locale]]
  }),
)

/** The language of an address, also of one that leads nowhere. */
export function localeOfPath(path: string): Locale {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'da'
}

const wholeNumber = (digits: string | null | undefined): number | null =>
  digits && /^\d{1,7}$/.test(digits) ? Number(digits) : null

/** The page at an address without release prefix; `null` where there is none. A trailing slash is no difference. */
export function routeOf(path: string, query: URLSearchParams): Route | null {
  const locale = localeOfPath(path)
  const [word, part, ...rest] = path.slice(prefix[locale].length).split('/').filter(Boolean)
  if (word === undefined) return { page: 'overview', locale }
  if (rest.length > 0) return null
  if (part === undefined) {
    if (word === words.search[locale]) {
      return { page: 'search', locale, query: shortQuery(query.get(words.query[locale]) ?? '') }
    }
    if (word === words['action-plan'][locale]) return { page: 'action-plan', locale, plan: null }
    const page = plainPages.find((candidate) => words[candidate][locale] === word)
    return page ? { page, locale } : null
  }
  if (word === words.indicator[locale]) {
    return { page: 'indicator', locale, slug: part, view: viewRequestOf(query, locale) }
  }
  if (word === words.goal[locale]) {
    return GoalNumber.safeParse(part).success ? { page: 'goal', locale, number: part } : null
  }
  if (word === words.idea[locale]) return { page: 'idea', locale, slug: part }
  if (word === words.policy[locale]) return { page: 'policy', locale, slug: part }
  if (word === words['action-plan'][locale]) {
    return PlanName.safeParse(part).success ? { page: 'action-plan', locale, plan: part } : null
  }
  const number = wholeNumber(part)
  return word === words.releases[locale] && number !== null
    ? { page: 'release', locale, number, since: wholeNumber(query.get(words.since[locale])) }
    : null
}

function addressOf(route: Route): string {
  const { locale, page } = route
  const base = `/${words[page === 'release' ? 'releases' : page][locale]}`
  if (page === 'goal') return `${base}/${route.number}`
  if (page === 'indicator') return `${base}/${route.slug}${viewQuery(route.view, locale)}`
  if (page === 'release') {
    return `${base}/${route.number}${route.since === null ? '' : `?${words.since[locale]}=${route.since}`}`
  }
  if (page === 'idea' || page === 'policy') return `${base}/${route.slug}`
  if (page === 'action-plan') return route.plan === null ? base : `${base}/${route.plan}`
  if (page === 'search' && route.query !== '') {
    return `${base}?${new URLSearchParams({ [words.query[locale]]: route.query })}`
  }
  return base
}

/** The address of a page: of the latest release, or of release `pinnedTo`. */
export function pathOf(route: Route, pinnedTo: number | null): string {
  const { locale } = route
  if (pinnedTo !== null) return `${prefix[locale]}/${words.releases[locale]}/${pinnedTo}${addressOf(route)}`
  return route.page === 'overview' ? prefix[locale] || '/' : prefix[locale] + addressOf(route)
}

/** Where a goal's row stands on the page of its policy. */
export function goalAnchor(number: string, locale: Locale): string {
  return `${words.goal[locale]}-${number}`
}

/** Where a focus area begins on the page of its policy. */
export function focusAreaAnchor(position: number | string, locale: Locale): string {
  return `${locale === 'da' ? 'fokusomraade' : 'focus-area'}-${position}`
}

/** A policy as addresses know it. */
export interface PolicyAddress {
  readonly slug: string
  readonly mark: Mark | null
}

/** The addresses a page links to. In a pinned release pages and data all stay in that release. */
export interface Links {
  /** The release all of them stay in; `null`: the latest. */
  readonly pinnedTo: number | null
  readonly page: (page: PlainPage) => string
  readonly overview: string
  /** The page of a policy; where there is but one, the overview. */
  readonly policy: (slug: string) => string
  readonly goal: (number: string) => string
  /** The page of the policy a goal is of. */
  readonly policyOf: (goal: string) => string
  /** The goal's row on the page of its policy. */
  readonly goalRow: (number: string) => string
  /** A focus area on the page of its policy, by one of its goals and its position. */
  readonly focusArea: (goal: string, position: number | string) => string
  readonly indicator: (slug: string, view?: ViewRequest) => string
  readonly release: (number: number, since?: number) => string
  /** The overview as it was in a release. */
  readonly overviewIn: (release: number) => string
  /** `null`: the newest. */
  readonly actionPlan: (plan: PlanReference | null) => string
  readonly idea: (slug: string) => string
  readonly search: string
  readonly indicatorJson: (slug: string) => string
  /** For Danish readers with semicolons and decimal commas, as Excel expects them. */
  readonly observationsCsv: (slug: string) => string
  /** The same for programs, in every language alike. */
  readonly standardCsv: (slug: string) => string
  readonly chartSvg: (slug: string) => string
  /** The figures as a workbook, as JSON-stat, or as CSV with its description. */
  readonly figuresAs: (slug: string, format: 'xlsx' | 'json-stat' | 'zip') => string
  /** The page as a picture, for those who share it. */
  readonly card: (
    of:
      | { readonly indicator: string }
      | { readonly goal: string }
      | { readonly framework: string }
      | { readonly actionPlan: PlanName }
      | { readonly release: number },
  ) => string
  readonly logo: (ending: 'svg' | 'png') => string
  readonly chartPng: (slug: string) => string
  /** The indicator for a frame on somebody else's page; it is of no release. */
  readonly embed: (slug: string) => string
  /** What happens, for programs that follow it; of a goal, or of everything (`null`). It is of no release. */
  readonly feed: (goal: string | null) => string
  readonly catalogue: string
  readonly api: string
  readonly openApi: string
  readonly releasesJson: string
  readonly indicatorsJson: string
  readonly changesJson: (release: number, since: number) => string
}

/** The addresses for a page in the given language and release; `null` is the latest release. */
export function linksFor(locale: Locale, pinnedTo: number | null, policies: readonly PolicyAddress[] = []): Links {
  // Meetings belong to no release.
  const page = (name: PlainPage): string => pathOf({ page: name, locale }, name === 'meetings' ? null : pinnedTo)
  const overview = page('overview')
  const data = (path: string, parameters: Readonly<Record<string, string>> = {}): string => {
    const query = new URLSearchParams({ ...parameters, ...(pinnedTo === null ? {} : { release: String(pinnedTo) }) })
    return `/api/v1/${path}${query.size === 0 ? '' : `?${query}`}`
  }
  const policy = (slug: string): string =>
    policies.length < 2 ? overview : pathOf({ page: 'policy', locale, slug }, pinnedTo)
  const policyOf = (goal: string): string => policy(policies.find(({ mark }) => mark === markOf(goal))?.slug ?? '')
  return {
    pinnedTo,
    page,
    overview,
    policy,
    policyOf,
    goal: (number) => pathOf({ page: 'goal', locale, number }, pinnedTo),
    goalRow: (number) => `${policyOf(number)}#${goalAnchor(number, locale)}`,
    focusArea: (goal, position) => `${policyOf(goal)}#${focusAreaAnchor(position, locale)}`,
    indicator: (slug, view = plainView) => pathOf({ page: 'indicator', locale, slug, view }, pinnedTo),
    release: (number, since) => pathOf({ page: 'release', locale, number, since: since ?? null }, pinnedTo),
    overviewIn: (release) => pathOf({ page: 'overview', locale }, release),
    actionPlan: (plan) => pathOf({ page: 'action-plan', locale, plan: plan && planName(plan) }, pinnedTo),
    idea: (slug) => pathOf({ page: 'idea', locale, slug }, pinnedTo),
    search: pathOf({ page: 'search', locale, query: '' }, pinnedTo),
    indicatorJson: (slug) => data(`indicators/${slug}`),
    observationsCsv: (slug) => data(`indicators/${slug}/observations.csv`, locale === 'da' ? { dialect: 'da' } : {}),
    standardCsv: (slug) => data(`indicators/${slug}/observations.csv`),
    chartSvg: (slug) => data(`indicators/${slug}/chart.svg`, locale === 'da' ? {} : { lang: locale }),
    figuresAs: (slug, format) => data(`indicators/${slug}/observations.${format}`),
    card: (of) => {
      const language = locale === 'da' ? {} : { lang: locale }
      // Its address names a release already.
      if ('release' in of) return `/api/v1/releases/${of.release}/card.png${locale === 'da' ? '' : `?lang=${locale}`}`
      const path =
        'indicator' in of
          ? `indicators/${of.indicator}`
          : 'goal' in of
            ? `goals/${of.goal}`
            : 'framework' in of
              ? `frameworks/${of.framework}`
              : `action-plans/${of.actionPlan}`
      return data(`${path}/card.png`, language)
    },
    logo: (ending) => data(`profile/logo.${ending}`),
    chartPng: (slug) => data(`indicators/${slug}/chart.png`, locale === 'da' ? {} : { lang: locale }),
    embed: (slug) => (locale === 'da' ? `/embed/indikator/${slug}` : `/en/embed/indicator/${slug}`),
    feed: (goal) =>
      `/api/v1/${goal === null ? '' : `goals/${goal}/`}feed.atom${locale === 'da' ? '' : `?lang=${locale}`}`,
    catalogue: data('catalogue'),
    api: locale === 'da' ? '/api' : '/en/api',
    openApi: '/api/v1/openapi.json',
    releasesJson: data('releases'),
    indicatorsJson: data('indicators'),
    changesJson: (release, since) => `/api/v1/releases/${release}/changes?since=${since}`,
  }
}
