import type { ChartSheet } from '@pejling/figures/chart-of-indicator'

interface NamedSheet {
  readonly name: 'wide' | 'medium' | 'narrow'
  readonly sheet: ChartSheet
  /** The screens it is for; the style sheet (`indicator.css`) shows it on the same. */
  readonly media: string
}

const sheet = (width: number, height: number): ChartSheet => ({ width, height, standalone: false, withoutNotes: true })

/** The sizes a chart is drawn in, in CSS pixels, from the widest screen to the narrowest. Its notes are text below it. */
export const chartSheets: readonly NamedSheet[] = [
  { name: 'wide', sheet: sheet(1056, 430), media: '(min-width: 69.01rem)' },
  { name: 'medium', sheet: sheet(640, 370), media: '(min-width: 44.01rem)' },
  { name: 'narrow', sheet: sheet(300, 270), media: 'all' },
]
