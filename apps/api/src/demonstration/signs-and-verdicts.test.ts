import { derive } from '@pejling/domain/derived/derive'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { compileAssessments } from '@pejling/domain/compile/compile'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import { unexplained } from '@pejling/domain/sentence/unexplained.fixture'
import { seriesKey } from '@pejling/domain/series'
import { expect, test } from 'vitest'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { demonstrate } from './demonstrate.ts'

const delivered = wellRead(deliveredFiles)

function seriesOf(delivery: Delivery, indicator: Indicator): readonly SeriesObservations[] {
  const { observations, dimensions, indicators } = delivery
  const { derived } = indicator
  if (derived !== null) {
    const names = 'population' in derived ? [derived.of, derived.population] : [derived.of]
    const inputs = names.flatMap((slug) => indicators.find((one) => one.slug === slug) ?? [])
    const figures = inputs.map((input) => ({ indicator: input, series: seriesOf(delivery, input) }))
    return derive(indicator, figures, dimensions)
  }
  const rows = observations.filter((row) => row.indicator === indicator.slug)
  return [...Map.groupBy(rows, ({ series }) => seriesKey(series))].map(([key, own]) => ({
    key,
    area: own[0]?.series.area ?? '',
    categories: own[0]?.series.categories ?? {},
    observations: own.map(({ observation }) => observation),
  }))
}

test.each<[string, Delivery]>([
  ['delivered', delivered],
  ...[2026, 1, 2, 3].map((seed): [string, Delivery] => [
    `demonstration ${seed}`,
    demonstrate(delivered, { seed, today: '2026-11-30' }),
  ]),
])('no change stands against its verdict without the sentence that explains it: %s', (_, delivery) => {
  for (const indicator of delivery.indicators) {
    const targets = delivery.targets.flatMap((one) => (one.indicator === indicator.slug ? [one.target] : []))
    const assessments = compileAssessments({
      indicator,
      series: seriesOf(delivery, indicator),
      targets,
      overrides: [],
      on: '2026-11-30',
    })
    for (const assessment of assessments) {
      const measure = { ...indicator, periodKind: indicator.cadence.periodKind }
      expect([indicator.slug, ...unexplained(measure, assessment.verdict, assessment)]).toEqual([indicator.slug])
    }
  }
})
