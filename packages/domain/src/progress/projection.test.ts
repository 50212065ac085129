import { expect, test } from 'vitest'
import { figures, judged, targetOf, yearly } from './question.fixture.ts'

const target = targetOf([2018, 60], [2030, 80])

test('a straight line goes on as it has, and says when it reaches the target', () => {
  const { expected } = judged({}, yearly(2018, [60, 61, 62, 63, 64]), target)
  expect(expected).toMatchObject({ slope: 1, from: { period: '2022', time: 2022.5, value: 64 }, reachesTargetIn: 2038 })
  expect(expected?.points.map((point) => point.time)).toEqual([
    2022.5, 2023.5, 2024.5, 2025.5, 2026.5, 2027.5, 2028.5, 2029.5, 2030.5,
  ])
  expect(expected?.points.at(-1)).toMatchObject({ value: 72 })
})

test('the interval holds the line and widens with the years', () => {
  const points = judged({}, yearly(2018, [60, 62.5, 61, 64, 63, 66]), target).expected?.points ?? []
  const widths = points.map(({ low, value, high }) => {
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
    return high - low
  })
  expect(widths.length).toBeGreaterThan(3)
  expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  expect(widths[0]).toBeGreaterThan(0)
})

test('fewer than four points since the baseline give no course', () => {
  expect(judged({}, yearly(2015, [1, 2, 3, 60, 61, 62]), target).expected).toBe(null)
})

test('a share cannot pass 100 or fall below 0', () => {
  const share = { limits: { lower: 0, upper: 100 } }
  const rising = judged(share, yearly(2020, [80, 86, 91, 98])).expected
  expect(Math.max(...(rising?.points ?? []).map((point) => point.high))).toBe(100)
  const falling = judged(share, yearly(2020, [20, 13, 9, 2])).expected
  expect(Math.min(...(falling?.points ?? []).map((point) => point.low))).toBe(0)
})

test('a line that leads away, stands still or takes more than fifty years reaches nothing', () => {
  expect(judged({}, yearly(2018, [60, 59, 58, 57]), target).expected?.reachesTargetIn).toBe(null)
  expect(judged({}, yearly(2018, [60, 60, 60, 60]), target).expected?.reachesTargetIn).toBe(null)
  expect(judged({}, yearly(2018, [60, 60.1, 60.2, 60.3]), target).expected?.reachesTargetIn).toBe(null)
  expect(judged({}, yearly(2018, [60, 61, 62, 63])).expected?.reachesTargetIn).toBe(null)
})

test('a line that is past the target where the newest figure is not shows it next year at the earliest', () => {
  const { verdict, expected } = judged({}, yearly(2020, [60, 66, 72, 78, 84, 79]), targetOf([2020, 60], [2030, 80]))
  expect(verdict).not.toBe('reached')
  expect(expected?.reachesTargetIn).toBe(2026)
})

test('a target that is reached is reached in the year of the newest figure', () => {
  expect(judged({}, yearly(2018, [60, 70, 75, 82]), target).expected?.reachesTargetIn).toBe(2021)
})

test('a figure that should come into its band comes from either side', () => {
  const band = targetOf([2018, 60], null, { band: { period: '2030', low: 40, high: 50 } })
  expect(judged({ direction: 'maintain' }, yearly(2018, [60, 59, 58, 57]), band).expected?.reachesTargetIn).toBe(2028)
})

test('one strange figure does not move the course', () => {
  const straight = judged({}, yearly(2018, [60, 61, 62, 63, 64, 65, 66]), target).expected
  const spoilt = judged({}, yearly(2018, [60, 61, 62, 95, 64, 65, 66]), target).expected
  expect(spoilt?.slope).toBeCloseTo(straight?.slope ?? Number.NaN, 9)
  expect(spoilt?.from.value).toBeCloseTo(66, 9)
})

test.each([
  [1, 5],
  [2, 4],
  [4, 4],
  [8, 8],
  [null, 5],
])(
  'measured every %j years, the course without a target ends %j years on, where something is measured',
  (everyYears, ahead) => {
    const cadence = { periodKind: 'year', everyYears, delayMonths: 0 } as const
    const { expected } = judged(
      { cadence },
      figures([2001, 60], [2009, 61], [2017, 62], [2025, 63]),
      targetOf([2001, 60], [2024, 63]),
    )
    expect(expected?.points.at(-1)?.time).toBe(2025.5 + ahead)
  },
)

test('without a target the course goes five years on from the window of the trend', () => {
  const { expected } = judged({}, [...figures([2000, 0]), ...yearly(2018, [60, 61, 62, 63])])
  expect(expected?.slope).toBe(1)
  expect(expected?.points.at(-1)?.time).toBe(2026.5)
})
