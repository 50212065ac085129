import type { Area } from '@pejling/domain/area'
import type { Dimension } from '@pejling/domain/dimension'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { LabelContext } from '@pejling/domain/intake/labels'
import { seriesKey } from '@pejling/domain/series'
import type { Locale, Text } from '@pejling/domain/text'

/*
 * What the files of the corpus are about: indicators, places and groups, and a figure for each of their cells. The figures are made
 * up, and so that no two are alike: a figure in a wrong place is then seen.
 */

const text = (da: string, en: string): Text => ({ da, en })
const category = (slug: string, da: string, en: string, code: string | null = null) => ({
  slug,
  name: text(da, en),
  code,
  parent: null,
})

export const koen: Dimension = {
  slug: 'koen',
  name: text('Køn', 'Sex'),
  categories: [category('kvinder', 'Kvinder', 'Women'), category('maend', 'Mænd', 'Men')],
}
export const alder: Dimension = {
  slug: 'alder',
  name: text('Alder', 'Age'),
  categories: [
    category('18-29', '18–29 år', '18–29 years'),
    category('30-64', '30–64 år', '30–64 years'),
    category('65-plus', '65 år og over', '65 years and over'),
  ],
}

const area = (code: string, name: string, kind: Area['kind']): Area => ({
  code,
  name: name === 'Hele landet' ? text(name, 'All Denmark') : text(name, name),
  kind,
  parents: [],
})
const areas: readonly Area[] = [
  area('000', 'Hele landet', 'country'),
  area('084', 'Region Hovedstaden', 'region'),
  area('101', 'København', 'municipality'),
  area('210', 'Fredensborg', 'municipality'),
  area('217', 'Helsingør', 'municipality'),
  area('219', 'Hillerød', 'municipality'),
]

/** An indicator with what the words of its files are held against. */
function contextOf(change: Partial<Indicator>, known: readonly string[] = []): LabelContext {
  const indicator = exampleIndicator({
    slug: 'foreningsaktive',
    name: text('Foreningsaktive', 'Active in associations'),
    dimensions: ['koen', 'alder'],
    cadence: { periodKind: 'year', everyYears: 1, delayMonths: 6 },
    limits: { lower: 0, upper: 100 },
    ...change,
  })
  return { indicator, areas, dimensions: [koen, alder], known }
}

/** The indicators files are sent for, by what is hard about them. */
export const contexts = {
  share: contextOf({}),
  count: contextOf({
    slug: 'frivillige',
    name: text('Frivillige', 'Volunteers'),
    unit: 'count',
    decimals: 0,
    noun: { one: text('frivillig', 'volunteer'), other: text('frivillige', 'volunteers') },
    limits: { lower: 0, upper: null },
  }),
  /** Percent that may be more than 100, so that no limit tells a fault. */
  unlimited: contextOf({
    slug: 'medlemskaber',
    name: text('Medlemskaber', 'Memberships'),
    limits: { lower: 0, upper: null },
  }),
  ratio: contextOf({ slug: 'koensratio', name: text('Kønsratio', 'Sex ratio'), unit: 'ratio', decimals: 2 }),
  kroner: contextOf({
    slug: 'tilskud',
    name: text('Tilskud', 'Grants'),
    unit: 'kroner',
    decimals: 0,
    limits: { lower: 0, upper: null },
  }),
  schoolYear: contextOf({
    slug: 'elevraad',
    name: text('Elevråd', 'Pupil councils'),
    cadence: { periodKind: 'school-year', everyYears: 1, delayMonths: 6 },
  }),
  quarter: contextOf({
    slug: 'henvendelser',
    name: text('Henvendelser', 'Enquiries'),
    unit: 'count',
    decimals: 0,
    noun: { one: text('henvendelse', 'enquiry'), other: text('henvendelser', 'enquiries') },
    limits: { lower: 0, upper: null },
    cadence: { periodKind: 'quarter', everyYears: 1, delayMonths: 1 },
  }),
  election: contextOf(
    {
      slug: 'valgdeltagelse',
      name: text('Valgdeltagelse', 'Turnout'),
      cadence: { periodKind: 'municipal-election', everyYears: 4, delayMonths: 1 },
    },
    ['2017-11-21', '2021-11-16', '2025-11-18'],
  ),
  wave: contextOf({
    slug: 'tryghed',
    name: text('Tryghed', 'Feeling safe'),
    cadence: { periodKind: 'survey-wave', everyYears: 1, delayMonths: 6 },
  }),
} as const satisfies Readonly<Record<string, LabelContext>>
export type Topic = keyof typeof contexts

/** A cell of the material: a place, its groups and a period. */
export interface Key {
  readonly area: string
  readonly period: string
  readonly koen?: string | undefined
  readonly alder?: string | undefined
}

/** The name of a cell among figures: `217;koen=kvinder 2024`. */
export function keyOf({ area: code, period, koen: sex, alder: age }: Key): string {
  const categories = { ...(sex !== undefined && { koen: sex }), ...(age !== undefined && { alder: age }) }
  return `${seriesKey({ area: code, categories })} ${period}`
}

/** A number that every cell has for itself, from 0 to 9999. */
function spread(words: string): number {
  let hash = 2_166_136_261
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return hash % 10_000
}

/** The figure of a cell, in the unit of its indicator. Counts are never such as could be years. */
export function figure(topic: Topic, key: Key): number {
  const number = spread(`${topic} ${keyOf(key)}`)
  const { unit } = contexts[topic].indicator
  if (unit === 'count') return 2201 + number
  if (unit === 'kroner') return 1_000_000 + number * 1000
  return unit === 'ratio' ? (1001 + (number % 998)) / 1000 : (51 + (number % 900)) / 10
}

/** What a place, a group or a dimension is called. */
export const areaName = (code: string, locale: Locale): string =>
  areas.find((one) => one.code === code)?.name[locale] ?? code
export const categoryName = (dimension: Dimension, slug: string | undefined, locale: Locale): string =>
  slug === undefined
    ? { da: 'I alt', en: 'Total' }[locale]
    : (dimension.categories.find((one) => one.slug === slug)?.name[locale] ?? slug)

/** A file of the corpus. */
export interface CorpusFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly topic: Topic
  /** The figures a person who knows the file would take from it, by {@link keyOf}; `null`: it says that there is none. */
  readonly figures: ReadonlyMap<string, number | null>
  /** Whether the file says all that is needed: then nothing need be asked. Otherwise nothing may be taken before it is. */
  readonly isClear: boolean
  /** Whether it is no file of figures at all, and has to be refused whole. */
  readonly isRefused?: boolean
}
