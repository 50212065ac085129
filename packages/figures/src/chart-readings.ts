import { periodLabel, parsePeriod } from '@pejling/domain/period/period'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { formatTarget, formatValue } from '@pejling/domain/unit/format'
import { expectedLabel } from './chart-end-labels.ts'
import { inTime, chartTimeOf } from './chart-input.ts'
import type { ChartInput, ChartSeries, SeriesRole } from './chart-input.ts'

/** What is read of one line at one moment. */
export interface Reading {
  /** The key of the series; `null` for the target and the expected course. */
  readonly series: string | null
  readonly role: SeriesRole | 'target' | 'expected'
  readonly name: string
  /** The figure with its unit, or the words for what stands in its place. */
  readonly figure: string
  /** The figure in the measure's unit, for its place on the drawing; `null`: none. */
  readonly value: number | null
  /** What there is to say of it: status, footnote. */
  readonly remark: string | null
}

/** Everything a chart has to say of one moment. */
export interface ChartMoment {
  /** Decimal year. */
  readonly time: number
  readonly label: string
  /** The headline first. */
  readonly readings: readonly Reading[]
}

const order: Readonly<Record<Reading['role'], number>> = {
  headline: 0,
  target: 1,
  expected: 2,
  benchmark: 3,
  comparison: 4,
}
const targetWord = { da: 'Mål', en: 'Target' } as const

function ofSeries(series: ChartSeries, input: ChartInput): { time: number; label: string; reading: Reading }[] {
  const { measure, locale, periodKind, title } = input
  return inTime(periodKind, series.observations).map(({ time, parsed, value, status, footnote }) => {
    const words = statusWords[status].words[locale]
    const remarks = [...(value === null || status === 'A' ? [] : [words]), ...(footnote ? [footnote[locale]] : [])]
    return {
      time,
      label: periodLabel(parsed, locale),
      reading: {
        series: series.key,
        role: series.role,
        name: series.label ?? title,
        figure: value === null ? words : formatValue(value, measure, locale),
        value,
        remark: remarks.length === 0 ? null : remarks.join('. '),
      },
    }
  })
}

function ofAims(input: ChartInput): { time: number; label: string; reading: Reading }[] {
  const { target, expected, periodKind, measure, locale } = input
  const aims = target ? [...target.milestones, ...(target.target ? [target.target] : [])] : []
  const course = expected?.points.at(-1)
  const courseWords = expectedLabel({ ...input, width: Infinity })
  return [
    ...aims.flatMap(({ period, value }) => {
      const [parsed, time] = [parsePeriod(periodKind, period), chartTimeOf(periodKind, period)]
      if (!parsed || time === null) return []
      const figure = formatTarget(value, measure, locale)
      const reading: Reading = { series: null, role: 'target', name: targetWord[locale], figure, value, remark: null }
      return [{ time, label: periodLabel(parsed, locale), reading }]
    }),
    ...(course && courseWords
      ? [
          {
            time: course.time,
            label: String(Math.floor(course.time)),
            reading: {
              series: null,
              role: 'expected' as const,
              name: courseWords.text.replace(/ \d{4}:.*$/, ''),
              figure: formatValue(course.value, measure, locale),
              value: course.value,
              remark: courseWords.detail,
            },
          },
        ]
      : []),
  ]
}

// Measurements of one period have one time; a target's year and the course's end may lie a few days apart.
const sameMoment = 1 / 24

/** What can be read of a chart, moment by moment, the oldest first. */
export function chartReadings(input: ChartInput): ChartMoment[] {
  const all = [...input.series.flatMap((series) => ofSeries(series, input)), ...ofAims(input)]
  const moments: { time: number; label: string; readings: Reading[] }[] = []
  for (const { time, label, reading } of all.toSorted((a, b) => a.time - b.time)) {
    const last = moments.at(-1)
    if (last && time - last.time < sameMoment) last.readings.push(reading)
    else moments.push({ time, label, readings: [reading] })
  }
  return moments.map((moment) => ({
    ...moment,
    readings: moment.readings.toSorted(
      (a, b) => order[a.role] - order[b.role] || (b.value ?? -Infinity) - (a.value ?? -Infinity),
    ),
  }))
}
