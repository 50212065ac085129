import { citationForms, citationOf } from '@pejling/domain/citation'
import type { Cited } from '@pejling/domain/citation'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { linksFor } from '@pejling/addresses/links'
import { siteFiles } from '@pejling/addresses/words'
import type { Publisher } from '../../documents/site.ts'
import { usePage, useRelease } from '../../components/page-context.ts'
import { viewMessages } from './messages.ts'

interface ReuseProps {
  readonly document: IndicatorDocument
  readonly publisher: Publisher
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** A text to copy, by its id. */
function Copy({ of }: { readonly of: string }): JSX.Element {
  const { locale } = usePage()
  const { copy, copied } = viewMessages[locale]
  return (
    <p className="copy">
      <button type="button" data-copy={of} data-done={copied} aria-describedby={of} hidden>
        {copy}
      </button>{' '}
      <output htmlFor={of} />
    </p>
  )
}

/** The figures as people and programs cite them; the day is written where they are copied. */
function Citations({ cited }: { readonly cited: Cited }): JSX.Element {
  const { locale } = usePage()
  const words = viewMessages[locale]
  return (
    <>
      {citationForms.map((form) => {
        const { before, day, after } = citationOf(cited, form, locale)
        const id = `citation-${form}`
        const dated = <span data-day={day} data-form={form} />
        return (
          <div key={form} className="citation">
            <p className="note">{words.citationForms[form]}</p>
            {form === 'text' ? (
              <p id={id}>
                {before}
                {dated}
                {after}
              </p>
            ) : (
              <pre id={id}>
                {before}
                {dated}
                {after}
              </pre>
            )}
            <Copy of={id} />
          </div>
        )
      })}
    </>
  )
}

/** How the figures are cited, and how the chart is put on another page: texts to copy. */
export function Reuse({ document: { indicator }, publisher: { organisation, site, url } }: ReuseProps): JSX.Element {
  const { locale, links } = usePage()
  const { number, publishedAt } = useRelease()
  const words = viewMessages[locale]
  const name = indicator.name[locale]
  // As it is in this release, for ever.
  const frozen = new URL(linksFor(locale, number).indicator(indicator.slug), url).href
  const frame = `<iframe src="${new URL(links.embed(indicator.slug), url).href}" title="${escaped(name)}" width="100%" height="470" frameborder="0" loading="lazy"></iframe>`
  const script = `<script type="module" src="${new URL(siteFiles.embedScript, url).href}"></script>`
  return (
    <>
      <details className="reuse">
        <summary>{words.cite}</summary>
        <Citations
          cited={{ organisation, site, name, slug: indicator.slug, release: number, publishedAt, address: frozen }}
        />
      </details>
      <details className="reuse">
        <summary>{words.embed}</summary>
        <p className="note">{words.embedNote}</p>
        <p id="embed-code">
          <code>{frame}</code> <code>{script}</code>
        </p>
        <Copy of="embed-code" />
      </details>
    </>
  )
}
