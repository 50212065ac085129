import { formatDate } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text'

interface EmbedWords {
  readonly from: (site: string, release: number, date: string) => string
  readonly source: (producers: string) => string
}

/** The words around a chart on somebody else's page. */
export const embedWords: Readonly<Record<Locale, EmbedWords>> = {
  da: {
    from: (site, release, date) => `${site}, udgivelse ${release}, ${formatDate(date, 'da')}`,
    source: (producers) => `Kilde: ${producers}.`,
  },
  en: {
    from: (site, release, date) => `${site}, release ${release}, ${formatDate(date, 'en')}`,
    source: (producers) => `Source: ${producers}.`,
  },
}
