import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { contains } from './place-labels.ts'
import { sparklineModel } from './sparkline-model.ts'
import type { SparklineModel } from './sparkline-model.ts'
import { sparklineStates, summaryOf, yearlySummary } from './sparkline-states.fixture.ts'

const row = { width: 170, height: 48 }

function drawn(summary: Parameters<typeof sparklineModel>[0]): SparklineModel {
  const model = sparklineModel(summary, 'da', row)
  if (!model) throw new Error('Nothing was drawn')
  return model
}

it('a small trend has a point for each measurement and one line through them', () => {
  const { points, paths } = drawn(yearlySummary([3, 4, 6, 5]))
  expect(points).toHaveLength(4)
  expect(paths).toHaveLength(1)
})

it('a year that is missing, said or unsaid, leaves a gap', () => {
  expect(drawn(yearlySummary([3, 4, null, 5, 6])).paths).toHaveLength(2)
  const { points } = yearlySummary([3, 4, 4, 5, 6])
  const skipped = points.filter(({ period }) => period !== '2017')
  expect(drawn(yearlySummary([], { points: skipped })).paths).toHaveLength(2)
})

it('elections four years apart are joined, and one that is not there leaves a gap', () => {
  const { points } = summaryOf()
  expect(drawn(summaryOf()).paths).toHaveLength(1)
  expect(drawn(summaryOf({ points: points.filter((_, index) => index !== 2) })).paths).toHaveLength(2)
})

it('where figures come irregularly none of them can be missing', () => {
  const { points } = yearlySummary([3, 4, 4, 5, 6])
  const some = points.filter(({ period }) => period !== '2017')
  expect(drawn(yearlySummary([], { everyYears: null, points: some })).paths).toHaveLength(1)
})

it.each([
  ['B', 2],
  // The figure with a definition of its own and the last one, which has not, are points without a line.
  ['D', 1],
] as const)('a break in the series (%s) breaks the small trend too', (status, lines) => {
  const { points } = yearlySummary([3, 4, 9, 10, 11])
  const broken = points.map((point, index) => (index === 3 ? { ...point, status } : point))
  expect(drawn(yearlySummary([], { points: broken })).paths).toHaveLength(lines)
})

it('without a figure there is no small trend, whether or not there is a target', () => {
  for (const { summary } of sparklineStates.filter(({ summary: { points } }) => points.length === 0)) {
    expect(sparklineModel(summary, 'da', row)).toBeNull()
  }
})

it('whatever the figures are, the small trend and its words stay on their sheet', () => {
  const value = fc.oneof(
    fc.double({ min: -200, max: 200, noNaN: true }),
    fc.constantFrom(0, 0.04, 12_000_000, 11_999_999),
  )
  const summary = fc
    .record({
      values: fc.array(fc.option(value), { minLength: 1, maxLength: 40 }),
      target: fc.option(value.map((aimed) => ({ period: '2060', value: aimed }))),
      decimals: fc.integer({ min: 0, max: 2 }),
    })
    .filter(({ values }) => values.some((one) => one !== null))
  fc.assert(
    fc.property(summary, fc.integer({ min: 80, max: 500 }), ({ values, ...differences }, width) => {
      const model = sparklineModel(yearlySummary(values, differences), 'da', { width, height: 48 })
      if (!model) throw new Error('Nothing was drawn')
      const sheet = { x: 0, y: 0, width, height: 48 }
      for (const { x, y } of model.points)
        expect(contains(sheet, { x: x - 2, y: y - 2, width: 4, height: 4 })).toBe(true)
      for (const { box } of model.texts) expect(contains(sheet, box)).toBe(true)
      expect(model.latest).toEqual(model.points.at(-1))
    }),
  )
})
