import { printedNumber } from '@pejling/domain/framework'
import type { GoalSummary, IndicatorSummary } from '@pejling/domain/release/documents'
import type { JSX } from 'react'
import { goalAnchor } from '@pejling/addresses/pages'
import { ComparisonText } from '../../components/compared.tsx'
import { IndicatorTrend } from '../../components/indicator-trend.tsx'
import { LatestFigure } from '../../components/latest-figure.tsx'
import { headlineMissing, NearestFigureNote, unjudged } from '../../components/nearest-figure.tsx'
import { usePage } from '../../components/page-context.ts'
import { VerdictMark, VerdictName } from '../../components/verdict.tsx'

/** What an indicator is called and where it is found. */
export type IndicatorNames = ReadonlyMap<string, IndicatorSummary>

function OtherIndicators({ slugs, names }: { readonly slugs: readonly string[]; readonly names: IndicatorNames }) {
  const { locale, words, links } = usePage()
  if (slugs.length === 0) return null
  return (
    <details className="more-indicators">
      <summary>{words.moreIndicators(slugs.length)}</summary>
      <ul>
        {slugs.map((slug) => (
          <li key={slug}>
            <a href={links.indicator(slug)}>{names.get(slug)?.name[locale] ?? slug}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface GoalRowProps {
  readonly goal: GoalSummary
  readonly headline: IndicatorSummary | null
  readonly names: IndicatorNames
}

/** A goal: its mark, its own words, the indicator it is measured by, how that goes, and the verdict in words. */
export function GoalRow({ goal, headline, names }: GoalRowProps): JSX.Element {
  const { locale, words, links } = usePage()
  const hasFigures = headline !== null && headline.latest !== null
  const nearest = goal.nearest ? (names.get(goal.nearest.indicator) ?? null) : null
  const shown = nearest ? unjudged(nearest) : headline
  const others = goal.indicators.filter((slug) => slug !== goal.headline && slug !== nearest?.slug)
  return (
    <li className="goal-row" id={goalAnchor(goal.number, locale)}>
      <div className="goal-mark">
        <VerdictMark verdict={goal.verdict} size={24} />
      </div>
      <div className="goal-words">
        <h3>
          <a href={links.goal(goal.number)}>{goal.text[locale]}</a>
        </h3>
        <p className="note">
          {`${printedNumber(goal.number)} · `}
          {headline === null ? (
            words.noIndicatorYet
          ) : (
            <a href={links.indicator(headline.slug)}>{headline.name[locale]}</a>
          )}
        </p>
        {nearest && goal.nearest && <NearestFigureNote summary={nearest} reason={goal.nearest.reason} />}
        {shown !== null && <ComparisonText sentences={[shown.comparison]} />}
        <OtherIndicators slugs={others} names={names} />
      </div>
      <div className="goal-trend">{shown && shown.latest !== null && <IndicatorTrend summary={shown} />}</div>
      <div className="goal-latest">
        <LatestFigure summary={shown} />
      </div>
      <div className="goal-status">
        <p>
          <VerdictName verdict={goal.verdict} />
        </p>
        {nearest && <p className="note">{headlineMissing[locale]}</p>}
        {hasFigures && headline.target === null && <p className="note">{words.noTarget}</p>}
        {hasFigures && headline.provisional && <p className="note">{words.provisional}</p>}
      </div>
    </li>
  )
}
