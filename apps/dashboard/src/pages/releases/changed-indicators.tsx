import type { Verdict } from '@pejling/domain/progress/assessment'
import type { IndicatorChange } from '@pejling/domain/release/release'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'
import { releaseWords } from './messages.ts'
import { ReleasedIndicator, useLinksIn } from './released-indicator.tsx'
import type { ComparedReleases } from './released-indicator.tsx'

interface IndicatorsProps {
  readonly changes: readonly IndicatorChange[]
  readonly compared: ComparedReleases
}

function VerdictThen({ verdict }: { readonly verdict: Verdict | null }): JSX.Element {
  const { locale } = usePage()
  if (verdict === null) return <>{releaseWords[locale].noVerdict}</>
  return (
    <>
      <VerdictMark verdict={verdict} size={18} /> <VerdictName verdict={verdict} />
    </>
  )
}

/** Verdicts before and now. */
export function ChangedVerdicts({ changes, compared }: IndicatorsProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  return (
    <ul className="changed-verdicts">
      {changes.map((change) => (
        <li key={change.indicator}>
          <ReleasedIndicator change={change} compared={compared} />
          <span className="verdict-then">
            <span className="note">{words.was}</span> <VerdictThen verdict={change.verdict?.before ?? null} />
          </span>
          <span className="verdict-then">
            <span className="note">{words.is}</span> <VerdictThen verdict={change.verdict?.after ?? null} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Indicators that are otherwise than they were, each beside what it was. */
export function ChangedDescriptions({ changes, compared }: IndicatorsProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const earlier = useLinksIn(compared.since)
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.indicator}>
          <ReleasedIndicator change={change} compared={compared} />{' '}
          <a className="note" href={earlier.indicator(change.indicator)}>
            <span className="visually-hidden">{change.name[locale]}, </span>
            {words.asInRelease(compared.since)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Indicators that are new or gone, each with how many figures came or went with it; those without any are folded away. */
export function WholeIndicators({ changes, compared }: IndicatorsProps): JSX.Element {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const withFigures = changes.filter(({ observations }) => observations.length > 0)
  const without = changes.filter(({ observations }) => observations.length === 0)
  return (
    <>
      {withFigures.length > 0 && (
        <ul className="change-list">
          {withFigures.map((change) => (
            <li key={change.indicator}>
              <ReleasedIndicator change={change} compared={compared} />{' '}
              <span className="note">{words.figures(change.observations.length)}</span>
            </li>
          ))}
        </ul>
      )}
      {without.length > 0 && (
        <details className="changed-indicator">
          <summary>{words.withoutFigures(without.length)}</summary>
          <ul className="change-list">
            {without.map((change) => (
              <li key={change.indicator}>
                <ReleasedIndicator change={change} compared={compared} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
