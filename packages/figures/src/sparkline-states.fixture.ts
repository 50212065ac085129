import { Verdict } from '@pejling/domain/progress/assessment'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { turnoutFigures } from './chart.fixture.ts'

type SummaryPoint = IndicatorSummary['points'][number]

const text = (da: string, en: string) => ({ da, en })
const measured = (figures: readonly (readonly [string, number | null])[]): SummaryPoint[] =>
  figures.map(([period, value]) => ({ period, value, status: value === null ? 'O' : 'A' }))

/** Turnout at five elections, too slow for its target, with the given differences. */
export function summaryOf(differences: Partial<IndicatorSummary> = {}): IndicatorSummary {
  return {
    slug: 'valgdeltagelse-kv',
    name: text('Valgdeltagelse', 'Turnout'),
    goals: ['2.2'],
    headlineOf: ['2.2'],
    kind: 'outcome',
    unit: 'percent',
    decimals: 1,
    noun: null,
    periodKind: 'municipal-election',
    everyYears: 4,
    direction: 'increase',
    verdict: 'too-slow',
    provisional: false,
    sentence: text('…', '…'),
    latest: { period: '2025-11-18', value: 70.5, status: 'A', margin: null },
    previous: { period: '2021-11-16', value: 68.6 },
    movement: null,
    breakAt: null,
    target: { period: '2029-11-20', value: 75 },
    comparison: null,
    people: null,
    points: measured(turnoutFigures),
    nextExpectedOn: null,
    nextExpectedNote: null,
    retired: false,
    ...differences,
  }
}

/** A summary of a figure counted every year from 2015 on, without a target. */
export function yearlySummary(
  values: readonly (number | null)[],
  differences: Partial<IndicatorSummary> = {},
): IndicatorSummary {
  const points = measured(values.map((value, index) => [String(2015 + index), value]))
  return summaryOf({ periodKind: 'year', everyYears: 1, target: null, latest: null, points, ...differences })
}

/** A small trend in one of the states it can be in. */
export interface SparklineState {
  readonly name: string
  readonly summary: IndicatorSummary
}

const withoutTarget: ReadonlySet<Verdict> = new Set(['improving', 'stable', 'unclear', 'worsening', 'not-assessed'])

const states: Readonly<Record<string, IndicatorSummary>> = {
  ...Object.fromEntries(
    Verdict.options
      .filter((verdict) => verdict !== 'no-data')
      .map((verdict) => [verdict, summaryOf({ verdict, ...(withoutTarget.has(verdict) ? { target: null } : {}) })]),
  ),
  'no-data': summaryOf({ verdict: 'no-data', points: [], latest: null, previous: null, target: null }),
  'A target and nothing measured': summaryOf({ verdict: 'no-data', points: [], latest: null, previous: null }),
  'One measurement': yearlySummary([42.3]),
  'Forty measurements': yearlySummary(Array.from({ length: 40 }, (_, index) => 50 + 8 * Math.sin(index / 2))),
  'Missing years': yearlySummary([60, null, 63, null, null, 66, 67]),
  'Skipped elections': summaryOf({
    points: measured(turnoutFigures.filter(([period]) => !period.startsWith('2017'))),
  }),
  'A break': summaryOf({
    points: measured(turnoutFigures).map((point) =>
      point.period.startsWith('2017') ? { ...point, status: 'B' } : point,
    ),
  }),
  'Negative values': yearlySummary([-12.3, -10, -6.5, -8, -3.2, 1.5]),
  'Only zeros': yearlySummary([0, 0, 0]),
  'Very small values': yearlySummary([0.04, 0.03, 0.05], { decimals: 2, target: { period: '2019', value: 0.02 } }),
  Millions: yearlySummary([12_000_000, 11_500_000, 12_400_000], {
    unit: 'kroner',
    decimals: 0,
    target: { period: '2019', value: 12_500_000 },
  }),
}

/** Every state a small trend can be in, by name. */
export const sparklineStates: readonly SparklineState[] = Object.entries(states).map(([name, summary]) => ({
  name,
  summary,
}))
