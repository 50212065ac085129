import { element, markup } from './svg-element.ts'
import type { SvgElement } from './svg-element.ts'
import { wrapText } from './text-width.ts'
import { colours, toneTextColour } from './tone.ts'
import type { Tone } from './tone.ts'

/** The size of a card, in pixels: what networks show of a page that is shared. */
export const cardSize = { width: 1200, height: 630 } as const

/** The room of the chart on a card, in the chart's own pixels; it is shown one and a half times as large. */
export const cardChart = { width: 740, height: 225, standalone: false } as const
const enlarged = 1.5

/** What stands on a card. */
export interface Card {
  readonly kicker: string
  readonly title: string
  /** The verdict in a word, in its tone; `null`: none. */
  readonly verdict: { readonly name: string; readonly tone: Tone } | null
  readonly sentence: string
  /** A drawing of the size of {@link cardChart}; `null`: there is nothing to draw. */
  readonly chart: string | null
}

const margin = 45
const family = 'Inter Variable, Inter, Arial, sans-serif'

function lines(
  text: string,
  size: number,
  weight: number,
  top: number,
  most: number,
  colour: string,
): { readonly elements: SvgElement[]; readonly bottom: number } {
  const step = size * 1.25
  const wrapped = wrapText(text, size, cardSize.width - 2 * margin, most)
  return {
    elements: wrapped.map((line, at) =>
      element(
        'text',
        { x: margin, y: top + size + at * step, 'font-size': size, 'font-weight': weight, fill: colour },
        [line],
      ),
    ),
    bottom: top + wrapped.length * step,
  }
}

/** A page as a picture, for those who share it: what it is about, what is found, and the chart. SVG. */
export function cardSvg({ kicker, title, verdict, sentence, chart }: Card): string {
  const head = lines(kicker, 20, 400, 32, 1, colours.secondary)
  const name = lines(title, 34, 600, head.bottom + 4, 2, colours.ink)
  const judged = verdict
    ? lines(`${verdict.name}.`, 24, 600, name.bottom + 8, 1, toneTextColour[verdict.tone])
    : { elements: [], bottom: name.bottom }
  const found = lines(sentence, chart === null ? 24 : 20, 400, judged.bottom + 2, chart === null ? 8 : 3, colours.ink)
  const { width, height } = cardSize
  const texts = [...head.elements, ...name.elements, ...judged.elements, ...found.elements].map(markup).join('')
  const [chartWidth, chartHeight] = [cardChart.width * enlarged, cardChart.height * enlarged]
  const drawn =
    chart === null
      ? ''
      : chart.replace(/^<svg [^>]*>/, (begin) =>
          begin
            .replace(/ width="[^"]*"/, ` width="${chartWidth}"`)
            .replace(/ height="[^"]*"/, ` height="${chartHeight}" x="${margin}" y="${height - chartHeight - 20}"`),
        )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}"><rect width="${width}" height="${height}" fill="${colours.paper}"/>${texts}${drawn}</svg>`
}
