import { hasValue } from '@pejling/domain/observation/observation'
import { formatDate } from '@pejling/domain/period/period'
import type { Assessment } from '@pejling/domain/progress/assessment'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { parseSeriesKey } from '@pejling/domain/series/series'
import { indicatorChartSvg } from '@pejling/figures/chart-of-indicator'
import type { JSX } from 'react'
import { Drawing } from '../../components/drawing.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictName } from '../../components/verdict.tsx'
import { HowSure, SourceAndRelease, WhatIsMeasured } from './background.tsx'
import { headlineTarget, KeyFigures } from './key-figures.tsx'
import { ObservationTable } from './observation-table.tsx'
import { seriesLabel } from './series-label.ts'

interface Part {
  readonly document: IndicatorDocument
}

const wide = { width: 1056, height: 460, standalone: false } as const
const medium = { width: 640, height: 400, standalone: false } as const
const narrow = { width: 300, height: 300, standalone: false } as const

function Breadcrumb({ document }: Part): JSX.Element {
  const { locale, words, links } = usePage()
  const goal = document.goals.find(({ headline }) => headline) ?? document.goals[0]
  const area = goal?.number.split('.')[0] ?? ''
  return (
    <nav className="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href={links.overview}>{words.overview}</a>
        </li>
        {goal && (
          <>
            <li>
              <a href={links.focusArea(area)}>{`${area} ${goal.focusArea[locale]}`}</a>
            </li>
            <li>
              <a href={links.goal(goal.number)}>{`${goal.number} ${goal.text[locale]}`}</a>
            </li>
          </>
        )}
      </ol>
    </nav>
  )
}

function NextFigure({ document }: Part): JSX.Element | null {
  const { locale, words } = usePage()
  const { nextExpectedOn, nextExpectedNote, retiredOn } = document.indicator
  if (retiredOn !== null) return <p className="aside">{words.retiredOn(formatDate(retiredOn, locale))}</p>
  if (nextExpectedOn === null && nextExpectedNote === null) return null
  return (
    <p className="aside">
      {[
        ...(nextExpectedOn === null ? [] : [words.nextExpectedOn(formatDate(nextExpectedOn, locale))]),
        ...(nextExpectedNote === null ? [] : [nextExpectedNote[locale]]),
      ].join(' ')}
    </p>
  )
}

/** The chart, drawn for three widths of screen so that its type keeps its size; one of them is shown. */
function Chart({ document }: Part): JSX.Element {
  const { locale, words } = usePage()
  const producers = [...new Set(document.sources.map(({ producer }) => producer[locale]))]
  return (
    <figure aria-label={words.development}>
      <Drawing className="chart chart-wide" svg={indicatorChartSvg(document, locale, wide)} />
      <Drawing className="chart chart-medium" svg={indicatorChartSvg(document, locale, medium)} />
      <Drawing className="chart chart-narrow" svg={indicatorChartSvg(document, locale, narrow)} />
      {producers.length > 0 && <figcaption>{`${words.source} ${producers.join(', ')}`}</figcaption>}
    </figure>
  )
}

function TargetLine({ document }: Part): JSX.Element {
  const { locale, words } = usePage()
  const target = headlineTarget(document)
  if (target === null) return <p className="aside">{words.nobodyDecided}</p>
  const decided = words.decided(target.decidedBy[locale], formatDate(target.decidedOn, locale))
  return <p className="aside">{target.note === null ? decided : `${decided} ${target.note[locale]}`}</p>
}

function OtherTargets({ document, others }: Part & { readonly others: readonly Assessment[] }): JSX.Element | null {
  const { locale, words } = usePage()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-targets">
      <h2 id="other-targets">{words.otherTargets}</h2>
      <ul>
        {others.map((other) => (
          <li key={`${other.series} ${other.target}`}>
            {seriesLabel(document, { key: other.series, ...parseSeriesKey(other.series), observations: [] }, locale)}:{' '}
            <VerdictName verdict={other.verdict} />. {other.sentence[locale]}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One indicator: its finding, key figures, chart, table, definition, how sure it is, and where it comes from. */
export function IndicatorPage({ document }: Part): JSX.Element {
  const { locale, words } = usePage()
  const { indicator, series, assessments } = document
  const [headline, ...others] = assessments
  const hasFigures = series.some(({ observations }) => observations.some(hasValue))
  const isJudged = hasFigures && indicator.direction !== 'context'
  return (
    <>
      <Breadcrumb document={document} />
      <h1>{indicator.name[locale]}</h1>
      {headline && (
        <p className="lead">
          <VerdictName verdict={headline.verdict} />
          <span className="verdict-stop">.</span>
          {headline.verdict !== 'no-data' && ` ${headline.sentence[locale]}`}
        </p>
      )}
      <KeyFigures document={document} />
      {isJudged && <TargetLine document={document} />}
      {hasFigures && <Chart document={document} />}
      <NextFigure document={document} />
      {hasFigures && (
        <section aria-labelledby="table">
          <h2 id="table">{words.table}</h2>
          <ObservationTable document={document} />
        </section>
      )}
      <OtherTargets document={document} others={others} />
      <div className="background">
        <WhatIsMeasured document={document} />
        {headline && hasFigures && <HowSure assessment={headline} />}
        <SourceAndRelease document={document} />
      </div>
    </>
  )
}
