import { describe, expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey } from '../series.ts'
import { derive } from './derive.ts'
import type { DerivationInput } from './derive.ts'

const name = { da: 'x', en: 'x' }
const age: Dimension = {
  slug: 'alder',
  name,
  categories: [
    { slug: 'unge', name, code: null, parent: null },
    { slug: 'helt-unge', name, code: null, parent: 'unge' },
    { slug: 'midt', name, code: null, parent: null },
    { slug: 'gamle', name, code: null, parent: null },
  ],
}
const yearly = { periodKind: 'year', everyYears: 1, delayMonths: 0 } as const

function seriesOf(figures: Readonly<Record<string, readonly Observation[]>>): SeriesObservations[] {
  return Object.entries(figures).map(([key, observations]) => ({
    key,
    ...parseSeriesKey(key),
    observations: [...observations],
  }))
}

/** Figures of 2024, by series: a value, or a numerator and a denominator. */
function input(
  slug: string,
  unit: Indicator['unit'],
  figures: Readonly<Record<string, number | readonly [number, number]>>,
): DerivationInput {
  const series = Object.fromEntries(
    Object.entries(figures).map(([key, given]) => {
      if (typeof given === 'number') return [key, [exampleObservation('2024', given)]]
      const [numerator, denominator] = given
      return [key, [exampleObservation('2024', (100 * numerator) / denominator, { numerator, denominator })]]
    }),
  )
  return { indicator: exampleIndicator({ slug, unit, cadence: yearly }), series: seriesOf(series) }
}

function figure(derived: Indicator['derived'], ...inputs: DerivationInput[]): Observation | undefined {
  return derive({ derived, area: '217' }, inputs, [age])[0]?.observations[0]
}

const turnout = input('valg', 'percent', { '217': [60, 100], '217;alder=unge': [9, 20], '217;alder=gamle': [51, 80] })
const young = { of: 'valg', dimension: 'alder', group: 'unge' } as const

describe('a gap', () => {
  it('is a group minus all, or minus everyone else by their numerators and denominators', () => {
    expect(figure({ kind: 'gap', ...young, against: 'total' }, turnout)?.value).toBeCloseTo(-15)
    expect(figure({ kind: 'gap', ...young, against: 'rest' }, turnout)?.value).toBeCloseTo(45 - 63.75)
    expect(figure({ kind: 'gap', ...young, against: { group: 'gamle' } }, turnout)?.value).toBeCloseTo(45 - 63.75)
  })

  it('is the highest group minus the lowest', () => {
    const gap = figure({ kind: 'gap', of: 'valg', dimension: 'alder', group: null, against: 'total' }, turnout)
    expect(gap?.value).toBeCloseTo(18.75)
  })

  it('with the rest is refused where there are only percentages, and the reason stands with it', () => {
    const shares = input('valg', 'percent', { '217': 60, '217;alder=unge': 45 })
    const gap = figure({ kind: 'gap', ...young, against: 'rest' }, shares)
    expect(gap).toMatchObject({ value: null, status: 'O' })
    expect(gap?.footnote?.da).toContain('kun procenter')
  })
})

it('a ratio is a quotient, and nothing divided by nothing is refused', () => {
  expect(figure({ kind: 'ratio', ...young, against: 'total' }, turnout)?.value).toBeCloseTo(0.75)
  const nobody = input('valg', 'percent', { '217': 0, '217;alder=unge': 0 })
  expect(figure({ kind: 'ratio', ...young, against: 'total' }, nobody)).toMatchObject({ value: null, status: 'O' })
})

const board = input('raad', 'count', { '217': 40, '217;alder=unge': 4, '217;alder=midt': 16, '217;alder=gamle': 20 })
const people = input('folk', 'count', {
  '217': 1000,
  '217;alder=unge': 200,
  '217;alder=midt': 500,
  '217;alder=gamle': 300,
})

it('parity is the share of the body by the share of the population', () => {
  const parity = { kind: 'parity', of: 'raad', population: 'folk', dimension: 'alder', group: 'unge' } as const
  expect(figure(parity, board, people)?.value).toBeCloseTo(0.5)
})

describe('dissimilarity', () => {
  const index = { kind: 'dissimilarity', of: 'raad', population: 'folk', dimension: 'alder' } as const

  it('is half the sum of the differences of shares', () => {
    // |0.1 − 0.2| + |0.4 − 0.5| + |0.5 − 0.3| = 0.4
    expect(figure(index, board, people)?.value).toBeCloseTo(0.2)
  })

  it('is 0 of the same, and 1 where no group is shared', () => {
    expect(figure(index, board, { ...board, indicator: { ...board.indicator, slug: 'folk' } })?.value).toBe(0)
    const young40 = input('raad', 'count', { '217;alder=unge': 40, '217;alder=gamle': 0 })
    const old = input('folk', 'count', { '217;alder=unge': 0, '217;alder=gamle': 7 })
    expect(figure(index, young40, old)?.value).toBe(1)
  })

  it('takes groups that lie in no other', () => {
    const finer = input('raad', 'count', { '217;alder=unge': 4, '217;alder=helt-unge': 3, '217;alder=gamle': 36 })
    const same = { ...finer, indicator: { ...finer.indicator, slug: 'folk' } }
    expect(figure(index, finer, same)?.value).toBe(0)
  })
})

it('a rate is so many per so many, by the year where the periods differ', () => {
  const elections = {
    indicator: exampleIndicator({ slug: 'folk', unit: 'count' }),
    series: seriesOf({ '217': [exampleObservation('2025-11-18', 60_000)] }),
  }
  const counted = {
    indicator: exampleIndicator({ slug: 'raad', unit: 'count', cadence: yearly }),
    series: seriesOf({ '217': [exampleObservation('2025', 30)] }),
  }
  expect(figure({ kind: 'rate', of: 'raad', population: 'folk', per: 1000 }, counted, elections)?.value).toBeCloseTo(
    0.5,
  )
})

it('a difference to a benchmark carries both margins', () => {
  const survey = {
    indicator: exampleIndicator({ slug: 'tillid', cadence: yearly }),
    series: seriesOf({
      '217': [exampleObservation('2024', 60, { margin: 3 })],
      '000': [exampleObservation('2024', 55, { margin: 4 })],
    }),
  }
  const difference = { kind: 'benchmark-difference', of: 'tillid', area: '000' } as const
  expect(figure(difference, survey)).toMatchObject({ value: 5, margin: 5 })
})

const groupWith = (status: Observation['status'], value: number | null) => ({
  indicator: exampleIndicator({ slug: 'valg', cadence: yearly }),
  series: seriesOf({
    '217': [exampleObservation('2024', 60)],
    '217;alder=unge': [exampleObservation('2024', value, { status })],
  }),
})

describe('what a figure is computed from', () => {
  it.each([
    ['Q', null, 'Q'],
    ['O', null, 'O'],
    ['L', null, 'O'],
    ['P', 50, 'P'],
    ['B', 50, 'B'],
    ['D', 50, 'D'],
    ['A', 50, 'A'],
  ] as const)('%s makes it so', (status, value, expected) => {
    expect(figure({ kind: 'gap', ...young, against: 'total' }, groupWith(status, value))?.status).toBe(expected)
  })

  it('and is not recorded gives no figure', () => {
    expect(figure({ kind: 'gap', ...young, against: 'total' }, input('valg', 'percent', { '217': 60 }))).toBeUndefined()
    expect(figure({ kind: 'gap', ...young, against: 'total' })).toBeUndefined()
  })
})

it('other areas whose inputs are known are computed too, after the own', () => {
  const both = input('valg', 'percent', { '000': 65, '000;alder=unge': 60, '217': 60, '217;alder=unge': 45 })
  const areas = derive({ derived: { kind: 'gap', ...young, against: 'total' }, area: '217' }, [both], [age])
  expect(areas.map(({ area, observations }) => [area, observations[0]?.value])).toEqual([
    ['217', -15],
    ['000', -5],
  ])
})
