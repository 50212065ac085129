import type { Area } from '@pejling/domain/area'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { expect, it } from 'vitest'
import { columnsOf, headingsOf, periodsOf, seriesOf } from './sheet.ts'

const text = (da: string) => ({ da, en: da })
const areas: Area[] = [
  { code: '000', name: text('Hele landet'), kind: 'country', parents: [] },
  { code: '217', name: text('Helsingør'), kind: 'municipality', parents: [] },
]
const category = (slug: string) => ({ slug, name: text(slug), code: null, parent: null })
const dimensions = [{ slug: 'koen', name: text('Køn'), categories: [category('kvinder'), category('maend')] }]
const indicator = exampleIndicator({ area: '217', dimensions: ['koen'] })
const words = { total: 'I alt', numerator: 'Tæller', denominator: 'Nævner', share: '%' }

it('has a column for every group the definition names, and for every area there are figures of', () => {
  expect(seriesOf({ indicator, areas, dimensions }, new Set(['000']), [])).toEqual([
    '217',
    '217;koen=kvinder',
    '217;koen=maend',
    '000',
  ])
})

it('puts areas over their groups, and these over what is counted', () => {
  const columns = columnsOf({ areas, dimensions }, ['217', '217;koen=kvinder', '000'], {
    counted: new Set(['217']),
    words,
    locale: 'da',
  })
  expect(headingsOf(columns).map((row) => row.map((one) => [one.label, one.columns, one.rows]))).toEqual([
    [
      ['Helsingør', 4, 1],
      ['Hele landet', 1, 3],
    ],
    [
      ['I alt', 3, 1],
      ['kvinder', 1, 2],
    ],
    [
      ['Tæller', 1, 1],
      ['Nævner', 1, 1],
      ['%', 1, 1],
    ],
  ])
})

it('has a row for every period that ought to have a figure, and none to come', () => {
  const yearly = exampleIndicator({ cadence: { periodKind: 'year', everyYears: 1, delayMonths: 2 } })
  const asked = { expected: '2025', added: [], today: '2026-12-01' }
  expect(periodsOf(yearly, ['2022', '2023'], asked)).toEqual(['2022', '2023', '2024', '2025', '2026'])
  expect(periodsOf(yearly, ['2018', '2022'], { ...asked, today: '2023-02-01' })).toEqual([
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
  ])
  expect(periodsOf(yearly, [], asked)).toEqual(['2022', '2023', '2024', '2025', '2026'])
  expect(periodsOf(yearly, ['2026'], { ...asked, expected: '2027' })).toEqual(['2022', '2023', '2024', '2025', '2026'])
  expect(periodsOf(yearly, [], { ...asked, expected: null, added: ['2019', 'i går'] })).toEqual(['2019'])
  const quarterly = exampleIndicator({ cadence: { periodKind: 'quarter', everyYears: 0.25, delayMonths: 1 } })
  expect(periodsOf(quarterly, ['2026-Q3'], { ...asked, expected: null })).toEqual([
    '2025-Q4',
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ])
})
