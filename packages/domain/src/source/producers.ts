import type { Locale } from '../text.ts'
import type { Source } from './source.ts'

/** Who produced figures, each once, in the order of the sources. */
export function producersOf(sources: readonly Pick<Source, 'producer'>[], locale: Locale): string[] {
  return [...new Set(sources.map(({ producer }) => producer[locale]))]
}
