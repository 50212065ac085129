import { ObservationStatus } from '../observation/observation.ts'
import { compared } from './compared.ts'

/** What a text stands for where a figure is expected: a zero, nothing at all, or why there is none. */
export const markMeanings = ['zero', 'skip', 'O', 'L', 'M', 'Q'] as const satisfies readonly (
  ObservationStatus | 'zero' | 'skip'
)[]
export type MarkMeaning = (typeof markMeanings)[number]

/** What is commonly meant by a mark. `-` is a zero to some and a missing figure to others, so it is asked. */
const commonMarks: Readonly<Record<string, MarkMeaning>> = {
  '..': 'O',
  '…': 'O',
  '...': 'O',
  ':': 'O',
  '.': 'M',
  x: 'Q',
  'n/a': 'O',
  na: 'O',
  nan: 'O',
  '#n/a': 'O',
  null: 'O',
  o: 'O',
  l: 'L',
  m: 'M',
  q: 'Q',
}

/** What a mark means wherever it stands; `null`: it could mean several things, or is none. */
export function meaningOf(mark: string): MarkMeaning | null {
  const word = compared(mark)
  return Object.hasOwn(commonMarks, word) ? (commonMarks[word] ?? null) : null
}

/** Whether a text is a mark that means a zero to some and a missing figure to others. */
export const isOpenMark = (text: string): boolean => /^[-–—−]+$/.test(text.trim())

const words: Readonly<Record<string, ObservationStatus>> = {
  normal: 'A',
  endelig: 'A',
  endeligt: 'A',
  endelige: 'A',
  final: 'A',
  foreløbig: 'P',
  foreløbigt: 'P',
  foreløbige: 'P',
  provisional: 'P',
  '*': 'P',
  skøn: 'E',
  estimeret: 'E',
  estimated: 'E',
  usikker: 'U',
  usikkert: 'U',
  databrud: 'B',
  break: 'B',
  mangler: 'O',
  missing: 'O',
  diskretioneret: 'Q',
  suppressed: 'Q',
}

/** The status a word or a letter of CL_OBS_STATUS states; `null`: none. The one table of these words. */
export function statusOf(text: string): ObservationStatus | null {
  const word = compared(text).replace(/^\((.*)\)$/, '$1')
  if (Object.hasOwn(words, word)) return words[word] ?? null
  return ObservationStatus.safeParse(word.toUpperCase()).data ?? null
}
