import { scaleLinear } from 'd3-scale'
import { isParted } from '@pejling/domain/observation/observation'
import { periodLabel, periodOf } from '@pejling/domain/period/period'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import { verdictWords } from '@pejling/domain/sentence/verdict-words'
import { ended, type Locale } from '@pejling/domain/text'
import { formatTarget, formatValue } from '@pejling/domain/unit/format'
import { inTime } from './chart-input.ts'
import { svgPathOf, skipsPeriod, tenth } from './chart-geometry.ts'
import type { DrawingPoint } from './chart-geometry.ts'
import { lineHeight, roomFor, textIn } from './drawn-text.ts'
import type { DrawnText } from './drawn-text.ts'
import { toneOf } from './tone.ts'
import type { Tone } from './tone.ts'

/** A small trend as data, in the drawing's own pixels. */
export interface SparklineModel {
  readonly width: number
  readonly height: number
  /** The text alternative. */
  readonly title: string
  readonly tone: Tone
  readonly paths: readonly string[]
  readonly points: readonly DrawingPoint[]
  readonly latest: DrawingPoint
  /** The height of the dotted target line, from `x1` to `x2`. */
  readonly target: { readonly y: number; readonly x1: number; readonly x2: number } | null
  readonly texts: readonly DrawnText[]
}

const edge = 6
// A small trend is read with its neighbours in mind: the change is not blown up to fill the row.
const leastShareOfValue = 0.04

function titleOf(summary: IndicatorSummary, codes: readonly string[], locale: Locale): string {
  const { periodKind, latest, target, verdict, name } = summary
  const label = (code: string): string => periodLabel(periodOf(periodKind, code), locale)
  const years = [...new Set([codes[0], codes.at(-1)].flatMap((code) => (code === undefined ? [] : [label(code)])))]
  const parts = [
    `${name[locale]}, ${years.join('–')}`,
    ...(latest ? [`${label(latest.period)}: ${formatValue(latest.value, summary, locale)}`] : []),
    ...(target
      ? [
          `${locale === 'da' ? 'Mål' : 'Target'} ${label(target.period)}: ${formatTarget(target.value, summary, locale)}`,
        ]
      : []),
  ]
  return [...parts.map(ended), verdictWords[verdict][locale]].join(' ')
}

/** The small trend of an indicator with its target line; `null` where there is no figure. */
export function sparklineModel(
  summary: IndicatorSummary,
  locale: Locale,
  { width, height }: { readonly width: number; readonly height: number },
): SparklineModel | null {
  const timed = inTime(
    summary.periodKind,
    summary.points.map((point) => ({ ...point, footnote: null })),
  )
  const valued = timed.flatMap(({ value, time, period }) => (value === null ? [] : [{ value, time, period }]))
  const [first, last] = [valued[0], valued.at(-1)]
  if (!first || !last) return null

  const { target } = summary
  const bare = target ? formatTarget(target.value, { ...summary, unit: 'score' }, locale) : ''
  const text = `${locale === 'da' ? 'mål' : 'target'} ${bare}`
  const room = roomFor('detail', text)
  // Where the words would leave no room for the line, the line goes without them: they stand in the title.
  const worded = target !== null && room.width <= width * 0.55
  const right = width - edge - (worded ? room.width + 4 : 0)

  const values = [...valued.map(({ value }) => value), ...(target ? [target.value] : [])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const spread = Math.max(high - low, Math.abs(high) * leastShareOfValue, 10 ** -summary.decimals)
  const [middle, half] = [(low + high) / 2, spread / 2]
  const y = scaleLinear()
    .domain([middle - half, middle + half])
    .range([height - edge, edge])
  const x = scaleLinear()
    .domain(first.time === last.time ? [first.time - 1, first.time + 1] : [first.time, last.time])
    // The line stops short of the target's end: what comes is not yet known.
    .range([edge, target ? edge + (right - edge) * 0.8 : right])

  const segments: DrawingPoint[][] = [[]]
  for (const [index, { value, time, status }] of timed.entries()) {
    const before = timed[index - 1]
    const parted = isParted(status, before?.status) || skipsPeriod(summary.everyYears, before, { time })
    if (value === null || parted) segments.push([])
    if (value !== null) segments.at(-1)?.push({ x: tenth(x(time)), y: tenth(y(value)) })
  }
  const points = segments.flat()
  const targetY = target ? tenth(y(target.value)) : 0
  const top = Math.min(Math.max(0, targetY - lineHeight / 2), height - lineHeight)
  return {
    width,
    height,
    title: titleOf(
      summary,
      valued.map(({ period }) => period),
      locale,
    ),
    tone: toneOf(summary.verdict),
    paths: segments.filter((segment) => segment.length > 1).map((segment) => svgPathOf(segment) ?? ''),
    points,
    latest: points.at(-1) ?? { x: 0, y: 0 },
    target: target ? { y: targetY, x1: edge, x2: right } : null,
    texts: worded ? [textIn('detail', text, { x: right + 6, y: top, ...room })] : [],
  }
}
