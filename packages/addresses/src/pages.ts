import { PlanName } from '@pejling/domain/action-plan/action-plan'
import { GoalNumber } from '@pejling/domain/framework'
import { Locale } from '@pejling/domain/text'
import { shortQuery } from '@pejling/domain/text/short-query'
import { localeOfPath, withoutLanguage } from './language.ts'
import { viewQuery, viewRequestOf } from './view-request.ts'
import type { ViewRequest } from './view-request.ts'
import { fragmentWords, languagePrefix, pageWords, parameterWords, viewWords, type Word } from './words.ts'

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

/** The first word of each page’s address. */
const wordOf: Readonly<Record<Route['page'], Word>> = {
  ...pageWords,
  'action-plan': pageWords.actionPlan,
  release: pageWords.releases,
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

/** Every parameter a page may have; whatever else stands behind an address makes no difference to what is shown. */
export const pageParameters: ReadonlySet<string> = new Set(
  Locale.options.flatMap((locale) => {
    const { show, breakdown, form, groups, benchmark, from, to } = viewWords[locale]
    const { since, query } = parameterWords
    return [show, breakdown, form, groups, benchmark, from, to, since[locale], query[locale]]
  }),
)

const wholeNumber = (digits: string | null | undefined): number | null =>
  digits && /^\d{1,7}$/.test(digits) ? Number(digits) : null

/** The page at an address without release prefix; `null` where there is none. A trailing slash is no difference. */
export function routeOf(path: string, query: URLSearchParams): Route | null {
  const locale = localeOfPath(path)
  const [word, part, ...rest] = withoutLanguage(path).split('/').filter(Boolean)
  if (word === undefined) return { page: 'overview', locale }
  if (rest.length > 0) return null
  if (part === undefined) {
    if (word === wordOf.search[locale]) {
      return { page: 'search', locale, query: shortQuery(query.get(parameterWords.query[locale]) ?? '') }
    }
    if (word === wordOf['action-plan'][locale]) return { page: 'action-plan', locale, plan: null }
    const page = plainPages.find((candidate) => wordOf[candidate][locale] === word)
    return page ? { page, locale } : null
  }
  if (word === wordOf.indicator[locale]) {
    return { page: 'indicator', locale, slug: part, view: viewRequestOf(query, locale) }
  }
  if (word === wordOf.goal[locale]) {
    return GoalNumber.safeParse(part).success ? { page: 'goal', locale, number: part } : null
  }
  if (word === wordOf.idea[locale]) return { page: 'idea', locale, slug: part }
  if (word === wordOf.policy[locale]) return { page: 'policy', locale, slug: part }
  if (word === wordOf['action-plan'][locale]) {
    return PlanName.safeParse(part).success ? { page: 'action-plan', locale, plan: part } : null
  }
  const number = wholeNumber(part)
  return word === wordOf.releases[locale] && number !== null
    ? { page: 'release', locale, number, since: wholeNumber(query.get(parameterWords.since[locale])) }
    : null
}

function addressOf(route: Route): string {
  const { locale, page } = route
  const base = `/${wordOf[page][locale]}`
  if (page === 'goal') return `${base}/${route.number}`
  if (page === 'indicator') return `${base}/${route.slug}${viewQuery(route.view, locale)}`
  if (page === 'release') {
    return `${base}/${route.number}${route.since === null ? '' : `?${parameterWords.since[locale]}=${route.since}`}`
  }
  if (page === 'idea' || page === 'policy') return `${base}/${route.slug}`
  if (page === 'action-plan') return route.plan === null ? base : `${base}/${route.plan}`
  if (page === 'search' && route.query !== '') {
    return `${base}?${new URLSearchParams({ [parameterWords.query[locale]]: route.query })}`
  }
  return base
}

/** The address of a page: of the latest release, or of release `pinnedTo`. */
export function pathOf(route: Route, pinnedTo: number | null): string {
  const { locale } = route
  if (pinnedTo !== null) return `${languagePrefix[locale]}/${wordOf.releases[locale]}/${pinnedTo}${addressOf(route)}`
  return route.page === 'overview' ? languagePrefix[locale] || '/' : languagePrefix[locale] + addressOf(route)
}

const pinnedPaths = Locale.options.map((locale) => {
  const folder = `${languagePrefix[locale]}/${pageWords.releases[locale]}`
  return { locale, expression: new RegExp(`^${folder}/(\\d{1,7})(/.*[^/].*)$`) }
})

/**
 * Splits the address of a page in a release into the release and the page’s own address. `release` is `null` where the address
 * names none: a page’s own address has no number, nor has the page about a release.
 */
export function splitPinned(path: string): { readonly release: number | null; readonly path: string } {
  for (const { locale, expression } of pinnedPaths) {
    const [, digits, page] = expression.exec(path) ?? []
    if (digits !== undefined && page !== undefined) {
      return { release: Number(digits), path: languagePrefix[locale] + page }
    }
  }
  return { release: null, path }
}

/** Where a goal's row stands on the page of its policy. */
export function goalAnchor(number: string, locale: Locale): string {
  return `${fragmentWords.goal[locale]}-${number}`
}

/** Where a focus area begins on the page of its policy. */
export function focusAreaAnchor(position: number | string, locale: Locale): string {
  return `${fragmentWords.focusArea[locale]}-${position}`
}
