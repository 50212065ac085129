import {
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  IdeasDocument,
  IndicatorsDocument,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text/text'
import { DocumentShell } from '../components/document-shell.tsx'
import type { Shell } from '../components/document-shell.tsx'
import { CurrentPage } from '../components/page-context.ts'
import { ProblemPage } from '../features/problem/problem-page.tsx'
import { problemWords } from '../features/problem/messages.ts'
import { messages } from '../i18n/messages.ts'
import { readDocument } from '../lib/read-document.ts'
import type { Read } from '../lib/read-document.ts'
import { contentOf, materialOf } from './contents.tsx'
import { linksFor, localeOfPath, pathOf, plainPages, routeOf } from './paths.ts'
import type { Links, Route } from './paths.ts'
import type { Site } from './site.ts'
import { plainView } from './view-request.ts'
import { written } from './written.ts'

export { renderEmbed } from '../embed/render-embed.tsx'
export { renderMeeting } from '../meeting/render-meeting.tsx'
export { renderDesk } from '../desk/render-desk.tsx'
export { pageParameters } from './paths.ts'

/** The files a page loads. */
export interface Assets {
  /** The text of the style sheet a page carries. */
  readonly styles: Readonly<Record<'overview' | 'indicator' | 'other', string>>
  readonly script: string
  readonly fonts: readonly string[]
}

/** What a page is rendered from. */
export interface PageRequest {
  /** Without the prefix of a pinned release: `/indikator/valgdeltagelse-kv`, `/en/indicator/valgdeltagelse-kv`. */
  readonly path: string
  /** Without the question mark: `opdeling=alder`. */
  readonly query: string
  /** The released document at a path below `/api/v1/`; `undefined` where the release has none. */
  readonly read: Read
  readonly release: Release
  /** Whether the address names the release: then all links stay in it. */
  readonly pinned: boolean
  readonly assets: Assets
  readonly site: Site
}

/** A whole HTML document with its status. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly html: string
}

/** Pages that are of no single release: their own address stays. */
const ofNoRelease: ReadonlySet<Route['page']> = new Set(['meetings', 'release', 'releases', 'search'])

/** The address of the picture that stands for a page: its own, else the policy's. */
function pictureOf(
  own: string | null,
  framework: FrameworkDocument | null,
  links: Links,
  { url }: Site,
): string | null {
  const path = own ?? (framework && links.card({ framework: framework.framework.slug }))
  return path === null ? null : new URL(path, url).href
}

/** Renders the page at an address from the documents of one release; a helpful page with status 404 where there is none. */
export function renderPage(request: PageRequest): PageAnswer {
  const { path, query, pinned, release, assets, site } = request
  const locale = localeOfPath(path)
  const pinnedTo = pinned ? release.number : null
  const links = linksFor(locale, pinnedTo)
  const material = materialOf(request.read, links, site)
  const { framework } = material
  const route = routeOf(path, new URLSearchParams(query))
  const content = route && contentOf(material, route)
  const shown: Route = route && content ? route : { page: 'overview', locale }
  // Every view of an indicator is the same page to a search engine.
  const canonicalRoute: Route = shown.page === 'indicator' ? { ...shown, view: plainView } : shown
  const absolute = (language: Locale): string =>
    new URL(pathOf({ ...canonicalRoute, locale: language }, null), site.url).href
  const missing = problemWords[locale].notFound
  const shell: Shell = {
    title: `${content?.title ?? missing.title} · Pejling`,
    description: content?.description ?? missing.text,
    organisation: framework?.framework.organisation.name[locale] ?? null,
    demonstration: framework?.demonstration ?? false,
    current: content === null ? null : shown.page,
    assets,
    interactive: content?.interactive ?? false,
    structured: content?.structured ?? null,
    unlisted: content?.unlisted ?? content === null,
    contact: site.contact,
    asFile: site.asFiles,
    inLanguage: {
      da: pathOf({ ...shown, locale: 'da' }, pinnedTo),
      en: pathOf({ ...shown, locale: 'en' }, pinnedTo),
    },
    canonical: content ? { da: absolute('da'), en: absolute('en') } : null,
    frozen: content ? new URL(pathOf(shown, ofNoRelease.has(shown.page) ? null : release.number), site.url).href : null,
    latest: pinned ? pathOf(shown, null) : null,
    picture: pictureOf(content?.picture ?? null, framework, links, site),
    oembed: content?.embeddable
      ? new URL(`/api/v1/oembed?${new URLSearchParams({ url: absolute(locale), format: 'json' })}`, site.url).href
      : null,
    note: content?.note ?? null,
  }
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links, release }}>
      <DocumentShell shell={shell}>{content?.main ?? <ProblemPage problem="notFound" />}</DocumentShell>
    </CurrentPage>,
    assets.fonts,
  )
  return { status: content ? 200 : 404, html }
}

/** Renders the page that stands in for one that cannot be shown: an error of the server, or nothing published yet. */
export function renderProblem(request: {
  readonly problem: 'internal' | 'nothingPublished'
  readonly path: string
  readonly assets: Assets
  readonly site: Site
}): string {
  const { problem, path, assets, site } = request
  const locale = localeOfPath(path)
  const words = problemWords[locale][problem]
  const home = { page: 'overview', locale } as const
  const shell: Shell = {
    title: `${words.title} · Pejling`,
    description: words.text,
    organisation: null,
    demonstration: false,
    current: null,
    assets,
    interactive: false,
    structured: null,
    unlisted: true,
    contact: site.contact,
    asFile: site.asFiles,
    inLanguage: { da: pathOf({ ...home, locale: 'da' }, null), en: pathOf({ ...home, locale: 'en' }, null) },
    canonical: null,
    frozen: null,
    latest: null,
    picture: null,
    oembed: null,
    note: null,
  }
  return written(
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release: null }}>
      <DocumentShell shell={shell}>
        <ProblemPage problem={problem} />
      </DocumentShell>
    </CurrentPage>,
    assets.fonts,
  )
}

const inLanguages = (make: (locale: Locale) => Route): Readonly<Record<Locale, string>> => ({
  da: pathOf(make('da'), null),
  en: pathOf(make('en'), null),
})

/** The addresses of all pages of a release, each in both languages, for search engines and for writing the site out. */
export function pageAddresses(read: Read, releases: readonly number[]): Readonly<Record<Locale, string>>[] {
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
    ...plainPages.map((page) => inLanguages((locale) => ({ page, locale }))),
    inLanguages((locale) => ({ page: 'search', locale, query: '' })),
    ...goals.map(({ number }) => inLanguages((locale) => ({ page: 'goal', locale, number }))),
    ...indicators.map(({ slug }) => inLanguages((locale) => ({ page: 'indicator', locale, slug, view: plainView }))),
    inLanguages((locale) => ({ page: 'action-plan', locale, year: null })),
    ...plans.map(({ year }) => inLanguages((locale) => ({ page: 'action-plan', locale, year }))),
    ...ideas.map(({ slug }) => inLanguages((locale) => ({ page: 'idea', locale, slug }))),
    ...releases.map((number) => inLanguages((locale) => ({ page: 'release', locale, number, since: null }))),
  ]
}
