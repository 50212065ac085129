import { formatDate } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { linksFor } from '../../app/paths.ts'
import { usePage, useRelease } from '../../components/page-context.ts'
import { viewMessages } from './messages.ts'

/** Who publishes the figures, and where. */
export interface Publisher {
  readonly organisation: string
  /** The address of the site. */
  readonly url: string
}

interface ReuseProps {
  readonly document: IndicatorDocument
  readonly publisher: Publisher
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** How the figures are cited, and how the chart is put on another page: texts to copy. */
export function Reuse({ document: { indicator }, publisher: { organisation, url } }: ReuseProps): JSX.Element {
  const { locale, links } = usePage()
  const { number, publishedAt } = useRelease()
  const words = viewMessages[locale]
  const name = indicator.name[locale]
  // As it is in this release, for ever.
  const frozen = new URL(linksFor(locale, number).indicator(indicator.slug), url).href
  const frame = `<iframe src="${new URL(links.embed(indicator.slug), url).href}" title="${escaped(name)}" width="100%" height="470" frameborder="0" loading="lazy"></iframe>`
  const script = `<script type="module" src="${new URL('/embed.js', url).href}"></script>`
  return (
    <>
      <details className="reuse">
        <summary>{words.cite}</summary>
        <p>{words.citation(organisation, name, number, formatDate(publishedAt, locale), frozen)}</p>
      </details>
      <details className="reuse">
        <summary>{words.embed}</summary>
        <p className="note">{words.embedNote}</p>
        <p>
          <code>{frame}</code>
        </p>
        <p>
          <code>{script}</code>
        </p>
      </details>
    </>
  )
}
