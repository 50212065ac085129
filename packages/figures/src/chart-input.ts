import { isParted } from '@pejling/domain/observation/observation'
import type { Observation } from '@pejling/domain/observation/observation'
import { midpoint, parsePeriod } from '@pejling/domain/period/period'
import type { Period, PeriodKind } from '@pejling/domain/period/period'
import type { Projection } from '@pejling/domain/progress/assessment'
import type { Target } from '@pejling/domain/target/target'
import type { Locale } from '@pejling/domain/text'
import type { Measure } from '@pejling/domain/unit/format'
import type { Limits } from './ticks.ts'
import type { Tone } from './tone.ts'

/** A figure of a series, as far as a chart needs it. */
export type ChartObservation = Pick<Observation, 'period' | 'value' | 'status' | 'footnote'>

/** The one series talked about, a series of a comparison, or the thin grey line it is all seen against. */
export type SeriesRole = 'headline' | 'comparison' | 'benchmark'

/** One line of a chart. */
export interface ChartSeries {
  readonly key: string
  readonly role: SeriesRole
  /** Stands at the line's end; `null` where the heading already says whose line it is. */
  readonly label: string | null
  readonly observations: readonly ChartObservation[]
}

/** Everything a chart is made of. Values are in the measure's unit; sizes in the drawing's own pixels. */
export interface ChartInput {
  readonly title: string
  /** What the chart shows, in a sentence: the beginning of the text alternative. */
  readonly sentence: string
  /** Stands above the drawing, for a chart that leaves its page. */
  readonly heading: string | null
  readonly periodKind: PeriodKind
  /** Years from one period to the next, 0.25 for quarters; `null`: irregular, so that no period can be missing. */
  readonly everyYears: number | null
  readonly measure: Measure
  readonly limits: Limits
  readonly locale: Locale
  readonly width: number
  readonly height: number
  readonly tone: Tone
  readonly series: readonly ChartSeries[]
  readonly target: Target | null
  readonly expected: Projection | null
  readonly breaks: readonly { readonly period: string; readonly reason: string }[]
  /** Said below the drawing, before what its marks mean. */
  readonly remarks: readonly string[]
  /** Whether its notes stand elsewhere, whole, rather than below the drawing as far as there is room. */
  readonly withoutNotes?: boolean
}

/** A figure with its place in time. */
export interface TimedObservation extends ChartObservation {
  readonly time: number
  readonly parsed: Period
}

/** When a period was, as a decimal year; `null` where its code is not of the chart's kind. */
export function chartTimeOf(kind: PeriodKind, code: string): number | null {
  const period = parsePeriod(kind, code)
  return period && midpoint(period)
}

/** The figures of a series, oldest first. Those whose period is not of the chart's kind have no place in time and are left out. */
export function inTime(kind: PeriodKind, observations: readonly ChartObservation[]): TimedObservation[] {
  return observations
    .flatMap((observation) => {
      const parsed = parsePeriod(kind, observation.period)
      return parsed ? [{ ...observation, parsed, time: midpoint(parsed) }] : []
    })
    .sort((a, b) => a.time - b.time)
}

/** The periods at which a new segment begins: those declared for the indicator, and those whose status, or that of the one before, says so. */
export function startsSegment(
  breaks: ChartInput['breaks'],
  { period, status }: ChartObservation,
  before?: ChartObservation,
): boolean {
  return isParted(status, before?.status) || breaks.some((entry) => entry.period === period)
}
