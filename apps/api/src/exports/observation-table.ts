import type { ObservationsDocument } from '@pejling/domain/release/documents'
import { observationColumns } from '../formats/observation-columns.ts'

/** A cell: a text, a number at full precision, or nothing. */
export type TableCell = string | number | null

/** A table with named columns. */
export interface ObservationTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
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

/**
 * The figures of an indicator as a table with one row for each: the columns of {@link observationColumns} with one for each
 * dimension behind `area`, and `indicator`, `unit` and, of invented figures, `demonstration`. What every flat format is made of.
 */
export function observationTable(document: ObservationsDocument): ObservationTable {
  const { indicator, dimensions, unit, demonstration, observations } = document
  return {
    columns: tableColumns(dimensions, demonstration),
    rows: observations.map((row) => [
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
      ...(demonstration ? ['demonstration'] : []),
    ]),
  }
}
