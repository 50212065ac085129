import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { movementWords } from '@pejling/domain/sentence/movement'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import type { JSX } from 'react'
import { LargeFigure } from './large-figure.tsx'
import { Margin } from './margin.tsx'
import { usePage } from './page-context.ts'

interface LatestFigureProps {
  readonly summary: IndicatorSummary | null
  /** Whether the finding in words stands beside it: then it is not explained again. */
  readonly isExplained?: boolean
}

/**
 * The latest figure of an indicator and the change its verdict was judged by, then the latest step; where there is no
 * figure, why, or that none has come yet.
 */
export function LatestFigure({ summary, isExplained = false }: LatestFigureProps): JSX.Element {
  const { locale, words } = usePage()
  if (summary === null || summary.latest === null) {
    const why = summary?.withoutFigures ?? summary?.nextExpectedNote
    return <p className="note">{why?.[locale] ?? words.noMeasurementYet}</p>
  }
  const { latest, movement, periodKind } = summary
  const mark = statusWords[latest.status]
  const change = movement && movementWords(movement, summary, locale)
  const explanation = isExplained ? null : (movement?.explanation ?? null)
  return (
    <>
      <p>
        <LargeFigure value={latest.value} measure={summary} kind="value" />
        <Margin margin={latest.margin} measure={summary} />
      </p>
      {mark.mark !== '' && <p className="note">{`${mark.words[locale]} ${mark.mark}`}</p>}
      <p className="note">{change ? change.whole : periodLabel(periodOf(periodKind, latest.period), locale)}</p>
      {change && change.step !== null && <p className="note movement-step">{change.step}</p>}
      {movement?.roundingShows && <p className="note">{words.fromUnrounded}</p>}
      {explanation && <p className="note movement-explained">{explanation[locale]}</p>}
    </>
  )
}
