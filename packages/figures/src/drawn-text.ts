import type { Box } from './place-labels.ts'
import { textWidth } from './text-width.ts'

/** What a text on a figure says; decides its look. */
export type TextRole =
  | 'heading'
  | 'axis'
  | 'unit'
  | 'value'
  | 'latest'
  | 'series'
  | 'total'
  | 'benchmark'
  | 'target'
  | 'expected'
  | 'detail'
  | 'break'
  | 'missing'
  | 'note'

/** One line of text on a figure: `x` and `y` are where its baseline is anchored, `box` the room it takes. */
export interface DrawnText {
  readonly role: TextRole
  /** The key of the series whose name it is; `null`: no name of a series. */
  readonly series: string | null
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly box: Box
}

const sizes: Readonly<Record<TextRole, number>> = {
  heading: 17,
  axis: 13,
  unit: 13,
  value: 13.5,
  latest: 13.5,
  series: 13.5,
  total: 13.5,
  benchmark: 13,
  target: 13.5,
  expected: 13.5,
  detail: 13,
  break: 13,
  missing: 13,
  note: 13,
}

/** The height of one line of text. */
export const lineHeight = 17

/** The size a text of this role is set in. */
export function sizeOf(role: TextRole): number {
  return sizes[role]
}

/** The room a text of this role takes: width as set in its size, one line high (a heading a little more). */
export function roomFor(role: TextRole, text: string): { readonly width: number; readonly height: number } {
  return { width: textWidth(text, sizes[role]), height: role === 'heading' ? 22 : lineHeight }
}

/** Sets a text into a box, to its left, middle or right. */
export function textIn(
  role: TextRole,
  text: string,
  box: Box,
  anchor: DrawnText['anchor'] = 'start',
  series: string | null = null,
): DrawnText {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor]
  const size = sizes[role]
  // 0.36 em: half the height of Inter's figures, so that they and not the box's bottom are centred.
  return {
    role,
    series,
    text,
    size,
    anchor,
    box,
    x: box.x + box.width * share,
    y: box.y + box.height / 2 + size * 0.36,
  }
}
