import { expect, test } from 'vitest'
import type { Unit } from '../unit/unit.ts'
import { combinedMargin, defaultTrendBand, halfDisplayUnit, isUncertain, isWithin, toleranceOf } from './tolerance.ts'
import type { Point } from './points.ts'
import { indicatorOf } from './question.fixture.ts'

const point = (margin: number | null, numerator: number | null = null, denominator: number | null = null): Point => ({
  period: '2024',
  time: 2024.5,
  value: 60,
  status: 'A',
  margin,
  numerator,
  denominator,
})

test.each<[Unit, number]>([
  ['percent', 1],
  ['percentage-point', 1],
  ['per-hundred', 1],
  ['score', 0.05],
  ['mark', 0.2],
  ['index-100', 2],
  ['ratio', 0.02],
  ['count', 4],
  ['per-thousand', 4],
  ['kroner', 4],
])('a trend in %s from 80 has moved when it has moved more than %d', (unit, band) => {
  expect(defaultTrendBand(indicatorOf({ unit }), 80)).toBe(band)
})

test('a count that starts at zero has half a display unit, not nothing', () => {
  expect(defaultTrendBand(indicatorOf({ unit: 'count', decimals: 0 }), 0)).toBe(0.5)
})

test('half a display unit follows the decimals shown', () => {
  expect([0, 1, 2].map((decimals) => halfDisplayUnit(indicatorOf({ decimals })))).toEqual([0.5, 0.05, 0.005])
})

test('two margins of error make a larger one', () => {
  expect(combinedMargin(point(3), point(4))).toBe(5)
  expect(combinedMargin(point(null), point(4))).toBe(4)
  expect(combinedMargin(point(null), point(null))).toBe(0)
})

test('what counts as no change is the largest of the indicator’s own or the standard and the margins, and says which', () => {
  const own = indicatorOf({ band: { value: 2, reason: { da: 'Få', en: 'Few' } } })
  expect(toleranceOf(own, 1, point(null), point(null))).toEqual({ value: 2, source: 'own' })
  expect(toleranceOf(own, 1, point(3), point(4))).toEqual({ value: 5, source: 'survey' })
  expect(toleranceOf(indicatorOf(), 1, point(null), point(null))).toEqual({ value: 1, source: 'standard' })
})

test('percentages of elections move by two points before it is a change', () => {
  const cadence = { periodKind: 'municipal-election', everyYears: 4, delayMonths: 0 } as const
  expect(defaultTrendBand(indicatorOf({ unit: 'percent', cadence }), 70)).toBe(2)
  expect(defaultTrendBand(indicatorOf({ unit: 'percentage-point', cadence }), 1)).toBe(2)
  expect(defaultTrendBand(indicatorOf({ unit: 'ratio', cadence }), 1)).toBe(0.02)
})

test('one person more of forty is no change, and where shares may pass the whole one person is still none', () => {
  const counted = toleranceOf(indicatorOf(), 1, point(null, 12, 40), point(null, 13, 40))
  expect(counted.source).toBe('counts')
  expect(counted.value).toBeGreaterThan(2.5)
  const disclosure = { ...indicatorOf().disclosure, mayExceedWhole: true }
  const memberships = indicatorOf({ unit: 'per-hundred', disclosure })
  expect(toleranceOf(memberships, 1, point(null, 12, 40), point(null, 13, 40))).toEqual({
    value: 2.5,
    source: 'one-person',
  })
  expect(isUncertain(indicatorOf(), 2.5, point(null, 12, 40), point(null, 13, 40))).toBe(true)
})

test('a change of exactly the band lies within it, whatever the last digits of the subtraction', () => {
  expect(isWithin(70.3 - 69.3, 1)).toBe(true)
  expect(isWithin(-(60.15 - 60.1), 0.05)).toBe(true)
  expect(isWithin(1.001, 1)).toBe(false)
})
