import type { Verdict } from '@pejling/domain/progress/assessment'

/** What a verdict looks like: a colour, and always a mark and words beside it. */
export type Tone = 'good' | 'slow' | 'bad' | 'even' | 'none'

const tones: Readonly<Record<Verdict, Tone>> = {
  reached: 'good',
  'on-track': 'good',
  behind: 'slow',
  'too-slow': 'slow',
  'no-change': 'even',
  'wrong-way': 'bad',
  overdue: 'none',
  improving: 'good',
  stable: 'even',
  unclear: 'even',
  worsening: 'bad',
  'not-assessed': 'none',
  'no-data': 'none',
}

/** The tone of a verdict. What is unchanged or has no certain direction is neither good nor bad; what has no figure has no tone. */
export function toneOf(verdict: Verdict): Tone {
  return tones[verdict]
}

/** The colours of a figure that stands alone. On a page the style sheet decides. */
export const colours = {
  ink: '#12303a',
  paper: '#fbfaf6',
  secondary: '#566a72',
  benchmark: '#96a3a7',
  rule: '#dfe3e0',
} as const

/** The colour of lines, discs and areas. */
export const toneColour: Readonly<Record<Tone, string>> = {
  good: '#1f7a63',
  slow: '#b86e00',
  bad: '#b3372b',
  even: '#566a72',
  none: '#7d8b90',
}

/** The same, dark enough for small text on paper (WCAG AA, 4.5:1). */
export const toneTextColour: Readonly<Record<Tone, string>> = {
  ...toneColour,
  slow: '#8f5600',
  none: '#5f6d72',
}
