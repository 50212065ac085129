import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { periodOf, yearsBetween } from '@pejling/domain/period/period'
import type { InventedPeriods } from './invented-periods.ts'
import type { Level } from './levels.ts'
import type { Random } from './random.ts'
import type { Story } from './stories.ts'

/** The provenance and the source every invented figure has. */
export const inventedSlug = 'demonstration'

/** An indicator with all that decides what its invented figures look like. */
export interface Invention {
  readonly seed: number
  readonly indicator: Indicator
  readonly level: Level
  readonly story: Story
  readonly periods: InventedPeriods
}

/** Sources that ask a sample of people, so that their figures have a margin. */
const surveys = new Set([
  'kommunens-undersoegelse',
  'sundhedsprofilen',
  'vive-frivillighed',
  'dst-kv2fr1',
  'dst-kv2fr3',
  'dst-laby58',
  'dst-silc52',
])

/** Whether an indicator rests on the answers of a sample. Elections are held in waves too, and count everybody. */
export function isSurvey({ cadence, sources }: Indicator): boolean {
  return cadence.periodKind === 'survey-wave' && sources.some((source) => surveys.has(source))
}

/** Brings a value within the indicator's limits, with two decimals more than are shown; a count stays whole. */
export function fitted(value: number, { unit, decimals, limits }: Indicator): number {
  const lower = limits.lower ?? (unit === 'percentage-point' ? -Infinity : 0)
  const clipped = Math.min(Math.max(value, lower), limits.upper ?? Infinity)
  const scale = unit === 'count' ? 10 ** decimals : 10 ** (decimals + 2)
  // Added to zero, so that a small negative number does not become minus zero.
  return Math.round(clipped * scale) / scale + 0
}

/** Which way an indicator should go from where it begins: up or down. The movement of a background figure says so by its sign. */
export function wantedWay({ indicator, level }: Pick<Invention, 'indicator' | 'level'>): 1 | -1 {
  if (indicator.direction === 'towards' && indicator.towards !== null) {
    return indicator.towards >= level.start ? 1 : -1
  }
  return indicator.direction === 'decrease' ? -1 : 1
}

/** Years from the periods' baseline to a period of theirs, negative before. */
function sinceBaseline({ indicator, periods }: Invention, code: string): number {
  const kind = indicator.cadence.periodKind
  return yearsBetween(periodOf(kind, periods.baseline), periodOf(kind, code))
}

/** How far along the way from baseline to target the newest period is, 0–1. */
function shareOfTime(invention: Invention): number {
  const latest = invention.periods.past.at(-1) ?? invention.periods.baseline
  return sinceBaseline(invention, latest) / sinceBaseline(invention, invention.periods.target)
}

/** What the target of an invented story lies beyond its baseline, in the indicator's unit, counted as wanted. */
export function inventedDistance({ level }: Pick<Invention, 'level'>): number {
  return Math.abs(level.move)
}

/** How far the newest figure has come from the baseline, counted as wanted: a share of the distance to the target. */
function shareGone(invention: Invention): number {
  const { story } = invention
  if (story.kind === 'target') return story.pace * shareOfTime(invention)
  if (story.kind === 'reached') return 1.08
  return 0.7
}

/** Where the line of a story with a target runs at a period: straight through the baseline and the newest figure. */
function aimedCourse(invention: Invention, code: string): number {
  const latest = invention.periods.past.at(-1) ?? invention.periods.baseline
  const pace = (inventedDistance(invention) * shareGone(invention)) / (sinceBaseline(invention, latest) || 1)
  const years = sinceBaseline(invention, code)
  // Before the baseline it went the same way, at a third of the pace.
  return wantedWay(invention) * pace * (years < 0 ? years / 3 : years)
}

/** Where the line of a story without a target runs: straight, so that it moves as told in the years up to the newest figure. */
function freeCourse(invention: Invention, code: string): number {
  const { story, level, indicator, periods } = invention
  const kind = indicator.cadence.periodKind
  const [first, last] = [periods.past[0] ?? code, periods.past.at(-1) ?? code]
  const whole = yearsBetween(periodOf(kind, first), periodOf(kind, last)) || 1
  const gone = yearsBetween(periodOf(kind, first), periodOf(kind, code)) / whole
  const share = story.kind === 'trend' ? story.share : 0.5
  const way = indicator.direction === 'context' ? 1 : wantedWay(invention)
  return way * level.move * share * gone
}

const isAimed = ({ kind }: Story): boolean => kind === 'target' || kind === 'reached' || kind === 'overdue'

/** Ups and downs with no direction, as shares of the usual movement. */
const restless = [0.3, -0.45, 0.55, 0.1, -0.6, 0.5, -0.2, -0.5, 0.6, -0.35, 0.45, -0.1]

/** What a figure swings around its line, as a share of the usual movement. Those a target is judged by lie on the line. */
function swing(invention: Invention, index: number, random: Random): number {
  const { story, periods } = invention
  const chance = random.between(-1, 1)
  if (story.kind === 'unclear') return (restless[index % restless.length] ?? 0) + 0.1 * chance
  const code = periods.past[index]
  const isAnchor = code === periods.baseline || index === periods.past.length - 1
  if (isAimed(story) && isAnchor) return 0
  return chance * (story.kind === 'trend' && story.share === 0 ? 0.08 : 0.16)
}

/** The course of an invented series: its values by period, oldest first, before they are counted out in people. */
export function courseOf(invention: Invention, random: Random): ReadonlyMap<string, number> {
  const { level, story, periods } = invention
  const line = isAimed(story) ? aimedCourse : freeCourse
  return new Map(
    periods.past.map((code, index) => {
      const off = swing(invention, index, random) * Math.abs(level.move)
      return [code, level.start + line(invention, code) + off]
    }),
  )
}

/** An invented figure that is not missing. */
export function figure(period: string, counted: Partial<Observation> & { readonly value: number }): Observation {
  return {
    period,
    numerator: null,
    denominator: null,
    sampleSize: null,
    margin: null,
    status: 'A',
    footnote: null,
    provenance: inventedSlug,
    ...counted,
  }
}

/** A share counted out: the numerator that gives nearly the wanted one, and the share it gives. */
export function countedOut(
  value: number,
  people: number,
  indicator: Indicator,
): Partial<Observation> & { value: number } {
  if (people === 0 || indicator.unit !== 'percent') return { value: fitted(value, indicator) }
  const numerator = Math.min(Math.max(Math.round((value / 100) * people), 0), people)
  return { value: fitted((numerator / people) * 100, indicator), numerator, denominator: people }
}

/** The number of answers behind a survey's figure and the half-width of the 95 % interval they give. */
export function answered(
  value: number,
  answers: number,
  { unit, limits }: Indicator,
): Partial<Observation> & { value: number } {
  const share = unit === 'percent' && limits.upper === 100
  const spread = share ? Math.sqrt(Math.max(value * (100 - value), 0)) : Math.abs(value) * 0.35
  return { value, sampleSize: answers, margin: Math.round(((1.96 * spread) / Math.sqrt(answers)) * 1000) / 1000 }
}

/** How many answer a survey in the municipality: about as many each time. */
const answersOf = ({ answers = 2700 }: Level, random: Random): number =>
  Math.round(answers * random.between(0.87, 1.13))

/** The headline series of an indicator, oldest first, before marks are put on it. */
export function headlineSeries(invention: Invention, random: Random): Observation[] {
  const { indicator, level } = invention
  return [...courseOf(invention, random)].map(([period, wanted], index) => {
    // Town and electorate grow a little.
    const people = Math.round(level.people * (1 + 0.004 * index))
    const value = fitted(wanted, indicator)
    if (isSurvey(indicator)) return figure(period, answered(value, answersOf(level, random), indicator))
    return figure(period, countedOut(wanted, level.people < 100 ? level.people : people, indicator))
  })
}
