import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { comparePeriods, parsePeriod, type Period, type PeriodKind } from '@pejling/domain/period/period'
import { parseSeriesKey, seriesKey, type Series } from '@pejling/domain/series'
import type { Locale } from '@pejling/domain/text'
import { shareScale } from '@pejling/domain/unit/unit'
import { dateOfDay } from '@pejling/domain/day'
import type { SharePart } from './share-parts.ts'

/* The sheet of an indicator's figures: which columns and rows it has, whether there are figures in them or not. */

/** A column: a series, or a part of it. */
export interface Column {
  readonly key: string
  readonly series: string
  /** `whole`: the figure as it is typed; `share`: what its two counts make. */
  readonly part: SharePart | 'whole' | 'share'
  /** Its headings from the top down. */
  readonly path: readonly string[]
  /** What it is called on its own. */
  readonly name: string
  /** What a copied heading may call it. */
  readonly aliases: readonly string[]
}

/** What the columns are made of. */
export interface Definitions {
  readonly indicator: Indicator
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
}

/** Words of the headings. */
export interface HeadingWords {
  readonly total: string
  readonly numerator: string
  readonly denominator: string
  readonly share: string
}

/** Whether the indicator is a share that is counted: its figures have a numerator and a denominator. */
export const isShare = ({ unit, numerator, denominator }: Indicator): boolean =>
  shareScale[unit] !== undefined && numerator !== null && denominator !== null

/** The series of an indicator: what its definition names, then what there are figures of, then what was asked for. */
export function seriesOf(
  { indicator, areas, dimensions }: Definitions,
  known: ReadonlySet<string>,
  added: readonly string[],
): string[] {
  const { area } = indicator
  const groups = indicator.dimensions.flatMap((slug) =>
    (dimensions.find((one) => one.slug === slug)?.categories ?? []).map((category) =>
      seriesKey({ area, categories: { [slug]: category.slug } }),
    ),
  )
  const order = new Map([...new Set([area, ...areas.map(({ code }) => code)])].map((code, at) => [code, at]))
  const rank = (key: string): number => order.get(parseSeriesKey(key).area) ?? order.size
  const all = new Set([seriesKey({ area, categories: {} }), ...groups, ...known, ...added])
  return [...all].sort((a, b) => rank(a) - rank(b))
}

/** What the groups of a series are called; empty: it is a total. */
const groupsOf = ({ categories }: Series, dimensions: readonly Dimension[], locale: Locale): string[] =>
  Object.entries(categories).map(
    ([dimension, category]) =>
      dimensions.find(({ slug }) => slug === dimension)?.categories.find(({ slug }) => slug === category)?.name[
        locale
      ] ?? category,
  )

/** The columns of series, in their order; `counted` are series whose numerator and denominator stand in columns of their own. */
export function columnsOf(
  { areas, dimensions }: Pick<Definitions, 'areas' | 'dimensions'>,
  series: readonly string[],
  { counted, words, locale }: { counted: ReadonlySet<string>; words: HeadingWords; locale: Locale },
): Column[] {
  const parsed = series.map((key) => ({ key, own: parseSeriesKey(key) }))
  const divided = new Set(parsed.flatMap(({ own }) => (Object.keys(own.categories).length > 0 ? [own.area] : [])))
  return parsed.flatMap(({ key, own }): Column[] => {
    const place = areas.find(({ code }) => code === own.area)?.name[locale] ?? own.area
    const groups = groupsOf(own, dimensions, locale)
    const group = groups.length === 0 ? words.total : groups.join(', ')
    const path = divided.has(own.area) ? [place, group] : [place]
    const name = groups.length === 0 ? place : `${place}, ${groups.join(', ')}`
    const aliases = groups.length === 0 ? [place, own.area] : [name, groups.join(', '), groups.join(' ')]
    const column = (part: Column['part'], word: string): Column => ({
      key: `${key}|${part}`,
      series: key,
      part,
      path: [...path, word],
      name: `${name}, ${word.toLowerCase()}`,
      aliases: [`${name}, ${word}`, `${name} ${word}`, ...(part === 'share' ? aliases : [])],
    })
    if (!counted.has(key)) return [{ key, series: key, part: 'whole', path, name, aliases }]
    return [
      column('numerator', words.numerator),
      column('denominator', words.denominator),
      column('share', words.share),
    ]
  })
}

/** A heading over one or more columns. */
export interface Heading {
  readonly key: string
  readonly label: string
  readonly columns: number
  readonly rows: number
}

/** Headings row by row, each over the columns that share it. */
export function headingsOf(columns: readonly Pick<Column, 'path'>[]): Heading[][] {
  const levels = Math.max(1, ...columns.map(({ path }) => path.length))
  return Array.from({ length: levels }, (_, level) => {
    const row: Heading[] = []
    let last = ''
    for (const [at, { path }] of columns.entries()) {
      const label = path[level]
      if (label === undefined) {
        last = ''
        continue
      }
      const above = path.slice(0, level + 1).join('\n')
      const isLowest = path.length === level + 1
      const before = row.at(-1)
      if (above === last && before && !isLowest) row.splice(-1, 1, { ...before, columns: before.columns + 1 })
      else row.push({ key: `${level} ${at}`, label, columns: 1, rows: isLowest ? levels - level : 1 })
      last = above
    }
    return row
  })
}

/** Whether a period has begun on a day, `2026-11-23`. */
export const hasBegun = ({ start }: Period, today: string): boolean => dateOfDay(start) <= today

/** The most empty periods that are put after the latest figure. */
const mostEmpty = 8
/** How many periods a sheet has at least, where the calendar tells which. */
const fewestPeriods = 5

/** The period so many years or quarters before or after one; `null`: only a calendar of elections or surveys could tell. */
function shifted(kind: PeriodKind, code: string, by: number): Period | null {
  const year = Number(code.slice(0, 4)) + by
  if (kind === 'year') return parsePeriod(kind, String(year))
  if (kind === 'school-year') return parsePeriod(kind, `${year}/${String((year + 1) % 100).padStart(2, '0')}`)
  if (kind !== 'quarter') return null
  const quarters = Number(code.slice(0, 4)) * 4 + Number(code.slice(-1)) - 1 + by
  return parsePeriod(kind, `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`)
}

/** Periods the calendar puts between figures, after them as far as they have begun, and before them where there are few. */
function calendarPeriods(
  kind: PeriodKind,
  known: readonly Period[],
  everyYears: number | null,
  today: string,
): string[] {
  const [first, last] = [known.at(0), known.at(-1)]
  if (!first || !last) return []
  const step = kind === 'quarter' ? 1 : Math.max(1, Math.round(everyYears ?? 1))
  const found: string[] = []
  let at = shifted(kind, first.code, step)
  for (let after = 0; at !== null && hasBegun(at, today) && after <= mostEmpty; at = shifted(kind, at.code, step)) {
    if (comparePeriods(at, last) > 0) after += 1
    if (after <= mostEmpty) found.push(at.code)
  }
  for (let before = 1; found.length + 1 < fewestPeriods; before += 1) {
    const earlier = shifted(kind, first.code, -before * step)
    if (earlier === null) break
    found.push(earlier.code)
  }
  return found
}

/** The periods of a sheet, the oldest first: those with figures, those that ought to have one, and those that were added. */
export function periodsOf(
  { cadence }: Pick<Indicator, 'cadence'>,
  known: readonly string[],
  { expected, added, today }: { expected: string | null; added: readonly string[]; today: string },
): string[] {
  const kind = cadence.periodKind
  const parsed = (codes: readonly string[]): Period[] =>
    codes.flatMap((code) => parsePeriod(kind, code) ?? []).sort(comparePeriods)
  const due = parsed(expected === null ? [] : [expected]).filter((one) => hasBegun(one, today))
  const own = parsed([...known, ...due.map(({ code }) => code)])
  const codes = new Set([
    ...own.map(({ code }) => code),
    ...calendarPeriods(kind, own, cadence.everyYears, today),
    ...added,
  ])
  return parsed([...codes]).map(({ code }) => code)
}
