import type { Verdict } from '@pejling/domain/progress/assessment'
import { toneColour, toneOf } from './tone.ts'

type Shape = 'check' | 'up' | 'right' | 'down' | 'equal' | 'both-ways' | 'clock' | 'dash' | 'nothing'

const shapes: Readonly<Record<Verdict, Shape>> = {
  reached: 'check',
  'on-track': 'up',
  behind: 'right',
  'too-slow': 'right',
  'no-change': 'equal',
  'wrong-way': 'down',
  overdue: 'clock',
  improving: 'up',
  stable: 'equal',
  unclear: 'both-ways',
  worsening: 'down',
  'not-assessed': 'dash',
  'no-data': 'nothing',
}

// Drawn in a square of 20 × 20 around the middle.
const paths: Readonly<Record<Exclude<Shape, 'nothing'>, string>> = {
  check: 'M6.2 10.4 9 13.1 14 7.4',
  up: 'M7 13 13 7M8.2 7H13V11.8',
  right: 'M5.9 10H14.1M10.7 6.6 14.1 10 10.7 13.4',
  down: 'M7 7 13 13M13 8.2V13H8.2',
  equal: 'M6.2 8.2H13.8M6.2 11.8H13.8',
  'both-ways': 'M7.6 13.6V6.6M5.4 8.8 7.6 6.6 9.8 8.8M12.4 6.4V13.4M10.2 11.2 12.4 13.4 14.6 11.2',
  clock: 'M10 5.4V10.4L13.2 12.4',
  dash: 'M7.5 10H12.5',
}

const trendOnly: ReadonlySet<Verdict> = new Set(['improving', 'stable', 'unclear', 'worsening'])

function ring(verdict: Verdict, colour: string): string {
  if (verdict === 'no-data' || verdict === 'not-assessed') {
    return `<circle class="mark-ring" cx="10" cy="10" r="8.75" fill="none" stroke="${colour}" stroke-width="1.4" stroke-dasharray="2.5 2.08"/>`
  }
  return trendOnly.has(verdict)
    ? `<circle class="mark-ring" cx="10" cy="10" r="8.9" fill="none" stroke="${colour}" stroke-width="1.6"/>`
    : `<circle class="mark-disc" cx="10" cy="10" r="9.7" fill="${colour}"/>`
}

/**
 * The mark of a verdict as SVG, `size` pixels square: a filled disc where a decided target is behind it, an outlined ring
 * where only the trend is, a dashed ring where there is nothing to judge. It is decoration for assistive technology:
 * the verdict's words must stand beside it.
 */
export function verdictMarkSvg(verdict: Verdict, size: number): string {
  const colour = toneColour[toneOf(verdict)]
  const shape = shapes[verdict]
  const disc = ring(verdict, colour)
  const filled = disc.includes('mark-disc')
  const glyph =
    shape === 'nothing'
      ? ''
      : `<path class="mark-glyph" d="${paths[shape]}" fill="none" stroke="${filled ? '#ffffff' : colour}" stroke-width="${filled ? 1.9 : 1.7}" stroke-linecap="round" stroke-linejoin="round"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" class="mark mark-${verdict} tone-${toneOf(verdict)}${filled ? ' mark-filled' : ''}" width="${size}" height="${size}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${disc}${glyph}</svg>`
}
