import { hasValue } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import { parseSeriesKey, seriesKey } from '../series.ts'
import type { Target } from './target.ts'

/**
 * Gives a target that follows another area its value: the figure there of the same group at the newest period that both have,
 * plus the decided difference. Other targets are answered as they are. Without such a figure the target has no value, and
 * nothing can be measured against it.
 */
export function followBenchmark(target: Target, series: readonly SeriesObservations[]): Target {
  const { benchmark } = target
  if (benchmark === null) return target
  const own = series.find(({ key }) => key === target.series)?.observations.filter(hasValue) ?? []
  const otherKey = seriesKey({ ...parseSeriesKey(target.series), area: benchmark.area })
  const other = series.find(({ key }) => key === otherKey)?.observations.filter(hasValue) ?? []
  const latest = other.findLast(({ period }) => own.some((observation) => observation.period === period))
  const value = latest ? latest.value + benchmark.difference : null
  return { ...target, target: value === null ? null : { period: benchmark.period, value } }
}
