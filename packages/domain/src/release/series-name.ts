import type { Series } from '../series.ts'
import type { Text } from '../text.ts'
import type { IndicatorDocument } from './documents.ts'

/** What a series is called: its groups, and its area where that is another than the indicator's own or there are no groups. */
export function seriesName(
  { areas, dimensions, indicator }: Pick<IndicatorDocument, 'areas' | 'dimensions' | 'indicator'>,
  { area, categories }: Series,
): Text {
  const place = areas.find(({ code }) => code === area)?.name ?? { da: area, en: area }
  const groups = Object.entries(categories).map(([dimension, category]) => {
    const found = dimensions.find(({ slug }) => slug === dimension)?.categories.find(({ slug }) => slug === category)
    return found?.name ?? { da: category, en: category }
  })
  const parts = [...(groups.length === 0 || area !== indicator.area ? [place] : []), ...groups]
  return { da: parts.map(({ da }) => da).join(', '), en: parts.map(({ en }) => en).join(', ') }
}
