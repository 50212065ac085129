import { hasValue } from '@pejling/domain/observation/observation'
import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { isTotal } from '@pejling/domain/series/series'
import { movementWords } from '@pejling/domain/sentence/movement'
import { formatTargetBand } from '@pejling/domain/unit/format'
import type { JSX, ReactNode } from 'react'
import { LargeFigure } from '../../components/large-figure.tsx'
import { Margin } from '../../components/margin.tsx'
import { usePage } from '../../components/page-context.ts'
import { headlineFigures, headlineTarget } from './headline.ts'

function KeyFigure({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The latest figure of the whole country, where the document has one. */
function countryFigure({ areas, series }: IndicatorDocument) {
  const country = areas.find(({ kind }) => kind === 'country')
  const total = series.find((candidate) => candidate.area === country?.code && isTotal(candidate))
  const latest = total?.observations.findLast(hasValue)
  return country && latest ? { name: country.name, latest } : null
}

/** Latest value, the change that was judged with its latest step, target and the whole country: those of them that exist. */
export function KeyFigures({ document }: { readonly document: IndicatorDocument }): JSX.Element | null {
  const { locale, words } = usePage()
  const { indicator, assessments } = document
  const latest = headlineFigures(document).at(-1)
  if (!latest) return null
  const label = (period: string): string => periodLabel(periodOf(indicator.cadence.periodKind, period), locale)
  const movement = assessments[0]?.movement ?? null
  const measure = { ...indicator, periodKind: indicator.cadence.periodKind }
  const decided = headlineTarget(document)
  const country = countryFigure(document)
  return (
    <dl className="key-figures" aria-label={words.keyFigures}>
      <KeyFigure label={words.latest(label(latest.period))}>
        <LargeFigure value={latest.value} measure={indicator} kind="value" />
        <Margin margin={latest.margin} measure={indicator} />
      </KeyFigure>
      {movement && (
        <KeyFigure label={words.changeSince(label(movement.since))}>
          <LargeFigure value={movement.isVisible ? movement.change : 0} measure={indicator} kind="change" />
          {movement.step && <span className="note movement-step">{movementWords(movement, measure, locale).step}</span>}
        </KeyFigure>
      )}
      {decided?.target && (
        <KeyFigure label={words.target(label(decided.target.period))}>
          <LargeFigure value={decided.target.value} measure={indicator} kind="target" />
        </KeyFigure>
      )}
      {decided?.band && (
        <KeyFigure label={words.target(label(decided.band.period))}>
          {words.between(formatTargetBand(decided.band, indicator, locale))}
        </KeyFigure>
      )}
      {country && country.latest.value !== null && (
        <KeyFigure label={`${country.name[locale]}, ${label(country.latest.period)}`}>
          <LargeFigure value={country.latest.value} measure={indicator} kind="value" />
          <Margin margin={country.latest.margin} measure={indicator} />
        </KeyFigure>
      )}
    </dl>
  )
}
