import { describe, expect, it } from 'vitest'
import type { ChartInput } from './chart-input.ts'
import { chartModel } from './chart-model.ts'
import type { ChartModel } from './chart-model.ts'
import { overlaps } from './place-labels.ts'
import { chartOf, countryFigures, seriesOf, turnoutFigures, yearlyChart } from './chart.fixture.ts'

const text = (words: string) => ({ da: words, en: words })
const target = {
  slug: 'maal',
  series: '217',
  baseline: { period: '2021-11-16', value: 68.6 },
  target: { period: '2029-11-20', value: 75 },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: text('Byrådet'),
  decidedOn: '2022-01-31',
  note: null,
}
const country = seriesOf(countryFigures, { key: '000', role: 'benchmark', label: 'Hele landet' })

function drawn(input: ChartInput): ChartModel {
  const model = chartModel(input)
  if (!model) throw new Error('Nothing was drawn')
  return model
}
const textsOf = (model: ChartModel, ...roles: string[]): string[] =>
  model.texts.filter(({ role }) => roles.includes(role)).map((one) => one.text)

describe('what a reader notices', () => {
  it('every election has its number, and the axis says its unit once, at the top', () => {
    const model = drawn(chartOf())
    expect(textsOf(model, 'value', 'latest').toSorted()).toEqual(['68,4', '68,6', '70,5', '72,0', '72,9'])
    expect(textsOf(model, 'axis').filter((one) => one.includes('%'))).toHaveLength(1)
  })

  it('elections are spaced as years', () => {
    const { points } = drawn(chartOf({ series: [seriesOf([...turnoutFigures.slice(0, 2), ['2025-11-18', 70]])] }))
    const [first = 0, second = 0, third = 0] = points.map(({ x }) => x)
    expect((third - second) / (second - first)).toBeCloseTo(3, 1)
  })

  it('the target says its year and value beside its ring', () => {
    const model = drawn(chartOf({ target }))
    const label = model.texts.find(({ role }) => role === 'target')
    expect(label?.text).toBe('Mål 2029: 75\u00A0%')
    expect(Math.abs((label?.y ?? 0) - (model.target?.ring?.y ?? 0))).toBeLessThan(8)
  })

  it('on a phone a unit that is a word is said above the axis only', () => {
    const measure = { unit: 'count' as const, decimals: 0, noun: { one: text('forening'), other: text('foreninger') } }
    const labels = (width: number) => textsOf(drawn(chartOf({ target, measure, width })), 'unit', 'target')
    expect(labels(300).map((one) => one.replaceAll(/\s/g, ' '))).toEqual(['foreninger', 'Mål 2029: 75'])
    expect(labels(960).map((one) => one.replaceAll(/\s/g, ' '))).toEqual(['foreninger', 'Mål 2029: 75 foreninger'])
  })

  it('the way to the target passes its milestones', () => {
    const milestones = [{ period: '2025-11-18', value: 73 }]
    expect(drawn(chartOf({ target: { ...target, milestones } })).target?.way).toHaveLength(3)
  })

  it('a target to stay within is a band, not a ring', () => {
    const band = { period: '2029-11-20', low: 69, high: 74 }
    const model = drawn(chartOf({ target: { ...target, target: null, band } }))
    expect(model.target?.ring).toBeNull()
    expect(textsOf(model, 'target')).toEqual(['Mål 2029: 69–74\u00A0%'])
  })

  it('the expected course is labelled with its value and its interval', () => {
    const expected = {
      slope: -0.1,
      from: { period: '2025-11-18', time: 2025.88, value: 70.5 },
      points: [
        { time: 2025.88, value: 70.5, low: 70.5, high: 70.5 },
        { time: 2029.88, value: 70.2, low: 67.1, high: 73.2 },
      ],
      reachesTargetIn: null,
    }
    const model = drawn(chartOf({ target, expected }))
    expect(textsOf(model, 'expected')).toEqual(['Fremskrevet til 2029: 70,2\u00A0%'])
    expect(textsOf(model, 'detail')).toContain('67,1–73,2\u00A0% (80\u00A0%)')
  })

  it('a benchmark is named at its end with its latest figure, on a phone too', () => {
    for (const width of [280, 320, 640, 960]) {
      const model = drawn(chartOf({ width, height: 320, series: [seriesOf(turnoutFigures), country], target }))
      expect(textsOf(model, 'benchmark').join(' ').replaceAll(/\s+/g, ' ')).toBe('Hele landet 69,2')
    }
  })

  it('a break in the series breaks the line and is explained below', () => {
    const model = drawn(
      yearlyChart([3, 4, 5, 6], {
        breaks: [{ period: '2017', reason: 'Ny opgørelse.' }],
        limits: { lower: 0, upper: null },
      }),
    )
    expect(model.lines[0]?.paths).toHaveLength(2)
    expect(model.breaks).toHaveLength(1)
    expect(textsOf(model, 'note')).toEqual(['Brud: Ny opgørelse.'])
  })

  it('a break nobody has given a reason for is named once', () => {
    const series = seriesOf(turnoutFigures)
    const observations = series.observations.map((one, index) => (index === 2 ? { ...one, status: 'B' as const } : one))
    expect(textsOf(drawn(chartOf({ series: [{ ...series, observations }] })), 'note')).toEqual(['Brud i serien'])
  })

  it('figures that all have a definition of their own stand apart, and only where that begins is a break marked', () => {
    const series = seriesOf(turnoutFigures)
    const from = (first: number) => ({
      ...series,
      observations: series.observations.map((one, at) => (at >= first ? { ...one, status: 'D' as const } : one)),
    })
    const model = drawn(chartOf({ series: [from(2)] }))
    expect(model.breaks).toHaveLength(1)
    expect(drawn(chartOf({ series: [from(0)] })).breaks).toEqual([])
    expect(textsOf(model, 'note')).toEqual(['Anden definition'])
  })

  it('a figure with a definition of its own is joined neither to the one before nor to the one after', () => {
    const series = seriesOf(turnoutFigures)
    const observations = series.observations.map((one, at) => (at === 2 ? { ...one, status: 'D' as const } : one))
    const model = drawn(chartOf({ series: [{ ...series, observations }] }))
    expect(model.breaks).toHaveLength(2)
    expect(textsOf(model, 'note')).toEqual(['Anden definition'])
  })

  it('the latest number finds room in a crowded drawing without covering another', () => {
    const model = drawn(
      yearlyChart([12_000_000, 11_999_999.5, 12_000_000], {
        width: 280,
        height: 220,
        limits: { lower: null, upper: null },
      }),
    )
    const latest = model.texts.find(({ role }) => role === 'latest')
    const others = model.texts.filter((one) => one !== latest)
    expect(latest && others.filter(({ box }) => overlaps(box, latest.box))).toEqual([])
  })

  it('a missing figure leaves a gap with its sign, and is never a zero', () => {
    const model = drawn(yearlyChart([50, 51, null, 52, 53]))
    expect(model.lines[0]?.paths).toHaveLength(2)
    expect(textsOf(model, 'missing')).toEqual(['..'])
    expect(model.points.some(({ value }) => value === 0)).toBe(false)
  })

  it('a year, or an election, that should have come and is not there leaves a gap too', () => {
    const figures: [string, number][] = [
      ['2015', 50],
      ['2016', 51],
      ['2019', 52],
      ['2020', 53],
    ]
    const years = { periodKind: 'year' as const, series: [seriesOf(figures)] }
    expect(drawn(chartOf({ ...years, everyYears: 1 })).lines[0]?.paths).toHaveLength(2)
    const elections = seriesOf(turnoutFigures.filter(([day]) => !day.startsWith('2017')))
    expect(drawn(chartOf({ series: [elections] })).lines[0]?.paths).toHaveLength(2)
    expect(drawn(chartOf()).lines[0]?.paths).toHaveLength(1)
  })

  it('where periods come irregularly none of them can be missing', () => {
    const series = [
      seriesOf([
        ['2012', 40],
        ['2020', 39],
        ['2024', 41],
      ]),
    ]
    const model = drawn(chartOf({ periodKind: 'survey-wave', everyYears: null, series }))
    expect(model.lines[0]?.paths).toHaveLength(1)
  })

  it('a provisional figure has its star, and the star its meaning', () => {
    const series = seriesOf(turnoutFigures)
    const observations = series.observations.map((one, index) => (index === 4 ? { ...one, status: 'P' as const } : one))
    const model = drawn(chartOf({ series: [{ ...series, observations }] }))
    expect(textsOf(model, 'latest')).toEqual(['70,5*'])
    expect(textsOf(model, 'note')).toEqual(['* Foreløbigt'])
  })

  it('a footnote has its number at the figure and its words below', () => {
    const series = seriesOf(turnoutFigures)
    const observations = series.observations.map((one, index) =>
      index === 1 ? { ...one, footnote: text('Kun brevstemmer.') } : one,
    )
    const model = drawn(chartOf({ series: [{ ...series, observations }] }))
    expect(textsOf(model, 'value')).toContain('72,9¹')
    expect(textsOf(model, 'note')).toEqual(['¹ Kun brevstemmer.'])
  })

  it('zero is a value like any other', () => {
    const model = drawn(yearlyChart([0], { limits: { lower: 0, upper: null } }))
    expect(textsOf(model, 'latest')).toEqual(['0,0'])
  })

  it('an axis never passes a natural limit', () => {
    const { gridlines } = drawn(yearlyChart([97.5, 99.9, 100]))
    expect(Math.max(...gridlines.map(({ value }) => value))).toBe(100)
  })

  it('without a figure there is no chart', () => {
    expect(chartModel(yearlyChart([null, null]))).toBeNull()
    expect(chartModel(chartOf({ series: [] }))).toBeNull()
  })

  it('the text alternative gives every figure and the target', () => {
    const { description } = drawn(chartOf({ target, series: [seriesOf(turnoutFigures), country] }))
    expect(description).toContain('2009: 68,4\u00A0%; 2013: 72,9\u00A0%')
    expect(description).toContain('Hele landet, 2025: 69,2\u00A0%')
    expect(description).toContain('Mål 2029: 75\u00A0%')
  })
})
