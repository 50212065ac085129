import type { ObservationsDocument } from '@pejling/domain/release/documents'
import { observationColumns } from '../formats/observation-columns.ts'

/** A cell: a text, a number at full precision, or nothing. */
export type ExportCell = string | number | null

/** A table with named columns. */
export interface ObservationTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

const [area, period, value, numerator, denominator, ...others] = observationColumns

/** The headings of such a table, with a column for each dimension. */
export function tableColumns(dimensions: readonly string[], demonstration: boolean): string[] {
  return [
    'indicator',
    area,
    ...dimensions,
    period,
    value,
    numerator,
    denominator,
    'unit',
    ...others,
    ...(demonstration ? ['demonstration'] : []),
  ]
}

/** Every dimension of some indicators, in the order they come in. */
export const dimensionsOf = (documents: readonly Pick<ObservationsDocument, 'dimensions'>[]): string[] => [
  ...new Set(documents.flatMap(({ dimensions }) => dimensions)),
]

/**
 * The figures of indicators as one table with a row for each figure: the columns of `observationColumns` with one for each
 * dimension behind `area`, and `indicator`, `unit` and, of invented figures, `demonstration`. What every flat format is made of.
 */
export function observationTable(documents: readonly ObservationsDocument[]): ObservationTable {
  const dimensions = dimensionsOf(documents)
  const isDemonstration = documents.some(({ demonstration }) => demonstration)
  return {
    columns: tableColumns(dimensions, isDemonstration),
    rows: documents.flatMap(({ indicator, unit, demonstration, observations }) =>
      observations.map((row) => [
        indicator,
        row.area,
        ...dimensions.map((dimension) => row.categories[dimension] ?? null),
        row.period,
        row.value,
        row.numerator,
        row.denominator,
        unit,
        row.status,
        row.sampleSize,
        row.margin,
        row.provenance,
        row.footnote?.da ?? null,
        row.footnote?.en ?? null,
        ...(isDemonstration ? [demonstration ? 'demonstration' : null] : []),
      ]),
    ),
  }
}
