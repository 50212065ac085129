/** The most letters and words that are searched for: more would keep others waiting and find nothing more. */
export const queryLimits = { letters: 200, words: 10 } as const

/**
 * What is searched for of what was written: without blanks around it, at most {@link queryLimits} letters and words. The same
 * for pages, which search for the beginning, and for the API, which refuses what is longer.
 */
export function shortQuery(written: string): string {
  const words = written.trim().slice(0, queryLimits.letters).trim().split(/\s+/u)
  return words.length <= queryLimits.words ? words.join(' ') : words.slice(0, queryLimits.words).join(' ')
}

/** Whether all of it is searched for. */
export const isShortQuery = (written: string): boolean => shortQuery(written) === written.trim().split(/\s+/u).join(' ')
