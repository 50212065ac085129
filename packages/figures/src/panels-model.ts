import { scaleLinear } from 'd3-scale'
import { periodLabel } from '@pejling/domain/period/period'
import { formatNumber } from '@pejling/domain/unit/format'
import { chartDescription } from './chart-description.ts'
import { svgPathOf, segmentsOf, tenth } from './chart-geometry.ts'
import type { DrawingPoint } from './chart-geometry.ts'
import { inTime } from './chart-input.ts'
import type { ChartInput, ChartSeries } from './chart-input.ts'
import { roomFor, textIn } from './drawn-text.ts'
import type { DrawnText } from './drawn-text.ts'
import { valueAxis } from './ticks.ts'

/** One of several small charts that can be compared: a group against the whole, on the scales all of them share. */
export interface Panel {
  readonly key: string
  readonly name: string
  /** The text alternative. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly paths: readonly string[]
  readonly points: readonly DrawingPoint[]
  readonly whole: readonly string[]
  readonly latest: DrawingPoint | null
  readonly gridlines: readonly number[]
  readonly texts: readonly DrawnText[]
}

const topRoom = 22
const axisRoom = 22
const edge = 6

const paths = (segments: readonly DrawingPoint[][]): string[] =>
  segments.filter((segment) => segment.length > 1).map((segment) => svgPathOf(segment) ?? '')

/**
 * A small chart for each group (role `comparison`), with the whole (`headline`) as a thin line behind it; all on the same
 * scales, so that height can be compared across them. Sizes are those of one panel.
 */
export function panelsModel(input: ChartInput, size: { readonly width: number; readonly height: number }): Panel[] {
  const { width, height } = size
  const timed = new Map(input.series.map((one) => [one.key, inTime(input.periodKind, one.observations)]))
  const all = [...timed.values()].flat()
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]))
  const times = all.map(({ time }) => time)
  if (values.length === 0) return []
  const axis = valueAxis(values, input.limits, input.measure.decimals, 3)
  const y = scaleLinear()
    .domain([axis.low, axis.high])
    .range([height - axisRoom, topRoom])
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = scaleLinear()
    .domain(first === last ? [first - 1, first + 1] : [first, last])
    .range([edge, width - edge])
  const segments = ({ key }: ChartSeries): DrawingPoint[][] =>
    segmentsOf(timed.get(key) ?? [], input).map((segment) =>
      segment.map(({ time, value }) => ({ x: tenth(x(time)), y: tenth(y(value)) })),
    )
  const headline = input.series.find(({ role }) => role === 'headline')
  const whole = headline ? paths(segments(headline)) : []
  const ends = [first, last].flatMap((time) => all.find((one) => one.time === time) ?? [])
  const axisTexts = (first === last ? ends.slice(0, 1) : ends).map(({ parsed }, index) => {
    const words = periodLabel(parsed, input.locale)
    const room = roomFor('axis', words)
    const left = index === 0 && first !== last ? 0 : first === last ? (width - room.width) / 2 : width - room.width
    return textIn('axis', words, { x: left, y: height - axisRoom + 4, ...room })
  })
  return input.series
    .filter(({ role }) => role === 'comparison')
    .map((group) => {
      const own = segments(group)
      const points = own.flat()
      const latest = points.at(-1) ?? null
      const value = timed.get(group.key)?.findLast((one) => one.value !== null)?.value ?? null
      const words = value === null ? '' : formatNumber(value, input.measure.decimals, input.locale)
      const room = roomFor('latest', words)
      const place = latest && {
        x: Math.min(Math.max(0, latest.x - room.width / 2), width - room.width),
        // Above the point where the line comes from below, so that they do not meet.
        y: Math.max(0, latest.y - room.height - 4),
      }
      return {
        key: group.key,
        name: group.label ?? '',
        description: chartDescription({ ...input, sentence: '', series: [{ ...group, role: 'headline' }] }),
        ...size,
        paths: paths(own),
        points,
        whole,
        latest,
        gridlines: axis.ticks.map((tick) => tenth(y(tick))),
        texts: [...(place ? [textIn('latest', words, { ...place, ...room })] : []), ...axisTexts],
      }
    })
}
