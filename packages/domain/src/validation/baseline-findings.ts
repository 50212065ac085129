import type { Indicator } from '../indicator/indicator.ts'
import { isDecidedOtherwise } from '../progress/tolerance.ts'
import type { SeriesObservations } from '../series-observations.ts'
import type { Target } from '../target/target.ts'
import { formatNumber } from '../unit/format.ts'
import type { ValidationFinding } from './validation-finding.ts'

/**
 * Targets that are measured from a decided value where another figure was observed in the same period, by more than
 * rounding to the decimals shown explains.
 */
export function baselineFindings(
  indicator: Indicator,
  targets: readonly Target[],
  series: readonly SeriesObservations[],
): ValidationFinding[] {
  return targets.flatMap(({ slug, series: key, baseline }): ValidationFinding[] => {
    const observed = series
      .find((one) => one.key === key)
      ?.observations.find(({ period }) => period === baseline.period)?.value
    if (observed === undefined || observed === null || baseline.value === null) return []
    if (!isDecidedOtherwise(indicator, baseline.value, observed)) return []
    const [decided, found] = [baseline.value, observed].map((value) => ({
      da: formatNumber(value, indicator.decimals, 'da'),
      en: formatNumber(value, indicator.decimals, 'en'),
    }))
    return [
      {
        kind: 'baseline-differs',
        series: key,
        period: baseline.period,
        text: {
          da: `Målet “${slug}” regnes fra ${decided?.da}, men tallet er ${found?.da}. Ret udgangspunktet, eller skriv i målets note, hvorfor det er besluttet anderledes.`,
          en: `The target “${slug}” is measured from ${decided?.en}, but the figure is ${found?.en}. Correct the baseline, or say in the target's note why another was decided.`,
        },
      },
    ]
  })
}
