import { z } from 'zod'
import { AreaCode } from './area.ts'
import { Slug } from './slug.ts'

/** One cell of the breakdown: an area, and a category for each dimension it is divided by. No category at all is the total. */
export const Series = z
  .strictObject({
    area: AreaCode,
    categories: z.record(Slug, Slug).describe('Dimension → category; empty for the total'),
  })
  .meta({ id: 'Series', description: 'One cell of the breakdown: area and categories.' })
export type Series = z.infer<typeof Series>

/** The series' name in keys and addresses: `217`, `217;alder=18-29;koen=kvinder`, dimensions in alphabetical order. */
export const SeriesKey = z
  .string()
  .regex(/^[0-9A-Za-z]{1,12}(?:;[a-z0-9-]+=[a-z0-9-]+)*$/)
  .meta({
    id: 'SeriesKey',
    description: 'Name of a series: the area, then `;dimension=category`.',
    examples: ['217', '217;alder=18-29'],
  })
export type SeriesKey = z.infer<typeof SeriesKey>

/** Names a series by its area and categories; two equal series always get the same name. */
export function seriesKey(series: Series): SeriesKey {
  const parts = Object.entries(series.categories)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, category]) => `;${dimension}=${category}`)
  return series.area + parts.join('')
}

/** Reads a series' name back; the inverse of {@link seriesKey}. Throws a ZodError where the text is no such name. */
export function parseSeriesKey(key: string): Series {
  const [area = '', ...parts] = SeriesKey.parse(key).split(';')
  const categories = Object.fromEntries(
    parts.map((part) => {
      const [dimension = '', category = ''] = part.split('=')
      return [dimension, category]
    }),
  )
  return { area, categories }
}

/** Whether the series is a total: not divided by any dimension. */
export function isTotal(series: Series): boolean {
  return Object.keys(series.categories).length === 0
}
