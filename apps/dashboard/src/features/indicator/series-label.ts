import type { IndicatorDocument, SeriesObservations } from '@pejling/domain/release/documents'
import type { Locale } from '@pejling/domain/text/text'

/** What a series is called in a table: its groups, and its area where that is another than the indicator's own. */
export function seriesLabel(document: IndicatorDocument, series: SeriesObservations, locale: Locale): string {
  const area = document.areas.find(({ code }) => code === series.area)?.name[locale] ?? series.area
  const groups = Object.entries(series.categories).map(([dimension, category]) => {
    const categories = document.dimensions.find(({ slug }) => slug === dimension)?.categories
    return categories?.find(({ slug }) => slug === category)?.name[locale] ?? category
  })
  const showsArea = groups.length === 0 || series.area !== document.indicator.area
  return [...(showsArea ? [area] : []), ...groups].join(', ')
}
