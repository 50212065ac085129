import { formatDate } from '@pejling/domain/period/period'
import type { Profile } from '@pejling/domain/profile/profile'
import type { Locale } from '@pejling/domain/text'
import { Fragment } from 'react'
import type { JSX, ReactNode } from 'react'
import type { Assets } from '../app/entry-server.tsx'
import type { Route } from '@pejling/addresses/pages'
import type { Site } from '../documents/site.ts'
import { usePage } from './page-context.ts'
import { QrCode } from './qr-code.tsx'
import { themeOf } from './theme.ts'
import { Wordmark } from './wordmark.tsx'

/** What the frame around a page says and where it leads. */
export interface Shell {
  /** How the site presents itself. */
  readonly profile: Profile
  /** What the page is called. */
  readonly title: string
  readonly description: string
  readonly organisation: string | null
  readonly demonstration: boolean
  /** The kind of page shown; `null` for one that stands in for another. */
  readonly current: Route['page'] | null
  readonly assets: Assets
  /** Whether the page has a part that does more with JavaScript. */
  readonly interactive: boolean
  /** A schema.org object about the page; `null`: none. */
  readonly structured: unknown
  /** Whether search engines shall leave it out. */
  readonly unlisted: boolean
  readonly contact: Site['contact']
  /** Whether it is written as a file: then scripts read files as well. */
  readonly asFile: boolean
  /** The page in each language, in the release shown. */
  readonly inLanguage: Readonly<Record<Locale, string>>
  /** The page in each language as an absolute address in the latest release; `null` for a page that does not exist. */
  readonly canonical: Readonly<Record<Locale, string>> | null
  /** The page as it is in the release shown, for ever, as an absolute address; `null` for a page that does not exist. */
  readonly frozen: string | null
  /** The page in the latest release, where an older one is shown; `null` otherwise. */
  readonly latest: string | null
  /** The page as a picture, as an absolute address; `null`: there is none. */
  readonly picture: string | null
  /** Where other sites are told how the page is embedded; `null`: it is not. */
  readonly oembed: string | null
  /** The feed that tells what happens about what the page shows; `null`: only that of all releases. */
  readonly feed: string | null
  /** What a reader must know about the policy, said once at the foot; `null`: nothing. */
  readonly note: string | null
}

const openGraphLocale: Record<Locale, string> = { da: 'da_DK', en: 'en_GB' }

/** JSON that can stand in a script element: nothing in it can end the element. */
function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** The text of each style sheet a page carries. */
export function stylesOf({ current, assets, profile }: Shell): readonly string[] {
  const kind = current === 'policy' ? 'overview' : current
  return [
    assets.styles[kind === 'overview' || kind === 'indicator' ? kind : 'other'],
    ...(profile.colours === null ? [] : [themeOf(profile.colours)]),
  ]
}

function Head({ shell }: { readonly shell: Shell }): JSX.Element {
  const { locale, words, links } = usePage()
  const { canonical, assets, profile } = shell
  const name = profile.name[locale]
  const [first = locale] = profile.languages
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${shell.title} · ${name}`}</title>
      <meta name="description" content={shell.description} />
      {(shell.latest !== null || shell.unlisted) && <meta name="robots" content="noindex" />}
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      {stylesOf(shell).map((text) => (
        <style key={text} dangerouslySetInnerHTML={{ __html: text }} />
      ))}
      {shell.interactive && <script type="module" src={assets.script} />}
      {canonical && (
        <>
          <link rel="canonical" href={canonical[locale]} />
          {profile.languages.length > 1 &&
            profile.languages.map((language) => (
              <link key={language} rel="alternate" hrefLang={language} href={canonical[language]} />
            ))}
          {profile.languages.length > 1 && <link rel="alternate" hrefLang="x-default" href={canonical[first]} />}
          {shell.feed !== null && (
            <link rel="alternate" type="application/atom+xml" title={shell.title} href={shell.feed} />
          )}
          <link rel="alternate" type="application/atom+xml" title={words.allReleases} href={links.feed(null)} />
          <meta property="og:url" content={canonical[locale]} />
        </>
      )}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={name} />
      <meta property="og:locale" content={openGraphLocale[locale]} />
      <meta property="og:title" content={shell.title} />
      <meta property="og:description" content={shell.description} />
      {shell.picture !== null && (
        <>
          <meta property="og:image" content={shell.picture} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={shell.description} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {shell.oembed !== null && <link rel="alternate" type="application/json+oembed" href={shell.oembed} />}
      {shell.structured !== null && (
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(shell.structured) }} />
      )}
    </head>
  )
}

function Header({ shell }: { readonly shell: Shell }): JSX.Element {
  const { locale, words, links } = usePage()
  const { languages, name, logo } = shell.profile
  const entries = [
    ['overview', links.overview, words.overview],
    ['data', links.page('data'), words.data],
    ['about', links.page('about'), words.aboutFigures],
    ['search', links.search, words.search],
  ] as const
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href={links.overview}>
          {logo === null ? <Wordmark /> : <img className="brand-logo" src={links.logo(logo.ending)} alt="" />}
          <span className="brand-name">{name[locale]}</span>{' '}
          {shell.organisation !== null && <span className="brand-organisation">{shell.organisation}</span>}
        </a>
        <nav aria-label={words.mainNavigation}>
          {entries.map(([page, href, label]) => (
            <Fragment key={href}>
              <a href={href} aria-current={page === shell.current ? 'page' : undefined}>
                {label}
              </a>{' '}
            </Fragment>
          ))}
          {languages
            .filter((language) => language !== locale)
            .map((other) => (
              <a key={other} href={shell.inLanguage[other]} lang={other} hrefLang={other}>
                {words.otherLanguage}
              </a>
            ))}
        </nav>
      </div>
    </header>
  )
}

function Notices({ shell }: { readonly shell: Shell }): JSX.Element | null {
  const { locale, words, release } = usePage()
  if (!shell.demonstration && (shell.latest === null || release === null)) return null
  return (
    <aside aria-label={words.notices}>
      {shell.demonstration && (
        <p className="notice demonstration">
          <strong>{words.demonstration.title}</strong> {words.demonstration.text}
        </p>
      )}
      {shell.latest !== null && release !== null && (
        <p className="notice pinned">
          {words.pinned(release.number, formatDate(release.publishedAt, locale))}{' '}
          <a href={shell.latest}>{words.toLatest}</a>
        </p>
      )}
    </aside>
  )
}

function Contact({ contact: { email, phone } }: { readonly contact: Site['contact'] }): JSX.Element | null {
  const { words } = usePage()
  if (email === null && phone === null) return null
  return (
    <p>
      {words.contact} {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      {email !== null && phone !== null && ', '}
      {phone !== null && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
    </p>
  )
}

/** The pages whose figures are taken along on paper: a camera leads from them back to the page. */
const coded: ReadonlySet<Route['page'] | null> = new Set(['goal', 'indicator', 'action-plan'])

function OnPaper({ shell: { frozen, current } }: { readonly shell: Shell }): JSX.Element | null {
  const { words } = usePage()
  if (frozen === null) return null
  return (
    <div className="print-only on-paper">
      {coded.has(current) && <QrCode address={frozen} label={words.frozen} />}
      <p>
        {words.frozen}: {frozen}
      </p>
    </div>
  )
}

function Footer({ shell }: { readonly shell: Shell }): JSX.Element {
  const { note, contact } = shell
  const { locale, words, links, release } = usePage()
  const entries = [
    [links.actionPlan(null), words.actionPlans],
    [links.page('ideas'), words.ideas],
    [links.page('meetings'), words.meetings],
    [links.page('releases'), words.allReleases],
    [links.page('data'), words.openData],
    [links.page('about'), words.method],
    [links.page('accessibility'), words.accessibility],
    [links.page('privacy'), words.privacy],
  ] as const
  return (
    <footer className="site-footer">
      <div className="site-footer-inner">
        <h2 className="visually-hidden">{words.about}</h2>
        {note !== null && <p>{note}</p>}
        {release !== null && (
          <p>
            <a href={links.release(release.number)}>
              {words.shownRelease(release.number, formatDate(release.publishedAt, locale))}
            </a>{' '}
            {release.title[locale]}
          </p>
        )}
        <OnPaper shell={shell} />
        <Contact contact={contact} />
        <ul className="link-row">
          {entries.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

interface DocumentShellProps {
  readonly shell: Shell
  readonly children: ReactNode
}

/** The whole HTML document around a page: head, skip link, header, notices, main content and footer. */
export function DocumentShell({ shell, children }: DocumentShellProps): JSX.Element {
  const { locale, words } = usePage()
  return (
    <html lang={locale} data-files={shell.asFile ? '' : undefined}>
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
        <Footer shell={shell} />
      </body>
    </html>
  )
}
