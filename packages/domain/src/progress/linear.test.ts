import { expect, test } from 'vitest'
import { linear, neededChange, theilSen } from './linear.ts'
import type { WayToTarget } from './linear.ts'
import type { TimedValue } from './points.ts'
import { un } from './un.ts'

const at = (time: number, value: number): TimedValue => ({ time, value })

function courseOf(change: Partial<WayToTarget> = {}): WayToTarget {
  const points = [at(2020, 60), at(2021, 61), at(2022, 62), at(2023, 75)]
  const [baseline, latest] = [at(2020, 60), at(2023, 75)]
  return { wanted: 1, baseline, latest, target: at(2030, 80), milestones: [], points, ...change }
}

test('the needed change grows evenly to the target and then stays', () => {
  const times = [2020, 2025, 2030, 2040]
  expect(times.map((time) => neededChange(courseOf(), time))).toEqual([0, 10, 20, 20])
})

test('milestones bend the path, in whatever order they are given; those outside it do not count', () => {
  const course = courseOf({ milestones: [at(2028, 70), at(2024, 62), at(2019, 0), at(2031, 99)] })
  const times = [2022, 2024, 2026, 2028, 2029, 2030]
  expect(times.map((time) => neededChange(course, time))).toEqual([1, 2, 6, 10, 15, 20])
})

test('the pace is what has changed, against what was needed by then', () => {
  expect(linear(courseOf())?.ratio).toBeCloseTo(15 / 3 / (20 / 10), 12)
})

test('Theil–Sen sees the steady rise behind a jump in the latest figure', () => {
  // Slopes: 1, 1, 1, 5, 7, 13; the median lies between 1 and 5.
  expect(theilSen(courseOf())).toMatchObject({ change: 9, ratio: 1.5 })
})

test('a target at or before the baseline has no pace', () => {
  expect(linear(courseOf({ target: at(2020, 80) }))).toBe(null)
  expect(linear(courseOf({ latest: at(2020, 60) }))).toBe(null)
})

test('the UN rule carries the growth rate on to the target year', () => {
  const result = un(courseOf({ latest: at(2025, 66) }))
  // 66/60 in five years is 1.1² in ten.
  expect(result?.ratio).toBeCloseTo((60 * 1.21 - 60) / 20, 12)
})

test('the UN rule has no growth rate from zero or across it', () => {
  expect(un(courseOf({ baseline: at(2020, 0) }))).toBe(null)
  expect(un(courseOf({ baseline: at(2020, -5) }))).toBe(null)
  expect(un(courseOf({ target: at(2030, 60) }))).toBe(null)
})
