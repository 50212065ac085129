import { expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { judge } from '../progress/judge.ts'
import { parseSeriesKey } from '../series.ts'
import { followBenchmark } from './follow.ts'
import type { Target } from './target.ts'

const decided = { da: 'Byrådet', en: 'The council' }
const atLeastTheCountry: Target = {
  slug: 'landet',
  series: '217',
  baseline: { period: '2017-11-21', value: 60 },
  target: null,
  band: null,
  benchmark: { area: '000', period: '2029-11-20', difference: 0 },
  milestones: [],
  method: null,
  decidedBy: decided,
  decidedOn: '2022-01-31',
  note: null,
}

function seriesOf(key: string, values: Readonly<Record<string, number>>) {
  const observations = Object.entries(values).map(([period, value]) => exampleObservation(period, value))
  return { key, ...parseSeriesKey(key), observations }
}

const own = seriesOf('217', { '2017-11-21': 60, '2021-11-16': 66 })

it('follows the newest figure of the other area that both have', () => {
  const country = seriesOf('000', { '2017-11-21': 68, '2021-11-16': 67, '2025-11-18': 70 })
  expect(followBenchmark(atLeastTheCountry, [own, country]).target).toEqual({ period: '2029-11-20', value: 67 })
  const above = { ...atLeastTheCountry, benchmark: { area: '000', period: '2029-11-20', difference: 2 } }
  expect(followBenchmark(above, [own, country]).target?.value).toBe(69)
})

it('follows the same group', () => {
  const target = { ...atLeastTheCountry, series: '217;alder=unge' }
  const series = [
    seriesOf('217;alder=unge', { '2021-11-16': 50 }),
    seriesOf('000;alder=unge', { '2021-11-16': 55 }),
    own,
  ]
  expect(followBenchmark(target, series).target?.value).toBe(55)
})

it('cannot be measured against without a figure there, and says so', () => {
  const target = followBenchmark(atLeastTheCountry, [own])
  expect(target.target).toBeNull()
  const judgement = judge({
    indicator: exampleIndicator(),
    series: '217',
    observations: own.observations,
    target,
    override: null,
    on: '2026-06-30',
  })
  expect(judgement).toMatchObject({ verdict: 'not-assessed', reason: 'benchmark-missing' })
})
