import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { TableScroll } from '../../components/table-scroll.tsx'
import { dataWords } from './messages.ts'

function Downloads({ indicator: { slug, name } }: { readonly indicator: IndicatorSummary }): JSX.Element {
  const { locale, links } = usePage()
  return (
    <>
      <a href={links.observationsCsv(slug)} aria-label={`CSV: ${name[locale]}`}>
        CSV
      </a>{' '}
      <a href={links.figuresAs(slug, 'xlsx')} aria-label={`XLSX: ${name[locale]}`}>
        XLSX
      </a>{' '}
      <a href={links.indicatorJson(slug)} aria-label={`JSON: ${name[locale]}`}>
        JSON
      </a>
    </>
  )
}

interface IndicatorsProps {
  readonly indicators: readonly IndicatorSummary[]
}

function Measured({ indicators }: IndicatorsProps): JSX.Element {
  const { locale, links } = usePage()
  const words = dataWords[locale]
  const caption = words.measured(indicators.length)
  return (
    <TableScroll label={caption}>
      <table className="data-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.latest}</th>
            <th scope="col">{words.periods}</th>
            <th scope="col">{words.download}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => {
            const { slug, name, latest, points, periodKind } = indicator
            return (
              <tr key={slug}>
                <th scope="row">
                  <a href={links.indicator(slug)}>{name[locale]}</a>
                </th>
                <td>{latest && periodLabel(periodOf(periodKind, latest.period), locale)}</td>
                <td>{points.filter(({ value }) => value !== null).length}</td>
                <td>
                  <Downloads indicator={indicator} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Unmeasured({ indicators }: IndicatorsProps): JSX.Element {
  const { locale, links } = usePage()
  return (
    <details className="unmeasured">
      <summary>{dataWords[locale].unmeasured(indicators.length)}</summary>
      <ul>
        {indicators.map((indicator) => (
          <li key={indicator.slug}>
            <a href={links.indicator(indicator.slug)}>{indicator.name[locale]}</a>{' '}
            <span>
              <Downloads indicator={indicator} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/**
 * Every indicator in the order of the alphabet with its data: those with figures in a table, with the newest period and
 * how many there are; those without folded below.
 */
export function IndicatorTables({ indicators }: IndicatorsProps): JSX.Element {
  const { locale } = usePage()
  const inOrder = indicators.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale))
  const measured = inOrder.filter(({ latest }) => latest !== null)
  const unmeasured = inOrder.filter(({ latest }) => latest === null)
  return (
    <>
      {measured.length > 0 && <Measured indicators={measured} />}
      {unmeasured.length > 0 && <Unmeasured indicators={unmeasured} />}
    </>
  )
}
