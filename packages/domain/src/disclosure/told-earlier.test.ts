import { describe, expect, it } from 'vitest'
import type { Area } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey } from '../series.ts'
import type { EarlierRelease } from './earlier.ts'
import { protect } from './protect.ts'
import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'

/* A value that was published without saying how many people it rests on, and figures of its parts that come later. */

const name = { da: 'x', en: 'x' }
const period = '2025-11-18'
const age: Dimension = {
  slug: 'alder',
  name,
  categories: ['a', 'b', 'c'].map((slug) => ({ slug, name, code: null, parent: null })),
}
const areas: readonly Area[] = [
  { code: '217', name, kind: 'municipality', parents: [] },
  ...['D1', 'D2', 'D3'].map((code): Area => ({ code, name, kind: 'district', parents: ['217'] })),
]

type Row = readonly [key: string, figure: Partial<Observation>]
const of = (numerator: number, denominator: number): Partial<Observation> => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})
const answers = (within: number, sampleSize: number): Partial<Observation> => ({
  value: (100 * within) / sampleSize,
  sampleSize,
})
const withoutCounts = ({ value = null }: Partial<Observation>): Partial<Observation> => ({ value })

function seriesOf(rows: readonly Row[]): SeriesObservations[] {
  return rows.map(([key, one]) => ({
    key,
    ...parseSeriesKey(key),
    observations: [exampleObservation(period, one.value ?? null, one)],
  }))
}

/** What each of several releases suppresses, each of them with what those before told. */
function publishAs(indicator: Indicator, ages: Dimension, releases: readonly (readonly Row[])[]): string[][] {
  const earlier: EarlierRelease[] = []
  return releases.map((rows, index) => {
    const series = seriesOf(rows)
    const material = { indicator, series, dimensions: [ages], areas, linked: [], earlier: [...earlier] }
    const { withheld: suppressed } = protect(material)
    earlier.push({ release: index + 1, series, withheld: suppressed })
    return suppressed.map((figure) => figure.series)
  })
}

const publishAll = (...releases: readonly (readonly Row[])[]): string[][] =>
  publishAs(exampleIndicator({ slug: 'andel' }), age, releases)

describe('a total that was a value alone', () => {
  const total = of(60, 189)
  const parts = [of(3, 20), of(20, 69), of(37, 100)]
  it.each([
    ['groups', ['217;alder=a', '217;alder=b', '217;alder=c']],
    ['districts', ['D1', 'D2', 'D3']],
  ])('keeps the few apart when its %s come a few at a time', (_, keys) => {
    const rows = keys.map((key, index): Row => [key, parts[index] ?? {}])
    const bare: Row = ['217', withoutCounts(total)]
    const few = rows.slice(0, 2)
    // The third part may be published by itself later, and leaves what the first two make.
    const [first, second, third] = publishAll([bare], [bare, ...few], [bare, ...rows])
    expect(first).toEqual([])
    expect(second).toEqual(keys.slice(0, 2))
    expect(third).toEqual(keys.slice(0, 2))
  })
  it('is no cover for a part that comes without any other', () => {
    const bare: Row = ['217', withoutCounts(total)]
    const few: Row = ['217;alder=a', parts[0] ?? {}]
    expect(publishAll([bare], [few], [few, ['217;alder=b', of(57, 169)]])).toEqual([
      [],
      ['217;alder=a'],
      ['217;alder=a', '217;alder=b'],
    ])
  })
})

describe('a part that was a value alone', () => {
  it('can be held against a whole and other parts that are counted later', () => {
    const bare: Row = ['D2', withoutCounts(of(20, 69))]
    const rows: readonly Row[] = [['217', of(23, 89)], ['D1', of(3, 20)], bare]
    expect(publishAll([bare], rows)).toEqual([[], ['217', 'D1']])
  })
})

it.each([
  ['number of answers', answers(22, 43), answers(2, 3), answers(20, 40)],
  ['denominator', of(22, 43), of(2, 3), of(20, 40)],
])('a total whose %s is given later is no cover: everybody had its value', (_, total, few, many) => {
  const groups: readonly Row[] = [
    ['217;alder=a', few],
    ['217;alder=b', many],
  ]
  const releases = publishAll([['217', withoutCounts(total)]], [['217', total], ...groups])
  expect(releases[1]).toEqual(['217;alder=a', '217;alder=b'])
})

it('a total that was a value alone is held against a linked count of those it is among', () => {
  const borgere = { numerator: null, denominator: 'borgere' }
  const indicator = exampleIndicator({ slug: 'andel', disclosure: { ...defaultDisclosureRule, populations: borgere } })
  const counted = exampleIndicator({
    slug: 'borgere',
    unit: 'count',
    noun: { one: name, other: name },
    disclosure: { ...defaultDisclosureRule, exempt: name, populations: { numerator: 'borgere', denominator: null } },
  })
  const citizens = seriesOf([
    ['217', { value: 89 }],
    ['217;alder=a', { value: 20 }],
    ['217;alder=b', { value: 69 }],
  ])
  const bare = seriesOf([['217', withoutCounts(of(43, 89))]])
  const groups = seriesOf([
    ['217;alder=a', of(3, 20)],
    ['217;alder=b', of(40, 69)],
  ])
  const { withheld: suppressed } = protect({
    indicator,
    series: [...bare, ...groups],
    dimensions: [age],
    areas,
    earlier: [{ release: 1, series: bare, withheld: [] }],
    linked: [{ indicator: counted, earlier: [{ release: 2, series: citizens, withheld: [] }] }],
  })
  expect(suppressed.map(({ series }) => series)).toEqual(['217;alder=a', '217;alder=b'])
})

describe('a total that was a value alone, and that some of its groups made by chance', () => {
  const ages: Dimension = {
    ...age,
    categories: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, name, code: null, parent: null })),
  }
  const indicator = exampleIndicator({ slug: 'andel', disclosure: { ...defaultDisclosureRule, minimum: 3 } })
  // 50 of 75, 0 of 60 and 19 of 58 make 35.75 %; with the 5 of 14 of the last group it is 35.75 % too.
  const bare: Row = ['D3', withoutCounts(of(74, 207))]
  const some: readonly Row[] = [
    ['D3;alder=b', of(50, 75)],
    ['D3;alder=c', of(0, 60)],
    ['D3;alder=d', of(19, 58)],
    ['217;alder=c', of(0, 65)],
  ]
  const others: readonly Row[] = [
    ['D1', withoutCounts(of(10, 20))],
    ['D2', withoutCounts(of(10, 25))],
    ['217;alder=a', of(15, 29)],
    ['217;alder=b', of(50, 80)],
    ['217;alder=d', of(29, 78)],
    ['D1;alder=b', of(0, 5)],
    ['D1;alder=c', { value: null, status: 'M' }],
    ['D2;alder=d', of(5, 10)],
    ['D3;alder=a', of(5, 14)],
  ]
  const [, first = [], second = []] = publishAs(indicator, ages, [[bare], [bare, ...some], [bare, ...some, ...others]])
  it('is what all of them make, once they are recorded', () => {
    expect(first).toEqual(['217;alder=c', 'D3;alder=c', 'D3;alder=d'])
    // The districts have 74 + 10 + 10, which leaves b and c 50 beside a and d: as many as had been shown of b in D3.
    const ofAll = second.filter((key) => key.startsWith('217'))
    expect(ofAll).toEqual(['217;alder=a', '217;alder=b', '217;alder=c'])
  })
  it('is not kept apart by what has been shown before', () => {
    expect(second).not.toContain('D3;alder=b')
  })
})

it('a value alone that rests on few is kept from the only member of another group, who could tell it', () => {
  const indicator = exampleIndicator({ slug: 'andel', disclosure: { ...defaultDisclosureRule, minimum: 10 } })
  const [suppressed] = publishAs(indicator, age, [
    [
      ['217', withoutCounts(of(42, 183))],
      ['D1', withoutCounts(of(9, 55))],
      ['D2', withoutCounts(of(12, 106))],
      ['D3', withoutCounts(of(21, 22))],
      ['217;alder=a', of(24, 124)],
      ['217;alder=b', of(18, 59)],
      ['D1;alder=a', of(9, 49)],
      ['D2;alder=a', of(7, 66)],
      ['D2;alder=b', of(5, 40)],
      ['D3;alder=a', of(8, 9)],
      ['D3;alder=b', of(13, 13)],
    ],
  ])
  // The only one of D3 who is not counted there finds those of D1 as what D2 leaves of the total.
  expect(suppressed?.filter((key) => !key.includes(';'))).toEqual(['217', 'D1', 'D2', 'D3'])
})

describe('a value of which nobody is sure how many people it rests on', () => {
  const indicator = exampleIndicator({ slug: 'andel', disclosure: { ...defaultDisclosureRule, minimum: 3 } })
  it('is not shown beside what is withheld, whatever some of its groups happen to make', () => {
    // 9 of 17 and 8 of 17 make 50 % in D2; with the 2 of 4 that are not recorded it is 50 %, too.
    const [suppressed] = publishAs(indicator, age, [
      [
        ['D1', withoutCounts(of(26, 72))],
        ['D2', withoutCounts(of(19, 38))],
        ['D3', withoutCounts(of(55, 126))],
        ['217;alder=a', of(59, 127)],
        ['D1;alder=a', of(8, 39)],
        ['D2;alder=a', of(9, 17)],
        ['D3;alder=a', of(42, 71)],
        ['217;alder=b', of(25, 77)],
        ['D1;alder=b', of(9, 15)],
        ['D2;alder=b', of(8, 17)],
        ['D3;alder=b', of(8, 45)],
        ['217;alder=c', of(16, 32)],
        ['D1;alder=c', of(9, 18)],
        ['D3;alder=c', of(5, 10)],
      ],
    ])
    expect(suppressed).toEqual(expect.arrayContaining(['217;alder=c', 'D2']))
  })
  it('counts what another indicator says of the same people, not what its groups happen to make', () => {
    const populations = { numerator: 'stemmer', denominator: null }
    const disclosure = { ...defaultDisclosureRule, minimum: 3, populations }
    const share = exampleIndicator({ slug: 'andel', disclosure })
    const count = exampleIndicator({ slug: 'antal', unit: 'count', noun: { one: name, other: name }, disclosure })
    // 70 of 142 happen to make 49.3 %, as 146 of 296 do.
    const shares = seriesOf([
      ['D2', { value: 49.32 }],
      ['D2;alder=a', of(4, 5)],
      ['D2;alder=b', of(66, 137)],
    ])
    const counts = seriesOf([
      ['217', { value: 272 }],
      ['D1', { value: 126 }],
      ['D2', { value: 146 }],
    ])
    const around = { dimensions: [age], areas: areas.slice(0, 3), earlier: [] }
    const own = protect({ ...around, indicator: share, series: shares, linked: [] })
    expect(own.withheld.map(({ series }) => series)).toContain('D2')
    const earlier = [{ release: 1, series: shares, withheld: own.withheld }]
    const linked = [{ indicator: share, earlier }]
    const { withheld: suppressed } = protect({ ...around, indicator: count, series: counts, linked })
    expect(suppressed.map(({ series }) => series)).toEqual(['D1', 'D2'])
  })
})
