import { producersOf } from '@pejling/domain/source/producers'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import type { EmbedRequest } from '@pejling/page-contract/pages'
import type { RenderedPage, Rendering } from '@pejling/page-contract/rendering'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { written } from '../../documents/written.ts'
import { ChartNotes } from '../../components/chart-notes.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { Head } from '../../components/head.tsx'
import { CurrentPage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { themeOf } from '../../components/theme.ts'
import { messages } from '../../i18n/messages.ts'
import { embedWords } from './messages.ts'

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

/** Renders an indicator for a frame on another site's page: light, complete without a script, nothing suppressed is shown. */
export function renderEmbed(request: EmbedRequest & Rendering): RenderedPage {
  const { locale, document, profile, release, assets, mode, policy } = request
  const styles = [assets.styles, ...(profile.colours === null ? [] : [themeOf(profile.colours)])]
  const html = written(
    <CurrentPage value={{ locale, words: messages[locale], links: linksFor(locale, null), release }}>
      <html lang={locale}>
        <Head
          title={`${document.indicator.name[locale]} · ${profile.name[locale]}`}
          unlisted
          mode={mode}
          styles={styles}
          script={assets.script}
          policy={policy}
        />
        <body className="embed">
          <Embed {...request} />
        </body>
      </html>
    </CurrentPage>,
    assets.fonts,
  )
  return { html, styles }
}
