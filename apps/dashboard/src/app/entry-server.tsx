import {
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  IdeasDocument,
  IndicatorsDocument,
  ProfileDocument,
} from '@pejling/domain/release/documents'
import { planName } from '@pejling/domain/action-plan/action-plan'
import { languageFor, plainProfile } from '@pejling/domain/profile/profile'
import { documentPath } from '@pejling/domain/release/paths'
import type { Locale } from '@pejling/domain/text'
import { DocumentShell, stylesOf } from '../components/document-shell.tsx'
import type { Shell } from '../components/document-shell.tsx'
import { CurrentPage } from '../components/page-context.ts'
import { ProblemPage } from '../pages/problem/problem-page.tsx'
import { problemWords } from '../pages/problem/messages.ts'
import { messages } from '../i18n/messages.ts'
import { readDocument } from '../documents/read-document.ts'
import { contentOf, materialOf } from './contents.tsx'
import { apiPath } from '@pejling/addresses/api'
import { localeOfPath } from '@pejling/addresses/language'
import { type Links, linksFor } from '@pejling/addresses/links'
import { type Route, pathOf, plainPages, routeOf } from '@pejling/addresses/pages'
import { plainView } from '@pejling/addresses/view-request'
import type {
  SitePage,
  PageAnswer,
  PageEntry,
  PageRequest,
  ProblemRequest,
  Read,
  SpokenIn,
} from '@pejling/page-contract/pages'
import type { PageStyles, RenderedPage, Rendering } from '@pejling/page-contract/rendering'
import { renderSignInPage } from '../sign-in-pages/render.tsx'
import { renderEmbed } from '../pages/embed/render-embed.tsx'
import { renderMeeting } from '../pages/meeting/render-meeting.tsx'
import { renderMoved } from '../pages/problem/render-moved.tsx'
import type { Site } from '@pejling/page-contract/site'
import { written } from '../documents/written.ts'

/** Pages that are of no single release: their own address stays. */
const ofNoRelease: ReadonlySet<Route['page']> = new Set(['meetings', 'release', 'releases', 'search'])

/** The address of the picture that stands for a page: its own, else the policy's. */
function pictureOf(
  own: string | null,
  policies: FrameworksDocument['frameworks'],
  links: Links,
  { url }: Site,
): string | null {
  const path = own ?? (policies[0] ? links.card({ framework: policies[0].slug }) : null)
  return path === null ? null : new URL(path, url).href
}

/** The page that search engines shall know a page by. */
function canonicalOf(shown: Route, policies: number): Route {
  // Every view of an indicator is the same page.
  if (shown.page === 'indicator') return { ...shown, view: plainView }
  // The page of an only policy is the overview.
  return shown.page === 'policy' && policies < 2 ? { page: 'overview', locale: shown.locale } : shown
}

/** Renders the page at an address from the documents of one release; a helpful page with status 404 where there is none. */
export function renderPage(request: PageRequest & Rendering<PageStyles>): PageAnswer {
  const { path, query, pinned, release, assets, mode, policy, site } = request
  const origin = mode === 'standalone' ? site.url : ''
  const pinnedTo = pinned ? release.number : null
  const profile = readDocument(request.read, documentPath.profile, ProfileDocument) ?? plainProfile
  const locale = languageFor(profile, localeOfPath(path))
  const { demonstration = false, frameworks: policies = [] } =
    readDocument(request.read, documentPath.frameworks, FrameworksDocument) ?? {}
  const links = linksFor(locale, pinnedTo, policies, origin)
  const material = materialOf({ read: request.read, links, profile, site }, policies)
  const route = routeOf(path, new URLSearchParams(query))
  const content = route && contentOf(material, route)
  const shown: Route = route && content ? route : { page: 'overview', locale }
  const canonicalRoute = canonicalOf(shown, policies.length)
  const absolute = (language: Locale): string =>
    new URL(pathOf({ ...canonicalRoute, locale: language }, null), site.url).href
  const missing = problemWords[locale].notFound
  const shell: Shell = {
    profile,
    title: content?.title ?? missing.title,
    description: content?.description ?? missing.text,
    organisation: policies[0]?.organisation.name[locale] ?? null,
    demonstration,
    current: content === null ? null : shown.page,
    assets,
    mode,
    policy,
    interactive: content?.interactive ?? false,
    structured: content?.structured ?? null,
    unlisted: content?.unlisted ?? content === null,
    contact: site.contact,
    inLanguage: {
      da: origin + pathOf({ ...shown, locale: 'da' }, pinnedTo),
      en: origin + pathOf({ ...shown, locale: 'en' }, pinnedTo),
    },
    canonical: content ? { da: absolute('da'), en: absolute('en') } : null,
    frozen: content ? new URL(pathOf(shown, ofNoRelease.has(shown.page) ? null : release.number), site.url).href : null,
    latest: pinned ? origin + pathOf(shown, null) : null,
    picture: pictureOf(content?.picture ?? null, policies, links, site),
    oembed: content?.embeddable
      ? new URL(apiPath('oembed', {}, { url: absolute(locale), format: 'json' }), site.url).href
      : null,
    feed: content?.feed ?? null,
    note: content?.note ?? null,
  }
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links, release }}>
      <DocumentShell shell={shell}>{content?.main ?? <ProblemPage problem="notFound" />}</DocumentShell>
    </CurrentPage>,
    assets.fonts,
  )
  return { status: content ? 200 : 404, html, styles: stylesOf(shell) }
}

/** Where a page is found that was asked for in a language the site is not in: in the first it is in. `null`: at its own address. */
export function inLanguageOfSite(path: string, query: string, { pinnedTo, languages }: SpokenIn): string | null {
  const asked = localeOfPath(path)
  const locale = languageFor({ languages }, asked)
  if (locale === asked) return null
  const route = routeOf(path, new URLSearchParams(query))
  // What is no address in any language is said to be none, in the language of the site.
  return route && pathOf({ ...route, locale }, pinnedTo)
}

/** Renders the page that stands in for one that cannot be shown: an error of the server, or nothing published yet. */
export function renderProblem(request: ProblemRequest & Rendering<PageStyles>): RenderedPage {
  const { problem, path, assets, mode, policy, site } = request
  const locale = localeOfPath(path)
  const words = problemWords[locale][problem]
  const home = { page: 'overview', locale } as const
  const shell: Shell = {
    profile: plainProfile,
    title: words.title,
    description: words.text,
    organisation: null,
    demonstration: false,
    current: null,
    assets,
    mode,
    policy,
    interactive: false,
    structured: null,
    unlisted: true,
    contact: site.contact,
    inLanguage: { da: pathOf({ ...home, locale: 'da' }, null), en: pathOf({ ...home, locale: 'en' }, null) },
    canonical: null,
    frozen: null,
    latest: null,
    picture: null,
    oembed: null,
    feed: null,
    note: null,
  }
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release: null }}>
      <DocumentShell shell={shell}>
        <ProblemPage problem={problem} />
      </DocumentShell>
    </CurrentPage>,
    assets.fonts,
  )
  return { html, styles: stylesOf(shell) }
}

/** All pages of a release, each with its addresses in the languages of the site, for search engines and for writing the site out. */
export function pageAddresses(read: Read, releases: readonly number[]): SitePage[] {
  const { languages } = readDocument(read, documentPath.profile, ProfileDocument) ?? plainProfile
  const pageOf = (document: string | null, make: (locale: Locale) => Route): SitePage => ({
    address: Object.fromEntries(languages.map((locale) => [locale, pathOf(make(locale), null)])),
    document,
  })
  const frameworks = readDocument(read, documentPath.frameworks, FrameworksDocument)?.frameworks ?? []
  const goals = frameworks.flatMap(({ slug }) =>
    (readDocument(read, documentPath.framework(slug), FrameworkDocument)?.focusAreas ?? []).flatMap(
      (area) => area.goals,
    ),
  )
  const indicators = readDocument(read, documentPath.indicators, IndicatorsDocument)?.indicators ?? []
  const plans = readDocument(read, documentPath.actionPlans, ActionPlansDocument)?.actionPlans ?? []
  const ideas = readDocument(read, documentPath.ideas, IdeasDocument)?.ideas ?? []
  return [
    ...plainPages.map((page) =>
      pageOf(page === 'overview' ? documentPath.indicators : null, (locale) => ({ page, locale })),
    ),
    ...(frameworks.length < 2 ? [] : frameworks).map(({ slug }) =>
      pageOf(documentPath.framework(slug), (locale) => ({ page: 'policy', locale, slug })),
    ),
    pageOf(null, (locale) => ({ page: 'search', locale, query: '' })),
    ...goals.map(({ number }) => pageOf(documentPath.goal(number), (locale) => ({ page: 'goal', locale, number }))),
    ...indicators.map(({ slug }) =>
      pageOf(documentPath.indicator(slug), (locale) => ({ page: 'indicator', locale, slug, view: plainView })),
    ),
    pageOf(documentPath.actionPlans, (locale) => ({ page: 'action-plan', locale, plan: null })),
    ...plans.map((plan) => {
      const name = planName(plan)
      return pageOf(documentPath.actionPlan(name), (locale) => ({ page: 'action-plan', locale, plan: name }))
    }),
    ...ideas.map(({ slug }) => pageOf(documentPath.ideas, (locale) => ({ page: 'idea', locale, slug }))),
    ...releases.map((number) =>
      pageOf(documentPath.release(number), (locale) => ({ page: 'release', locale, number, since: null })),
    ),
  ]
}

/** All that the server asks of the pages. */
export const pageEntry: PageEntry = {
  renderPage,
  renderProblem,
  renderMeeting,
  renderEmbed,
  renderMoved,
  renderSignInPage,
  inLanguageOfSite,
  pageAddresses,
}
