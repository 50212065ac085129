import type { Cadence, Indicator } from '../indicator/indicator.ts'
import { midpoint, periodOf } from '../period/period.ts'
import { isReached } from './aim.ts'
import type { Aim } from './aim.ts'
import type { Projection, Verdict } from './assessment.ts'
import { valueOn } from './projection.ts'
import type { FittedLine } from './projection.ts'
import type { TimedValue } from './points.ts'

const yearsAtMost = 50
const tiny = 1e-9

/** What is said of when a target is reached. */
export type ReachingOf = Pick<Projection, 'reachesTargetIn' | 'reaching'>

const without = (reaching: ReachingOf['reaching']): ReachingOf => ({ reachesTargetIn: null, reaching })

/** The time at which the line is good enough, from the latest point on; `null`: not within fifty years. */
function timeReached(line: FittedLine, latest: TimedValue, { reached }: Aim): number | null {
  if (!reached) return null
  const now = valueOn(line, latest.time)
  const isInside = now >= reached.low && now <= reached.high
  const years = isInside ? 0 : ((line.slope > 0 ? reached.low : reached.high) - now) / line.slope
  return years >= 0 && years <= yearsAtMost ? latest.time + years : null
}

/** Half the length of a period, in years. An election is a day. */
const halfPeriod = ({ periodKind }: Cadence): number => {
  if (periodKind === 'quarter') return 1 / 8
  return periodKind.endsWith('-election') ? 0 : 1 / 2
}

/**
 * The first time after the latest point at which something is measured, the line is there, and the period is not over
 * before the day; `null` where it is not known how often it is measured.
 */
function measuredAt(cadence: Cadence, latest: TimedValue, reached: number, on: string): number | null {
  const step = cadence.everyYears
  if (step === null) return null
  const today = midpoint(periodOf('municipal-election', on))
  const from = Math.max(reached, today - halfPeriod(cadence))
  return latest.time + step * Math.max(Math.ceil((from - latest.time) / step - tiny), 1)
}

const neverBetter: ReadonlySet<Verdict> = new Set(['wrong-way', 'no-change', 'worsening'])

/** Whether the year the line gives is what the verdict says: it is computed from the baseline, the line through all points. */
function agrees(verdict: Verdict, reached: number | null, targetTime: number, isNearing: boolean): boolean {
  const inTime = reached !== null && reached <= targetTime + tiny
  if (verdict === 'on-track') return inTime
  if (verdict === 'behind') return reached !== null && !inTime
  if (verdict === 'too-slow') return isNearing && !inTime
  return !(neverBetter.has(verdict) && reached !== null)
}

function isApproaching(line: FittedLine, latest: TimedValue, aim: Aim): boolean {
  const [now, later] = [latest.time, latest.time + 1].map((time) => aim.measure(valueOn(line, time)))
  return aim.wanted * ((later ?? 0) - (now ?? 0)) > 0 || isReached(aim, valueOn(line, latest.time))
}

/**
 * When a target is reached if the line goes on as it has: a year in which something is measured and that is not over, and
 * none where line and verdict point different ways.
 */
export function reachingOf(
  { cadence }: Indicator,
  line: FittedLine,
  latest: TimedValue,
  { aim, targetTime, verdict, on }: { aim: Aim | null; targetTime: number | null; verdict: Verdict; on: string },
): ReachingOf {
  if (verdict === 'reached') return { reachesTargetIn: Math.floor(latest.time), reaching: 'reached' }
  if (!aim?.reached || targetTime === null || verdict === 'overdue') return without('not-told')
  const onTheLine = timeReached(line, latest, aim)
  const measured = onTheLine === null ? null : measuredAt(cadence, latest, onTheLine, on)
  // The target's own period is one in which something is measured, also where it is not known how often.
  const inTime = onTheLine !== null && onTheLine <= targetTime + tiny
  const reached = measured ?? (inTime ? targetTime : onTheLine)
  if (!agrees(verdict, reached, targetTime, isApproaching(line, latest, aim))) return without('disagrees')
  if (onTheLine === null) return without('not-within-50-years')
  return measured === null ? without('not-told') : { reachesTargetIn: Math.floor(measured + tiny), reaching: 'in-year' }
}
