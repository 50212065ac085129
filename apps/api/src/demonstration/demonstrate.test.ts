import { Verdict } from '@pejling/domain/progress/assessment'
import { judge } from '@pejling/domain/progress/judge'
import { seriesKey } from '@pejling/domain/series/series'
import { expect, test } from 'vitest'
import { writeDelivery } from '../formats/data-folder.ts'
import { deliveredFiles, wellRead } from '../formats/delivered.fixture.ts'
import type { Delivery } from '../formats/delivery.ts'
import { demonstrate } from './demonstrate.ts'

const delivered = wellRead(deliveredFiles)
const shown = demonstrate(delivered, 2026)

function verdictsOf({ indicators, observations, targets }: Delivery): Verdict[] {
  return indicators.map((indicator) => {
    const own = observations.filter(
      (row) => row.indicator === indicator.slug && seriesKey(row.series) === indicator.area,
    )
    const target = targets.find((entry) => entry.indicator === indicator.slug)?.target ?? null
    const series = own.map(({ observation }) => observation)
    return judge({ indicator, series: indicator.area, observations: series, target, override: null, on: '2026-11-30' })
      .verdict
  })
}

test('the same seed always gives the same demonstration, and another seed another', () => {
  expect([...writeDelivery(demonstrate(delivered, 2026))]).toEqual([...writeDelivery(shown)])
  expect([...writeDelivery(demonstrate(delivered, 7))]).not.toEqual([...writeDelivery(shown)])
})

test('it is a delivery like any other: written and read back it is the same', () => {
  const files = writeDelivery(shown)
  expect([...writeDelivery(wellRead(files))]).toEqual([...files])
})

test('every indicator that is not computed from others has a headline series', () => {
  const filled = new Set(
    shown.observations.filter(({ series }) => seriesKey(series) === '217').map((row) => row.indicator),
  )
  expect([...filled].sort()).toEqual(
    delivered.indicators.filter(({ derived }) => derived === null).map(({ slug }) => slug),
  )
})

test.each([2026, 1, 2, 3, 4])('every verdict occurs with seed %d', (seed) => {
  const occurring = new Set(verdictsOf(demonstrate(delivered, seed)))
  const expected = Verdict.options.filter((verdict) => verdict !== 'unclear' && verdict !== 'overdue')
  expect(expected.filter((verdict) => !occurring.has(verdict))).toEqual([])
})

test('nothing in it comes from anywhere real', () => {
  expect(shown.provenances.map(({ slug }) => slug)).toEqual(['demonstration'])
  expect(new Set(shown.observations.map(({ observation }) => observation.provenance))).toEqual(
    new Set(['demonstration']),
  )
})

test('no target passes for one that somebody decided', () => {
  expect(shown.targets.length).toBeGreaterThan(20)
  for (const { target } of shown.targets) {
    expect(target.decidedBy).toEqual({
      da: 'Demonstration – ikke besluttet af nogen',
      en: 'Demonstration – decided by nobody',
    })
  }
})

test('what a reader may meet is there: provisional, missing, withheld and uncollected figures and breaks, each with a note', () => {
  const marked = shown.observations.filter(({ observation }) => observation.status !== 'A')
  expect(new Set(marked.map(({ observation }) => observation.status))).toEqual(new Set(['P', 'B', 'O', 'L', 'M', 'Q']))
  expect(marked.filter(({ observation }) => observation.footnote === null)).toEqual([])
})

test('figures are compared with the whole country where the producer has one, and divided into groups', () => {
  const areas = (slug: string): Set<string> =>
    new Set(shown.observations.filter(({ indicator }) => indicator === slug).map(({ series }) => series.area))
  expect(areas('valgdeltagelse-kv')).toEqual(new Set(['217', '000']))
  expect(areas('elevraad-aktive')).toEqual(new Set(['217']))
  const grouped = new Set(
    shown.observations.filter(({ series }) => Object.keys(series.categories).length > 0).map((row) => row.indicator),
  )
  expect(grouped.size).toBeGreaterThan(40)
})

test('shares carry the numbers behind them, and surveys the number of answers and the margin', () => {
  const turnout = shown.observations.find(({ indicator }) => indicator === 'valgdeltagelse-kv')
  const { value, numerator, denominator } = turnout?.observation ?? {}
  expect(value).toBeCloseTo((100 * (numerator ?? 0)) / (denominator ?? 1), 2)
  const survey = shown.observations.find(({ indicator }) => indicator === 'oplevet-indflydelse')
  expect(survey?.observation.sampleSize).toBeGreaterThan(100)
  expect(survey?.observation.margin).toBeGreaterThan(0)
})

/** How many answered surveys of an area, by indicator and period. */
const answersIn = (area: string): ReadonlyMap<string, number> =>
  new Map(
    shown.observations
      .filter(({ series, observation }) => seriesKey(series) === area && observation.sampleSize !== null)
      .map(({ indicator, observation }) => [`${indicator} ${observation.period}`, observation.sampleSize ?? 0]),
  )

test('a survey of the whole country has more answers than one of the municipality, whose people it includes', () => {
  const national = answersIn('000')
  const both = [...answersIn('217')].filter(([name]) => national.has(name))
  expect(both.length).toBeGreaterThan(0)
  expect(both.filter(([name, answers]) => (national.get(name) ?? 0) <= answers)).toEqual([])
})

test('there are action plans for two years, with actions in every state', () => {
  expect(shown.actionPlans.map(({ year }) => year)).toEqual([2025, 2026])
  for (const { actions } of shown.actionPlans) {
    expect(new Set(actions.map(({ state }) => state))).toEqual(
      new Set(['idea', 'planned', 'under-way', 'done', 'stopped']),
    )
  }
})
