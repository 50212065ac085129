import { expect, it } from 'vitest'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import { changesOf } from './changes-of-period.ts'
import { figureVersionsOf } from './states.ts'

const indicator = exampleIndicator({ unit: 'count' })

/** A release with one figure for each year; a negative one is suppressed. */
const release = (number: number, first: number, second: number) => ({
  release: number,
  series: [
    {
      key: '217',
      area: '217',
      categories: {},
      observations: [
        exampleObservation('2023', Math.abs(first), { footnote: { da: `Nr. ${number}`, en: `No. ${number}` } }),
        exampleObservation('2024', Math.abs(second)),
      ],
    },
  ],
  withheld: [
    ...(first < 0 ? [{ series: '217', period: '2023' }] : []),
    ...(second < 0 ? [{ series: '217', period: '2024' }] : []),
  ],
})

it.each([
  [
    'a figure that changes and one that never does',
    [
      [1, 9],
      [2, 9],
      [3, 9],
    ],
    [1, 2, 3],
    [1],
  ],
  [
    'a figure that is withheld and shown again',
    [
      [8, 9],
      [8, -9],
      [8, 9],
    ],
    [1],
    [1, 2, 3],
  ],
  [
    'a figure that becomes again what it was',
    [
      [8, 9],
      [8, 8],
      [8, 8],
      [8, 9],
    ],
    [1],
    [1, 2, 4],
  ],
] as const)('only releases that changed something in a period count: %s', (_, figures, in2023, in2024) => {
  const earlier = figures.map(([first, second], index) => release(index + 1, first, second))
  const versions = figureVersionsOf(indicator, earlier, [])
  expect(changesOf(versions, '2023').map((one) => one.release)).toEqual(in2023)
  expect(changesOf(versions, '2024').map((one) => one.release)).toEqual(in2024)
})

it('releases of indicators that count the same people are told apart', () => {
  const other = { indicator: { ...indicator, slug: 'anden' }, earlier: [release(2, 1, 9), release(3, 1, 8)] }
  const versions = figureVersionsOf(indicator, [release(1, 1, 9), release(4, 1, 9)], [other])
  expect(changesOf(versions, '2024').map((one) => one.release)).toEqual([1, 2, 3])
})
