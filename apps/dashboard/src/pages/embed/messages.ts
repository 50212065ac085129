import { formatDate } from '@pejling/domain/period/period'
import type { Locale } from '@pejling/domain/text'

const da = {
  from: (site: string, release: number, date: string) => `${site}, udgivelse ${release}, ${formatDate(date, 'da')}`,
  source: (producers: string) => `Kilde: ${producers}.`,
}

const en: typeof da = {
  from: (site, release, date) => `${site}, release ${release}, ${formatDate(date, 'en')}`,
  source: (producers) => `Source: ${producers}.`,
}

/** The words around a chart on another site's page. */
export const embedWords: Readonly<Record<Locale, typeof da>> = { da, en }
