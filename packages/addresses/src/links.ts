import { planName, type PlanName, type PlanReference } from '@pejling/domain/action-plan/action-plan'
import { markOf, type Mark } from '@pejling/domain/framework'
import type { Locale } from '@pejling/domain/text'
import { apiPagePath, apiPath, languageParameter } from './api.ts'
import { embedPath } from './embeds.ts'
import { focusAreaAnchor, goalAnchor, pathOf, type PlainPage } from './pages.ts'
import { plainView, type ViewRequest } from './view-request.ts'

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
  const language = languageParameter(locale)
  const inRelease = { release: pinnedTo ?? undefined }
  const observations = (slug: string, format: string, dialect?: string): string =>
    apiPath('observationsAs', { slug, format }, { dialect, ...inRelease })
  const chart = (slug: string, ending: string): string =>
    apiPath('chart', { slug, ending }, { ...language, ...inRelease })
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
    indicatorJson: (slug) => apiPath('indicator', { slug }, inRelease),
    observationsCsv: (slug) => observations(slug, 'csv', locale === 'da' ? 'da' : undefined),
    standardCsv: (slug) => observations(slug, 'csv'),
    chartSvg: (slug) => chart(slug, 'svg'),
    figuresAs: (slug, format) => observations(slug, format),
    card: (of) => {
      // Its address names a release already.
      if ('release' in of) return apiPath('releaseCard', { n: of.release }, language)
      const pinned = { ...language, ...inRelease }
      if ('indicator' in of) return apiPath('indicatorCard', { slug: of.indicator }, pinned)
      if ('goal' in of) return apiPath('goalCard', { number: of.goal }, pinned)
      if ('framework' in of) return apiPath('frameworkCard', { framework: of.framework }, pinned)
      return apiPath('actionPlanCard', { year: of.actionPlan }, pinned)
    },
    logo: (ending) => apiPath('logo', { ending }, inRelease),
    chartPng: (slug) => chart(slug, 'png'),
    embed: (slug) => embedPath(slug, locale),
    feed: (goal) => (goal === null ? apiPath('feed', {}, language) : apiPath('goalFeed', { number: goal }, language)),
    catalogue: apiPath('catalogue', {}, inRelease),
    api: apiPagePath(locale),
    openApi: apiPath('openApi', {}),
    releasesJson: apiPath('releases', {}, inRelease),
    indicatorsJson: apiPath('indicators', {}, inRelease),
    changesJson: (number, since) => apiPath('releaseChanges', { n: number }, { since }),
  }
}
