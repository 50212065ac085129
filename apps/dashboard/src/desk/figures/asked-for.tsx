import { periodName, periodOf } from '@pejling/domain/period/period'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { OverviewIndicator } from '@pejling/domain/workspace/overview'
import { formatValue } from '@pejling/domain/unit/format'
import type { JSX } from 'react'
import { dayInWords, locale, textOf } from '../client/locale.ts'
import { words } from './words.ts'

/** What whoever sends the figure has to know: what is counted, of which period, by when, and what it was last. */
export function AskedFor({
  indicator,
  state,
}: {
  readonly indicator: Indicator
  readonly state: OverviewIndicator | undefined
}): JSX.Element {
  const nameOf = (period: string): string => periodName(periodOf(indicator.cadence.periodKind, period), locale)
  const { expected = null, latest = null } = state ?? {}
  const isDue = expected !== null && expected.state !== 'later'
  return (
    <section className="asked-for" aria-label={words.askedTitle}>
      <p>
        <b>{words.askedTitle}</b> {textOf(indicator.definition)}
        {indicator.numerator !== null && indicator.denominator !== null && (
          <>
            {' '}
            <b>{words.numeratorIs}:</b> {textOf(indicator.numerator)} <b>{words.denominatorIs}:</b>{' '}
            {textOf(indicator.denominator)}
          </>
        )}
      </p>
      {(isDue || latest !== null) && (
        <p className="asked-facts">
          {isDue && expected.period !== null && (
            <span>
              {words.askedPeriod} <b>{nameOf(expected.period)}</b>
            </span>
          )}
          {isDue && expected.state !== 'missing' && (
            <span data-late={expected.state === 'late' || undefined}>
              {expected.state === 'late' ? words.late : words.deadline}: <b>{dayInWords(expected.expectedOn)}</b>
            </span>
          )}
          {latest !== null && (
            <span>
              {words.lastFigure}: <b>{formatValue(latest.value, indicator, locale)}</b> ({nameOf(latest.period)})
            </span>
          )}
        </p>
      )}
    </section>
  )
}
