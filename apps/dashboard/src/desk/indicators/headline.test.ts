import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import type { WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { describe, expect, it } from 'vitest'
import { figuresOf, latestOf, seriesOf } from './headline.ts'

const figure = (period: string, value: number | null, change: Partial<WorkspaceFigure> = {}): WorkspaceFigure => ({
  area: '217',
  categories: {},
  period,
  value,
  numerator: null,
  denominator: null,
  status: value === null ? 'O' : 'A',
  footnote: null,
  sampleSize: null,
  margin: null,
  provenance: null,
  ...change,
})

const indicator = exampleIndicator({
  area: '217',
  dimensions: ['koen'],
  cadence: { periodKind: 'year', everyYears: 1, delayMonths: null },
})
const figures = [
  figure('2024', 3),
  figure('2025', null),
  figure('2023', 2),
  figure('2024', 9, { area: '000' }),
  figure('2024', 1, { categories: { koen: 'kvinder' } }),
]

describe('the figures of a series', () => {
  it('are those of its area and groups alone, oldest first; the newest is one with a value', () => {
    const own = figuresOf(indicator, figures, '217')
    expect(own.map(({ period }) => period)).toEqual(['2023', '2024', '2025'])
    expect(latestOf(own)?.period).toBe('2024')
  })
})

it('a target may be for the headline, a group with or without figures, and an area with figures', () => {
  const text = { da: 'Navn', en: 'Name' }
  const categories = ['kvinder', 'maend'].map((slug) => ({ slug, name: text, code: null, parent: null }))
  expect(seriesOf(indicator, [{ slug: 'koen', name: text, categories }], figures)).toEqual([
    '217',
    '217;koen=kvinder',
    '217;koen=maend',
    '000',
  ])
})
