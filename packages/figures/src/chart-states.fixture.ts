import type { Projection } from '@pejling/domain/progress/assessment'
import type { Target } from '@pejling/domain/target/target'
import { chartOf, countryFigures, seriesOf, turnoutFigures, yearlyChart } from './chart.fixture.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'

/** A chart in one of the states it can be in. */
export interface ChartState {
  readonly name: string
  readonly input: ChartInput
}

const target: Target = {
  slug: 'maal',
  series: '217',
  baseline: { period: '2021-11-16', value: 68.6 },
  target: { period: '2029-11-20', value: 75 },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: { da: 'byrådet', en: 'the council' },
  decidedOn: '2022-06-20',
  note: null,
}

function courseFrom(time: number, value: number, end: number, slope: number, spread: number): Projection {
  const points = [time, end].map((moment) => {
    const expected = value + slope * (moment - time)
    const half = spread * (moment === time ? 0.4 : 1)
    return { time: moment, value: expected, low: expected - half, high: expected + half }
  })
  return { slope, from: { period: '2025-11-18', time, value }, points, reachesTargetIn: null }
}

const country: ChartSeries = seriesOf(countryFigures, { key: '000', role: 'benchmark', label: 'Hele landet' })
const groupNames = [
  '18–21 år',
  '22–29 år',
  '30–39 år',
  '40–49 år',
  '50–59 år',
  '60–69 år',
  '70–79 år',
  '80 år og derover',
  'Mænd uden for arbejdsstyrken',
]

/** A total and `count` groups, some lines close together. */
function withGroups(count: number): ChartSeries[] {
  const groups = groupNames.slice(0, count).map((label, index) =>
    seriesOf(
      turnoutFigures.map(([period, value]): [string, number] => [period, value - 12 + (index % 5) * 5 + index * 0.4]),
      { key: `217;alder=g${index}`, role: 'comparison', label },
    ),
  )
  return [seriesOf(turnoutFigures, { label: 'Helsingør' }), ...groups]
}

const wave = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => 50 + 8 * Math.sin(index / 2) + (index % 3))

function withStatus(period: string, change: Partial<ChartSeries['observations'][number]>): ChartSeries {
  const series = seriesOf(turnoutFigures)
  return {
    ...series,
    observations: series.observations.map((one) => (one.period === period ? { ...one, ...change } : one)),
  }
}

const states: Readonly<Record<string, ChartInput>> = {
  'Five measurements': chartOf(),
  'One measurement': yearlyChart([42.3]),
  'Two measurements': yearlyChart([42.3, 47.9]),
  'Forty measurements': yearlyChart(wave(40)),
  'A benchmark': chartOf({ series: [seriesOf(turnoutFigures), country] }),
  'A target': chartOf({ target }),
  'A target, a benchmark and the expected course': chartOf({
    target,
    expected: courseFrom(2025.88, 70.5, 2029.88, -0.1, 3),
    series: [seriesOf(turnoutFigures), country],
  }),
  'A target reached': chartOf({ tone: 'good', target: { ...target, target: { period: '2029-11-20', value: 70 } } }),
  Milestones: chartOf({ target: { ...target, milestones: [{ period: '2025-11-18', value: 71 }] } }),
  'A band to stay in': chartOf({
    target: { ...target, target: null, band: { period: '2029-11-20', low: 68, high: 73 } },
  }),
  'The expected course alone': yearlyChart([60, 61, 63, 62, 65, 66], {
    tone: 'good',
    expected: courseFrom(2020.5, 66, 2025.5, 1.1, 2),
  }),
  'A break': yearlyChart([60, 61, 63, 50, 51, 52], { breaks: [{ period: '2018', reason: 'Opgørelsen er lagt om.' }] }),
  'Missing years': yearlyChart([60, null, 63, null, null, 66, 67]),
  'Skipped years': chartOf({
    periodKind: 'year',
    everyYears: 1,
    series: [
      seriesOf([
        ['2010', 60],
        ['2011', 61],
        ['2016', 64],
        ['2017', 63],
      ]),
    ],
  }),
  'A provisional figure with a footnote': chartOf({
    series: [withStatus('2025-11-18', { status: 'P', footnote: { da: 'Fintælling mangler.', en: 'Not final.' } })],
  }),
  'A withheld figure': chartOf({ series: [withStatus('2017-11-21', { value: null, status: 'Q' })] }),
  'Negative values': yearlyChart([-12.3, -10, -6.5, -8, -3.2, 1.5], { limits: { lower: null, upper: null } }),
  'Only zeros': yearlyChart([0, 0, 0]),
  'Very small values': yearlyChart([0.04, 0.03, 0.05, 0.04], { measure: { unit: 'percent', decimals: 2, noun: null } }),
  Millions: yearlyChart([12_000_000, 11_500_000, 12_400_000], {
    measure: { unit: 'kroner', decimals: 0, noun: null },
    limits: { lower: 0, upper: null },
  }),
  'A count with a long noun': yearlyChart([28, 31, 30], {
    measure: {
      unit: 'count',
      decimals: 0,
      noun: {
        one: { da: 'partnerskabsaftale', en: 'partnership agreement' },
        other: { da: 'partnerskabsaftaler', en: 'partnership agreements' },
      },
    },
    limits: { lower: 0, upper: null },
  }),
  'School years': chartOf({
    periodKind: 'school-year',
    everyYears: 1,
    measure: { unit: 'score', decimals: 2, noun: null },
    limits: { lower: 1, upper: 5 },
    series: [
      seriesOf([
        ['2019/20', 3.66],
        ['2020/21', 3.74],
        ['2021/22', 3.68],
        ['2022/23', 3.6],
        ['2023/24', 3.61],
      ]),
    ],
  }),
  Quarters: chartOf({
    periodKind: 'quarter',
    everyYears: 0.25,
    series: [
      seriesOf(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'].map((period, index) => [period, 5 + index])),
    ],
  }),
  'Two groups': chartOf({ series: withGroups(2) }),
  'Five groups': chartOf({ series: withGroups(5) }),
  'Ten lines': chartOf({ series: withGroups(9) }),
  'Ten lines, a target and the expected course': chartOf({
    series: [...withGroups(8), country],
    target,
    expected: courseFrom(2025.88, 70.5, 2029.88, -0.1, 3),
  }),
  'Ten lines that all end alike': chartOf({
    series: [
      seriesOf(turnoutFigures, { label: 'Helsingør' }),
      ...groupNames.map((label, index) => seriesOf(turnoutFigures, { key: `g${index}`, role: 'comparison', label })),
    ],
  }),
  'In English': chartOf({
    locale: 'en',
    target,
    series: [seriesOf(turnoutFigures), { ...country, label: 'The whole country' }],
  }),
}

/** The sizes of the sheets pages draw charts on, in pixels. */
export const sheetSizes = [
  { width: 1056, height: 460 },
  { width: 640, height: 400 },
  { width: 300, height: 300 },
] as const

/** Every state a chart can be in, by name. */
export const chartStates: readonly ChartState[] = Object.entries(states).map(([name, input]) => ({ name, input }))
