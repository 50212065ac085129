import { assert, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { unlikelyZeros } from './unlikely-zero.ts'

const series = (values: readonly (number | null)[]) =>
  values.map((value, at) => exampleObservation(String(2015 + at), value, value === null ? { status: 'O' } : {}))
const counted = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([numerator, denominator], at) =>
    exampleObservation(String(2015 + at), (100 * numerator) / denominator, { numerator, denominator }),
  )
const asked = (figures: ReturnType<typeof series>): string[] => unlikelyZeros(figures).map(({ zero }) => zero.period)

it.each([
  ['a share that falls to 0 at the end', series([82.1, 83.4, 84.2, 0]), ['2018']],
  ['a share that begins with 0', series([0, 82.1, 83.4, 84.2]), ['2015']],
  ['a share with two zeros at the end', series([82.1, 83.4, 84.2, 0, 0]), ['2018', '2019']],
  ['a share of which nothing else is known', series([75.3, 0]), ['2016']],
  ['a share with an outlier among the others', series([69.5, 86.9, 65.8, 73.8, 72, 0]), ['2020']],
  ['a share that moves by as much elsewhere', series([8.5, 0.5, 9, 0]), []],
  ['a group of the council', series([1, 2, 0]), []],
  ['a count of many', series([140, 152, 0]), ['2017']],
  [
    'a share of few people',
    counted([
      [3, 40],
      [4, 42],
      [0, 41],
    ]),
    [],
  ],
  [
    'a share of many people',
    counted([
      [940, 1040],
      [950, 1050],
      [0, 1045],
    ]),
    ['2017'],
  ],
  [
    'a share of a cohort that has become small',
    counted([
      [940, 1040],
      [0, 12],
    ]),
    [],
  ],
  ['nothing but zeros', series([0, 0, 0]), []],
  ['what is missing', series([82.1, 83.4, null]), []],
])('asks about %s or not', (_what, figures, expected) => expect(asked(figures)).toEqual(expected))

it('never asks about a figure that is not 0, and always about none of more than 20 that stay the same', () => {
  assert(
    property(integer({ min: 20, max: 1_000_000 }), integer({ min: 1, max: 20 }), (count, years) => {
      const figures = Array.from({ length: years }, (_, at) => exampleObservation(String(1990 + at), count))
      expect(asked(figures)).toEqual([])
      expect(asked([...figures, exampleObservation('2020', 0)])).toEqual(['2020'])
    }),
  )
})
