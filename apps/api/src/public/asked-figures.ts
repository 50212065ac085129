import type { Selection } from '@pejling/domain/release/select-observations'
import { Locale } from '@pejling/domain/text'
import { z } from 'zod'
import { parameters } from '../http/parameters.ts'
import { optionsOf, type FormatKind } from './observation-formats.ts'

/** The parameters that narrow a table of figures. Every other one is a dimension; whether there is such a one is known later. */
const narrowing = {
  from: parameters.from.optional(),
  to: parameters.to.optional(),
  period: parameters.period.optional(),
  area: parameters.area.optional(),
  last: parameters.last.optional(),
}

/** The parameters of an address that answers figures in some formats; `own` are those it has besides. */
export function figuresQuery(
  kinds: readonly FormatKind[],
  own: Readonly<Record<string, z.ZodType>> = {},
): z.ZodObject<Record<string, z.ZodType>, z.core.$catchall<typeof parameters.category>> {
  const shape = { ...own, ...narrowing, ...optionsOf(kinds), release: parameters.release.optional() }
  return z.object(shape).catchall(parameters.category)
}

const texts = z.array(z.string())

/** What has been asked for, as {@link figuresQuery} reads it, besides the dimensions. */
const Asked = z.object({
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  period: texts.default([]),
  area: texts.default([]),
  last: z.int().nullable().default(null),
  indicator: texts.nullable().default(null),
  format: parameters.format.optional(),
  dialect: parameters.dialect.optional(),
  labels: parameters.labels.optional(),
  lang: Locale.optional(),
  release: z.int().optional(),
})

/** What is asked of a table of figures. */
export interface AskedFigures {
  readonly selection: Selection
  /** Whether it is narrowed at all. */
  readonly isWhole: boolean
  readonly indicators: readonly string[] | null
  readonly format: z.output<typeof parameters.format> | undefined
  readonly options: Pick<z.output<typeof Asked>, 'dialect' | 'labels' | 'lang'>
  readonly release: number | undefined
  /** The same for the same figures in the same form, in whatever order it was asked. */
  readonly name: string
}

const sorted = (list: readonly string[]): string[] => list.toSorted((a, b) => (a < b ? -1 : 1))

/** Sorts what is asked of a table of figures into what narrows it and what gives it its form. */
export function askedFigures(query: Readonly<Record<string, unknown>>, { shape }: z.ZodObject): AskedFigures {
  const given = Object.entries(query)
  const own = Object.fromEntries(given.filter(([name]) => Object.hasOwn(shape, name)))
  // Whatever else there is has to be a dimension, also where other addresses have a parameter of that name.
  const categories = z
    .record(z.string(), texts)
    .parse(Object.fromEntries(given.filter(([name]) => !Object.hasOwn(shape, name))))
  const { from, to, period, area, last, indicator, format, dialect, labels, lang, release } = Asked.parse(own)
  const selection = { from, to, periods: period, areas: area, last, categories }
  const groups = Object.entries(categories)
    .map(([dimension, list]) => [dimension, sorted(list)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const narrowed = [from, to, last, sorted(period), sorted(area), groups]
  return {
    selection,
    isWhole: from === null && to === null && last === null && [period, area, groups].every((list) => list.length === 0),
    indicators: indicator,
    format,
    options: { dialect, labels, lang },
    release,
    name: JSON.stringify([narrowed, indicator && sorted(indicator), dialect, labels, lang]),
  }
}
