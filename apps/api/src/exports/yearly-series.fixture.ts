import type { YearlySeries } from '@pejling/domain/progress/back-test.fixture'
import { comparableHistory } from '@pejling/domain/progress/points'
import { publishedSeries } from '@pejling/domain/progress/published-series.fixture'
import { seriesKey } from '@pejling/domain/series'
import { deliveredFiles, wellRead } from '../data-folder/delivered.fixture.ts'

const yearly: ReadonlySet<string> = new Set(['year', 'school-year'])

/** Every delivered series that has a figure a year, from its last break on. */
function deliveredSeries(): YearlySeries[] {
  const { indicators, observations } = wellRead(deliveredFiles)
  return indicators
    .filter(({ cadence }) => yearly.has(cadence.periodKind))
    .flatMap((indicator) => {
      const own = observations.filter((row) => row.indicator === indicator.slug)
      const series = Map.groupBy(own, (row) => seriesKey(row.series)).values()
      return [...series].map((rows) => {
        const { points } = comparableHistory(
          indicator,
          rows.map(({ observation }) => observation),
        )
        return points.map(({ time, value }) => ({ time, value }))
      })
    })
}

/** The delivered yearly series, and those that statistical offices have published. */
export function yearlySeries(): YearlySeries[] {
  const published = publishedSeries.map(({ from, values }) =>
    values.map((value, index) => ({ time: from + index + 0.5, value })),
  )
  // Of fewer than five points, none comes later than a course that needs four.
  return [...deliveredSeries(), ...published].filter((series) => series.length > 4)
}
