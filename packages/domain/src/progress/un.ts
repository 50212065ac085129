import type { WayToTarget, Progress } from './linear.ts'

/**
 * The rule of the United Nations' SDG progress chart: the value expected in the target year if the observed growth
 * rate goes on, q = (expected − baseline) ÷ (target − baseline). `null`: no result, because growth from zero or
 * between opposite signs has no rate.
 */
export function un({ baseline, latest, target, wanted }: WayToTarget): Progress | null {
  const passed = latest.time - baseline.time
  const given = target.time - baseline.time
  const growth = latest.value / baseline.value
  if (passed <= 0 || given <= 0 || baseline.value === 0 || growth < 0) return null
  const expected = baseline.value * growth ** (given / passed)
  const ratio = (wanted * (expected - baseline.value)) / Math.abs(target.value - baseline.value)
  if (!Number.isFinite(ratio)) return null
  return { change: latest.value - baseline.value, ratio, score: null, ahead: false }
}
