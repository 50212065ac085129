import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { formatChange } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { LargeFigure } from './large-figure.tsx'
import { usePage } from './page-context.ts'

/** The latest figure of an indicator and what has changed; where there is none, why, or that none has come yet. */
export function LatestFigure({ summary }: { readonly summary: IndicatorSummary | null }): JSX.Element {
  const { locale, words } = usePage()
  if (summary === null || summary.latest === null) {
    const why = summary?.withoutFigures ?? summary?.nextExpectedNote
    return <p className="note">{why?.[locale] ?? words.noMeasurementYet}</p>
  }
  const { latest, previous, periodKind } = summary
  const mark = statusWords[latest.status]
  const label = (period: string): string => periodLabel(periodOf(periodKind, period), locale)
  return (
    <>
      <p>
        <LargeFigure value={latest.value} measure={summary} kind="value" />
        {mark.mark !== '' && <abbr title={mark.words[locale]}>{mark.mark}</abbr>}
      </p>
      <p className="note">
        {previous === null
          ? label(latest.period)
          : words.since(formatChange(latest.value - previous.value, summary, locale), label(previous.period))}
      </p>
    </>
  )
}
