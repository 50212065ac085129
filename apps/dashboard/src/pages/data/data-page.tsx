import { apiPath } from '@pejling/addresses/api'
import { apiRoot } from '@pejling/addresses/words'
import { ObservationStatus, statusesWithoutValue } from '@pejling/domain/observation/observation'
import { formatDate } from '@pejling/domain/period/period'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX, ReactNode } from 'react'
import type { Publisher } from '../../documents/site.ts'
import { usePage, useRelease } from '../../components/page-context.ts'
import { Island } from '../../islands/island.tsx'
import { IndicatorTables } from './indicator-tables.tsx'
import { dataWords } from './messages.ts'
import type { Part } from './messages.ts'
import { snippetsFor } from './snippets.ts'

interface DataPageProps {
  readonly publisher: Publisher
  readonly indicators: readonly IndicatorSummary[]
}

interface SectionProps {
  readonly part: Part
  /** Whether its texts are points of a list. */
  readonly listed?: boolean
  readonly children?: ReactNode
}

function Section({ part: { id, title, text }, listed = false, children }: SectionProps): JSX.Element {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {listed ? (
        <ul>
          {text.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : (
        text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)
      )}
      {children}
    </section>
  )
}

// Long lines are scrolled, also by those who have no pointer.
const scrollsByKeyboard = { tabIndex: 0 }

/** Lines to copy. The button shows where a script can do it. */
function Snippets({ table }: { readonly table: string }): JSX.Element {
  const { locale } = usePage()
  const { inThreeLines, copy, copied } = dataWords[locale]
  return (
    <Island name="copy">
      <h3>{inThreeLines}</h3>
      {snippetsFor(table).map(({ language, lines }) => (
        <figure key={language} className="snippet">
          <figcaption>{language}</figcaption>
          <button type="button" data-copied={copied} aria-live="polite" hidden>
            {copy}
          </button>
          <pre {...scrollsByKeyboard}>
            <code>{lines.join('\n')}</code>
          </pre>
        </figure>
      ))}
    </Island>
  )
}

function Programs({ indicators, publisher: { url } }: DataPageProps): JSX.Element {
  const { locale, links } = usePage()
  const words = dataWords[locale]
  const [example] = indicators.toSorted((a, b) => b.points.length - a.points.length)
  const [goal] = example?.goals ?? []
  const examples = [
    ...(goal === undefined ? [] : [[apiPath('goal', { number: goal }), words.exampleGoal] as const]),
    ...(example
      ? [
          [links.indicatorJson(example.slug), words.exampleIndicator] as const,
          [
            apiPath('observationsAs', { slug: example.slug, format: 'csv' }, { from: 2015 }),
            words.exampleTable,
          ] as const,
        ]
      : []),
  ]
  return (
    <Section part={words.programs}>
      <p>
        <code>{`${url}${apiRoot}/`}</code>
      </p>
      <h3>{words.examples}</h3>
      <dl className="examples">
        {examples.map(([path, what]) => (
          <div key={path}>
            <dt>
              <a href={path}>
                <code>{path}</code>
              </a>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {example && <Snippets table={new URL(links.standardCsv(example.slug), url).href} />}
      <ul className="link-row">
        <li>
          <a href={links.api}>{words.describes}</a>
        </li>
        <li>
          <a href={links.openApi}>{words.openApi}</a>
        </li>
        <li>
          <a href={links.catalogue}>{words.catalogue}</a>
        </li>
        <li>
          <a href={links.feed(null)}>{words.feed}</a>
        </li>
      </ul>
    </Section>
  )
}

const isWithoutValue = (status: ObservationStatus): boolean => statusesWithoutValue.has(status)

function Statuses({ title, statuses }: { readonly title: string; readonly statuses: readonly ObservationStatus[] }) {
  const { locale } = usePage()
  return (
    <div>
      <h3>{title}</h3>
      <dl className="status-list">
        {statuses.map((status) => (
          <div key={status}>
            <dt>
              <code>{status}</code>
            </dt>
            <dd>{statusWords[status].words[locale]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Open data: every indicator's figures, the API, what can be counted on, how to cite, and what may be done with it. */
export function DataPage({ publisher, indicators }: DataPageProps): JSX.Element {
  const { locale, links } = usePage()
  const { number, publishedAt } = useRelease()
  const words = dataWords[locale]
  const { figures, programs, missing, stable, cite, licence } = words
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      <nav className="contents" aria-labelledby="contents">
        <h2 id="contents">{words.contents}</h2>
        <ul>
          {[figures, programs, missing, stable, cite, licence].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section part={figures}>
        <IndicatorTables indicators={indicators} />
        <p>
          <a href={links.indicatorsJson}>{words.together}</a>
        </p>
      </Section>
      <Programs indicators={indicators} publisher={publisher} />
      <Section part={missing}>
        <div className="status-lists">
          <Statuses
            title={words.withValue}
            statuses={ObservationStatus.options.filter((status) => !isWithoutValue(status))}
          />
          <Statuses title={words.withoutValue} statuses={ObservationStatus.options.filter(isWithoutValue)} />
        </div>
        <p>
          <a href={`${links.page('about')}#${locale === 'da' ? 'tegn' : 'marks'}`}>{words.marks}</a>
        </p>
      </Section>
      <Section part={stable} listed>
        <p>
          <a href={links.page('releases')}>{words.releases}</a>
        </p>
      </Section>
      <Section part={cite}>
        <blockquote>
          {words.citation(
            publisher.organisation,
            publisher.site,
            number,
            formatDate(publishedAt, locale),
            new URL(links.overviewIn(number), publisher.url).href,
          )}
        </blockquote>
      </Section>
      <Section part={licence} />
    </div>
  )
}
