import { formatValue } from '@pejling/domain/unit/format'
import { periodLabel } from '@pejling/domain/period/period'
import { ended } from '@pejling/domain/text'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { expectedLabel, targetLabel } from './chart-end-labels.ts'
import { inTime } from './chart-input.ts'
import type { ChartInput, ChartSeries, TimedObservation } from './chart-input.ts'

function figureWords({ value, status, parsed }: TimedObservation, { measure, locale }: ChartInput): string {
  const words = statusWords[status].words[locale].toLowerCase()
  const figure = value === null ? words : formatValue(value, measure, locale)
  return `${periodLabel(parsed, locale)}: ${figure}${value === null || status === 'A' ? '' : ` (${words})`}`
}

function seriesWords(series: ChartSeries, input: ChartInput): string[] {
  const observations = inTime(input.periodKind, series.observations)
  const valued = observations.filter(({ value }) => value !== null)
  const latest = valued.at(-1)
  if (!latest) return []
  const name = series.label === null ? '' : `${series.label}, `
  if (series.role === 'headline')
    return [ended(`${name}${observations.map((one) => figureWords(one, input)).join('; ')}`)]
  return [ended(`${name}${figureWords(latest, input)}`)]
}

/** The text alternative of a chart: its sentence, every figure of the headline series, the latest of the others, target and expected course. */
export function chartDescription(input: ChartInput): string {
  const ends = [targetLabel(input), expectedLabel(input)].flatMap((label) => (label ? [ended(label.text)] : []))
  const parts = [
    ...input.remarks,
    input.sentence,
    ...input.series.flatMap((series) => seriesWords(series, input)),
    ...ends,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
