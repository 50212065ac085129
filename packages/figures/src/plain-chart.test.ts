import { describe, expect, it } from 'vitest'
import { documentOf, observationsOf } from './indicator-document.fixture.ts'
import { plainChart } from './plain-chart.ts'

const { indicator } = documentOf()
const yearly = { ...indicator, cadence: { periodKind: 'year', everyYears: 1, delayMonths: 1 } } as const

describe('a chart for other programs', () => {
  it('has the periods as categories and a line for each area', () => {
    const { categories, series, axis } = plainChart(documentOf(), 'da')
    expect(categories).toEqual(['2009', '2013', '2017', '2021', '2025'])
    expect(series.map(({ name, role }) => [name, role])).toEqual([
      ['Valgdeltagelse <kommunalvalg> & "råd"', 'headline'],
      ['Hele landet', 'benchmark'],
    ])
    expect(series[0]?.values).toEqual([68.4, 72.9, 72, 68.6, 70.5])
    expect(axis.low).toBeLessThanOrEqual(65.8)
    expect(axis.high).toBeGreaterThanOrEqual(72.9)
    expect([1, 2, 5]).toContain(axis.step)
  })

  it('does not join what is apart: a line ends where figures are missing or cannot be compared', () => {
    const figures = [
      ['2019', 10],
      ['2020', 11],
      ['2022', 0],
      ['2023', 13],
      ['2024', 14],
    ] as const
    const broken = { ...yearly, breaks: [{ period: '2024', reason: { da: 'Ny opgørelse', en: 'New method' } }] }
    const { categories, series } = plainChart(
      documentOf({ indicator: broken, series: [observationsOf('217', figures)] }),
      'en',
    )
    expect(categories).toEqual(['2019', '2020', '2021', '2022', '2023', '2024'])
    expect(series.map(({ name, goesOn, values }) => [name, goesOn, values])).toEqual([
      ['Turnout', false, [10, 11, null, null, null, null]],
      ['Turnout, from 2022', true, [null, null, null, 0, 13, null]],
      ['Turnout, from 2024', true, [null, null, null, null, null, 14]],
    ])
  })

  it('has the way to the target as a line of its own, true to time', () => {
    const target = {
      slug: 'maal',
      series: '217',
      baseline: { period: '2023', value: 10 },
      target: { period: '2026', value: 20 },
      band: null,
      milestones: [],
      benchmark: null,
      method: null,
      decidedBy: { da: 'Byrådet', en: 'The council' },
      decidedOn: '2023-01-01',
      note: null,
    }
    const [assessment] = documentOf().assessments
    const document = documentOf({
      indicator: yearly,
      series: [
        observationsOf('217', [
          ['2023', 10],
          ['2024', 12],
        ]),
      ],
      targets: [target],
      assessments: assessment ? [{ ...assessment, target: 'maal' }] : [],
    })
    const { categories, series } = plainChart(document, 'da')
    expect(categories).toEqual(['2023', '2024', '2025', '2026'])
    expect(series[1]).toEqual({
      name: 'Mål 2026: 20\u00A0%',
      role: 'target',
      goesOn: false,
      values: [10, null, null, 20],
    })
  })
})
