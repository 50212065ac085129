import type { Verdict } from '@pejling/domain/progress/assessment'
import { cardChart } from './card.ts'
import { element, markup } from './svg-element.ts'
import { textWidth, wrapText } from './text-width.ts'
import { colours } from './tone.ts'
import { verdictMarkSvg } from './verdict-mark.ts'

/** Drawings for cards of pages that are about more than one indicator. */

const drawing = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${cardChart.width}" height="${cardChart.height}" viewBox="0 0 ${cardChart.width} ${cardChart.height}">${content}</svg>`

/** A focus area with the verdicts of its goals. */
export interface MarkedArea {
  readonly title: string
  readonly verdicts: readonly Verdict[]
}

/** All goals as marks, grouped by focus area, as they stand at the head of the overview. */
export function goalMarksChart(areas: readonly MarkedArea[]): string {
  const column = cardChart.width / Math.max(1, areas.length)
  const most = Math.max(1, ...areas.map(({ verdicts }) => verdicts.length))
  const size = Math.min(44, (column - 16) / most - 6)
  return drawing(
    areas
      .map(({ title, verdicts }, index) => {
        const x = index * column
        const marks = verdicts.map((verdict, at) =>
          verdictMarkSvg(verdict, size).replace('<svg ', `<svg x="${x + at * (size + 6)}" y="30" `),
        )
        const words = wrapText(title, 14, column - 16, 4).map((line, at) =>
          markup(element('text', { x, y: 30 + size + 26 + at * 18, 'font-size': 14, fill: colours.secondary }, [line])),
        )
        return [...marks, ...words].join('')
      })
      .join(''),
  )
}

/** How many there are of each kind. */
export interface KindCount {
  readonly label: string
  readonly count: number
}

/** Counts as bars, one below the other, each as its share of all. */
export function countsChart(rows: readonly KindCount[]): string {
  const size = 16
  const step = Math.min(38, (cardChart.height - 20) / Math.max(1, rows.length))
  const room = Math.max(0, ...rows.map(({ label }) => textWidth(label, size))) + 14
  const all = Math.max(
    1,
    rows.reduce((sum, { count }) => sum + count, 0),
  )
  return drawing(
    rows
      .map(({ label, count }, index) => {
        const y = 20 + index * step
        const width = ((cardChart.width - room - 60) * count) / all
        return [
          element('text', { x: 0, y: y + 17, 'font-size': size, fill: colours.ink }, [label]),
          element('rect', { x: room, y, width, height: 24, fill: colours.secondary }),
          element(
            'text',
            { x: room + width + 8, y: y + 17, 'font-size': size, 'font-weight': 600, fill: colours.ink },
            [String(count)],
          ),
        ]
          .map(markup)
          .join('')
      })
      .join(''),
  )
}
