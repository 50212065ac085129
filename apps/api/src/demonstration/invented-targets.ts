import { hasValue, type Observation } from '@pejling/domain/observation/observation'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { periodOf, yearsBetween } from '@pejling/domain/period/period'
import type { Target } from '@pejling/domain/target/target'
import { targetPeriod } from './invented-periods.ts'
import { fitted } from './invented-series.ts'
import type { Story } from './stories.ts'

/** The value that makes the series run at the given pace; where it does not move as wanted, a tenth better than the baseline. */
function aim(
  baseline: number,
  latest: number,
  wanted: 1 | -1,
  way: { readonly gone: number; readonly whole: number },
  pace: number,
): number {
  const change = (latest - baseline) * wanted
  if (change <= 0) return baseline * (1 + 0.1 * wanted)
  return baseline + (wanted * change * (way.whole / way.gone)) / pace
}

type Point = Observation & { readonly value: number }

/** The figure closest to the value: from there the series has stood still. */
function nearest(points: readonly Point[], value: number): Point | undefined {
  return points.toSorted((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value))[0]
}

/**
 * Invents a target for the headline series of an indicator, as if somebody had decided it; `null` where the story has none,
 * for background indicators and where there are too few figures to begin from.
 */
export function inventTarget(
  indicator: Indicator,
  observations: readonly Observation[],
  { pace, change }: Story,
): Target | null {
  const { direction, cadence, decimals } = indicator
  if (direction === 'context' || pace === null) return null
  const since = Math.max(
    observations.findLastIndex(({ status }) => status === 'B'),
    0,
  )
  const comparable = observations.slice(since).filter(hasValue).slice(-6)
  const last = comparable.at(-1)
  const earlier = comparable.slice(0, -1)
  const first = change === 0 && last ? nearest(earlier, last.value) : earlier[0]
  if (!first || !last) return null
  const kind = cadence.periodKind
  const period = targetPeriod(kind)
  const rounded = (value: number): number => Number(fitted(value, indicator).toFixed(decimals))
  const [from, to] = [periodOf(kind, first.period), periodOf(kind, period)]
  const way = { gone: yearsBetween(from, periodOf(kind, last.period)), whole: yearsBetween(from, to) }
  const value =
    direction === 'towards' && indicator.towards !== null
      ? indicator.towards
      : rounded(aim(first.value, last.value, direction === 'decrease' ? -1 : 1, way, pace))
  const band = { period, low: rounded(first.value * 0.95), high: rounded(first.value * 1.05) }
  return {
    slug: 'demonstration',
    series: indicator.area,
    baseline: { period: first.period, value: first.value },
    target: direction === 'maintain' ? null : { period, value },
    band: direction === 'maintain' ? band : null,
    benchmark: null,
    milestones: [],
    method: null,
    decidedBy: { da: 'Demonstration – ikke besluttet af nogen', en: 'Demonstration – decided by nobody' },
    decidedOn: '2026-01-01',
    note: null,
  }
}
