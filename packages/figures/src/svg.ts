import { chartDrawing, lineLook, straight, textElement } from './chart-drawing.ts'
import type { DrawingPoint } from './chart-geometry.ts'
import type { ChartModel } from './chart-model.ts'
import type { DotPlotModel } from './dot-plot-model.ts'
import type { Panel } from './panels-model.ts'
import type { SparklineModel } from './sparkline-model.ts'
import { element, markup, tenths } from './svg-element.ts'
import type { SvgElement } from './svg-element.ts'
import { colours, toneColour, toneTextColour } from './tone.ts'

// For a file that leaves its page. On a page a drawing is set in what the page is set in, also while its typeface is missing:
// the labels' places are computed for that one.
const family = "Inter Variable, Inter, system-ui, 'Segoe UI', Roboto, Arial, sans-serif"

interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** Whether it is a file of its own. */
  readonly alone: boolean
  readonly className: string
  readonly title: string
  readonly description: string
}

function sheetSvg(
  { width, height, margin, alone, className, title, description }: Sheet,
  content: readonly SvgElement[],
): string {
  const about = [element('title', {}, [title]), ...(description === '' ? [] : [element('desc', {}, [description])])]
  const attributes = {
    // Within a page HTML knows what it is.
    ...(alone ? { xmlns: 'http://www.w3.org/2000/svg' } : {}),
    class: className,
    role: 'img',
    width,
    height,
    viewBox: `${-margin} ${-margin} ${tenths(width)} ${tenths(height)}`,
    ...(alone ? { 'font-family': family } : {}),
  }
  return markup(element('svg', attributes, [...about, ...content]))
}

function paperElement(width: number, height: number, margin: number): SvgElement {
  return element('rect', { class: 'figure-paper', x: -margin, y: -margin, width, height, fill: colours.paper })
}

/** Draws a chart. With a `margin`, in pixels, it stands alone on a sheet of paper; with `null` it lies on the page. */
export function chartSvg(model: ChartModel, margin: number | null): string {
  const around = margin ?? 0
  const [width, height] = [model.width + 2 * around, model.height + 2 * around]
  const { ground, lines, points, front } = chartDrawing(model)
  const alone = margin !== null
  const sheet = { ...model, width, height, margin: around, alone, className: `figure figure-chart tone-${model.tone}` }
  const paper = alone ? [paperElement(width, height, margin)] : []
  return sheetSvg(sheet, [...paper, ...ground, ...lines, ...points, ...front])
}

/** Draws a small trend. */
export function sparklineSvg(model: SparklineModel): string {
  const { tone, paths, points, latest, target, width, height, title, texts } = model
  const ink = { stroke: colours.ink, fill: 'none' }
  return sheetSvg(
    {
      width,
      height,
      margin: 0,
      alone: false,
      title,
      description: '',
      className: `figure figure-sparkline tone-${tone}`,
    },
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
      // All points but the latest as one path: lines of no length with round ends. An overview has a hundred of them.
      ...(points.length < 2
        ? []
        : [
            element('path', {
              class: 'figure-line-headline',
              d: points
                .slice(0, -1)
                .map(({ x, y }) => `M${x},${y}h0`)
                .join(''),
              stroke: colours.ink,
              'stroke-width': 3.8,
              'stroke-linecap': 'round',
            }),
          ]),
      element('circle', {
        class: 'figure-point figure-point-headline figure-point-latest',
        cx: latest.x,
        cy: latest.y,
        r: 4.2,
        fill: toneColour[tone],
        stroke: colours.paper,
        'stroke-width': 1.5,
      }),
      ...texts.map((text) => textElement(text, tone)),
    ],
  )
}

const pathOf = (role: 'benchmark' | 'headline') => (d: string) =>
  element('path', { class: `figure-line figure-line-${role}`, d, fill: 'none', ...lineLook[role] })

const disc = ({ x, y }: DrawingPoint, r: number): SvgElement =>
  element('circle', { class: 'figure-point figure-point-headline', cx: x, cy: y, r, fill: colours.ink })

/** Draws a group of several against the whole. */
export function panelSvg(panel: Panel): string {
  const { width, height, name, description, gridlines, whole, paths, points, latest, texts } = panel
  const sheet = { width, height, margin: 0, alone: false, title: name, description, className: 'figure figure-panel' }
  return sheetSvg(sheet, [
    ...gridlines.map((y) => straight('figure-grid', { x1: 0, y1: y, x2: width, y2: y }, colours.rule)),
    ...whole.map(pathOf('benchmark')),
    ...paths.map(pathOf('headline')),
    ...points.slice(0, -1).map((point) => disc(point, 1.9)),
    ...(latest ? [disc(latest, 3.6)] : []),
    ...texts.map((text) => textElement(text, 'none')),
  ])
}

const dotAt = (cx: number, cy: number): SvgElement =>
  element('circle', { class: 'figure-point figure-point-headline', cx, cy, r: 5.5, fill: colours.ink })

const barAt = (x: number, y: number): SvgElement =>
  straight('figure-bar', { x1: x, y1: y - 8, x2: x, y2: y + 8 }, colours.secondary, { 'stroke-width': 2.5 })

/** Draws a row for each group: a dot where it lies, a bar for what it is seen against. */
export function dotPlotSvg(model: DotPlotModel): string {
  const { width, height, title, description, gridlines, rows, legend, texts } = model
  const sheet = { width, height, margin: 0, alone: false, title, description, className: 'figure figure-dots' }
  return sheetSvg(sheet, [
    ...gridlines.map(({ x, y1, y2 }) => straight('figure-grid', { x1: x, y1, x2: x, y2 }, colours.rule)),
    dotAt(legend.dot, legend.y),
    ...(legend.bar === null ? [] : [barAt(legend.bar, legend.y)]),
    ...rows.flatMap(({ y, way, dot: at, bar: against }) => [
      ...(way
        ? [straight('figure-way', { x1: way.x1, y1: y, x2: way.x2, y2: y }, colours.benchmark, { 'stroke-width': 2 })]
        : []),
      ...(against === null ? [] : [barAt(against, y)]),
      ...(at === null ? [] : [dotAt(at, y)]),
    ]),
    ...texts.map((text) => textElement(text, 'none')),
  ])
}

/** What stands in a figure's place where there is no figure: the words, in the middle. */
export function emptySvg(
  title: string,
  words: string,
  { width, height, paper }: { width: number; height: number; paper: boolean },
): string {
  const size = Math.min(16, Math.max(13, height / 4))
  return sheetSvg(
    { width, height, margin: 0, alone: paper, title, description: words, className: 'figure figure-empty' },
    [
      ...(paper ? [paperElement(width, height, 0)] : []),
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
        [words],
      ),
    ],
  )
}
