import { describe, expect, test } from 'vitest'
import { cagr, cagrTrend, limitFactor } from './cagr.ts'
import type { TimedValue } from './points.ts'

const at = (time: number, value: number): TimedValue => ({ time, value })

describe('with a target, against results published by statistical offices', () => {
  test.each([
    [at(2015, 14.5), at(2023, 10.4), at(2030, 7.25), -1, 0.9010899546976208, 2.1506954374096354],
    [at(2005, 63), at(2020, 74), at(2030, 85), 1, 0.8949392974311927, 2.106761907621266],
    [at(2015, 0.37), at(2025, 9.53), at(2030, 60), 1, 0.9504069883014249, 2.502962076738248],
  ] as const)('%o → %o, target %o', (baseline, latest, target, wanted, ratio, score) => {
    const result = cagr(baseline, latest, target, wanted)
    expect(result?.ratio).toBeCloseTo(ratio, 14)
    expect(result?.score).toBeCloseTo(score, 13)
  })

  test('the score ends at 5 and at −5', () => {
    expect(cagr(at(2015, 10), at(2020, 40), at(2030, 20), 1)?.score).toBe(5)
    expect(cagr(at(2015, 10), at(2020, 2), at(2030, 20), 1)?.score).toBe(-5)
  })

  test('zero at either end is replaced by a thousandth', () => {
    expect(cagr(at(2015, 10), at(2020, 5), at(2030, 0), -1)).toEqual(
      cagr(at(2015, 10), at(2020, 5), at(2030, 0.001), -1),
    )
    expect(cagr(at(2015, 0), at(2020, 5), at(2030, 9), 1)).toEqual(cagr(at(2015, 0.001), at(2020, 5), at(2030, 9), 1))
  })

  test('with negative values the direction turns', () => {
    const ratio = cagr(at(2015, -10), at(2020, -7), at(2030, -5), 1)?.ratio
    expect(ratio).toBeCloseTo(cagr(at(2015, 10), at(2020, 7), at(2030, 5), -1)?.ratio ?? Number.NaN, 14)
    expect(ratio).toBeGreaterThan(1)
  })

  test('opposite signs, less than a year, or no growth needed: no result', () => {
    expect(cagr(at(2015, -1), at(2020, 1), at(2030, 5), 1)).toBe(null)
    expect(cagr(at(2015, 1), at(2020, 2), at(2030, -5), 1)).toBe(null)
    expect(cagr(at(2015, 1), at(2015.5, 2), at(2030, 5), 1)).toBe(null)
    expect(cagr(at(2015, 3), at(2020, 2), at(2030, 3), 1)).toBe(null)
    expect(cagr(at(2015, 3), at(2020, 2), at(2015, 9), 1)).toBe(null)
  })
})

describe('without a target', () => {
  test.each([
    [at(2016, 66.6), at(2023, 71.4), 0.009991483690946268, 1.739752850099936],
    [at(2023, 75.3), at(2024, 74.6), -0.009296148738379806, -3.6620185922974757],
  ] as const)('%o → %o with the limit 100', (baseline, latest, growth, score) => {
    const result = cagrTrend(baseline, latest, 1, 100)
    expect(result?.growth).toBeCloseTo(growth, 15)
    expect(result?.score).toBeCloseTo(score, 13)
  })

  test('a figure that stays at its natural limit has the full score', () => {
    expect(cagrTrend(at(2015, 100), at(2020, 100), 1, 100)).toMatchObject({ factor: 0, score: 5 })
    expect(cagrTrend(at(2015, 100), at(2020, 99), 1, 100)?.score).toBeLessThan(-2.5)
  })

  test.each([
    [1.03, 'improving', 5],
    [1.015, 'improving', 2.5],
    [1.01, 'improving', 1.25],
    [1.0025, 'stable', -1.25],
    [0.99, 'worsening', -3.75],
    [0.95, 'worsening', -5],
  ] as const)('growth by the factor %d in a year is %s', (growth, finding, score) => {
    const result = cagrTrend(at(2020, 1000), at(2021, 1000 * growth), 1, null)
    expect(result?.finding).toBe(finding)
    expect(result?.score).toBeCloseTo(score, 9)
  })

  test('the bands shrink alike on both sides of a limit, and not at all far from it', () => {
    expect(limitFactor(90, 100)).toBeCloseTo(1 - 0.9 ** 4.44, 15)
    expect(limitFactor(110, 100)).toBeCloseTo(limitFactor(90, 100), 14)
    expect([limitFactor(200, 100), limitFactor(300, 100), limitFactor(50, null), limitFactor(50, 0)]).toEqual([
      1, 1, 1, 1,
    ])
    expect(limitFactor(100, 100)).toBe(0)
  })

  test('opposite signs or less than a year: no result', () => {
    expect(cagrTrend(at(2015, -1), at(2020, 1), 1, null)).toBe(null)
    expect(cagrTrend(at(2015, 1), at(2015.5, 2), 1, null)).toBe(null)
  })
})
