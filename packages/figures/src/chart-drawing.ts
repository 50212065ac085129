import type { ChartModel } from './chart-model.ts'
import type { ChartLine, ChartPoint } from './chart-geometry.ts'
import type { DrawnText, TextRole } from './drawn-text.ts'
import type { Stretch } from './place-labels.ts'
import { element } from './svg-element.ts'
import type { SvgAttributes, SvgElement } from './svg-element.ts'
import { colours, toneColour, toneTextColour } from './tone.ts'
import type { Tone } from './tone.ts'

// Everything here is written with presentation attributes: they need no style sheet, a strict content security policy
// lets them through, and any rule of a page's style sheet goes before them.

/** A straight line. */
export const straight = (
  className: string,
  { x1, y1, x2, y2 }: Stretch,
  stroke: string,
  more: SvgAttributes = {},
): SvgElement => element('line', { class: className, x1, y1, x2, y2, stroke, 'stroke-width': 1, ...more })

const strong: ReadonlySet<TextRole> = new Set(['heading', 'value', 'latest', 'total', 'target', 'expected'])
const inked: ReadonlySet<TextRole> = new Set(['heading', 'value', 'latest', 'total', 'series', 'target'])
// These stand in the plot, where a line may pass behind them.
const haloed: ReadonlySet<TextRole> = new Set(['value', 'latest', 'benchmark', 'break', 'missing'])

// The total is a series among others, and stands out from them.
const classOf = (role: TextRole): string => (role === 'total' ? 'series figure-total' : role)

/** A text in its place; `followed`: it names the series that is read. */
export function textElement(
  { role, text, x, y, anchor, size }: DrawnText,
  tone: Tone,
  followed: boolean = false,
): SvgElement {
  const colour = role === 'expected' ? toneTextColour[tone] : inked.has(role) ? colours.ink : colours.secondary
  const halo: SvgAttributes = haloed.has(role)
    ? { 'paint-order': 'stroke', stroke: colours.paper, 'stroke-width': 4, 'stroke-linejoin': 'round' }
    : {}
  return element(
    'text',
    {
      class: `figure-text figure-${classOf(role)}${haloed.has(role) ? ' figure-halo' : ''}${followed ? ' figure-followed' : ''}`,
      x,
      y,
      'text-anchor': anchor,
      'font-size': size,
      'font-weight': strong.has(role) ? '600' : '400',
      fill: colour,
      ...halo,
    },
    [text],
  )
}

/** The colour and the width, in pixels, of a line by what it is. */
export const lineLook: Readonly<
  Record<ChartLine['role'], { readonly stroke: string; readonly 'stroke-width': number }>
> = {
  headline: { stroke: colours.ink, 'stroke-width': 2.3 },
  comparison: { stroke: colours.secondary, 'stroke-width': 1.6 },
  benchmark: { stroke: colours.benchmark, 'stroke-width': 1.6 },
}

function lineElements({ role, paths }: ChartLine): SvgElement[] {
  return paths.map((d) =>
    element('path', {
      class: `figure-line figure-line-${role}`,
      d,
      fill: 'none',
      'stroke-linejoin': 'round',
      ...lineLook[role],
    }),
  )
}

/** A measurement: a disc, the latest in the colour of the verdict; a ring where the figure may still change. */
export function pointElement(
  { role, x, y, latest, status, value }: ChartPoint,
  { tone, points, plot }: ChartModel,
): SvgElement {
  if (role !== 'headline') {
    const fill = role === 'benchmark' ? colours.benchmark : colours.secondary
    return element('circle', { class: `figure-point figure-point-${role}`, cx: x, cy: y, r: 2.4, fill })
  }
  // Many measurements are a line first; their points must not cut it to pieces.
  const dense = points.filter((point) => point.role === role).length * 26 > plot.width
  const colour = latest ? toneColour[tone] : colours.ink
  // A figure that may still change is a ring, not a disc.
  const open = status === 'P' || status === 'E' || status === 'U'
  const look: SvgAttributes = open
    ? { r: 4, fill: colours.paper, stroke: colour, 'stroke-width': 2 }
    : {
        r: latest ? 5.5 : dense ? 2.6 : 4.8,
        fill: colour,
        stroke: colours.paper,
        'stroke-width': dense && !latest ? 0 : 2,
      }
  const name = `figure-point figure-point-headline${latest ? ' figure-point-latest' : ''}${open ? ' figure-point-open' : ''}`
  return element('circle', { class: name, cx: x, cy: y, 'data-value': String(value), ...look })
}

function targetElements({ target }: ChartModel): SvgElement[] {
  if (!target) return []
  if (target.band)
    return [element('rect', { class: 'figure-target-band', ...target.band, fill: colours.ink, 'fill-opacity': '0.08' })]
  const dotted = {
    fill: 'none',
    stroke: colours.ink,
    'stroke-width': 1.5,
    'stroke-dasharray': '1.5 4',
    'stroke-linecap': 'round',
  }
  return [element('path', { class: 'figure-target-way', d: target.path, ...dotted })]
}

function ringElements({ target }: ChartModel): SvgElement[] {
  if (!target?.ring) return []
  const { x, y } = target.ring
  return [
    element('circle', {
      class: 'figure-target-ring',
      cx: x,
      cy: y,
      r: 5.5,
      fill: colours.paper,
      stroke: colours.ink,
      'stroke-width': 2.2,
    }),
  ]
}

function expectedElements({ expected, tone }: ChartModel): SvgElement[] {
  if (!expected) return []
  const stroke = toneColour[tone]
  return [
    element('path', { class: 'figure-expected-area', d: expected.area, fill: stroke, 'fill-opacity': '0.14' }),
    element('path', {
      class: 'figure-expected-course',
      d: expected.path,
      fill: 'none',
      stroke,
      'stroke-width': 1.7,
      'stroke-dasharray': '2 4',
      'stroke-linecap': 'round',
    }),
  ]
}

function axesElements({ plot, gridlines, ticks }: ChartModel): SvgElement[] {
  const [left, right, bottom] = [plot.x, plot.x + plot.width, plot.y + plot.height]
  return [
    ...gridlines
      .filter(({ y }) => y < bottom - 0.5)
      .map(({ y, value }) =>
        straight(
          value === 0 ? 'figure-zero' : 'figure-grid',
          { x1: left, y1: y, x2: right, y2: y },
          value === 0 ? colours.benchmark : colours.rule,
        ),
      ),
    straight('figure-axis', { x1: left, y1: bottom, x2: right, y2: bottom }, colours.ink),
    ...ticks.map(({ x }) => straight('figure-tick', { x1: x, y1: bottom, x2: x, y2: bottom + 5 }, colours.ink)),
  ]
}

/** A chart's drawing in layers, the lowest first, for renderers that draw some of them themselves. */
export interface ChartDrawing {
  /** Axes, breaks, the expected course, the way to the target, and the leaders of labels. */
  readonly ground: readonly SvgElement[]
  readonly lines: readonly SvgElement[]
  readonly points: readonly SvgElement[]
  /** The target's ring, and every text. */
  readonly front: readonly SvgElement[]
}

/**
 * What a chart looks like. The only description of it: whatever draws the chart draws this. `followed` is the key of the series
 * that is read, whose name stands out.
 */
export function chartDrawing(model: ChartModel, followed: string | null = null): ChartDrawing {
  const { plot, tone } = model
  const breaks = model.breaks.map((x) =>
    straight('figure-break', { x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height }, colours.secondary, {
      'stroke-dasharray': '3 3',
    }),
  )
  return {
    ground: [
      ...axesElements(model),
      ...breaks,
      ...expectedElements(model),
      ...targetElements(model),
      ...model.leaders.map((leader) => straight('figure-leader', leader, colours.benchmark)),
    ],
    lines: model.lines.flatMap(lineElements),
    points: model.points.map((point) => pointElement(point, model)),
    front: [
      ...ringElements(model),
      ...model.texts.map((text) => textElement(text, tone, followed !== null && text.series === followed)),
    ],
  }
}
