import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcombeMargin, wilsonLimits } from './proportion.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })

// Newcombe 1998, Statistics in Medicine 17:873–890, table II, method 10: the lower limit of p₁ − p₂.
test.each([
  [of(56, 70), of(48, 80), 0.0524],
  [of(9, 10), of(3, 10), 0.1705],
  [of(6, 7), of(2, 7), 0.0582],
  [of(5, 56), of(0, 29), -0.0381],
  [of(0, 10), of(0, 20), -0.1611],
  [of(0, 10), of(0, 10), -0.2775],
  [of(10, 10), of(0, 20), 0.6791],
  [of(10, 10), of(0, 10), 0.6075],
])('the difference of %j and %j has the published lower limit', (a, b, low) => {
  const difference = a.numerator / a.denominator - b.numerator / b.denominator
  expect(difference - newcombeMargin(b, a)).toBeCloseTo(low, 4)
})

test('twelve of forty is somewhere between 18 and 45 %', () => {
  const { low, high } = wilsonLimits(of(12, 40))
  expect([Math.round(100 * low), Math.round(100 * high)]).toEqual([18, 45])
})

test('the margin is the same the other way round, and smaller with more people', () => {
  const proportion = fc
    .integer({ min: 5, max: 5000 })
    .chain((denominator) =>
      fc.record({ denominator: fc.constant(denominator), numerator: fc.nat({ max: denominator }) }),
    )
  fc.assert(
    fc.property(proportion, proportion, (a, b) => {
      fc.pre(a.numerator * b.denominator !== b.numerator * a.denominator)
      const turned = ({ numerator, denominator }: typeof a) => ({ numerator: denominator - numerator, denominator })
      const more = ({ numerator, denominator }: typeof a) => ({
        numerator: 10 * numerator,
        denominator: 10 * denominator,
      })
      expect(newcombeMargin(turned(a), turned(b))).toBeCloseTo(newcombeMargin(a, b), 9)
      expect(newcombeMargin(more(a), more(b))).toBeLessThan(newcombeMargin(a, b))
    }),
  )
})
