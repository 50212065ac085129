import type { ChartInput, ChartSeries } from './chart-input.ts'

/** The series' figures, all normal; `null` is missing. */
export function seriesOf(
  figures: readonly (readonly [string, number | null])[],
  differences: Partial<ChartSeries> = {},
): ChartSeries {
  return {
    key: '217',
    role: 'headline',
    label: null,
    observations: figures.map(([period, value]) => ({
      period,
      value,
      status: value === null ? 'O' : 'A',
      footnote: null,
    })),
    ...differences,
  }
}

/** Turnout at the elections of 2009 to 2025. */
export const turnoutFigures: readonly (readonly [string, number])[] = [
  ['2009-11-17', 68.4],
  ['2013-11-19', 72.9],
  ['2017-11-21', 72],
  ['2021-11-16', 68.6],
  ['2025-11-18', 70.5],
]

/** Turnout in the whole country. */
export const countryFigures: readonly (readonly [string, number])[] = [
  ['2009-11-17', 65.8],
  ['2013-11-19', 71.9],
  ['2017-11-21', 70.8],
  ['2021-11-16', 67.2],
  ['2025-11-18', 69.2],
]

/** A chart of turnout, in percent of a true share, with the given differences. */
export function chartOf(differences: Partial<ChartInput> = {}): ChartInput {
  return {
    title: 'Valgdeltagelse ved kommunalvalg',
    sentence: 'Deltagelsen steg.',
    heading: null,
    periodKind: 'municipal-election',
    everyYears: 4,
    measure: { unit: 'percent', decimals: 1, noun: null },
    limits: { lower: 0, upper: 100 },
    locale: 'da',
    width: 960,
    height: 440,
    tone: 'slow',
    series: [seriesOf(turnoutFigures)],
    target: null,
    expected: null,
    breaks: [],
    remarks: [],
    ...differences,
  }
}

/** A chart of a figure counted every year from 2015 on. */
export function yearlyChart(values: readonly (number | null)[], differences: Partial<ChartInput> = {}): ChartInput {
  const figures = values.map((value, index): [string, number | null] => [String(2015 + index), value])
  return chartOf({ periodKind: 'year', everyYears: 1, series: [seriesOf(figures)], ...differences })
}
