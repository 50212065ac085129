import type { ProgressMethod } from '../target/target.ts'
import type { Verdict } from './assessment.ts'
import type { Progress } from './linear.ts'
import { isWithin } from './tolerance.ts'

/** A computed share at the threshold counts as at it, whatever its last digits. */
const slack = 1e-9
const onTrackFrom = 0.95
/** Where “slightly behind” begins: the UN's rule has a threshold of its own. */
const behindFrom = (method: ProgressMethod): number => (method === 'un' ? 0.1 : 0.6)

/**
 * The verdict against a target that is not reached. `wanted` is the way the measure should move; `ended` says
 * that the figure for the target's time is there: then nothing is on track any more, and behind is the best there is.
 */
export function targetVerdict(
  progress: Progress,
  { wanted, band, ended, method }: { wanted: 1 | -1; band: number; ended: boolean; method: ProgressMethod },
): Verdict {
  const best = ended ? 'behind' : 'on-track'
  if (progress.ahead) return best
  if (isWithin(progress.change, band)) return 'no-change'
  if (wanted * progress.change < 0) return 'wrong-way'
  const ratio = progress.ratio ?? 0
  if (ratio >= onTrackFrom - slack) return best
  return ratio >= behindFrom(method) - slack ? 'behind' : 'too-slow'
}

/** The verdict without a target: a change beyond the band, in the wanted direction or against it. */
export function trendVerdict(change: number, wanted: 1 | -1, band: number): Verdict {
  if (isWithin(change, band)) return 'stable'
  return wanted * change > 0 ? 'improving' : 'worsening'
}
