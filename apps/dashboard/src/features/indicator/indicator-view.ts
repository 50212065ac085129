import { areaSlug } from '@pejling/domain/area/area'
import { periodOf, withinYears } from '@pejling/domain/period/period'
import { isTotal } from '@pejling/domain/series/series'
import type { IndicatorDocument, SeriesObservations } from '@pejling/domain/release/documents'
import type { Locale } from '@pejling/domain/text/text'
import { chartChoices, plainSelection, selectedSeries } from '@pejling/figures/chart-selection'
import type { ChartChoices, ChartSelection } from '@pejling/figures/chart-selection'
import { noBenchmark } from '../../app/view-request.ts'
import type { ViewRequest } from '../../app/view-request.ts'
import { viewMessages } from './messages.ts'

/** How an indicator is shown: what was asked for, as far as the indicator has it. */
export interface IndicatorView {
  readonly show: ViewRequest['show']
  readonly selection: ChartSelection
  readonly choices: ChartChoices
  /** What was asked for and cannot be had, in words. */
  readonly problems: readonly string[]
}

const yearForm = /^\d{4}$/

/** Holds what a reader asked for against what the indicator has. What it does not have is said, and left out. */
export function resolveView(document: IndicatorDocument, request: ViewRequest, locale: Locale): IndicatorView {
  const words = viewMessages[locale]
  const choices = chartChoices(document)
  const problems: string[] = []

  const breakdown = choices.breakdowns.find(({ slug }) => slug === request.breakdown)?.slug ?? null
  if (request.breakdown !== null && breakdown === null) problems.push(words.unknownBreakdown(request.breakdown))

  const asked = choices.benchmarks.find((area) => areaSlug(area) === request.benchmark)?.code ?? null
  const chosen = request.benchmark !== null
  if (chosen && asked === null && request.benchmark !== noBenchmark) {
    problems.push(words.unknownBenchmark(request.benchmark))
  }
  // Among its groups the total is compared enough, unless the reader wants more.
  const unasked = breakdown === null ? plainSelection(document).benchmark : null

  const year = (given: string | null): number | null => {
    if (given === null) return null
    if (yearForm.test(given)) return Number(given)
    problems.push(words.unknownYear(given))
    return null
  }
  const [from, to] = [year(request.from), year(request.to)]
  const backwards = from !== null && to !== null && from > to
  if (backwards) problems.push(words.noYears(from, to))
  const years = backwards ? { from: null, to: null } : { from, to }
  return {
    show: request.show,
    selection: { breakdown, benchmark: chosen ? asked : unasked, ...years },
    choices,
    problems,
  }
}

/** The columns of the table: every series where the table alone is asked for, else those of the chart; in either case the chosen years. */
export function tableSeries(
  document: IndicatorDocument,
  { show, selection }: IndicatorView,
  locale: Locale,
): readonly SeriesObservations[] {
  const inChart = new Set(selectedSeries(document, selection, locale).map(({ key }) => key))
  const divided = selection.breakdown
  const shown = document.series.filter(
    (series) =>
      inChart.has(series.key) ||
      (show === 'table' && (divided === null || isTotal(series) || divided in series.categories)),
  )
  const kind = document.indicator.cadence.periodKind
  const { from, to } = selection
  return shown.map((series) => ({
    ...series,
    observations: series.observations.filter(({ period }) => withinYears(periodOf(kind, period), from, to)),
  }))
}
