import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import { derive } from '@pejling/domain/derived/derive'
import { hasValue } from '@pejling/domain/observation/observation'
import type { Observation } from '@pejling/domain/observation/observation'
import { periodOf, withinYears } from '@pejling/domain/period/period'
import type { SeriesObservations } from '@pejling/domain/series-observations'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import { shownCourse } from '@pejling/domain/progress/shown-course'
import { parseSeriesKey, seriesKey } from '@pejling/domain/series'
import type { Target } from '@pejling/domain/target/target'
import type { Locale } from '@pejling/domain/text'
import { growsWithSize } from '@pejling/domain/unit/unit'
import { inTime } from './chart-input.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'

/** Which part of an indicator's figures a chart shows. */
export interface ChartSelection {
  /** The dimension whose groups are drawn beside the total; `null`: none. */
  readonly breakdown: string | null
  /** The groups of the breakdown that are shown; `null`: all. */
  readonly groups: readonly string[] | null
  /** Whether the groups' distance is drawn instead of the groups. */
  readonly gap: boolean
  /** The code of the area the headline is seen against; `null`: none. */
  readonly benchmark: string | null
  /** The first and the last year; `null` is open. */
  readonly from: number | null
  readonly to: number | null
}

/** What a reader can choose between: only what has figures. */
export interface ChartChoices {
  readonly breakdowns: readonly Dimension[]
  readonly benchmarks: readonly Area[]
  /** Every year a figure of the indicator's own area begins in, first to last. */
  readonly years: readonly number[]
}

const isMeasured = ({ observations }: SeriesObservations): boolean => observations.some(hasValue)
/** Measured, though perhaps of so few people that it is suppressed. */
const isCounted = (series: SeriesObservations): boolean =>
  isMeasured(series) || series.observations.some(({ status }) => status === 'Q')

/** The series that is talked about: the one the first verdict is about. */
function headlineKey({ assessments, series }: IndicatorDocument): string | undefined {
  return assessments[0]?.series ?? series[0]?.key
}

/** The same group as the headline's in another area: the total beside a total. */
function counterpart(document: IndicatorDocument, area: string): SeriesObservations | undefined {
  const headline = headlineKey(document)
  if (headline === undefined) return undefined
  const key = seriesKey({ ...parseSeriesKey(headline), area })
  return key === headline ? undefined : document.series.find((one) => one.key === key && isMeasured(one))
}

/** The groups of one dimension in the indicator's own area, in the dimension's order, where they have figures, also such as are suppressed. */
export function groupsOf({ series, indicator }: IndicatorDocument, { slug, categories }: Dimension) {
  return categories.flatMap((category) => {
    const key = seriesKey({ area: indicator.area, categories: { [slug]: category.slug } })
    const group = series.find((one) => one.key === key && isCounted(one))
    return group ? [{ slug: category.slug, name: category.name, group }] : []
  })
}

/** The areas around the indicator's own first, as they are given; then municipalities by their names. */
function byNearness(areas: readonly Area[]): Area[] {
  const around = areas.filter(({ kind }) => kind !== 'municipality')
  const municipalities = areas.filter(({ kind }) => kind === 'municipality')
  return [...around, ...municipalities.toSorted((a, b) => a.name.da.localeCompare(b.name.da, 'da'))]
}

/** What a reader can choose between in an indicator's chart. */
export function chartChoices(document: IndicatorDocument): ChartChoices {
  const { areas, dimensions, series, indicator } = document
  const own = series.filter((one) => one.area === indicator.area)
  const years = own.flatMap(({ observations }) => observations.map(({ period }) => Number(period.slice(0, 4))))
  return {
    breakdowns: dimensions.filter((dimension) => groupsOf(document, dimension).some(({ group }) => isMeasured(group))),
    benchmarks: byNearness(areas.filter(({ code }) => counterpart(document, code) !== undefined)),
    years: [...new Set(years)].sort((a, b) => a - b),
  }
}

/**
 * What a chart shows where nothing is chosen: every year, against the whole country where its figures are there and are of a
 * size that one scale can show.
 */
export function plainSelection(document: IndicatorDocument): ChartSelection {
  const country = growsWithSize(document.indicator.unit)
    ? undefined
    : chartChoices(document).benchmarks.find(({ kind }) => kind === 'country')
  return { breakdown: null, groups: null, gap: false, benchmark: country?.code ?? null, from: null, to: null }
}

/** How far the groups are apart, period by period: the highest minus the lowest. */
export function gapsBetween(
  { indicator, dimensions }: Pick<IndicatorDocument, 'indicator' | 'dimensions'>,
  groups: readonly SeriesObservations[],
): readonly Observation[] {
  const dimension = Object.keys(groups[0]?.categories ?? {})[0]
  if (dimension === undefined) return []
  const derived = { kind: 'gap', of: indicator.slug, dimension, group: null, against: 'total' } as const
  return derive({ derived, area: indicator.area }, [{ indicator, series: groups }], dimensions)[0]?.observations ?? []
}

/** The selected lines: what is seen against, the headline, and the groups. */
export function selectedSeries(
  document: IndicatorDocument,
  { breakdown, groups: wanted, gap, benchmark, from, to }: ChartSelection,
  locale: Locale,
): ChartSeries[] {
  const { series, areas, dimensions, indicator } = document
  const kind = indicator.cadence.periodKind
  const nameOf = (code: string): string => areas.find((area) => area.code === code)?.name[locale] ?? code
  const isInYears = ({ period }: Observation): boolean => withinYears(periodOf(kind, period), from, to)
  const inYears = ({ observations }: SeriesObservations) => observations.filter(isInYears)
  const dimension = dimensions.find(({ slug }) => slug === breakdown)
  const groups = (dimension ? groupsOf(document, dimension) : []).filter(({ slug }) => wanted?.includes(slug) ?? true)
  const headline = series.find(({ key }) => key === headlineKey(document))
  const other = benchmark === null ? undefined : counterpart(document, benchmark)
  const since = headline && inTime(kind, inYears(headline)).find(({ value }) => value !== null)?.time
  if (gap) {
    const distances = gapsBetween(
      document,
      groups.map(({ group }) => group),
    )
    return [{ key: 'gap', role: 'headline', label: null, observations: distances.filter(isInYears) }]
  }
  const lines: ChartSeries[] = []
  if (headline) {
    const label = groups.length > 0 ? nameOf(headline.area) : null
    lines.push({ key: headline.key, role: 'headline', label, observations: inYears(headline) })
  }
  if (headline && other && benchmark !== null) {
    // What lies before the first figure of one's own is nothing to compare with; the table has it.
    const observations = inTime(kind, inYears(other)).filter(({ time }) => time >= (since ?? -Infinity))
    lines.push({ key: other.key, role: 'benchmark', label: nameOf(benchmark), observations })
  }
  for (const { name, group } of groups.filter(({ group: one }) => isMeasured(one))) {
    lines.push({ key: group.key, role: 'comparison', label: name[locale], observations: inYears(group) })
  }
  return lines
}

/** The target and the expected course of the headline, as far as they lie in the selected years; a course belongs to the total alone. */
export function selectedCourse(
  { assessments, targets, indicator }: IndicatorDocument,
  { breakdown, gap, from, to }: ChartSelection,
): Pick<ChartInput, 'target' | 'expected'> {
  if (gap) return { target: null, expected: null }
  const assessment = assessments[0]
  const target = targets.find(({ slug }) => slug === assessment?.target) ?? null
  const inYears = (period: string): boolean => withinYears(periodOf(indicator.cadence.periodKind, period), from, to)
  const isWhole = (whole: Target): boolean =>
    [whole.baseline, whole.target ?? whole.band].every((point) => !point || inYears(point.period))
  const expected = breakdown === null && to === null && assessment ? shownCourse(assessment) : null
  return { target: target && isWhole(target) ? target : null, expected }
}
