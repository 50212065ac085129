import { scaleLinear } from 'd3-scale'
import { ended, type Locale } from '@pejling/domain/text'
import { formatNumber } from '@pejling/domain/unit/format'
import { tenth } from './chart-geometry.ts'
import { roomFor, textIn } from './drawn-text.ts'
import type { DrawnText } from './drawn-text.ts'
import { fitText } from './text-width.ts'
import { labelledPeriods, valueAxis } from './ticks.ts'
import type { Limits } from './ticks.ts'

/** A row of a dot plot: a group, its figure, and the figure it is seen against. */
export interface DotRow {
  readonly key: string
  readonly name: string
  /** `null`: suppressed or missing; `words` says which. */
  readonly value: number | null
  /** The figure as it is written, or why there is none. */
  readonly words: string
  readonly reference: number | null
}

/** Everything a dot plot is made of. Values are in one unit; sizes in the drawing's own pixels. */
export interface DotPlotInput {
  readonly title: string
  readonly sentence: string
  readonly rows: readonly DotRow[]
  readonly limits: Limits
  readonly decimals: number
  readonly sign: string
  readonly locale: Locale
  readonly width: number
  /** What the dot is, and what the bar is. */
  readonly legend: { readonly dot: string; readonly bar: string | null }
}

/** A dot plot as data: plain, in the drawing's own pixels, every text in a place of its own. */
export interface DotPlotModel {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly gridlines: readonly { readonly x: number; readonly y1: number; readonly y2: number }[]
  readonly rows: readonly {
    readonly key: string
    readonly y: number
    /** From the reference to the dot; where there is only one of them, `null`. */
    readonly way: { readonly x1: number; readonly x2: number } | null
    readonly dot: number | null
    readonly bar: number | null
  }[]
  readonly legend: { readonly y: number; readonly dot: number; readonly bar: number | null }
  readonly texts: readonly DrawnText[]
}

const rowHeight = 46
const nameHeight = 20
const legendHeight = 28
const axisHeight = 24
const edge = 8

/**
 * A row for each group: its name and its figure in a line, and below them where it lies. Nothing can collide, however narrow
 * the drawing: names are cut before their figures. `null` where there is no figure at all.
 */
export function dotPlotModel(input: DotPlotInput): DotPlotModel | null {
  const { rows, width, limits, decimals, sign, locale, legend } = input
  const values = rows.flatMap(({ value, reference }) => [value, reference]).filter((value) => value !== null)
  if (values.length === 0) return null
  const axis = valueAxis(values, limits, decimals, width < 400 ? 3 : 6)
  const x = scaleLinear()
    .domain([axis.low, axis.high])
    .range([edge, width - edge])
  const top = legendHeight
  const bottom = top + rows.length * rowHeight
  const texts: DrawnText[] = []
  const dotWords = roomFor('note', legend.dot)
  texts.push(textIn('note', legend.dot, { x: 18, y: 2, ...dotWords }))
  const barX = legend.bar === null ? null : 18 + dotWords.width + 26
  if (legend.bar !== null && barX !== null) {
    const words = fitText(legend.bar, 13, width - barX - 12)
    texts.push(textIn('note', words, { x: barX + 10, y: 2, ...roomFor('note', words) }))
  }
  const drawn = rows.map(({ key, name, value, words, reference }, index) => {
    const start = top + index * rowHeight
    const figure = roomFor('value', words)
    const room = width - figure.width - 12
    const shown = fitText(name, 13.5, room)
    texts.push(
      textIn('series', shown, { x: 0, y: start + 2, width: roomFor('series', shown).width, height: nameHeight }),
      textIn('value', words, { x: width - figure.width, y: start + 2, width: figure.width, height: nameHeight }, 'end'),
    )
    const [dot, bar] = [value, reference].map((one) => (one === null ? null : tenth(x(one))))
    return {
      key,
      y: start + nameHeight + 10,
      way: dot === null || dot === undefined || bar === null || bar === undefined ? null : { x1: bar, x2: dot },
      dot: dot ?? null,
      bar: bar ?? null,
    }
  })
  const steps = axis.ticks.map((tick, index) => {
    const last = index === axis.ticks.length - 1
    const words = formatNumber(tick, axis.decimals, locale) + (last && sign !== '' ? `\u00A0${sign}` : '')
    const room = roomFor('axis', words)
    const left = Math.min(Math.max(0, x(tick) - room.width / 2), width - room.width)
    return { words, room, left, x: left + room.width / 2, width: room.width }
  })
  for (const index of labelledPeriods(steps, steps.length - 1)) {
    const step = steps[index]
    if (step) texts.push(textIn('axis', step.words, { x: step.left, y: bottom + 4, ...step.room }))
  }
  return {
    width,
    height: bottom + axisHeight,
    title: input.title,
    description: [input.sentence, ...rows.map(({ name, words }) => ended(`${name}: ${words}`))].join(' '),
    gridlines: axis.ticks.map((tick) => ({ x: tenth(x(tick)), y1: top + 2, y2: bottom })),
    rows: drawn,
    legend: { y: 10.5, dot: 7, bar: barX },
    texts,
  }
}
