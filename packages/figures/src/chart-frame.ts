import { scaleLinear } from 'd3-scale'
import { formatNumber, formatValue } from '@pejling/domain/unit/format'
import type { ChartInput } from './chart-input.ts'
import { inTime, chartTimeOf } from './chart-input.ts'
import { textIn, roomFor, lineHeight, sizeOf } from './drawn-text.ts'
import type { DrawnText } from './drawn-text.ts'
import type { Box } from './place-labels.ts'
import { fitText, wrapText } from './text-width.ts'
import { longestSign, valueAxis } from './ticks.ts'
import type { ValueAxis } from './ticks.ts'

/** A straight scale: `domain[0]` lies at `range[0]`, `domain[1]` at `range[1]`. */
export interface Scale {
  readonly domain: readonly [number, number]
  /** Pixels of the drawing. */
  readonly range: readonly [number, number]
}

/** Where things lie on the drawing: the plot, its axes, and the texts around it. */
export interface ChartFrame {
  readonly plot: Box
  readonly axis: ValueAxis
  readonly timeScale: Scale
  readonly valueScale: Scale
  readonly x: (time: number) => number
  readonly y: (value: number) => number
  /** Heading, values beside the gridlines, unit, and notes below. */
  readonly texts: readonly DrawnText[]
}

const padding = { top: 26, right: 16, axis: 10, periods: 32 }
/** Room between the plot and the labels at the lines’ ends. */
export const gutterGap = 16
// Marks at the first and the last period keep clear of the plot's edges.
const inset = { left: 16, right: 12 }
const leastPlot = 100

/** Every moment that has something to show, as decimal years. */
function times({ series, target, expected, periodKind }: ChartInput): number[] {
  const targets = target
    ? [target.baseline, target.target, target.band, ...target.milestones].flatMap((point) =>
        point ? [point.period] : [],
      )
    : []
  return [
    ...series.flatMap(({ observations }) => inTime(periodKind, observations).map(({ time }) => time)),
    ...targets.flatMap((code) => chartTimeOf(periodKind, code) ?? []),
    ...(expected?.points.map(({ time }) => time) ?? []),
  ]
}

function values({ series, target, expected }: ChartInput): number[] {
  return [
    ...series.flatMap(({ observations }) => observations.flatMap(({ value }) => value ?? [])),
    ...(target ? [target.baseline, target.target, ...target.milestones].flatMap((point) => point?.value ?? []) : []),
    ...(target?.band ? [target.band.low, target.band.high] : []),
    ...(expected?.points.flatMap(({ value, low, high }) => [value, low, high]) ?? []),
  ]
}

/** The numbers beside the gridlines; the unit is said once, on the top one, or above it where it is a word. */
function axisTexts(
  { ticks, decimals }: ValueAxis,
  { measure, locale }: ChartInput,
): { numbers: string[]; unit: string } {
  const numbers = ticks.map((tick) => formatNumber(tick, decimals, locale))
  const top = numbers.at(-1) ?? ''
  // The unit of several, also where the axis ends at one.
  const unit = formatValue(2, { ...measure, decimals }, locale).slice(formatNumber(2, decimals, locale).length)
  if (unit.trim().length > longestSign) return { numbers, unit: unit.trim() }
  return { numbers: [...numbers.slice(0, -1), top + unit], unit: '' }
}

function stackOf(role: 'heading' | 'note', lines: readonly string[], top: number): DrawnText[] {
  return lines.map((text, index) => {
    const { width, height } = roomFor(role, text)
    return textIn(role, text, { x: 0, y: top + index * height, width, height })
  })
}

/** Lays out the drawing with `gutter` pixels to the right of the plot for labels, and the notes below. */
export function chartFrame(input: ChartInput, notes: readonly string[], gutter: number): ChartFrame {
  const { width, height, measure, limits } = input
  const heading = input.heading === null ? [] : wrapText(input.heading, sizeOf('heading'), width, 2)
  const above = heading.length * 22 + padding.top
  const noteRoom = Math.floor((height - above - padding.periods - leastPlot) / lineHeight) - 2
  const drawn = input.withoutNotes === true ? [] : notes
  const noteLines = drawn.flatMap((note) => wrapText(note, sizeOf('note'), width, 2)).slice(0, Math.max(0, noteRoom))
  const below = padding.periods + (noteLines.length > 0 ? noteLines.length * lineHeight + 8 : 0)

  const roughHeight = height - above - below
  const axis = valueAxis(
    values(input),
    limits,
    measure.decimals,
    Math.max(2, Math.min(5, Math.round(roughHeight / 60))),
  )
  const { numbers, unit } = axisTexts(axis, input)
  const top = above + (unit === '' ? 0 : lineHeight)
  const numberWidth = Math.max(...numbers.map((text) => roomFor('axis', text).width))
  const left = numberWidth + padding.axis
  const right = gutter > 0 ? gutter + gutterGap : padding.right
  const plot: Box = { x: left, y: top, width: Math.max(40, width - left - right), height: height - top - below }

  const moments = times(input)
  const [first, last] = [Math.min(...moments), Math.max(...moments)]
  const timeScale: Scale = {
    domain: first === last ? [first - 1, first + 1] : [first, last],
    range: [plot.x + inset.left, plot.x + plot.width - inset.right],
  }
  const valueScale: Scale = { domain: [axis.low, axis.high], range: [plot.y + plot.height, plot.y] }
  const x = scaleLinear(timeScale.domain, timeScale.range)
  const y = scaleLinear(valueScale.domain, valueScale.range)

  const numberTexts = axis.ticks.map((tick, index) =>
    textIn(
      'axis',
      numbers[index] ?? '',
      { x: 0, y: y(tick) - lineHeight / 2, width: numberWidth, height: lineHeight },
      'end',
    ),
  )
  const unitText = fitText(unit, sizeOf('unit'), width)
  const unitBox: Box = { x: 0, y: top - lineHeight * 1.5 - 6, ...roomFor('unit', unitText) }
  const texts = [
    ...stackOf('heading', heading, 0),
    ...(unit === '' ? [] : [textIn('unit', unitText, unitBox)]),
    ...numberTexts,
    ...stackOf('note', noteLines, height - noteLines.length * lineHeight),
  ]
  return { plot, axis, timeScale, valueScale, x, y, texts }
}
