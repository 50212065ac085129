import { comparePeriods, nextPeriod, parsePeriod, periodLabel, periodOf } from '@pejling/domain/period/period'
import type { Period } from '@pejling/domain/period/period'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { Locale } from '@pejling/domain/text'
import { targetLabel } from './chart-end-labels.ts'
import { segmentsOf } from './chart-geometry.ts'
import { inTime } from './chart-input.ts'
import type { ChartInput } from './chart-input.ts'
import { chartModel } from './chart-model.ts'
import { indicatorChartInput } from './chart-of-indicator.ts'

/** A line of a {@link PlainChart}: a value, in the indicator's unit, or nothing for each of its categories. */
export interface PlainSeries {
  readonly name: string
  readonly role: 'headline' | 'benchmark' | 'target'
  /** Whether it goes on with the line before it, after a break. */
  readonly goesOn: boolean
  readonly values: readonly (number | null)[]
}

/** A chart as office programs know charts: categories along the axis, and lines over them. */
export interface PlainChart {
  readonly categories: readonly string[]
  readonly series: readonly PlainSeries[]
  /** Where the axis of values begins and ends, and its steps. */
  readonly axis: { readonly low: number; readonly high: number; readonly step: number }
}

const fromWords: Readonly<Record<Locale, (name: string, period: string) => string>> = {
  da: (name, period) => `${name}, fra ${period}`,
  en: (name, period) => `${name}, from ${period}`,
}

// The size of a drawing has no part in what it is made of.
const sheet = { width: 640, height: 320, standalone: false } as const

/**
 * The chart an indicator's page opens with, for programs that draw it themselves. Such a program joins all points of a line, so
 * a line that is broken (other method, missing figure) becomes several, each named by the period it begins in. Periods
 * without a figure are there as categories, so that the axis is true to time.
 */
export function plainChart(document: IndicatorDocument, locale: Locale): PlainChart {
  const input = indicatorChartInput(document, locale, sheet)
  const { periodKind, target } = input
  const label = (period: string): string => periodLabel(periodOf(periodKind, period), locale)
  const own = document.areas.find(({ code }) => code === document.indicator.area)?.name[locale] ?? input.title
  const stretches = input.series.flatMap(({ role, label: name, observations }) =>
    segmentsOf(inTime(periodKind, observations), input).map((points, index) => ({
      goesOn: index > 0,
      role: role === 'benchmark' ? ('benchmark' as const) : ('headline' as const),
      name: index === 0 ? (name ?? own) : fromWords[locale](name ?? own, label(points[0]?.period ?? '')),
      points: points.map(({ period, value }) => ({ period, value })),
    })),
  )
  const ends = target ? [target.baseline, ...target.milestones, ...(target.target ? [target.target] : [])] : []
  const aims = ends.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const lines = [
    ...stretches,
    ...(target?.target
      ? [{ role: 'target' as const, goesOn: false, name: targetLabel(input)?.text ?? '', points: aims }]
      : []),
  ]
  const parsed = lines.flatMap(({ points }) => points.flatMap(({ period }) => parsePeriod(periodKind, period) ?? []))
  const categories = withoutHoles(parsed.sort(comparePeriods)).map((period) => periodLabel(period, locale))
  return {
    categories,
    axis: axisOf(input),
    series: lines.map(({ name, role, goesOn, points }) => {
      const values = new Map(points.map(({ period, value }) => [label(period), value]))
      return { name, role, goesOn, values: categories.map((category) => values.get(category) ?? null) }
    }),
  }
}

/** That of the drawing, so that the same figures look the same. */
function axisOf(input: ChartInput): PlainChart['axis'] {
  const model = chartModel(input)
  const [low = 0, high = 1] = model?.valueScale.domain ?? []
  const [first = low, second = high] = (model?.gridlines ?? []).map(({ value }) => value).sort((a, b) => a - b)
  return { low, high, step: second - first }
}

/** Periods, oldest first and each once, with those between them that the calendar knows. */
function withoutHoles(periods: readonly Period[]): Period[] {
  const filled: Period[] = []
  for (const period of periods) {
    let between = filled.at(-1) ?? null
    while (between && comparePeriods(between, period) < 0) {
      between = nextPeriod(between)
      if (between && comparePeriods(between, period) < 0) filled.push(between)
    }
    const last = filled.at(-1)
    if (!last || comparePeriods(last, period) < 0) filled.push(period)
  }
  return filled
}
