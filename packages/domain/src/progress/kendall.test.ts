import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { criticalS, kendallDistribution } from './kendall.ts'

function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  )
}

const kendallS = (values: readonly number[]): number =>
  values.reduce((sum, a, index) => sum + values.slice(index + 1).reduce((own, b) => own + Math.sign(b - a), 0), 0)

test('the distribution of S is that of all orders of the values, equal ones among them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }), (values) => {
      const all = permutations(values).map(kendallS)
      const { largest, chances } = kendallDistribution(values)
      chances.forEach((chance, index) => {
        const same = all.filter((each) => each === largest - 2 * index).length
        expect(chance).toBeCloseTo(same / all.length, 12)
      })
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
    }),
    { numRuns: 60 },
  )
})

// Hollander & Wolfe 1999, table A.30: the least S with a tail of no more than 10 %.
test.each([
  [3, null],
  [4, 6],
  [5, 8],
  [6, 9],
  [7, 11],
  [8, 12],
  [9, 14],
  [10, 17],
])('of %d different values, S is certain from %s on', (count, critical) => {
  const values = Array.from({ length: count }, (_, index) => index)
  expect(criticalS(values, 0.1)).toBe(critical)
})

test('where all values are equal nothing is certain', () => {
  expect(criticalS([5, 5, 5, 5, 5], 0.1)).toBe(null)
})

test('forty quarters are still exact', () => {
  const values = Array.from({ length: 40 }, (_, index) => index)
  const { chances } = kendallDistribution(values)
  const variance = chances.reduce((sum, chance, index) => sum + chance * (780 - 2 * index) ** 2, 0)
  expect(variance).toBeCloseTo((40 * 39 * 85) / 18, 6)
})
