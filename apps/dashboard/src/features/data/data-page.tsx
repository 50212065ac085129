import { formatDate, periodLabel, periodOf } from '@pejling/domain/period/period'
import type { FrameworkDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import type { Site } from '../../app/site.ts'
import { usePage, useRelease } from '../../components/page-context.ts'
import { dataWords } from './messages.ts'

interface DataPageProps {
  readonly framework: FrameworkDocument | null
  readonly indicators: readonly IndicatorSummary[]
  readonly site: Site
}

// What scrolls must be within reach of the keyboard in browsers that do not see to it themselves (WCAG 2.1.1).
const scrollsByKeyboard = { tabIndex: 0 }

function IndicatorTable({ indicators }: Pick<DataPageProps, 'indicators'>): JSX.Element {
  const { locale, links } = usePage()
  const words = dataWords[locale]
  const without = indicators.filter(({ latest }) => latest === null).length
  const inOrder = indicators.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale))
  return (
    <section className="table-scroll" aria-label={words.tableTitle} {...scrollsByKeyboard}>
      <table className="data-table">
        <caption>{words.caption(indicators.length, without)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.latest}</th>
            <th scope="col">{words.periods}</th>
            <th scope="col">{words.download}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ slug, name, latest, points, periodKind }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={links.indicator(slug)}>{name[locale]}</a>
              </th>
              <td>{latest === null ? words.none : periodLabel(periodOf(periodKind, latest.period), locale)}</td>
              <td>{points.filter(({ value }) => value !== null).length}</td>
              <td>
                {points.length > 0 && (
                  <>
                    <a href={links.observationsCsv(slug)} aria-label={`CSV: ${name[locale]}`}>
                      CSV
                    </a>{' '}
                  </>
                )}
                <a href={links.indicatorJson(slug)} aria-label={`JSON: ${name[locale]}`}>
                  JSON
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Programs({ indicators, site }: Omit<DataPageProps, 'framework'>): JSX.Element {
  const { locale, links } = usePage()
  const words = dataWords[locale]
  const example = indicators.find(({ latest }) => latest !== null) ?? indicators[0]
  const [goal] = example?.goals ?? []
  const examples = [
    ...(goal === undefined ? [] : [[`/api/v1/goals/${goal}`, words.exampleGoal] as const]),
    ...(example
      ? [
          [`/api/v1/indicators/${example.slug}`, words.exampleIndicator] as const,
          [`/api/v1/indicators/${example.slug}/observations.csv?from=2015`, words.exampleTable] as const,
        ]
      : []),
  ]
  return (
    <section aria-labelledby="programs">
      <h2 id="programs">{words.apiTitle}</h2>
      <p>{words.api}</p>
      <h3>{words.examples}</h3>
      <ul>
        {examples.map(([path, what]) => (
          <li key={path}>
            <a href={path}>
              <code>{site.url + path}</code>
            </a>{' '}
            {what}
          </li>
        ))}
      </ul>
      <ul className="link-row">
        <li>
          <a href={links.api}>{words.describes}</a>
        </li>
        <li>
          <a href={links.openApi}>{words.openApi}</a>
        </li>
      </ul>
    </section>
  )
}

/** Open data: every indicator's figures, the API, what can be counted on, and how to cite. */
export function DataPage({ framework, indicators, site }: DataPageProps): JSX.Element {
  const { locale, links } = usePage()
  const { number, publishedAt } = useRelease()
  const words = dataWords[locale]
  const organisation = framework?.framework.organisation.name[locale] ?? 'Pejling'
  return (
    <div className="prose">
      <h1>{words.head.title}</h1>
      <p className="lead">{words.lead}</p>
      <section aria-labelledby="figures">
        <h2 id="figures">{words.tableTitle}</h2>
        <IndicatorTable indicators={indicators} />
      </section>
      <Programs indicators={indicators} site={site} />
      <section aria-labelledby="stable">
        <h2 id="stable">{words.stableTitle}</h2>
        <ul>
          {words.stable.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <p>
          <a href={links.page('releases')}>{words.releases}</a>
        </p>
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">{words.missingTitle}</h2>
        <p>{words.missing}</p>
        <p>
          <a href={`${links.page('about')}#${locale === 'da' ? 'tegn' : 'marks'}`}>{words.marks}</a>
        </p>
      </section>
      <section aria-labelledby="cite">
        <h2 id="cite">{words.citeTitle}</h2>
        <p>{words.cite}</p>
        <blockquote>
          {words.citation(
            organisation,
            number,
            formatDate(publishedAt, locale),
            new URL(links.overviewIn(number), site.url).href,
          )}
        </blockquote>
      </section>
      <section aria-labelledby="licence">
        <h2 id="licence">{words.licenceTitle}</h2>
        <p>{words.licence}</p>
      </section>
    </div>
  )
}
