import { describe, expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { seriesKey } from '../series.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Earlier } from './earlier.ts'
import { protect as protectAll } from './protect.ts'
import type { ProtectedMaterial } from './protect.ts'

const protect = (
  indicator: Indicator,
  dimensions: readonly Dimension[],
  series: readonly SeriesObservations[],
  earlier: Earlier,
  change: Partial<ProtectedMaterial> = {},
) => protectAll({ indicator, dimensions, series, earlier, areas: [], linked: [], ...change })

const name = { da: 'x', en: 'x' }
const dimension = (slug: string, groups: readonly string[]): Dimension => ({
  slug,
  name,
  categories: groups.map((group) => ({ slug: group, name, code: null, parent: null })),
})
const age = dimension('alder', ['a', 'b', 'c'])
const share = exampleIndicator({ limits: { lower: 0, upper: 100 } })
const count = exampleIndicator({ unit: 'count', noun: { one: name, other: name } })
const period = '2025-11-18'

function row(group: string | null, observation: Partial<Observation>): SeriesObservations {
  const categories: Record<string, string> = group === null ? {} : { alder: group }
  return {
    key: seriesKey({ area: '217', categories }),
    area: '217',
    categories,
    observations: [exampleObservation(period, observation.value ?? null, observation)],
  }
}

const shareOf = (group: string | null, numerator: number, denominator: number): SeriesObservations =>
  row(group, { value: (100 * numerator) / denominator, numerator, denominator })
const countOf = (group: string | null, value: number): SeriesObservations => row(group, { value })

const cellOf = (categories: Record<string, string>, value: number): SeriesObservations => ({
  ...countOf(null, value),
  key: seriesKey({ area: '217', categories }),
  categories,
})

const alone = (numerator: number, denominator: number): boolean =>
  protect(share, [age], [shareOf('a', numerator, denominator)], []).withheld.length > 0

const shown = ({ series }: ReturnType<typeof protect>): string[] =>
  series.filter(({ observations }) => observations[0]?.status !== 'Q').map(({ key }) => key)

describe('few people', () => {
  it('are withheld, and the smallest other that keeps them from being found', () => {
    const figures = [shareOf(null, 153, 300), shareOf('a', 3, 20), shareOf('b', 50, 100), shareOf('c', 100, 180)]
    const result = protect(share, [age], figures, [])
    expect(shown(result)).toEqual(['217', '217;alder=c'])
    expect(result.withheld).toEqual([
      { series: '217;alder=a', period },
      { series: '217;alder=b', period },
    ])
  })

  it('are counted in the numerator, the complement and the denominator', () => {
    expect([alone(4, 50), alone(46, 50), alone(2, 4), alone(5, 10), alone(0, 50), alone(50, 50)]).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
    ])
  })

  it('are no people where a count is 0', () => {
    expect(protect(count, [age], [countOf(null, 20), countOf('a', 0), countOf('b', 20)], []).withheld).toEqual([])
    expect(protect(count, [age], [countOf('a', 4)], []).withheld).toHaveLength(1)
  })

  it('leave no trace: neither counts, margins nor a footnote', () => {
    const figure = {
      ...shareOf('a', 3, 20),
      observations: [
        exampleObservation(period, 15, {
          numerator: 3,
          denominator: 20,
          sampleSize: 20,
          margin: 4,
          footnote: { da: 'Tre personer', en: 'Three people' },
        }),
      ],
    }
    const [series] = protect(share, [age], [figure], []).series
    expect(series?.observations).toEqual([exampleObservation(period, null, { status: 'Q' })])
  })
})

it('nobody few: nothing is withheld', () => {
  const figures = [shareOf(null, 60, 120), shareOf('a', 10, 20), shareOf('b', 50, 100)]
  expect(protect(share, [age], figures, []).withheld).toEqual([])
})

it('an exempt indicator is left as it is', () => {
  const exempt = { ...share, disclosure: { ...share.disclosure, exempt: { da: 'Valg', en: 'Election' } } }
  expect(protect(exempt, [age], [shareOf('a', 1, 3)], []).withheld).toEqual([])
})

it('a group nobody can count is withheld, a total and a survey with enough answers are not', () => {
  expect(protect(share, [age], [row('a', { value: 40 })], []).withheld).toHaveLength(1)
  expect(protect(share, [age], [row(null, { value: 40 })], []).withheld).toEqual([])
  expect(protect(share, [age], [row('a', { value: 40, sampleSize: 80 })], []).withheld).toEqual([])
  expect(protect(share, [age], [row('a', { value: 40, sampleSize: 4 })], []).withheld).toHaveLength(1)
})

it('what an earlier release withheld is not given away by showing what hid it', () => {
  const first = [countOf(null, 63), countOf('a', 3), countOf('b', 20), countOf('c', 40)]
  const { withheld: suppressed } = protect(count, [age], first, [])
  expect(suppressed.map(({ series }) => series)).toEqual(['217;alder=a', '217;alder=b'])
  // The few have become many, but what they were must not be found from the others, who stayed.
  const later = [countOf(null, 68), countOf('a', 8), countOf('b', 20), countOf('c', 40)]
  const second = protect(count, [age], later, [{ release: 1, series: first, withheld: suppressed }])
  expect(second.withheld.map(({ series }) => series)).toContain('217;alder=b')
})

it('what an earlier release showed is no cover for what the next must hide', () => {
  const first = [countOf(null, 68), countOf('a', 8), countOf('b', 20), countOf('c', 40)]
  const later = [countOf(null, 63), countOf('a', 3), countOf('b', 20), countOf('c', 40)]
  const { withheld: suppressed } = protect(count, [age], later, [{ release: 1, series: first, withheld: [] }])
  // Hiding b or c would be in vain: everybody has them. The total goes.
  expect(suppressed.map(({ series }) => series)).toEqual(['217', '217;alder=a'])
})

describe('few people nobody recorded', () => {
  const sex = dimension('koen', ['k', 'm'])
  it('are not given away either, by however many steps', () => {
    // 30 of b less 10 men leaves 20 women, and the 23 women less those leave 3 of a.
    const figures = [
      cellOf({ alder: 'a' }, 60),
      cellOf({ alder: 'b' }, 30),
      cellOf({ alder: 'b', koen: 'm' }, 10),
      cellOf({ koen: 'k' }, 23),
    ]
    expect(protect(count, [age, sex], figures, []).withheld).not.toEqual([])
  })

  it('are told from those of groups there are no figures of at all', () => {
    // 16 of b less 13 men leaves 3 women; the other women may be of c, so that all women less those of a say nothing.
    const figures = [
      cellOf({}, 56),
      cellOf({ koen: 'k' }, 31),
      cellOf({ koen: 'm' }, 25),
      cellOf({ alder: 'a' }, 24),
      cellOf({ alder: 'a', koen: 'k' }, 12),
      cellOf({ alder: 'a', koen: 'm' }, 12),
      cellOf({ alder: 'b' }, 16),
      cellOf({ alder: 'b', koen: 'm' }, 13),
    ]
    expect(protect(count, [age, sex], figures, []).withheld).not.toEqual([])
  })
})

it.each([
  ['B', 'A', 'B'],
  ['D', 'A', 'B'],
  ['B', 'D', 'D'],
] as const)('a break (%s) does not go away with the figure it was marked on', (status, next, marked) => {
  const series = {
    ...shareOf('a', 3, 20),
    observations: [
      exampleObservation('2017-11-21', 50, { numerator: 10, denominator: 20 }),
      exampleObservation('2021-11-16', 15, { numerator: 3, denominator: 20, status }),
      exampleObservation('2025-11-18', 55, { numerator: 11, denominator: 20, status: next }),
    ],
  }
  const [result] = protect(share, [age], [series], []).series
  expect(result?.observations.map((one) => one.status)).toEqual(['A', 'Q', marked])
})
