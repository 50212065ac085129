import { describe, expect, it } from 'vitest'
import type { Area } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import { compileIndicator } from '../compile/compile.ts'
import type { IndicatorMaterial } from '../compile/compile.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey } from '../series.ts'
import type { Target } from '../target/target.ts'
import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'
import type { DisclosureRule } from '../indicator/disclosure-rule.ts'

/* What could give few people away beside the plain table of one indicator, read from the documents that are published. */

const name = { da: 'x', en: 'x' }
const dimension = (slug: string, ...groups: readonly string[]): Dimension => ({
  slug,
  name,
  categories: groups.map((group) => ({ slug: group, name, code: null, parent: null })),
})
const dimensions = [dimension('alder', 'a', 'b', 'c'), dimension('koen', 'k', 'm')]
const areas: readonly Area[] = [
  { code: '217', name, kind: 'municipality', parents: [] },
  { code: 'D1', name, kind: 'district', parents: [] },
  { code: 'D2', name, kind: 'district', parents: ['217'] },
  { code: 'D3', name, kind: 'district', parents: ['217'] },
]

const rule = (change: Partial<DisclosureRule> = {}): DisclosureRule => ({ ...defaultDisclosureRule, ...change })
const yearly = { periodKind: 'year', everyYears: 1, delayMonths: 0 } as const
const share = (change: Partial<Indicator> = {}): Indicator =>
  exampleIndicator({ slug: 'andel', cadence: yearly, ...change })
const count = (change: Partial<Indicator> = {}): Indicator =>
  exampleIndicator({ slug: 'antal', unit: 'count', noun: { one: name, other: name }, cadence: yearly, ...change })

type Row = readonly [key: string, ...years: readonly Partial<Observation>[]]

function seriesOf(rows: readonly Row[]): SeriesObservations[] {
  return rows.map(([key, ...years]) => ({
    key,
    ...parseSeriesKey(key),
    observations: years.map((one, index) =>
      exampleObservation(String(2025 - years.length + 1 + index), one.value ?? null, one),
    ),
  }))
}

const of = (numerator: number, denominator: number): Partial<Observation> => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})
const people = (value: number): Partial<Observation> => ({ value })

function publish(indicator: Indicator, rows: readonly Row[], change: Partial<IndicatorMaterial> = {}) {
  const compiled = compileIndicator({
    demonstration: false,
    on: '2026-06-30',
    indicator,
    goals: [],
    sources: [],
    provenances: [],
    areas,
    dimensions,
    targets: [],
    overrides: [],
    series: seriesOf(rows),
    inputs: [],
    earlier: [],
    linked: [],
    ...change,
  })
  const suppressed = compiled.observations.withheld.map(({ series }) => series)
  return { ...compiled, withheld: suppressed, figures: compiled.observations.observations }
}

describe('a minimum that is changed', () => {
  const first: readonly Row[] = [
    ['217', people(60)],
    ['217;alder=a', people(6)],
    ['217;alder=b', people(54)],
    ['217;koen=k', people(30)],
    ['217;koen=m', people(30)],
    ['217;alder=a;koen=k', people(2)],
    ['217;alder=a;koen=m', people(4)],
  ]
  it.each([10, 20, 3])('to %i never takes away what was protected before', (minimum) => {
    const before = publish(count(), first)
    expect(before.withheld).toEqual(['217;alder=a;koen=k', '217;alder=a;koen=m'])
    const next: readonly Row[] = [...first, ['217;alder=b;koen=k', people(28)], ['217;alder=b;koen=m', people(26)]]
    const earlier = [{ release: 1, series: seriesOf(first), withheld: before.observations.withheld }]
    const { withheld: suppressed } = publish(count({ disclosure: rule({ minimum }) }), next, { earlier })
    expect(suppressed).toContain('217;alder=b;koen=k')
    expect(suppressed).toContain('217;alder=b;koen=m')
  })
})

describe('a survey of which only the number of answers is known', () => {
  it('adds up by its answers, so that no mean of few can be found', () => {
    const rows: readonly Row[] = [
      ['217', { value: 3.046511627906977, sampleSize: 43 }],
      ['217;alder=a', { value: 1, sampleSize: 3 }],
      ['217;alder=b', { value: 3.2, sampleSize: 40 }],
    ]
    expect(publish(share({ unit: 'score' }), rows).withheld).toEqual(['217;alder=a', '217;alder=b'])
  })
  it('is a count of those who answered so, and of those who did not', () => {
    const rows: readonly Row[] = [
      ['217', { value: 51.1628, sampleSize: 43 }],
      ['217;alder=a', { value: 66.7, sampleSize: 3 }],
      ['217;alder=b', { value: 50, sampleSize: 40 }],
    ]
    expect(publish(share(), rows).withheld).toEqual(['217;alder=a', '217;alder=b'])
    expect(publish(share(), [['217;alder=b', { value: 5, sampleSize: 20 }]]).withheld).toHaveLength(1)
    expect(publish(share(), [['217;alder=b', { value: 95, sampleSize: 20 }]]).withheld).toHaveLength(1)
  })
})

describe('a total that is a value', () => {
  const groups: readonly Row[] = [
    ['217;alder=a', of(3, 12)],
    ['217;alder=b', of(8, 69)],
  ]
  it.each([
    { value: 13.6, denominator: 81 },
    { value: 13.6, numerator: 11 },
  ])('counts like one with numerator and denominator: %o', (total) => {
    expect(publish(share(), [['217', total], ...groups]).withheld).toEqual(['217;alder=a', '217;alder=b'])
  })
  it('counts what its groups make, where all of them are recorded', () => {
    const all: readonly Row[] = [['217', { value: 12.62 }], ...groups, ['217;alder=c', of(2, 22)]]
    expect(publish(share(), all).withheld).toEqual(['217;alder=a', '217;alder=c'])
  })
  it('is withheld where some of its groups may only happen to make it', () => {
    const rows: readonly Row[] = [['217', { value: 13.580246913580247 }], ...groups]
    expect(publish(share(), rows).withheld).toEqual(['217', '217;alder=a'])
  })
  it('stays where nothing is withheld that says how many people it is about', () => {
    const rows: readonly Row[] = [
      ['217', { value: 13.58 }],
      ['217;alder=a', { value: 25 }],
      ['217;alder=b', { value: 11.59 }],
    ]
    expect(publish(share(), rows).withheld).toEqual(['217;alder=a', '217;alder=b'])
  })
  it('is withheld where what it counts cannot be told from its groups', () => {
    const [few] = groups
    const rows: readonly Row[] = [['217', { value: 13.58 }], few ?? ['217'], ['217;koen=k', of(20, 40)]]
    expect(publish(share(), rows).withheld).toContain('217')
  })
})

describe('areas that lie in each other', () => {
  const rows: readonly Row[] = [
    ['217', people(63)],
    ['D1', people(3)],
    ['D2', people(20)],
    ['D3', people(40)],
  ]
  it('add up like groups; a district of which nothing is said lies in the indicator’s own area', () => {
    expect(publish(count(), rows).withheld).toEqual(['D1', 'D2'])
  })
  it('add up over areas in between of which there are no figures, and within each group', () => {
    const between = areas.map((area): Area => (area.code === 'D1' ? { ...area, parents: ['M'] } : area))
    const all: Area[] = [...between, { code: 'M', name, kind: 'district', parents: ['217'] }]
    const grouped = rows.map(([key, value]): Row => [`${key};koen=k`, value ?? {}])
    expect(publish(count(), grouped, { areas: all }).withheld).toEqual(['D1;koen=k', 'D2;koen=k'])
  })
})

/** What can be told of the few from the numerators and counts that are shown of either. */
function isGiven(shown: readonly (readonly string[])[]): boolean {
  const told = new Set(shown.flat())
  return ['217', '217;alder=b', '217;alder=c'].every((key) => told.has(key))
}

describe('indicators that count the same people', () => {
  const together = rule({ populations: { numerator: 'modtagere', denominator: null } })
  const counts: readonly Row[] = [
    ['217', people(48)],
    ['217;alder=a', people(3)],
    ['217;alder=b', people(15)],
    ['217;alder=c', people(30)],
  ]
  const shares: readonly Row[] = [
    ['217', of(48, 300)],
    ['217;alder=a', of(3, 20)],
    ['217;alder=b', of(15, 200)],
    ['217;alder=c', of(30, 80)],
  ]
  it.each([
    ['counts', 'shares'],
    ['shares', 'counts'],
  ])('are protected together, %s before %s', (first) => {
    const [one, two] = [
      { indicator: count({ disclosure: together }), rows: counts },
      { indicator: share({ disclosure: together }), rows: shares },
    ].sort((a) => (a.rows === (first === 'counts' ? counts : shares) ? -1 : 1))
    if (!one || !two) throw new Error('There are two indicators')
    const before = publish(one.indicator, one.rows)
    const linked = [
      {
        indicator: one.indicator,
        earlier: [{ release: 1, series: seriesOf(one.rows), withheld: before.observations.withheld }],
      },
    ]
    const after = publish(two.indicator, two.rows, { linked })
    const shown = [before, after].map(({ figures }, index) =>
      seriesOf(index === 0 ? one.rows : two.rows)
        .map(({ key }) => key)
        .filter((_, place) => figures[place]?.status !== 'Q'),
    )
    expect(isGiven(shown)).toBe(false)
  })
  it('know denominators from a count that is exempt', () => {
    const among = { numerator: null, denominator: 'borgere' }
    const exempt = rule({ exempt: name, populations: { numerator: 'borgere', denominator: null } })
    const all: readonly Row[] = [
      ['217', people(100)],
      ['217;alder=a', people(24)],
      ['217;alder=b', people(76)],
    ]
    const linked = [
      { indicator: count({ disclosure: exempt }), earlier: [{ release: 1, series: seriesOf(all), withheld: [] }] },
    ]
    const rows: readonly Row[] = [
      ['217', of(40, 100)],
      ['217;alder=a', of(2, 24)],
      ['217;alder=b', of(38, 76)],
    ]
    expect(publish(share({ disclosure: rule({ populations: among }) }), rows, { linked }).withheld).toEqual([
      '217;alder=a',
      '217;alder=b',
    ])
  })
})

it.each([62, 60, 64])('parts that make 63 count as adding up to %i: registers are drawn on different days', (total) => {
  const rows: readonly Row[] = [
    ['217', people(total)],
    ['217;alder=a', people(3)],
    ['217;alder=b', people(20)],
    ['217;alder=c', people(40)],
  ]
  const { withheld: suppressed } = publish(count(), rows)
  expect(suppressed.length).toBeGreaterThanOrEqual(2)
  expect(suppressed).toContain('217;alder=a')
})

describe('few people are few whatever the unit', () => {
  it.each(['ratio', 'index-100', 'percentage-point', 'score', 'mark', 'kroner'] as const)(
    'numerators of %s',
    (unit) => {
      const few: readonly Row[] = [['217', { value: 1.2, numerator: 2, denominator: 300 }]]
      expect(publish(share({ unit }), few).withheld).toHaveLength(1)
    },
  )
  it.each(['percent', 'per-hundred', 'per-thousand'] as const)('complements of %s', (unit) => {
    const scale = unit === 'per-thousand' ? 1000 : 100
    const most: Row = ['217;alder=a', { value: (scale * 39) / 40, numerator: 39, denominator: 40 }]
    expect(publish(share({ unit, limits: { lower: null, upper: null } }), [most]).withheld).toHaveLength(1)
    const memberships = share({ unit, disclosure: rule({ mayExceedWhole: true }) })
    expect(publish(memberships, [most]).withheld).toEqual([])
  })
})

it('the only member of a group cannot find another group of few', () => {
  const disclosure = rule({ minimum: 3 })
  const nested: Dimension = {
    slug: 'alder',
    name,
    categories: [
      { slug: 'a', name, code: null, parent: null },
      { slug: 'b', name, code: null, parent: null },
      { slug: 'c', name, code: null, parent: null },
      { slug: 'd', name, code: null, parent: null },
    ],
  }
  const rows: readonly Row[] = [
    ['217', people(167)],
    ['217;alder=a', people(63)],
    ['217;alder=b', people(101)],
    ['217;alder=c', people(1)],
    ['217;alder=d', people(2)],
  ]
  const { withheld: suppressed } = publish(count({ disclosure }), rows, { dimensions: [nested] })
  expect(suppressed).toEqual(['217;alder=a', '217;alder=c', '217;alder=d'])
})

describe('what people have typed beside the figures', () => {
  const few: readonly Row[] = [
    ['217', of(60, 300), of(61, 300)],
    ['217;alder=a', { ...of(3, 20), footnote: null }, of(9, 22)],
    ['217;alder=b', of(57, 280), of(52, 278)],
  ]
  const target: Target = {
    slug: 'maal',
    series: '217;alder=a',
    baseline: { period: '2024', value: 15 },
    target: { period: '2030', value: 60 },
    band: null,
    benchmark: null,
    milestones: [
      { period: '2024', value: 15 },
      { period: '2027', value: 30 },
    ],
    method: null,
    decidedBy: name,
    decidedOn: '2024-01-01',
    note: { da: 'I dag er det 3 af 20.', en: 'Today it is three of 20.' },
  }
  const shareOfAll = share({
    caveats: [{ da: 'I 2024 var det tre personer.', en: 'In 2024 it was three people.' }, name],
  })

  it('starts no target at a withheld figure, nor leads it over one, nor judges by one', () => {
    const { document } = publish(shareOfAll, few, { targets: [target] })
    expect(document.targets).toMatchObject([
      { baseline: { period: '2024', value: null }, milestones: [{ period: '2027', value: 30 }], note: null },
    ])
    const assessment = document.assessments.find(({ series }) => series === '217;alder=a')
    expect(assessment).toMatchObject({ verdict: 'not-assessed', inputs: { baseline: null } })
    expect(document.indicator.caveats).toEqual([name])
  })

  it('names no withheld number in a footnote of another figure or the reason of an override', () => {
    const footnote = { da: 'Heraf 15,0 % af de unge.', en: 'Of which 15.0 % of the young.' }
    const rows = few.map((row): Row =>
      row[0] === '217' ? ['217', { ...row[1], footnote }, { ...row[2], footnote }] : row,
    )
    const override = { verdict: 'improving' as const, reason: footnote, latestPeriod: '2025' }
    const { document, figures } = publish(shareOfAll, rows, { overrides: [{ series: '217', override }] })
    const footnotes = figures
      .filter(({ categories }) => Object.keys(categories).length === 0)
      .map((one) => one.footnote)
    expect(footnotes).toEqual([null, footnote])
    expect(document.assessments[0]?.override).toBeNull()
  })

  it('is left as it is where the figure is shown', () => {
    const shown = { ...target, baseline: { period: '2025', value: 40.9 }, milestones: [], note: name }
    expect(publish(share(), few, { targets: [shown] }).document.targets).toEqual([shown])
    const exempt = share({ disclosure: rule({ exempt: name }) })
    expect(publish(exempt, few, { targets: [target] }).document.targets).toEqual([target])
  })
})

it('more groups than can be checked against each other are not shown, and take no time', () => {
  const many = ['p', 'q', 'r', 's', 't'].map((slug) =>
    dimension(slug, ...Array.from({ length: 25 }, (_, index) => `${slug}${index}`)),
  )
  const rows = Array.from({ length: 25 }, (_, index): Row => [
    `217;${many.map(({ slug }) => `${slug}=${slug}${index}`).join(';')}`,
    people(100 + index),
  ])
  const { withheld: suppressed } = publish(count(), [['217', people(5000)], ...rows], { dimensions: many })
  expect(suppressed).toHaveLength(25)
  expect(suppressed).not.toContain('217')
})
