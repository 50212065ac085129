import { parseSeriesKey, seriesKey } from '@pejling/domain/series/series'
import type { IndicatorDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import type { Locale } from '@pejling/domain/text/text'
import { inTime } from './chart-input.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'
import { chartModel } from './chart-model.ts'
import { sparklineModel } from './sparkline-model.ts'
import { chartSvg, emptySvg, sparklineSvg } from './svg.ts'
import { toneOf } from './tone.ts'

const wholeCountry = '000'
const margin = 24
const invented: Readonly<Record<Locale, string>> = {
  da: 'Opfundne tal, kun til demonstration.',
  en: 'Invented figures, for demonstration only.',
}
const countryName: Readonly<Record<Locale, string>> = { da: 'Hele landet', en: 'The whole country' }

function seriesOf({ series, areas, assessments, indicator }: IndicatorDocument, locale: Locale): ChartSeries[] {
  const key = assessments[0]?.series ?? series[0]?.key
  const headline = series.find((one) => one.key === key)
  // The benchmark is the same group in the whole country: the total beside a total.
  const counterpart = key === undefined ? null : seriesKey({ ...parseSeriesKey(key), area: wholeCountry })
  const benchmark = series.find((one) => one.key === counterpart && one.key !== key)
  const area = areas.find(({ code }) => code === wholeCountry)
  const kind = indicator.cadence.periodKind
  const since = inTime(kind, headline?.observations ?? []).find(({ value }) => value !== null)?.time ?? -Infinity
  return [
    ...(headline
      ? [{ key: headline.key, role: 'headline' as const, label: null, observations: headline.observations }]
      : []),
    ...(headline && benchmark
      ? [
          {
            key: benchmark.key,
            role: 'benchmark' as const,
            label: area?.name[locale] ?? countryName[locale],
            // What lies before the first figure of one's own is nothing to compare with; the table has it.
            observations: inTime(kind, benchmark.observations).filter(({ time }) => time >= since),
          },
        ]
      : []),
  ]
}

/** The chart an indicator's page opens with, as data for {@link chartModel}. Sizes are in pixels; a standalone one keeps a margin. */
export function indicatorChartInput(
  document: IndicatorDocument,
  locale: Locale,
  { width, height, standalone }: { readonly width: number; readonly height: number; readonly standalone: boolean },
): ChartInput {
  const { indicator, targets, assessments, demonstration } = document
  const assessment = assessments[0]
  const series = seriesOf(document, locale)
  return {
    title: indicator.name[locale],
    heading: standalone ? indicator.name[locale] : null,
    sentence: assessment?.sentence[locale] ?? '',
    periodKind: indicator.cadence.periodKind,
    everyYears: indicator.cadence.everyYears,
    measure: indicator,
    limits: indicator.limits,
    locale,
    width: standalone ? width - 2 * margin : width,
    height: standalone ? height - 2 * margin : height,
    tone: toneOf(assessment?.verdict ?? 'no-data'),
    series,
    target: targets.find(({ slug }) => slug === assessment?.target) ?? null,
    expected: assessment?.expected ?? null,
    breaks: indicator.breaks.map(({ period, reason }) => ({ period, reason: reason[locale] })),
    remarks: demonstration ? [invented[locale]] : [],
  }
}

/**
 * The chart of an indicator's headline series as SVG: with the whole country where its figures are there, the target and
 * the expected course of the headline's verdict. `standalone` adds paper and a heading, for a file that leaves its page.
 * Where there is no figure it says so.
 */
export function indicatorChartSvg(
  document: IndicatorDocument,
  locale: Locale,
  options: { width: number; height: number; standalone: boolean },
): string {
  const input = indicatorChartInput(document, locale, options)
  const measured = input.series.some(
    ({ role, observations }) => role === 'headline' && observations.some(({ value }) => value !== null),
  )
  const model = measured ? chartModel(input) : null
  if (model) return chartSvg(model, options.standalone ? margin : null)
  return emptySvg(input.title, verdictWords['no-data'][locale], { ...options, paper: options.standalone })
}

/** The small trend of a list's row as SVG. Where there is no figure it says so. */
export function summarySparklineSvg(
  summary: IndicatorSummary,
  locale: Locale,
  options: { width: number; height: number },
): string {
  const model = sparklineModel(summary, locale, options)
  if (model) return sparklineSvg(model)
  return emptySvg(summary.name[locale], verdictWords['no-data'][locale], { ...options, paper: false })
}
