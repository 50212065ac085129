import type { Profile } from '@pejling/domain/profile/profile'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { Release } from '@pejling/domain/release/release'
import { producersOf } from '@pejling/domain/source/producers'
import type { Locale } from '@pejling/domain/text'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { written } from '../../documents/written.ts'
import { ChartNotes } from '../../components/chart-notes.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { CurrentPage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { themeOf } from '../../components/theme.ts'
import { messages } from '../../i18n/messages.ts'
import { embedWords } from './messages.ts'

/** What an indicator on somebody else's page is rendered from. */
export interface EmbedRequest {
  readonly locale: Locale
  readonly document: IndicatorDocument
  readonly release: Release
  /** Who publishes it. */
  readonly organisation: string
  /** How the site presents itself. */
  readonly profile: Profile
  readonly siteUrl: string
  readonly assets: { readonly styles: string; readonly script: string; readonly fonts: readonly string[] }
}

/** A whole HTML document, with the text of each style sheet it carries. */
export interface EmbedAnswer {
  readonly html: string
  readonly styles: readonly string[]
}

const sheets = [
  { name: 'wide', sheet: { width: 720, height: 300, standalone: false, withoutNotes: true } },
  { name: 'narrow', sheet: { width: 300, height: 250, standalone: false, withoutNotes: true } },
] as const

function Embed({ document, release, organisation, siteUrl, locale }: EmbedRequest): JSX.Element {
  const { indicator, assessments, sources } = document
  const words = embedWords[locale]
  const [assessment] = assessments
  const page = new URL(linksFor(locale, null).indicator(indicator.slug), siteUrl).href
  const producers = producersOf(sources, locale).join(', ')
  return (
    <main>
      {document.demonstration && (
        <p className="notice demonstration">
          <strong>{messages[locale].demonstration.title}</strong>
        </p>
      )}
      <h1>
        {/* Within a frame the page itself would be too small. */}
        <a href={page} target="_blank" rel="noopener">
          {indicator.name[locale]}
        </a>
      </h1>
      {assessment && (
        <p className="embed-finding">
          <VerdictMark verdict={assessment.verdict} size={20} />
          <span>
            <VerdictName verdict={assessment.verdict} />
            {`. ${assessment.sentence[locale]}`}
          </span>
        </p>
      )}
      {sheets.map(({ name, sheet }) => (
        <Drawing key={name} className={`chart embed-${name}`} svg={indicatorChartSvg(document, locale, sheet)} />
      ))}
      <ChartNotes document={document} />
      <p className="note">
        {producers !== '' && `${words.source(producers)} `}
        <a href={page} target="_blank" rel="noopener">
          {words.from(organisation, release.number, release.publishedAt)}
        </a>
      </p>
    </main>
  )
}

/** Renders an indicator for a frame on somebody else's page: light, complete without a script, nothing withheld is shown. */
export function renderEmbed(request: EmbedRequest): EmbedAnswer {
  const { locale, document, profile, release, assets } = request
  const styles = [assets.styles, ...(profile.colours === null ? [] : [themeOf(profile.colours)])]
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release }}>
      <html lang={locale}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title>{`${document.indicator.name[locale]} · ${profile.name[locale]}`}</title>
          <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
          {styles.map((text) => (
            <style key={text} dangerouslySetInnerHTML={{ __html: text }} />
          ))}
          <script type="module" src={assets.script} />
        </head>
        <body className="embed">
          <Embed {...request} />
        </body>
      </html>
    </CurrentPage>,
    assets.fonts,
  )
  return { html, styles }
}
