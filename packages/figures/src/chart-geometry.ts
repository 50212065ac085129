import { area, line } from 'd3-shape'
import type { ObservationStatus } from '@pejling/domain/observation/observation'
import type { ChartFrame } from './chart-frame.ts'
import { inTime, startsSegment, chartTimeOf } from './chart-input.ts'
import type { ChartInput, ChartSeries, SeriesRole, TimedObservation } from './chart-input.ts'
import type { Box, Stretch } from './place-labels.ts'

/** A place on the drawing. */
export interface DrawingPoint {
  readonly x: number
  readonly y: number
}

/** A measurement on the drawing. `value` is in the measure's unit. */
export interface ChartPoint extends DrawingPoint {
  readonly series: string
  readonly role: SeriesRole
  readonly period: string
  /** Decimal year. */
  readonly time: number
  readonly value: number
  readonly status: ObservationStatus
  readonly latest: boolean
}

/** A line on the drawing: a path for each stretch without a break or a missing figure. */
export interface ChartLine {
  readonly series: string
  readonly role: SeriesRole
  readonly segments: readonly (readonly DrawingPoint[])[]
  readonly paths: readonly string[]
}

/** A decided target: the ring at its year, or the band to stay within, and the dotted way there from the baseline. */
export interface ChartTarget {
  readonly ring: DrawingPoint | null
  readonly band: Box | null
  readonly way: readonly DrawingPoint[]
  readonly path: string
  /** Where its label belongs. */
  readonly end: DrawingPoint
}

/** Where the line goes if it goes on as it has: a dotted course inside the area of its interval. */
export interface ChartExpected {
  readonly course: readonly DrawingPoint[]
  readonly path: string
  readonly area: string
  readonly end: DrawingPoint
}

/** As fine as a place in a drawing is told: a tenth of a pixel. */
export const tenth = (value: number): number => Math.round(value * 10) / 10
/** The path through places, as SVG writes it. */
export const svgPathOf = line<DrawingPoint>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1)

/** The stretches of several joined places. */
export function stretchesOf(places: readonly DrawingPoint[]): Stretch[] {
  return places.slice(1).map(({ x, y }, index) => {
    const from = places[index] ?? { x, y }
    return { x1: from.x, y1: from.y, x2: x, y2: y }
  })
}

// Elections and school years are never exactly as many years apart as their cadence says.
const tolerance = 1.5

/** Whether a period that should have come lies between two that are there. */
export function skipsPeriod(
  everyYears: ChartInput['everyYears'],
  before: Pick<TimedObservation, 'time'> | undefined,
  next: Pick<TimedObservation, 'time'>,
): boolean {
  return everyYears !== null && before !== undefined && next.time - before.time > everyYears * tolerance
}

export function segmentsOf(
  observations: readonly TimedObservation[],
  input: ChartInput,
): (TimedObservation & { value: number })[][] {
  const segments: (TimedObservation & { value: number })[][] = [[]]
  for (const [index, observation] of observations.entries()) {
    const { value } = observation
    const before = observations[index - 1]
    const parted =
      startsSegment(input.breaks, observation, before) || skipsPeriod(input.everyYears, before, observation)
    if (value === null || parted) segments.push([])
    if (value !== null) segments.at(-1)?.push({ ...observation, value })
  }
  return segments.filter((segment) => segment.length > 0)
}

/** Draws one series: its line, split where figures cannot be compared or are missing, and its measurements. */
export function drawSeries(
  series: ChartSeries,
  input: ChartInput,
  { x, y }: ChartFrame,
): { line: ChartLine; points: ChartPoint[] } {
  const { key, role } = series
  const segments = segmentsOf(inTime(input.periodKind, series.observations), input)
  const latest = segments.at(-1)?.at(-1)
  const placed = segments.map((segment) =>
    segment.map((observation): ChartPoint => {
      const { period, value, status, time } = observation
      return {
        series: key,
        role,
        period,
        time,
        value,
        status,
        latest: observation === latest,
        x: tenth(x(time)),
        y: tenth(y(value)),
      }
    }),
  )
  const places = placed.map((segment) => segment.map((point) => ({ x: point.x, y: point.y })))
  const paths = places.filter((segment) => segment.length > 1).map((segment) => svgPathOf(segment) ?? '')
  return { line: { series: key, role, segments: places, paths }, points: placed.flat() }
}

/** Draws the target; `null` where there is none, or its period has no place on the axis. */
export function drawTarget({ target, periodKind }: ChartInput, { x, y }: ChartFrame): ChartTarget | null {
  if (!target) return null
  const place = ({ period, value }: { period: string; value: number | null }): DrawingPoint[] => {
    const time = chartTimeOf(periodKind, period)
    return time === null || value === null ? [] : [{ x: tenth(x(time)), y: tenth(y(value)) }]
  }
  const [baseline] = place(target.baseline)
  if (target.band) {
    const { period, low, high } = target.band
    const [upper] = place({ period, value: high })
    const [lower] = place({ period, value: low })
    if (!upper || !lower) return null
    const from = Math.min(baseline?.x ?? upper.x, upper.x)
    const band = { x: from, y: upper.y, width: upper.x - from, height: lower.y - upper.y }
    return { ring: null, band, way: [], path: '', end: { x: upper.x, y: (upper.y + lower.y) / 2 } }
  }
  const [ring] = target.target ? place(target.target) : []
  if (!ring) return null
  const milestones = target.milestones.flatMap(place)
  const way = [...(baseline ? [baseline] : []), ...milestones, ring].sort((a, b) => a.x - b.x)
  return { ring, band: null, way, path: svgPathOf(way) ?? '', end: ring }
}

/** Draws the expected course; `null` where none is computed. */
export function drawExpected({ expected }: ChartInput, { x, y }: ChartFrame): ChartExpected | null {
  const points = expected?.points ?? []
  const last = points.at(-1)
  if (!last) return null
  const interval = area<(typeof points)[number]>()
    .x(({ time }) => x(time))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .digits(1)
  const course = points.map(({ time, value }) => ({ x: tenth(x(time)), y: tenth(y(value)) }))
  return {
    course,
    path: svgPathOf(course) ?? '',
    area: interval(points) ?? '',
    end: { x: tenth(x(last.time)), y: tenth(y(last.value)) },
  }
}

/**
 * Where a break is marked: midway between the last period before it and the first after it. Where one figure after another has a
 * definition of its own (status D), only the first of them is marked: they stand apart, and the note below says why.
 */
export function drawBreaks(input: ChartInput, { x }: ChartFrame): number[] {
  const headline = input.series.find(({ role }) => role === 'headline') ?? input.series[0]
  const observations = inTime(input.periodKind, headline?.observations ?? [])
  return observations.flatMap((observation, index) => {
    const before = observations[index - 1]
    if (!before || !startsSegment(input.breaks, observation, before)) return []
    const isDeclared = input.breaks.some(({ period }) => period === observation.period)
    if (observation.status === 'D' && before.status === 'D' && !isDeclared) return []
    return [tenth(x((before.time + observation.time) / 2))]
  })
}
