import { formatDate } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text/text'
import type { JSX, ReactNode } from 'react'
import { usePage } from './page-context.ts'

/** What the frame around a page says and where it leads. */
export interface Shell {
  readonly title: string
  readonly description: string
  readonly organisation: string | null
  readonly demonstration: boolean
  readonly isOverview: boolean
  readonly stylesheet: string
  readonly fonts: readonly string[]
  /** The page in each language, in the release shown. */
  readonly inLanguage: Readonly<Record<Locale, string>>
  /** The page in each language as an absolute address in the latest release; `null` for a page that does not exist. */
  readonly canonical: Readonly<Record<Locale, string>> | null
  /** The page in the latest release, where an older one is shown; `null` otherwise. */
  readonly latest: string | null
}

const otherLocale: Record<Locale, Locale> = { da: 'en', en: 'da' }

function Head({ shell }: { readonly shell: Shell }): JSX.Element {
  const { locale } = usePage()
  const { canonical } = shell
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{shell.title}</title>
      <meta name="description" content={shell.description} />
      {(shell.latest !== null || canonical === null) && <meta name="robots" content="noindex" />}
      {shell.fonts.map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
      ))}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={shell.stylesheet} />
      {canonical && (
        <>
          <link rel="canonical" href={canonical[locale]} />
          <link rel="alternate" hrefLang="da" href={canonical.da} />
          <link rel="alternate" hrefLang="en" href={canonical.en} />
          <link rel="alternate" hrefLang="x-default" href={canonical.da} />
        </>
      )}
    </head>
  )
}

function Wordmark(): JSX.Element {
  return (
    <svg className="wordmark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 5 15 12 12 19 9 12Z" fill="currentColor" />
    </svg>
  )
}

function Header({ shell }: { readonly shell: Shell }): JSX.Element {
  const { locale, words, links } = usePage()
  const other = otherLocale[locale]
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href={links.overview}>
          <Wordmark />
          <span className="brand-name">Pejling</span>
          {shell.organisation !== null && <span className="brand-organisation">{shell.organisation}</span>}
        </a>
        <nav aria-label={words.mainNavigation}>
          <a href={links.overview} aria-current={shell.isOverview ? 'page' : undefined}>
            {words.overview}
          </a>
          <a href={links.api}>{words.data}</a>
          <a href={shell.inLanguage[other]} lang={other} hrefLang={other}>
            {words.otherLanguage}
          </a>
        </nav>
      </div>
    </header>
  )
}

function Notices({ shell }: { readonly shell: Shell }): JSX.Element | null {
  const { locale, words, release } = usePage()
  if (!shell.demonstration && shell.latest === null) return null
  return (
    <aside aria-label={words.notices}>
      {shell.demonstration && (
        <p className="notice demonstration">
          <strong>{words.demonstration.title}</strong> {words.demonstration.text}
        </p>
      )}
      {shell.latest !== null && (
        <p className="notice pinned">
          {words.pinned(release.number, formatDate(release.publishedAt, locale))}{' '}
          <a href={shell.latest}>{words.toLatest}</a>
        </p>
      )}
    </aside>
  )
}

function Footer({ note }: { readonly note: string | null }): JSX.Element {
  const { locale, words, links, release } = usePage()
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <h2 className="visually-hidden">{words.about}</h2>
        {note !== null && <p>{note}</p>}
        <p>
          {words.shownRelease(release.number, formatDate(release.publishedAt, locale))} {release.title[locale]}
        </p>
        <ul className="link-row">
          <li>
            <a href={links.api}>{words.openData}</a>
          </li>
          <li>
            <a href={links.openApi}>{words.apiDescription}</a>
          </li>
          <li>
            <a href={links.releases}>{words.allReleases}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}

interface DocumentShellProps {
  readonly shell: Shell
  /** What a reader must know about the policy, said once at the foot; `null`: nothing. */
  readonly note: string | null
  readonly children: ReactNode
}

/** The whole HTML document around a page: head, skip link, header, notices, main content and footer. */
export function DocumentShell({ shell, note, children }: DocumentShellProps): JSX.Element {
  const { locale, words } = usePage()
  return (
    <html lang={locale}>
      <Head shell={shell} />
      <body>
        <a className="skip-link" href="#main">
          {words.skipToContent}
        </a>
        <Header shell={shell} />
        <Notices shell={shell} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer note={note} />
      </body>
    </html>
  )
}
