import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimedValue } from './points.ts'
import scipyTheilSen from './scipy-theil-sen.fixture.json' with { type: 'json' }
import { median, pairwiseSlopes, slopeLimits, theilSenSlope } from './theil-sen.ts'

const moments = fc
  .uniqueArray(fc.record({ time: fc.integer({ min: 1990, max: 2030 }), value: fc.integer({ min: -500, max: 500 }) }), {
    selector: (moment) => moment.time,
    minLength: 2,
    maxLength: 15,
  })
  .map((list) => list.sort((a, b) => a.time - b.time))

/** Written apart from the code under test: counts how many slopes lie on each side. */
function bruteForce(points: readonly TimedValue[]): number {
  const slopes: number[] = []
  for (const a of points) {
    for (const b of points) if (b.time > a.time) slopes.push((b.value - a.value) / (b.time - a.time))
  }
  const isMiddle = (slope: number): boolean => {
    const below = slopes.filter((other) => other < slope).length
    const above = slopes.filter((other) => other > slope).length
    return below <= slopes.length / 2 && above <= slopes.length / 2
  }
  const middle = slopes.filter(isMiddle)
  return (Math.min(...middle) + Math.max(...middle)) / 2
}

test('the slope is the middle one of all slopes between two points', () => {
  fc.assert(
    fc.property(moments, (points) => {
      expect(theilSenSlope(points)).toBeCloseTo(bruteForce(points), 9)
    }),
  )
})

test('the order of the points does not matter', () => {
  fc.assert(
    fc.property(moments, (points) => {
      expect(theilSenSlope(points.toReversed())).toBeCloseTo(theilSenSlope(points), 9)
    }),
  )
})

test('one strange figure does not carry off a straight line', () => {
  const strange = fc.record({
    slope: fc.integer({ min: -20, max: 20 }),
    count: fc.integer({ min: 5, max: 12 }),
    index: fc.nat({ max: 11 }),
    value: fc.integer({ min: -100_000, max: 100_000 }),
  })
  fc.assert(
    fc.property(strange, ({ slope, count, index, value }) => {
      const line = Array.from({ length: count }, (_, year) => ({ time: 2000 + year, value: 50 + slope * year }))
      const spoilt = line.map((point, year) => (year === index % count ? { ...point, value } : point))
      expect(theilSenSlope(spoilt)).toBeCloseTo(slope, 9)
    }),
  )
})

test('the median of an even number lies between the middle two, and of none is no number', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('240 series have the slope that SciPy gives them, and its limits to the next rank', () => {
  expect(scipyTheilSen.series.length).toBeGreaterThanOrEqual(200)
  for (const { times, values, slope, low, high } of scipyTheilSen.series) {
    const points = times.map((time, at) => ({ time, value: values[at] ?? Number.NaN }))
    expect(theilSenSlope(points)).toBeCloseTo(slope, 9)
    const slopes = pairwiseSlopes(points)
    const limits = slopeLimits(points)
    // SciPy rounds to a whole rank where we go between two: no other slope may lie between its limit and ours.
    for (const [ours, theirs] of [
      [limits.low, low],
      [limits.high, high],
    ] as const) {
      const [from, to] = [Math.min(ours, theirs) + 1e-9, Math.max(ours, theirs) - 1e-9]
      expect(slopes.filter((other) => other > from && other < to)).toEqual([])
    }
  }
})
