import {
  FrameworkDocument,
  FrameworksDocument,
  IndicatorDocument,
  IndicatorsDocument,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Release } from '@pejling/domain/release/release'
import type { Locale } from '@pejling/domain/text/text'
import type { JSX } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DocumentShell } from '../components/document-shell.tsx'
import { CurrentPage } from '../components/page-context.ts'
import { IndicatorPage } from '../features/indicator/indicator-page.tsx'
import { NotFoundPage } from '../features/not-found-page.tsx'
import { OverviewPage } from '../features/overview/overview-page.tsx'
import { messages } from '../i18n/messages.ts'
import { readDocument } from '../lib/read-document.ts'
import { linksFor, localeOfPath, pathOf, routeOf } from './paths.ts'
import type { Route } from './paths.ts'

/** What a page is rendered from. */
export interface PageRequest {
  /** Without the prefix of a pinned release: `/indikator/valgdeltagelse-kv`, `/en/indicator/valgdeltagelse-kv`. */
  readonly path: string
  /** The released document at a path below `/api/v1/`; `undefined` where the release has none. */
  readonly read: (documentPath: string) => unknown
  readonly release: Release
  /** Whether the address names the release: then all links stay in it. */
  readonly pinned: boolean
  readonly assets: { readonly stylesheet: string; readonly fonts: readonly string[] }
  /** The public address of the installation. */
  readonly siteUrl: string
}

/** A whole HTML document with its status. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly html: string
}

/** A page's content with what the frame around it needs to know. */
interface Content {
  readonly title: string
  readonly description: string
  readonly demonstration: boolean
  readonly note: string | null
  readonly main: JSX.Element
}

function overview({ read }: PageRequest, locale: Locale, slug: string | undefined): Content | null {
  if (slug === undefined) return null
  const document = readDocument(read, documentPath.framework(slug), FrameworkDocument)
  if (!document) return null
  const indicators = readDocument(read, documentPath.indicators, IndicatorsDocument)
  const { demonstration, framework, sentence } = document
  return {
    title: framework.title[locale],
    description: sentence[locale],
    demonstration,
    note: framework.note?.[locale] ?? null,
    main: <OverviewPage document={document} indicators={indicators?.indicators ?? []} />,
  }
}

function indicator({ read }: PageRequest, locale: Locale, slug: string): Content | null {
  const document = readDocument(read, documentPath.indicator(slug), IndicatorDocument)
  if (!document) return null
  const name = document.indicator.name[locale]
  return {
    title: name,
    description: document.assessments[0]?.sentence[locale] ?? name,
    demonstration: document.demonstration,
    note: null,
    main: <IndicatorPage document={document} />,
  }
}

function contentOf(request: PageRequest, route: Route, framework: string | undefined): Content | null {
  return route.page === 'overview'
    ? overview(request, route.locale, framework)
    : indicator(request, route.locale, route.slug)
}

/** Renders the page at an address from the documents of one release; a helpful page with status 404 where there is none. */
export function renderPage(request: PageRequest): PageAnswer {
  const { path, pinned, release, assets, siteUrl } = request
  const locale = localeOfPath(path)
  const words = messages[locale]
  const frameworks = readDocument(request.read, documentPath.frameworks, FrameworksDocument)
  const framework = frameworks?.frameworks[0]
  const route = routeOf(path)
  const content = route && contentOf(request, route, framework?.slug)
  const shown: Route = route && content ? route : { page: 'overview', locale }
  const pinnedTo = pinned ? release.number : null
  const absolute = (language: Locale): string => new URL(pathOf({ ...shown, locale: language }, null), siteUrl).href
  const shell = {
    title: `${content?.title ?? words.notFound.title} · Pejling`,
    description: content?.description ?? words.notFound.text,
    organisation: framework?.organisation.name[locale] ?? null,
    demonstration: content?.demonstration ?? frameworks?.demonstration ?? false,
    isOverview: content !== null && shown.page === 'overview',
    stylesheet: assets.stylesheet,
    fonts: assets.fonts,
    inLanguage: {
      da: pathOf({ ...shown, locale: 'da' }, pinnedTo),
      en: pathOf({ ...shown, locale: 'en' }, pinnedTo),
    },
    canonical: content ? { da: absolute('da'), en: absolute('en') } : null,
    latest: pinned ? pathOf(shown, null) : null,
  }
  const html = renderToStaticMarkup(
    <CurrentPage value={{ locale, words, links: linksFor(locale, pinnedTo), release }}>
      <DocumentShell shell={shell} note={content?.note ?? null}>
        {content?.main ?? <NotFoundPage />}
      </DocumentShell>
    </CurrentPage>,
  )
  return { status: content ? 200 : 404, html: `<!doctype html>${html}` }
}
