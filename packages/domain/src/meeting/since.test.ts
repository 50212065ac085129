import { expect, it } from 'vitest'
import type { IndicatorChange } from '../release/release.ts'
import { correctedIn, isUnchanged, sinceLast } from './since.ts'

const text = (words: string) => ({ da: words, en: words })

const changeOf = (indicator: string, more: Partial<IndicatorChange>): IndicatorChange => ({
  indicator,
  name: text(indicator),
  unit: 'percent',
  decimals: 1,
  noun: null,
  periodKind: 'year',
  change: 'changed',
  verdict: null,
  definitionChanged: false,
  observations: [],
  ...more,
})

const figure = (period: string, before: number | null, after: number | null) => ({
  series: '217',
  seriesName: text('Helsingør'),
  period,
  before: before === null ? null : { value: before, status: 'A' as const },
  after: after === null ? null : { value: after, status: 'A' as const },
})

const summary = (slug: string, nextExpectedOn: string | null, retired = false) => ({
  slug,
  name: text(slug),
  nextExpectedOn,
  retired,
})

it('tells verdicts, new, corrected and late figures apart', () => {
  const indicators = [
    // To a reader both are “unchanged”.
    changeOf('fravaer', { verdict: { before: 'stable', after: 'no-change' } }),
    changeOf('valg', { verdict: { before: 'on-track', after: 'behind' }, observations: [figure('2025', null, 70)] }),
    changeOf('rettet', { observations: [figure('2023', 61, 62), figure('2024', 63, null)] }),
    changeOf('ny', {
      change: 'added',
      verdict: { before: null, after: 'improving' },
      observations: [figure('2025', null, 5)],
    }),
  ]
  const summaries = [
    summary('sen', '2026-10-01'),
    summary('snart', '2026-12-24'),
    summary('gammel', '2020-01-01', true),
  ]
  const told = sinceLast({ indicators }, summaries, '2026-12-03')
  expect(told.verdicts).toEqual([{ slug: 'valg', name: text('valg'), before: 'on-track', after: 'behind' }])
  expect(told.added.map(({ change }) => change.indicator)).toEqual(['valg', 'ny'])
  expect(told.corrected.map(({ change, figures }) => [change.indicator, figures.length])).toEqual([['rettet', 2]])
  expect(told.late.map(({ indicator }) => indicator)).toEqual(['sen'])
  expect(isUnchanged(told)).toBe(false)
  expect(correctedIn({ indicators }).map(({ change }) => change.indicator)).toEqual(['rettet'])
})

it('says when nothing is otherwise', () => {
  expect(isUnchanged(sinceLast({ indicators: [] }, [summary('snart', '2026-12-24')], '2026-12-03'))).toBe(true)
})
