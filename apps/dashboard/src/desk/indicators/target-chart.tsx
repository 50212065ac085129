import type { JSX } from 'react'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Target } from '@pejling/domain/target/target'
import type { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { chartModel } from '@pejling/figures/chart-model'
import { chartSvg } from '@pejling/figures/svg'
import { Drawing } from '../../components/drawing.tsx'
import { locale, textOf } from '../client/locale.ts'
import { words } from './words.ts'

/** The figures of a series with its target, as readers see them; drafts are in it. Nothing where there are no figures. */
export function TargetChart({
  indicator,
  figures,
  target,
}: {
  readonly indicator: Indicator
  readonly figures: readonly WorkspaceFigure[]
  readonly target: Target | null
}): JSX.Element | null {
  const model = chartModel({
    title: words.chart(textOf(indicator.name)),
    heading: null,
    sentence: '',
    periodKind: indicator.cadence.periodKind,
    everyYears: indicator.cadence.everyYears,
    measure: indicator,
    limits: indicator.limits,
    locale,
    width: 680,
    height: 260,
    tone: 'none',
    series: [{ key: target?.series ?? indicator.area, role: 'headline', label: null, observations: figures }],
    target,
    expected: null,
    breaks: indicator.breaks.map(({ period, reason }) => ({ period, reason: textOf(reason) })),
    remarks: [],
    withoutNotes: true,
  })
  if (model === null) return null
  return (
    <figure className="target-chart">
      <Drawing className="drawing" svg={chartSvg(model, null)} />
    </figure>
  )
}
