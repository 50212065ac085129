import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { isTotal } from '@pejling/domain/series'
import { movementWords, unchangedWords } from '@pejling/domain/sentence/movement'
import type { Movement } from '@pejling/domain/progress/movement'
import { formatTargetBand } from '@pejling/domain/unit/format'
import { growsWithSize } from '@pejling/domain/unit/unit'
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

/** The whole country's figure for the same period as the latest or, where it has none, as the one before; nothing older. */
function countryFigure({ areas, series, indicator }: IndicatorDocument, own: readonly Observation[]) {
  if (growsWithSize(indicator.unit)) return null
  const country = areas.find(({ kind }) => kind === 'country')
  const total = series.find((candidate) => candidate.area === country?.code && isTotal(candidate))
  const recent = new Set(own.slice(-2).map(({ period }) => period))
  const latest = total?.observations.findLast((one) => hasValue(one) && recent.has(one.period))
  return country && latest ? { name: country.name, latest } : null
}

type ChangeProps = { readonly movement: Movement; readonly measure: Parameters<typeof movementWords>[1] }

/** The change that was judged, as a number or that there is none, and its latest step. */
function Change({ movement, measure }: ChangeProps): JSX.Element {
  const { locale } = usePage()
  const none = unchangedWords(movement, measure, locale)
  const { step } = movementWords(movement, measure, locale)
  return (
    <>
      {none === null ? (
        <LargeFigure value={movement.change} measure={measure} kind="change" />
      ) : (
        <span className="large-figure">{none}</span>
      )}{' '}
      {step !== null && <span className="note movement-step">{step}</span>}
    </>
  )
}

/** Latest value, the change that was judged with its latest step, target and the whole country: those of them that exist. */
export function KeyFigures({ document }: { readonly document: IndicatorDocument }): JSX.Element | null {
  const { locale, words } = usePage()
  const { indicator, assessments } = document
  const own = headlineFigures(document)
  const latest = own.at(-1)
  if (!latest) return null
  const label = (period: string): string => periodLabel(periodOf(indicator.cadence.periodKind, period), locale)
  const movement = assessments[0]?.movement ?? null
  const measure = { ...indicator, periodKind: indicator.cadence.periodKind }
  const decided = headlineTarget(document)
  const country = countryFigure(document, own)
  return (
    <dl className="key-figures" aria-label={words.keyFigures}>
      <KeyFigure label={words.latest(label(latest.period))}>
        <LargeFigure value={latest.value} measure={indicator} kind="value" />
        <Margin margin={latest.margin} measure={indicator} />
      </KeyFigure>
      {movement && (
        <KeyFigure label={words.changeSince(label(movement.since))}>
          <Change movement={movement} measure={measure} />
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
