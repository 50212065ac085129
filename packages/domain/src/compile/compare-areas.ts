import type { Area } from '../area.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { hasValue, type Observation } from '../observation/observation.ts'
import { aimOf, isReached } from '../progress/aim.ts'
import type { Assessment } from '../progress/assessment.ts'
import { combinedMargin, defaultTrendBand, isWithin } from '../progress/tolerance.ts'
import { comparableHistory, timeOf, type Point } from '../progress/points.ts'
import type { SeriesObservations } from '../series-observations.ts'
import {
  benchmarkSentence,
  rankSentence,
  sinceLastSentence,
  toTargetSentence,
} from '../sentence/comparison-sentence.ts'
import { isTotal } from '../series.ts'
import type { Target } from '../target/target.ts'
import { roundedAsShown } from '../unit/format.ts'
import { growsWithSize } from '../unit/unit.ts'
import type { Benchmark, Comparison, DistanceCourse, PeopleCount, Rank } from '../comparison/comparison.ts'
import { countedOf, peopleOfChange, peopleOfDifference, peopleToReach } from '../comparison/people.ts'
import { mayRank, rankPlaceOf } from '../comparison/rank.ts'

/** What a comparison is made from: figures as they are published. */
export interface ComparedMaterial {
  readonly indicator: Indicator
  /** The areas of the series, with the areas they lie in. */
  readonly areas: readonly Area[]
  readonly series: readonly SeriesObservations[]
  /** The verdict on the indicator's own figures: a distance is followed from where the judged change begins. */
  readonly assessment: Pick<Assessment, 'movement'>
  /** The target of the indicator's own figures; `null`: none. */
  readonly target: Target | null
  /** How many municipalities there are, with figures or without. */
  readonly municipalities: number
}

type Measured = Observation & { readonly value: number }

/** A figure with a definition of its own is compared only with another that has one too. */
const isAlike = (one: Observation, other: Observation): boolean => (one.status === 'D') === (other.status === 'D')

const totalOf = ({ series }: Pick<ComparedMaterial, 'series'>, area: string): readonly Measured[] =>
  series.find((one) => one.area === area && isTotal(one))?.observations.filter(hasValue) ?? []

const order: readonly Area['kind'][] = ['country', 'region', 'municipality-group', 'municipality']

/** The areas the indicator's own area lies in, at any remove, and the country: the widest first. */
function benchmarksOf({ indicator, areas }: ComparedMaterial): readonly Area[] {
  const known = new Map(areas.map((area) => [area.code, area]))
  const around = new Set(areas.filter(({ kind }) => kind === 'country').map(({ code }) => code))
  const climb = (code: string): void => {
    for (const parent of known.get(code)?.parents ?? []) {
      if (around.has(parent)) continue
      around.add(parent)
      climb(parent)
    }
  }
  climb(indicator.area)
  around.delete(indicator.area)
  return order.flatMap((kind) => areas.filter((area) => area.kind === kind && around.has(area.code)))
}

/**
 * What has become of a distance. It is unchanged within half of what counts as no change of the figure itself, because what moves
 * both areas alike does not move their distance; and within the margin of a survey.
 */
function courseOf(indicator: Indicator, first: number, before: number, now: number, margin: number): DistanceCourse {
  const [shownBefore, shownNow] = [before, now].map((one) => roundedAsShown(one, indicator.decimals))
  if (shownBefore === shownNow) return 'unchanged'
  const change = Math.abs(now) - Math.abs(before)
  const tolerance = Math.max((indicator.band?.value ?? defaultTrendBand(indicator, first)) / 2, margin)
  if (isWithin(now - before, tolerance)) return 'unchanged'
  if (Math.sign(shownBefore ?? 0) * Math.sign(shownNow ?? 0) < 0) return 'crossed'
  return change > 0 ? 'grown' : 'shrunk'
}

/** The window of the own figures that is judged, each with the other area's figure for the same period, oldest first. */
function pairsOf(material: ComparedMaterial, window: readonly Point[], area: string) {
  const { indicator } = material
  const [own, other] = [totalOf(material, indicator.area), totalOf(material, area)]
  const pairs = window.flatMap(({ period, time }) => {
    const [mine, theirs] = [own.find((one) => one.period === period), other.find((one) => one.period === period)]
    return mine && theirs && isAlike(mine, theirs) ? [{ period, time, mine, theirs }] : []
  })
  const latest = pairs.at(-1)
  if (!latest) return pairs
  // A break in the other area's figures parts what lies before it from what lies after, as one's own does.
  const until = other.filter(({ period }) => timeOf(indicator, period) <= latest.time)
  const { start } = comparableHistory(indicator, until)
  return pairs.filter(({ time }) => time >= start)
}

/** Whether a period is that of the latest figure or of the one before: what is older is no comparison of today. */
const isRecent = (window: readonly Point[], period: string): boolean =>
  window.slice(-2).some((point) => point.period === period)

function benchmark(material: ComparedMaterial, window: readonly Point[], area: Area): Benchmark[] {
  const { indicator } = material
  const pairs = pairsOf(material, window, area.code)
  const [first, last] = [pairs[0], pairs.at(-1)]
  const latest = window.at(-1)
  if (!first || !last || !latest || !isRecent(window, last.period)) return []
  const difference = last.mine.value - last.theirs.value
  const isSurvey = last.mine.margin !== null || last.theirs.margin !== null
  const margin = isSurvey ? combinedMargin(last.mine, last.theirs) : null
  const before = first === last ? null : first.mine.value - first.theirs.value
  const spread = combinedMargin(last.mine, last.theirs, first.mine, first.theirs)
  const numbers = {
    area: area.code,
    period: last.period,
    difference,
    value: last.theirs.value,
    margin,
    since: before === null ? null : { period: first.period, difference: before },
    course: before === null ? null : courseOf(indicator, first.mine.value, before, difference, spread),
    people: peopleOf(peopleOfDifference(indicator, last.mine, last.theirs)),
  }
  const isLatest = last.period === latest.period
  return [
    { ...numbers, sentence: benchmarkSentence(numbers, { indicator, area, isLatest, status: last.theirs.status }) },
  ]
}

const peopleOf = (people: ReturnType<typeof peopleOfDifference>): Benchmark['people'] =>
  people && { count: people.count, approximate: people.approximate }

function rankAt(material: ComparedMaterial, period: string, isLatest: boolean): Rank | null {
  const { indicator, areas, municipalities } = material
  const own = totalOf(material, indicator.area).find((one) => one.period === period)
  const codes = areas.filter(({ kind }) => kind === 'municipality').map(({ code }) => code)
  // A survey's figures differ by chance more than by municipality.
  if (!own || own.margin !== null || own.sampleSize !== null || !codes.includes(indicator.area)) return null
  const figures = codes.flatMap((code) =>
    totalOf(material, code).filter((one) => one.period === own.period && isAlike(one, own)),
  )
  if (!mayRank(figures.length, municipalities)) return null
  const from = indicator.direction === 'decrease' ? 'lowest' : 'highest'
  const place = rankPlaceOf(
    own.value,
    figures.map(({ value }) => value),
    { decimals: indicator.decimals, from },
  )
  const rank = { period: own.period, from, ...place } as const
  return { ...rank, sentence: rankSentence(rank, { municipalities, indicator, isLatest }) }
}

/** The place in the newest recent period in which it may be told. */
function rankOf(material: ComparedMaterial, window: readonly Point[]): Rank | null {
  const [latest, before] = window.toReversed()
  return (latest && rankAt(material, latest.period, true)) ?? (before && rankAt(material, before.period, false)) ?? null
}

function toTarget({ indicator, target }: ComparedMaterial, latest: Measured): PeopleCount | null {
  const aim = target && aimOf(indicator, target)
  const counted = countedOf(latest)
  if (!aim?.reached || !counted || isReached(aim, latest.value)) return null
  const wanted = latest.value < aim.reached.low ? aim.reached.low : aim.reached.high
  const people = peopleToReach(indicator, latest, wanted)
  return people && { count: people.count, more: people.more, sentence: toTargetSentence(people, indicator, counted) }
}

function sinceLast(indicator: Indicator, own: readonly Measured[]): PeopleCount | null {
  const { points } = comparableHistory(indicator, own)
  const [before, latest] = points.slice(-2).map(({ period }) => own.find((one) => one.period === period))
  if (!before || !latest) return null
  const people = peopleOfChange(indicator, before, latest)
  if (!people) return null
  return { count: people.count, more: people.more, sentence: sinceLastSentence(people, indicator, before.period) }
}

/**
 * The indicator's own figures against those of other areas, and what differences amount to in people. Only figures of the same
 * period and definition are compared. `null` where there is nothing to tell.
 */
export function compareAreas(material: ComparedMaterial): Comparison | null {
  const { indicator, municipalities, assessment } = material
  const own = totalOf(material, indicator.area)
  const { points } = comparableHistory(indicator, own)
  const latest = own.find(({ period }) => period === points.at(-1)?.period)
  if (!latest) return null
  const since = timeOf(indicator, assessment.movement?.since ?? latest.period)
  const window = points.filter(({ time }) => time >= since)
  const isComparable = !growsWithSize(indicator.unit)
  const found = {
    benchmarks: isComparable ? benchmarksOf(material).flatMap((area) => benchmark(material, window, area)) : [],
    municipalities,
    rank: isComparable ? rankOf(material, points) : null,
    toTarget: toTarget(material, latest),
    sinceLast: sinceLast(indicator, own),
  }
  const isEmpty = found.benchmarks.length === 0 && !found.rank && !found.toTarget && !found.sinceLast
  return isEmpty ? null : found
}
