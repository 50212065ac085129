import type { Observation } from '@pejling/domain/observation/observation'
import type { IndicatorDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import { inventedFigures } from '@pejling/domain/release/invented'
import { gapSentence } from '@pejling/domain/sentence/groups-sentence'
import { statusWords, verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { Locale } from '@pejling/domain/text'
import type { ChartInput } from './chart-input.ts'
import { chartNotes } from './chart-notes.ts'
import { chartModel } from './chart-model.ts'
import { plainSelection, selectedCourse, selectedSeries } from './chart-selection.ts'
import type { ChartSelection } from './chart-selection.ts'
import { sparklineModel } from './sparkline-model.ts'
import { chartSvg, emptySvg, sparklineSvg } from './svg.ts'
import { toneOf } from './tone.ts'

const margin = 24
const gapTitle: Readonly<Record<Locale, (name: string) => string>> = {
  da: (name) => `${name}: fra laveste til højeste gruppe`,
  en: (name) => `${name}: from the lowest group to the highest`,
}

/** The sheet a chart is drawn on, in pixels. `standalone` adds paper, a margin and a heading, for a file that leaves its page. */
export interface ChartSheet {
  readonly width: number
  readonly height: number
  readonly standalone: boolean
  /** Leaves the notes out, for a page that says them itself ({@link indicatorNotes}). */
  readonly withoutNotes?: boolean
}

/** The chart of an indicator as data for {@link chartModel}: what is selected, else what its page opens with. */
export function indicatorChartInput(
  document: IndicatorDocument,
  locale: Locale,
  { width, height, standalone, withoutNotes = false }: ChartSheet,
  selection: ChartSelection = plainSelection(document),
): ChartInput {
  const { indicator, assessments, demonstration } = document
  const assessment = assessments[0]
  const series = selectedSeries(document, selection, locale)
  const distance = selection.gap
    ? ({ unit: indicator.unit === 'percent' ? 'percentage-point' : indicator.unit } as const)
    : {}
  const measure = { ...indicator, ...distance }
  const apart = selection.gap ? gapSentence(series[0]?.observations ?? [], measure, indicator.cadence.periodKind) : null
  return {
    title: selection.gap ? gapTitle[locale](indicator.name[locale]) : indicator.name[locale],
    heading: standalone ? indicator.name[locale] : null,
    sentence: (selection.gap ? apart : assessment?.sentence)?.[locale] ?? '',
    periodKind: indicator.cadence.periodKind,
    everyYears: indicator.cadence.everyYears,
    measure,
    limits: selection.gap ? { lower: 0, upper: null } : indicator.limits,
    locale,
    width: standalone ? width - 2 * margin : width,
    height: standalone ? height - 2 * margin : height,
    tone: selection.gap ? 'none' : toneOf(assessment?.verdict ?? 'no-data'),
    series,
    ...selectedCourse(document, selection),
    breaks: indicator.breaks.map(({ period, reason }) => ({ period, reason: reason[locale] })),
    remarks: demonstration ? [inventedFigures[locale]] : [],
    withoutNotes,
  }
}

/** What is to be known of the figures in the chart: what their marks mean, why the line is broken, and every footnote, in the order of their signs. */
export function indicatorNotes(
  document: IndicatorDocument,
  locale: Locale,
  selection: ChartSelection = plainSelection(document),
): readonly string[] {
  return chartNotes(indicatorChartInput(document, locale, { width: 1, height: 1, standalone: false }, selection)).lines
}

/** What stands where there is no figure to draw: figures about too few people are suppressed, which is not the same as none. */
function withoutFigures(observations: readonly Pick<Observation, 'status'>[], locale: Locale): string {
  const isSuppressed = observations.some(({ status }) => status === 'Q')
  return (isSuppressed ? statusWords.Q.words : verdictWords['no-data'])[locale]
}

/**
 * The chart of an indicator's headline series as SVG: with the whole country where its figures are there, the target and
 * the expected course of the headline's verdict. `standalone` adds paper and a heading, for a file that leaves its page.
 * Where there is no figure it says so.
 */
export function indicatorChartSvg(
  document: IndicatorDocument,
  locale: Locale,
  options: ChartSheet,
  selection?: ChartSelection,
): string {
  const input = indicatorChartInput(document, locale, options, selection)
  const measured = input.series.some(
    ({ role, observations }) => role === 'headline' && observations.some(({ value }) => value !== null),
  )
  const model = measured ? chartModel(input) : null
  if (model) return chartSvg(model, options.standalone ? margin : null)
  const headline = input.series.filter(({ role }) => role === 'headline').flatMap(({ observations }) => observations)
  return emptySvg(input.title, withoutFigures(headline, locale), { ...options, paper: options.standalone })
}

/** The small trend of a list's row as SVG. Where there is no figure it says so. */
export function summarySparklineSvg(
  summary: IndicatorSummary,
  locale: Locale,
  options: { width: number; height: number },
): string {
  const model = sparklineModel(summary, locale, options)
  if (model) return sparklineSvg(model)
  return emptySvg(summary.name[locale], withoutFigures(summary.points, locale), { ...options, paper: false })
}
