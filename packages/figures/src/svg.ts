import type { ChartModel } from './chart-model.ts'
import type { ChartLine, ChartPoint } from './chart-geometry.ts'
import type { DrawnText, TextRole } from './drawn-text.ts'
import type { Stretch } from './place-labels.ts'
import type { SparklineModel } from './sparkline-model.ts'
import { colours, toneColour, toneTextColour } from './tone.ts'
import type { Tone } from './tone.ts'

// Everything here is written with presentation attributes: they need no style sheet, a strict content security policy
// lets them through, and any rule of a page's style sheet goes before them.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
// Characters XML 1.0 has no way of writing.
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')
const number = (value: number): string => String(Math.round(value * 10) / 10)

type Attributes = Readonly<Record<string, string | number>>

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? number(value) : value)}"`,
  )
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

const straight = (className: string, { x1, y1, x2, y2 }: Stretch, stroke: string, more: Attributes = {}): string =>
  element('line', { class: className, x1, y1, x2, y2, stroke, 'stroke-width': 1, ...more })

const strong: ReadonlySet<TextRole> = new Set(['heading', 'value', 'latest', 'target', 'expected'])
const inked: ReadonlySet<TextRole> = new Set(['heading', 'value', 'latest', 'series', 'target'])
// These stand in the plot, where a line may pass behind them.
const haloed: ReadonlySet<TextRole> = new Set(['value', 'latest', 'benchmark', 'break', 'missing'])

function textSvg({ role, text, x, y, anchor, size }: DrawnText, tone: Tone): string {
  const colour = role === 'expected' ? toneTextColour[tone] : inked.has(role) ? colours.ink : colours.secondary
  const halo: Attributes = haloed.has(role)
    ? { 'paint-order': 'stroke', stroke: colours.paper, 'stroke-width': 4, 'stroke-linejoin': 'round' }
    : {}
  return element(
    'text',
    {
      class: `figure-text figure-${role}${haloed.has(role) ? ' figure-halo' : ''}`,
      x,
      y,
      'text-anchor': anchor,
      'font-size': size,
      'font-weight': strong.has(role) ? '600' : '400',
      fill: colour,
      ...halo,
    },
    escaped(text),
  )
}

const lineLook: Readonly<Record<ChartLine['role'], Attributes>> = {
  headline: { stroke: colours.ink, 'stroke-width': 2.3 },
  comparison: { stroke: colours.secondary, 'stroke-width': 1.6 },
  benchmark: { stroke: colours.benchmark, 'stroke-width': 1.6 },
}

function lineSvg({ role, paths }: ChartLine): string[] {
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

function pointSvg({ role, x, y, latest, status, value }: ChartPoint, { tone, points, plot }: ChartModel): string {
  if (role !== 'headline') {
    const fill = role === 'benchmark' ? colours.benchmark : colours.secondary
    return element('circle', { class: `figure-point figure-point-${role}`, cx: x, cy: y, r: 2.4, fill })
  }
  // Many measurements are a line first; their points must not cut it to pieces.
  const dense = points.filter((point) => point.role === role).length * 26 > plot.width
  const colour = latest ? toneColour[tone] : colours.ink
  // A figure that may still change is a ring, not a disc.
  const open = status === 'P' || status === 'E' || status === 'U'
  const look: Attributes = open
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

function targetSvg({ target }: ChartModel): string[] {
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

function ringSvg({ target }: ChartModel): string[] {
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

function expectedSvg({ expected, tone }: ChartModel): string[] {
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

function axesSvg({ plot, gridlines, ticks }: ChartModel): string[] {
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

const family = "Inter Variable, Inter, system-ui, 'Segoe UI', Roboto, Arial, sans-serif"

interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly className: string
  readonly title: string
  readonly description: string
}

function sheetSvg({ width, height, margin, className, title, description }: Sheet, content: readonly string[]): string {
  const about = [
    element('title', {}, escaped(title)),
    ...(description === '' ? [] : [element('desc', {}, escaped(description))]),
  ]
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: className,
    role: 'img',
    width,
    height,
    viewBox: `${-margin} ${-margin} ${number(width)} ${number(height)}`,
    'font-family': family,
  }
  return element('svg', attributes, [...about, ...content].join(''))
}

function paperSvg(width: number, height: number, margin: number): string {
  return element('rect', { class: 'figure-paper', x: -margin, y: -margin, width, height, fill: colours.paper })
}

/** Draws a chart. With a `margin`, in pixels, it stands alone on a sheet of paper; with `null` it lies on the page. */
export function chartSvg(model: ChartModel, margin: number | null): string {
  const { plot, tone } = model
  const around = margin ?? 0
  const [width, height] = [model.width + 2 * around, model.height + 2 * around]
  const breaks = model.breaks.map((x) =>
    straight('figure-break', { x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height }, colours.secondary, {
      'stroke-dasharray': '3 3',
    }),
  )
  return sheetSvg({ ...model, width, height, margin: around, className: `figure figure-chart tone-${tone}` }, [
    ...(margin === null ? [] : [paperSvg(width, height, margin)]),
    ...axesSvg(model),
    ...breaks,
    ...expectedSvg(model),
    ...targetSvg(model),
    ...model.leaders.map((leader) => straight('figure-leader', leader, colours.benchmark)),
    ...model.lines.flatMap(lineSvg),
    ...model.points.map((point) => pointSvg(point, model)),
    ...ringSvg(model),
    ...model.texts.map((text) => textSvg(text, tone)),
  ])
}

/** Draws a small trend. */
export function sparklineSvg(model: SparklineModel): string {
  const { tone, paths, points, latest, target, width, height, title, texts } = model
  const ink = { stroke: colours.ink, fill: 'none' }
  return sheetSvg(
    { width, height, margin: 0, title, description: '', className: `figure figure-sparkline tone-${tone}` },
    [
      ...(target
        ? [
            straight('figure-target-way', { x1: target.x1, y1: target.y, x2: target.x2, y2: target.y }, colours.ink, {
              'stroke-width': 1.3,
              'stroke-dasharray': '1.3 3',
            }),
          ]
        : []),
      ...paths.map((d) =>
        element('path', {
          class: 'figure-line figure-line-headline',
          d,
          ...ink,
          'stroke-width': 1.6,
          'stroke-linejoin': 'round',
        }),
      ),
      ...points
        .slice(0, -1)
        .map(({ x, y }) =>
          element('circle', { class: 'figure-point figure-point-headline', cx: x, cy: y, r: 1.6, fill: colours.ink }),
        ),
      element('circle', {
        class: 'figure-point figure-point-headline figure-point-latest',
        cx: latest.x,
        cy: latest.y,
        r: 4.2,
        fill: toneColour[tone],
        stroke: colours.paper,
        'stroke-width': 1.5,
      }),
      ...texts.map((text) => textSvg(text, tone)),
    ],
  )
}

/** What stands in a figure's place where there is no figure: the words, in the middle. */
export function emptySvg(
  title: string,
  words: string,
  { width, height, paper }: { width: number; height: number; paper: boolean },
): string {
  const size = Math.min(16, Math.max(13, height / 4))
  return sheetSvg({ width, height, margin: 0, title, description: words, className: 'figure figure-empty' }, [
    ...(paper ? [paperSvg(width, height, 0)] : []),
    element(
      'text',
      {
        class: 'figure-text figure-nothing',
        x: width / 2,
        y: height / 2 + size * 0.36,
        'text-anchor': 'middle',
        'font-size': size,
        fill: toneTextColour.none,
      },
      escaped(words),
    ),
  ])
}
