import { formatNumber, formatTarget, formatValue } from '@pejling/domain/unit/format'
import { periodLabel, parsePeriod } from '@pejling/domain/period/period'
import type { Measure } from '@pejling/domain/unit/format'
import type { ChartPoint, DrawingPoint } from './chart-geometry.ts'
import type { ChartInput } from './chart-input.ts'
import { lineHeight, roomFor, sizeOf, textIn } from './drawn-text.ts'
import type { DrawnText, TextRole } from './drawn-text.ts'
import { moveApart } from './place-labels.ts'
import type { Box, Stretch } from './place-labels.ts'
import { figuresOf, fitText, wrapText } from './text-width.ts'
import { longestSign } from './ticks.ts'

/** What is said about the end of a line: the words, and a quieter line below where there is room. */
export interface EndLabel {
  readonly role: TextRole
  readonly text: string
  readonly detail: string | null
}

/** An end label and the place it is about. */
export interface AnchoredLabel extends EndLabel {
  readonly end: DrawingPoint
  /** The key of the series it names; `null`: none. */
  readonly series: string | null
}

const words = {
  da: { target: 'Mål', expected: 'Fremskrevet til', way: 'stiplet: vejen til målet' },
  en: { target: 'Target', expected: 'Projected to', way: 'dotted: the way to the target' },
} as const
const wide = 560

function labelOfPeriod({ periodKind, locale }: ChartInput, code: string): string {
  const period = parsePeriod(periodKind, code)
  return period ? periodLabel(period, locale) : code
}

const withoutUnit = (measure: Measure): Measure => ({ ...measure, unit: 'score' })

/** A unit that is a word stands above the axis of values; a narrow drawing has no room to say it again. */
function measureOf({ measure, width, locale }: ChartInput, value: number): Measure {
  const bare = withoutUnit(measure)
  const unit = formatValue(value, measure, locale)
    .slice(formatValue(value, bare, locale).length)
    .trim()
  return width < wide && unit.length > longestSign ? bare : measure
}

/** The target in words: `Mål 2029: 75 %`; `null` without one. */
export function targetLabel(input: ChartInput): EndLabel | null {
  const { target, locale, width } = input
  const point = target?.target ?? target?.band
  if (!target || !point) return null
  const measure = measureOf(input, 'value' in point ? point.value : point.high)
  const value =
    'value' in point
      ? formatTarget(point.value, measure, locale)
      : `${formatTarget(point.low, withoutUnit(measure), locale)}–${formatTarget(point.high, measure, locale)}`
  const text = `${words[locale].target} ${labelOfPeriod(input, point.period)}: ${value}`
  return { role: 'target', text, detail: width >= wide && target.target ? words[locale].way : null }
}

/** The expected course in words: `Fremskrevet til 2029: 70,2 %` and below it `67,1–73,2 % (80 %)`; `null` without one. */
export function expectedLabel(input: ChartInput): EndLabel | null {
  const { expected, locale, width } = input
  const last = expected?.points.at(-1)
  if (!last) return null
  const measure = measureOf(input, last.value)
  const year = Math.floor(last.time)
  const share = locale === 'da' ? '80\u00A0%' : '80%'
  const interval = `${formatNumber(last.low, measure.decimals, locale)}–${formatValue(last.high, measure, locale)} (${share})`
  const text = `${words[locale].expected} ${year}: ${formatValue(last.value, measure, locale)}`
  return { role: 'expected', text, detail: width >= wide ? interval : null }
}

const nameRole = { headline: 'total', comparison: 'series', benchmark: 'benchmark' } as const

/**
 * A series in words: its name and its latest figure with the `mark` that belongs to it, `Hele landet 69,2*`; a series without a
 * name is its figure.
 */
export function seriesLabel(
  { measure, locale }: ChartInput,
  name: string | null,
  point: ChartPoint,
  mark: string,
): EndLabel {
  const figure = formatNumber(point.value, measure.decimals, locale) + mark
  return name === null
    ? { role: 'latest', text: figure, detail: null }
    : { role: nameRole[point.role], text: `${name} ${figure}`, detail: null }
}

interface Block {
  readonly label: AnchoredLabel
  readonly lines: readonly { readonly role: TextRole; readonly text: string }[]
}

const blockOf = (label: AnchoredLabel, width: number, detailed: boolean): Block => {
  const detail = detailed && label.detail !== null && fitText(label.detail, sizeOf('detail'), width) === label.detail
  return {
    label,
    lines: [
      ...wrapText(label.text, sizeOf(label.role), width, Infinity).map((text) => ({ role: label.role, text })),
      ...(detail ? [{ role: 'detail' as const, text: label.detail ?? '' }] : []),
    ],
  }
}

const blockGap = 3
const heightOf = ({ lines }: Block): number => lines.length * lineHeight + blockGap

const heightOfAll = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + heightOf(block), 0)

/** How many pixels of height the plot lacks for every label to be read whole; 0 where it suffices. */
export function heightLacking(labels: readonly AnchoredLabel[], plot: Box, width: number): number {
  const needed = heightOfAll(labels.map((label) => blockOf(label, width, false)))
  return Math.max(0, Math.ceil(needed - plot.height - lineHeight / 2))
}

/**
 * How wide the column of end labels becomes: as the widest of them, but no more than about a third of the drawing, unless a
 * figure, which cannot be broken, is wider.
 */
export function gutterWidth(labels: readonly EndLabel[], width: number): number {
  const limit = Math.min(240, width * (width >= wide ? 0.3 : 0.36))
  const natural = labels.flatMap(({ role, text, detail }) => [
    roomFor(role, text).width,
    ...(detail === null ? [] : [roomFor('detail', detail).width]),
  ])
  const figures = labels.flatMap(({ role, text }) => figuresOf(text).map((figure) => roomFor(role, figure).width))
  return Math.ceil(Math.min(Math.max(limit, ...figures), Math.max(0, ...natural), width * 0.6))
}

/**
 * Sets the labels in one column to the right of the plot, from above as their lines end, each as near to that end as the others
 * allow; what they say below is left out where it would not all fit. A label that stands away from its line gets a thin leader
 * to it. The plot must not lack height ({@link heightLacking}).
 */
export function endLabelColumn(
  labels: readonly AnchoredLabel[],
  plot: Box,
  column: { readonly x: number; readonly width: number },
): { texts: DrawnText[]; leaders: Stretch[] } {
  const high = plot.y + plot.height
  const low = plot.y - lineHeight / 2
  const detailed = labels.map((label) => blockOf(label, column.width, true))
  const blocks =
    heightOfAll(detailed) <= high - low ? detailed : labels.map((label) => blockOf(label, column.width, false))
  // The first line, not the block's middle, stands beside the line's end.
  const edges = moveApart(
    blocks.map((block) => ({
      middle: block.label.end.y + (heightOf(block) - lineHeight) / 2,
      height: heightOf(block),
    })),
    low,
    high,
  )
  const texts = blocks.flatMap((block, index) =>
    block.lines.map(({ role, text }, order) =>
      textIn(
        role,
        text,
        { x: column.x, y: (edges[index] ?? low) + order * lineHeight, ...roomFor(role, text) },
        'start',
        block.label.series,
      ),
    ),
  )
  const leaders = blocks.flatMap(({ label }, index): Stretch[] => {
    const y = (edges[index] ?? low) + lineHeight / 2
    const near = Math.abs(y - label.end.y) <= 9 && column.x - label.end.x < 48
    return near ? [] : [{ x1: label.end.x + 8, y1: label.end.y, x2: column.x - 4, y2: y }]
  })
  return { texts, leaders }
}
