import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'
import { expect, it } from 'vitest'
import type { Dimension } from '../dimension.ts'
import { exampleIndicator } from '../indicator/indicator.fixture.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleObservation } from '../observation/observation.fixture.ts'
import type { Observation } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey } from '../series.ts'
import { validationFindingsOf } from './validation-finding.ts'

const name = { da: 'x', en: 'x' }
const age: Dimension = {
  slug: 'alder',
  name,
  categories: ['unge', 'gamle'].map((slug) => ({ slug, name, code: null, parent: null })),
}
const share = exampleIndicator({
  limits: { lower: 0, upper: 100 },
  cadence: { periodKind: 'year', everyYears: 1, delayMonths: 0 },
})
const count: Indicator = {
  ...share,
  unit: 'count',
  decimals: 0,
  limits: { lower: 0, upper: null },
  noun: { one: name, other: name },
}

function seriesOf(key: string, values: readonly number[], change: Partial<Observation> = {}): SeriesObservations {
  const observations = values.map((value, index) => exampleObservation(String(2015 + index), value, change))
  return { key, ...parseSeriesKey(key), observations }
}

const found = (indicator: Indicator, ...series: SeriesObservations[]): string[] =>
  validationFindingsOf(indicator, [age], series).map(({ kind, series: key, period }) => `${kind} ${key} ${period}`)

it('a series that goes as it usually does is nothing to look at', () => {
  expect(found(share, seriesOf('217', [60, 61, 59.5, 60.5, 62, 61, 63]))).toEqual([])
  expect(found(share, seriesOf('217', [60, 70]))).toEqual([])
})

it('a jump beyond the series’ own variation is, and so is the way back', () => {
  expect(found(share, seriesOf('217', [60, 61, 60, 61, 81, 60, 61]))).toEqual(['jump 217 2019', 'jump 217 2020'])
})

it('a figure a hundred times its neighbour may have another unit', () => {
  expect(found(share, seriesOf('217', [0.61, 62]))).toEqual(['unit-change 217 2016'])
  expect(validationFindingsOf(share, [], [seriesOf('217', [62, 0.61])])[0]?.text.en).toContain('100 times smaller')
})

it('a share must be what its counts make, but for rounding', () => {
  expect(found(share, seriesOf('217', [33.3], { numerator: 1, denominator: 3 }))).toEqual([])
  expect(found(share, seriesOf('217', [33.5], { numerator: 1, denominator: 3 }))).toEqual(['share-differs 217 2015'])
})

it('values beyond the limits, halves of persons, and more than all are impossible', () => {
  expect(found(share, seriesOf('217', [101]))).toEqual(['impossible 217 2015'])
  expect(found(share, seriesOf('217', [-1]))).toEqual(['impossible 217 2015'])
  expect(found(count, seriesOf('217', [3.5]))).toEqual(['impossible 217 2015'])
  expect(found(share, seriesOf('217', [100], { numerator: 4, denominator: 3 }))).toContain('impossible 217 2015')
})

it('totals must match their parts; groups that were not recorded may be missing', () => {
  const total = seriesOf('217', [30])
  const young = seriesOf('217;alder=unge', [10])
  expect(found(count, total, young, seriesOf('217;alder=gamle', [20]))).toEqual([])
  expect(found(count, total, young, seriesOf('217;alder=gamle', [19]))).toEqual(['parts-differ 217 2015'])
  expect(found(count, total, young, seriesOf('217;alder=gamle', [21]))).toEqual(['parts-differ 217 2015'])
})

it('a survey of a whole year and one of a month in it overlap', () => {
  const survey = exampleIndicator({ cadence: { periodKind: 'survey-wave', everyYears: 1, delayMonths: 1 } })
  const observations = ['2025', '2025-02'].map((period) => exampleObservation(period, 60))
  expect(found(survey, { ...seriesOf('217', []), observations })).toEqual(['overlap 217 2025-02'])
})

it('a group nobody can count will not be shown, unless it is exempt', () => {
  const group = seriesOf('217;alder=unge', [40, 41])
  expect(found(share, group)).toEqual(['uncounted-group 217;alder=unge 2015'])
  expect(found({ ...share, disclosure: { ...defaultDisclosureRule, exempt: name } }, group)).toEqual([])
})

it('groups that can be combined in more ways than can be checked give a warning, and nothing is gone through', () => {
  const slugs = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']
  const dimensions: Dimension[] = slugs.map((slug) => ({
    slug,
    name,
    categories: Array.from({ length: 30 }, (_, at) => ({ slug: `k${at}`, name, code: null, parent: null })),
  }))
  const series = Array.from({ length: 30 }, (_, at) =>
    seriesOf(['217', ...slugs.map((slug) => `${slug}=k${at}`)].join(';'), [at + 1]),
  )
  const [warning, ...others] = validationFindingsOf(count, dimensions, series)
  expect([warning?.kind, warning?.series, warning?.period, others]).toEqual([
    'too-many-combinations',
    '217',
    '2015',
    [],
  ])
  expect(warning?.text.en).toContain('887,503,681 ways')
  expect(
    validationFindingsOf({ ...count, disclosure: { ...count.disclosure, exempt: name } }, dimensions, series),
  ).toEqual([])
})
