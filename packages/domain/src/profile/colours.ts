import { z } from 'zod'
import type { Text } from '../text.ts'

/** A colour of the screen: `#12303a`. */
export const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)
export type Colour = z.infer<typeof Colour>

/** The colours of a site: its text, its ground, and one of its own that marks it out. */
export const Colours = z.strictObject({
  ink: Colour.describe('Text and lines'),
  paper: Colour.describe('The ground'),
  accent: Colour.describe('The band above the header, and the name'),
})
export type Colours = z.infer<typeof Colours>

/** The colours of a site that has chosen none. */
export const ownColours: Colours = { ink: '#12303a', paper: '#fbfaf6', accent: '#12303a' }

/** The colours that say how it goes, as small text on the ground: the same in every installation. */
const statusColours: readonly Colour[] = ['#1f7a63', '#8f5600', '#b3372b', '#566a72', '#5f6d72']

/** The ground of the dark scheme. */
const darkPaper: Colour = '#10191d'

function channelsOf(colour: Colour): readonly [number, number, number] {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16)
  return [at(1), at(3), at(5)]
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** How far two colours are apart, 1 to 21 (contrast ratio of WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** What WCAG 2.2 AA asks of text. */
const least = 4.5

const mixedWithWhite = (colour: Colour, share: number): Colour =>
  `#${channelsOf(colour)
    .map((channel) =>
      Math.round(channel + (255 - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** A colour of one's own as it can be read on the dark ground: made as much lighter as it takes. */
export function onDark(colour: Colour): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = mixedWithWhite(colour, share)
    if (contrast(lighter, darkPaper) >= least) return lighter
  }
  return '#ffffff'
}

/** What is wrong with a colour, and with which. */
export interface ColourProblem {
  readonly colour: keyof Colours
  readonly problem: Text
}

const shown = (ratio: number): { readonly da: string; readonly en: string } => {
  // Rounded down: 4.49 is not 4.5.
  const digits = (Math.floor(ratio * 10) / 10).toFixed(1)
  return { da: digits.replace('.', ','), en: digits }
}

/** Colours that cannot be read: text and name on the ground, and the words that say how it goes. Empty: all can be. */
export function colourProblems({ ink, paper, accent }: Colours): readonly ColourProblem[] {
  const tooClose = (colour: keyof Colours, what: Text, ratio: number): readonly ColourProblem[] =>
    ratio >= least
      ? []
      : [
          {
            colour,
            problem: {
              da: `${what.da} står for svagt på bunden: kontrasten er ${shown(ratio).da}, og der skal være mindst 4,5.`,
              en: `${what.en} is too faint on the ground: the contrast is ${shown(ratio).en} and must be 4.5 at least.`,
            },
          },
        ]
  const status = Math.min(...statusColours.map((colour) => contrast(colour, paper)))
  return [
    ...tooClose('ink', { da: 'Teksten', en: 'The text' }, contrast(ink, paper)),
    ...tooClose('accent', { da: 'Navnet', en: 'The name' }, contrast(accent, paper)),
    ...tooClose('paper', { da: 'Vurderingernes farver', en: 'The colours of the verdicts' }, status),
  ]
}
