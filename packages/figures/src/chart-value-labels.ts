import { formatNumber } from '@pejling/domain/unit/format'
import type { ChartPoint } from './chart-geometry.ts'
import { lineHeight, roomFor } from './drawn-text.ts'
import type { Box, Candidate } from './place-labels.ts'
import type { ChartInput } from './chart-input.ts'

const clearance = 7

/** For a label that can be spared. */
export const nowhere = (): readonly Box[] => []

function clampedAt(x: number, width: number, plot: Box): number {
  const left = Math.max(plot.x - 4, x - width / 2)
  return Math.min(left, plot.x + plot.width + 6 - width)
}

/** The places of a label at a point: above it and below it, the better side first, then beside it, then off its corners. */
export function placesAround(
  point: { x: number; y: number },
  size: { width: number; height: number },
  below: boolean,
  plot: Box,
): Box[] {
  const x = clampedAt(point.x, size.width, plot)
  const over = { ...size, x, y: point.y - clearance - size.height }
  const under = { ...size, x, y: point.y + clearance }
  const right = { ...size, x: point.x + clearance + 4, y: point.y - size.height / 2 }
  const left = { ...size, x: point.x - clearance - 4 - size.width, y: point.y - size.height / 2 }
  const corners = [under, over].flatMap((box) => [
    { ...box, x: point.x + 3 },
    { ...box, x: point.x - 3 - size.width },
  ])
  return [...(below ? [under, over] : [over, under]), right, left, ...corners]
}

/** Every place on the drawing above the axis of time, those nearest to the point first. */
function anywhere(point: { x: number; y: number }, size: { width: number; height: number }, area: Box): Box[] {
  const places: Box[] = []
  for (let y = area.y; y + size.height <= area.y + area.height; y += 2) {
    for (let x = area.x; x + size.width <= area.x + area.width; x += 6) places.push({ ...size, x, y })
  }
  const distance = ({ x, y, width, height }: Box): number =>
    Math.hypot(x + width / 2 - point.x, y + height / 2 - point.y)
  return places.sort((a, b) => distance(a) - distance(b))
}

/** The places of a name near the end of its line: beside it and a little below or above, then over and under it. */
export function placesAtEnd(end: { x: number; y: number }, size: { width: number; height: number }): Box[] {
  const beside = end.x + clearance + 4
  return [
    { ...size, x: beside, y: end.y + 4 },
    { ...size, x: beside, y: end.y - size.height / 2 },
    { ...size, x: beside, y: end.y - size.height - 4 },
    { ...size, x: end.x - size.width, y: end.y + clearance + 2 },
    { ...size, x: end.x - size.width, y: end.y - clearance - 2 - size.height },
  ]
}

/**
 * Which measurements get their number: every one where they stand far enough apart, otherwise the latest, the first, the
 * highest and the lowest. The latest comes first. Beside other series only the latest is written.
 */
export function labelledPoints(points: readonly ChartPoint[], width: number, alone: boolean): ChartPoint[] {
  const latest = points.find((point) => point.latest)
  if (!latest) return []
  if (!alone) return [latest]
  const others = points.filter((point) => point !== latest).toReversed()
  const [first, last] = [points[0] ?? latest, latest]
  const spacing = (last.x - first.x) / Math.max(1, points.length - 1)
  if (spacing >= width + 8) return [latest, ...others]
  const byValue = [...points].sort((a, b) => a.value - b.value)
  const telling = new Set([latest, first, byValue.at(-1) ?? latest, byValue[0] ?? latest])
  return [...telling]
}

/** A number at its point, as a candidate for a place. The side away from the neighbouring measurements is preferred. */
export function valueLabel(
  point: ChartPoint,
  points: readonly ChartPoint[],
  mark: string,
  input: ChartInput,
  plot: Box,
): Candidate & { readonly text: string } {
  const text = formatNumber(point.value, input.measure.decimals, input.locale) + mark
  const index = points.indexOf(point)
  const neighbours = [points[index - 1], points[index + 1]].flatMap((neighbour) => neighbour ?? [])
  const below = neighbours.length === 2 && neighbours.every((neighbour) => neighbour.y < point.y - 4)
  const size = roomFor(point.latest ? 'latest' : 'value', text)
  const places = placesAround(point, size, below, plot)
  // Beside its point a number could be read as its neighbour's; only the latest may stand there, or wherever there is room.
  if (!point.latest) return { text, places: places.slice(0, 2), lastResort: nowhere }
  const area = { x: 0, y: 0, width: input.width, height: plot.y + plot.height - 2 }
  return { text, places, lastResort: () => anywhere(point, size, area) }
}

/** The mark for a figure that is not there, just above the axis of time. */
export function missingLabel(x: number, mark: string, plot: Box): Candidate & { readonly text: string } {
  const size = roomFor('missing', mark)
  return {
    text: mark,
    lastResort: nowhere,
    places: [{ ...size, x: x - size.width / 2, y: plot.y + plot.height - lineHeight - 4 }],
  }
}
