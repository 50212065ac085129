import { areaSlug } from '@pejling/domain/area'
import type { Area } from '@pejling/domain/area'
import type { Category } from '@pejling/domain/dimension'
import { periodOf, withinYears } from '@pejling/domain/period/period'
import { isTotal } from '@pejling/domain/series'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { Locale } from '@pejling/domain/text'
import { chartChoices, gapsBetween, groupsOf, plainSelection, selectedSeries } from '@pejling/figures/chart-selection'
import type { ChartChoices, ChartSelection } from '@pejling/figures/chart-selection'
import { type GroupForm, type ViewRequest, allBenchmarks, noBenchmark } from '@pejling/addresses/view-request'
import { viewMessages } from './messages.ts'
import type { TableColumn } from '../../components/observation-table.tsx'

/** How an indicator is shown: what was asked for, as far as the indicator has it. */
export interface IndicatorView {
  readonly show: ViewRequest['show']
  readonly selection: ChartSelection
  /** How groups are drawn; `null`: there are none. */
  readonly form: GroupForm | null
  /** The groups of the breakdown there are figures of, whether they are shown or not. */
  readonly groups: readonly Category[]
  readonly choices: ChartChoices
  /** What was asked for and cannot be had, in words. */
  readonly problems: readonly string[]
}

/** How many groups can be told apart as lines in one chart. */
const mostLines = 5
const yearForm = /^\d{4}$/

/** Holds what a reader asked for against what the indicator has. What it does not have is said, and left out. */
export function resolveView(document: IndicatorDocument, request: ViewRequest, locale: Locale): IndicatorView {
  const words = viewMessages[locale]
  const choices = chartChoices(document)
  const problems: string[] = []

  const breakdown = choices.breakdowns.find(({ slug }) => slug === request.breakdown)?.slug ?? null
  if (request.breakdown !== null && breakdown === null) problems.push(words.unknownBreakdown(request.breakdown))

  const dimension = choices.breakdowns.find(({ slug }) => slug === breakdown)
  const known = dimension ? groupsOf(document, dimension).map(({ slug }) => slug) : []
  const groups = dimension?.categories.filter(({ slug }) => known.includes(slug)) ?? []
  const chosenGroups = request.groups.filter((slug) => known.includes(slug))
  if (dimension) {
    const unknown = request.groups.filter((slug) => !known.includes(slug))
    problems.push(...unknown.map((slug) => words.unknownGroup(slug, dimension.name[locale])))
  }
  const shown = chosenGroups.length === 0 ? groups.length : chosenGroups.length
  const plainForm = shown > mostLines ? 'panels' : 'lines'
  // One group has no distance to another.
  const form = dimension ? (request.form === 'gap' && shown < 2 ? plainForm : (request.form ?? plainForm)) : null

  const asked = choices.benchmarks.find((area) => areaSlug(area) === request.benchmark)?.code ?? null
  const chosen = request.benchmark !== null && request.benchmark !== allBenchmarks
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
    selection: {
      breakdown,
      groups: chosenGroups.length === 0 ? null : chosenGroups,
      gap: form === 'gap',
      benchmark: chosen ? asked : unasked,
      ...years,
    },
    form,
    groups,
    choices,
    problems,
  }
}

/** Whether an area is another municipality than the indicator's own: there may be a hundred of them, too many for one table. */
function isOtherMunicipality({ areas, indicator }: IndicatorDocument, code: string): boolean {
  return code !== indicator.area && areas.some((area) => area.code === code && area.kind === 'municipality')
}

/** How many areas are named at once without making the page heavy. */
const mostOffered = 20

/** The areas a page offers to compare with before it is asked for all: where they are many, no municipality but the chosen one. */
export function offeredFirst({ benchmarks }: ChartChoices, { benchmark }: ChartSelection): readonly Area[] {
  if (benchmarks.length <= mostOffered) return benchmarks
  return benchmarks.filter(({ kind, code }) => kind !== 'municipality' || code === benchmark)
}

/** The series of the indicator's own area and of those it lies in: what a page shows of an indicator if nothing more is chosen. */
export function nearSeries(document: IndicatorDocument): readonly SeriesObservations[] {
  return document.series.filter(({ area }) => !isOtherMunicipality(document, area))
}

/**
 * The columns of the table: where the table alone is asked for every series but those of other municipalities, which are chosen
 * one at a time, else those of the chart; in either case the chosen years.
 */
export function tableSeries(
  document: IndicatorDocument,
  { show, selection }: IndicatorView,
  locale: Locale,
): readonly TableColumn[] {
  const divided = selection.breakdown
  const dimension = document.dimensions.find(({ slug }) => slug === divided)
  // A group that is suppressed has no line, but it stands in the table.
  const groups = (dimension ? groupsOf(document, dimension) : []).filter(
    ({ slug }) => selection.groups?.includes(slug) ?? true,
  )
  const lines = selectedSeries(document, { ...selection, gap: false }, locale)
  const inChart = new Set([...lines.map(({ key }) => key), ...groups.map(({ group }) => group.key)])
  const near = new Set(nearSeries(document))
  const shown = document.series.filter(
    (series) =>
      inChart.has(series.key) ||
      (show === 'table' && near.has(series) && (divided === null || isTotal(series) || divided in series.categories)),
  )
  const kind = document.indicator.cadence.periodKind
  const { from, to } = selection
  const distance = selection.gap
    ? selectedSeries(document, selection, locale).map(({ key, observations }) => ({
        key,
        area: document.indicator.area,
        categories: {},
        label: viewMessages[locale].forms.gap,
        observations: gapsBetween(
          document,
          shown.filter((series) => inChart.has(series.key) && !isTotal(series)),
        ).filter(({ period }) => observations.some((one) => one.period === period)),
      }))
    : []
  const columns: readonly TableColumn[] = [...distance, ...shown]
  return columns.map((series) => ({
    ...series,
    observations: series.observations.filter(({ period }) => withinYears(periodOf(kind, period), from, to)),
  }))
}
