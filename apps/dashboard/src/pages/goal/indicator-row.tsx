import type { IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { ComparisonText } from '../../components/compared.tsx'
import { IndicatorTrend } from '../../components/indicator-trend.tsx'
import { LatestFigure } from '../../components/latest-figure.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'

interface IndicatorRowProps {
  readonly summary: IndicatorSummary
  /** Whether the page has said above how it compares with others. */
  readonly isTold: boolean
}

/** An indicator of a goal in a row of a list. */
export function IndicatorRow({ summary, isTold }: IndicatorRowProps): JSX.Element {
  const { locale, words, links } = usePage()
  const { slug, name, verdict, latest, target, provisional } = summary
  return (
    <li className="goal-row">
      <div className="goal-mark">
        <VerdictMark verdict={verdict} size={24} />
      </div>
      <div className="goal-words">
        <h4>
          <a href={links.indicator(slug)}>{name[locale]}</a>
        </h4>
        {!isTold && <ComparisonText sentences={[summary.comparison]} />}
      </div>
      <div className="goal-trend">{latest !== null && <IndicatorTrend summary={summary} />}</div>
      <div className="goal-latest">
        <LatestFigure summary={summary} />
      </div>
      <div className="goal-status">
        <p>
          <VerdictName verdict={verdict} />
        </p>
        {latest !== null && target === null && <p className="note">{words.noTarget}</p>}
        {provisional && <p className="note">{words.provisional}</p>}
      </div>
    </li>
  )
}
