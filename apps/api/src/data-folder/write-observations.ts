import { toCellText } from '@pejling/domain/intake/cell-text'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { comparePeriods, periodOf } from '@pejling/domain/period/period'
import { isTotal, seriesKey, type Series } from '@pejling/domain/series'
import { stringify } from 'csv-stringify/sync'
import { observationColumns } from '../exports/observation-columns.ts'
import type { ObservationRow } from '../intake/own-table.ts'

/**
 * Writes figures of one indicator as a table that `readObservations` reads back: commas, decimal points, a column
 * for each dimension in use; first the headline series, then other totals, then the breakdowns, each oldest first.
 */
export function writeObservations(rows: readonly ObservationRow[], indicator: Indicator): string {
  const kind = indicator.cadence.periodKind
  const rank = (series: Series): number => {
    if (!isTotal(series)) return 2
    return series.area === indicator.area ? 0 : 1
  }
  const sorted = rows
    .map((row) => ({ ...row, key: seriesKey(row.series), period: periodOf(kind, row.observation.period) }))
    .toSorted((a, b) => {
      const byRank = rank(a.series) - rank(b.series)
      if (byRank !== 0) return byRank
      if (a.key !== b.key) return a.key < b.key ? -1 : 1
      return comparePeriods(a.period, b.period)
    })
  const used = new Set(rows.flatMap(({ series }) => Object.keys(series.categories)))
  const dimensions = [...used].sort()
  const [area, period, ...others] = observationColumns
  const header = [area, period, ...dimensions, ...others]
  const cells = sorted.map(({ series, observation }) => [
    series.area,
    observation.period,
    ...dimensions.map((dimension) => series.categories[dimension] ?? ''),
    String(observation.value ?? ''),
    String(observation.numerator ?? ''),
    String(observation.denominator ?? ''),
    observation.status,
    String(observation.sampleSize ?? ''),
    String(observation.margin ?? ''),
    observation.provenance ?? '',
    toCellText(observation.footnote?.da ?? ''),
    toCellText(observation.footnote?.en ?? ''),
  ])
  return stringify([header, ...cells])
}
