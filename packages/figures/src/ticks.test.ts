import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelledPeriods, valueAxis } from './ticks.ts'

const open = { lower: null, upper: null }
const share = { lower: 0, upper: 100 }

it('an axis has round steps around its values', () => {
  expect(valueAxis([65.8, 75], share, 1, 5).ticks).toEqual([64, 66, 68, 70, 72, 74, 76])
})

it('an axis begins at zero where the values reach far down', () => {
  expect(valueAxis([3, 28], { lower: 0, upper: null }, 0, 4).ticks[0]).toBe(0)
})

it('an axis stays within the natural limits', () => {
  const { low, high } = valueAxis([99.8, 100], share, 1, 5)
  expect(low).toBeGreaterThan(90)
  expect(high).toBe(100)
})

it('values beyond a limit are shown all the same', () => {
  expect(valueAxis([90, 104], share, 1, 5).high).toBeGreaterThanOrEqual(104)
})

it('values that are all equal get an axis around them', () => {
  for (const value of [0, 0.04, 70.5, -3, 12_000_000]) {
    const { low, high, ticks } = valueAxis([value, value], open, 2, 4)
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
    expect(high).toBeGreaterThan(low)
    expect(ticks.length).toBeGreaterThan(1)
  }
})

it('no step is finer than the figures are shown', () => {
  const { ticks, decimals } = valueAxis([4, 5], open, 0, 5)
  expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
  expect(decimals).toBe(0)
})

const nine = (step: number) => Array.from({ length: 9 }, (_, index) => ({ x: index * step, width: 30 }))

it('every period is named where there is room, and the latest and the first where there is not', () => {
  expect(labelledPeriods(nine(50), 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(labelledPeriods(nine(25), 8)).toEqual([0, 2, 4, 6, 8])
  expect(labelledPeriods(nine(14), 8)).toEqual([2, 5, 8])
})

it('the target’s year is named before the milestones on the way to it', () => {
  const places = [0, 100, 130, 160].map((x) => ({ x, width: 30 }))
  expect(labelledPeriods(places, 1)).toEqual([0, 1, 3])
})

it('steps are 1, 2 or 5 of a power of ten, whatever the values', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(value, value, fc.integer({ min: 2, max: 5 }), fc.constantFrom(open, share), (a, b, count, limits) => {
      const [first = 0, second = first + 1] = valueAxis([a, b], limits, 3, count).ticks
      const step = second - first
      const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
      expect([1, 2, 5].some((round) => Math.abs(leading - round) < 1e-3)).toBe(true)
    }),
  )
})
