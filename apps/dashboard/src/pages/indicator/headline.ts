import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import type { IndicatorDocument } from '@pejling/domain/release/documents'
import type { Target } from '@pejling/domain/target/target'

/** The figures of the series that is talked about, oldest first: the municipality's own. Empty where it has none, whatever is known of others. */
export function headlineFigures({
  series,
  indicator,
}: IndicatorDocument): readonly (Observation & { value: number })[] {
  return series.find(({ key }) => key === indicator.area)?.observations.filter(hasValue) ?? []
}

/** The target of the headline series; `null` if none has been decided. */
export function headlineTarget({ targets, indicator }: IndicatorDocument): Target | null {
  return targets.find(({ series }) => series === indicator.area) ?? null
}
