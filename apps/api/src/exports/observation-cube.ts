import { comparePeriods, periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorDocument, ObservationsDocument } from '@pejling/domain/release/documents'
import { inventedFigures } from '@pejling/domain/release/invented'
import { totalCode } from '@pejling/domain/release/total'
import { producersOf } from '@pejling/domain/source/producers'
import { sharedLicence } from '@pejling/domain/source/licence'
import { Text, type Locale } from '@pejling/domain/text'
import { formatShortUnit } from '@pejling/domain/unit/format'
import { z } from 'zod'
import { categoriesOf, cellAt, type Cube, type CubeDimension } from '../formats/json-stat.ts'
import { tableColumns, type ObservationTable, type ExportCell } from './observation-table.ts'

const measures = ['value', 'numerator', 'denominator', 'sample_size', 'margin'] as const
type Measure = (typeof measures)[number]
type Row = ObservationsDocument['observations'][number]

const numberOf: Readonly<Record<Measure, (row: Row) => number | null>> = {
  value: ({ value }) => value,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  sample_size: ({ sampleSize }) => sampleSize,
  margin: ({ margin }) => margin,
}

const da = {
  area: 'Område',
  period: 'Periode',
  measure: 'Størrelse',
  total: 'I alt',
  measures: {
    value: 'Værdi',
    numerator: 'Tæller',
    denominator: 'Nævner',
    sample_size: 'Antal svar',
    margin: 'Usikkerhed',
  } satisfies Readonly<Record<Measure, string>>,
}

const en: typeof da = {
  area: 'Area',
  period: 'Period',
  measure: 'Measure',
  total: 'Total',
  measures: {
    value: 'Value',
    numerator: 'Numerator',
    denominator: 'Denominator',
    sample_size: 'Sample size',
    margin: 'Margin',
  },
}

const cubeWords: Readonly<Record<Locale, typeof da>> = { da, en }

/** What a cell has beside its figure: JSON-stat has no place for it. */
const Extension = z.object({
  indicator: z.string(),
  unit: z.string(),
  demonstration: z.boolean(),
  footnotes: z.record(z.string(), Text),
  provenances: z.record(z.string(), z.string()),
})

function dimensionsOf(document: ObservationsDocument, about: IndicatorDocument, locale: Locale): CubeDimension[] {
  const words = cubeWords[locale]
  const { observations, periodKind } = document
  const { indicator, areas, dimensions } = about
  const used = [...new Set(observations.map(({ area }) => area))]
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]))
  const periods = [...new Set(observations.map(({ period }) => period))]
    .map((code) => periodOf(periodKind, code))
    .sort(comparePeriods)
  const inUse = measures.filter(
    (measure) => measure === 'value' || observations.some((row) => numberOf[measure](row) !== null),
  )
  const unit = { label: formatShortUnit(2, indicator, locale).trim(), decimals: indicator.decimals }
  return [
    {
      id: 'area',
      label: words.area,
      role: 'geo',
      categories: used.map((code) => ({ code, label: areaNames.get(code)?.[locale] ?? code })),
    },
    ...document.dimensions.map((slug): CubeDimension => {
      const dimension = dimensions.find((one) => one.slug === slug)
      const shown = new Set(observations.map(({ categories }) => categories[slug]))
      const groups = dimension?.categories.filter((one) => shown.has(one.slug)) ?? []
      return {
        id: slug,
        label: dimension?.name[locale] ?? slug,
        role: null,
        categories: [
          { code: totalCode, label: words.total },
          ...groups.map((one) => ({ code: one.slug, label: one.name[locale] })),
        ],
      }
    }),
    {
      id: 'period',
      label: words.period,
      role: 'time',
      categories: periods.map((period) => ({ code: period.code, label: periodLabel(period, locale) })),
    },
    {
      id: 'measure',
      label: words.measure,
      role: 'metric',
      categories: inUse.map((code) => ({
        code,
        label: code === 'value' ? indicator.name[locale] : words.measures[code],
        ...(code === 'value' && { unit }),
      })),
    },
  ]
}

/** The figures of an indicator as a cube. Status, footnotes and provenance belong to the cell of the value. */
export function observationCube(
  document: ObservationsDocument,
  about: IndicatorDocument,
  { locale, updated, href }: { readonly locale: Locale; readonly updated: string; readonly href: string },
): Cube {
  const dimensions = dimensionsOf(document, about, locale)
  const places = dimensions.map(({ categories }) => new Map(categories.map(({ code }, at) => [code, at])))
  const values = new Map<number, number>()
  const statuses = new Map<number, string>()
  const footnotes: Record<string, Text> = {}
  const provenances: Record<string, string> = {}
  const cellOf = (row: Row, measure: Measure): number => {
    const codes = [
      row.area,
      ...document.dimensions.map((slug) => row.categories[slug] ?? totalCode),
      row.period,
      measure,
    ]
    return cellAt(
      { dimensions },
      codes.map((code, at) => places[at]?.get(code) ?? 0),
    )
  }
  for (const row of document.observations) {
    const cell = cellOf(row, 'value')
    statuses.set(cell, row.status)
    if (row.footnote) footnotes[cell] = row.footnote
    if (row.provenance !== null) provenances[cell] = row.provenance
    for (const { code } of dimensions.at(-1)?.categories ?? []) {
      const measure = measures.find((one) => one === code) ?? 'value'
      const value = numberOf[measure](row)
      if (value !== null) values.set(cellOf(row, measure), value)
    }
  }
  const { indicator, sources } = about
  return {
    label: indicator.name[locale],
    source: producersOf(sources, locale).join(', '),
    updated,
    href,
    licence: sharedLicence(sources),
    notes: [
      indicator.definition[locale],
      ...indicator.caveats.map((caveat) => caveat[locale]),
      ...(document.demonstration ? [inventedFigures[locale]] : []),
    ],
    dimensions,
    values,
    statuses,
    extension: {
      indicator: document.indicator,
      unit: document.unit,
      demonstration: document.demonstration,
      footnotes,
      provenances,
    },
  }
}

/**
 * The table behind a cube that {@link observationCube} made. Throws a ZodError where it is a cube of another person's.
 */
export function tableOfCube(cube: Cube): ObservationTable {
  const about = Extension.parse(cube.extension)
  const groups = cube.dimensions.filter(({ role }) => role === null).map(({ id }) => id)
  const measured = cube.dimensions.at(-1)?.categories.map(({ code }) => code) ?? []
  const rows = [...cube.statuses].map(([cell, status]): ExportCell[] => {
    const codes = new Map(categoriesOf(cube, cell).map((code, at) => [cube.dimensions[at]?.id, code]))
    const valueOf = (measure: Measure): number | null => {
      const at = measured.indexOf(measure)
      return at < 0 ? null : (cube.values.get(cell + at) ?? null)
    }
    const footnote = about.footnotes[cell]
    return [
      about.indicator,
      codes.get('area') ?? null,
      ...groups.map((id) => (codes.get(id) === totalCode ? null : (codes.get(id) ?? null))),
      codes.get('period') ?? null,
      valueOf('value'),
      valueOf('numerator'),
      valueOf('denominator'),
      about.unit,
      status,
      valueOf('sample_size'),
      valueOf('margin'),
      about.provenances[cell] ?? null,
      footnote?.da ?? null,
      footnote?.en ?? null,
      ...(about.demonstration ? ['demonstration'] : []),
    ]
  })
  return { columns: tableColumns(groups, about.demonstration), rows }
}
