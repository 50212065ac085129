import type { Area } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Locale } from '../text.ts'
import { categoryReader } from './category-words.ts'
import { compared } from './compared.ts'
import { countryWords, danishPlaces } from './danish-places.ts'
import { readPeriod, readPeriodText, type PeriodReading } from './period-text.ts'

/** What the words of a file are held against. */
export interface LabelContext {
  readonly indicator: Indicator
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
  /** Periods there are figures of already, of a kind that its year may tell. */
  readonly known: readonly string[]
  /** The day it is (`2026-11-30`), so that figures of days to come are not taken for observations; left out: not known. */
  readonly today?: string
  /** Names of the provenances there are; left out: not known. */
  readonly provenances?: readonly string[]
  /** Languages a footnote has to be in; left out: one of them is enough. */
  readonly languages?: readonly Locale[]
}

/** What a word in a file stands for. A category of `null` is the total. */
export type Label =
  | { readonly kind: 'period'; readonly code: string }
  | { readonly kind: 'area'; readonly code: string }
  | { readonly kind: 'category'; readonly dimension: string; readonly category: string | null }

/** Reads the words of files. */
export interface LabelReader {
  readonly period: (text: string) => string | null
  /** The period with what the file says of its figures. */
  readonly periodSaid: (text: string) => PeriodReading | null
  readonly area: (text: string) => string | null
  /** Whether a text is the name of a place, whether it is an area here or not. */
  readonly isPlace: (text: string) => boolean
  /** The places a sentence or a heading names: codes of areas here, names of others. */
  readonly placesIn: (text: string) => PlaceNamed[]
  /** `undefined`: there is no such group. */
  readonly category: (dimension: string, text: string) => string | null | undefined
  /** The groups a sentence names, of any dimension there is; those that are only two names for everybody are none. */
  readonly groupsIn: (text: string) => GroupNamed[]
  /** Whatever it is: a period, an area, or a group of any dimension of the indicator. Bare numbers are no areas and no groups. */
  readonly any: (text: string) => Label | null
}

/** A group a text names. */
export interface GroupNamed {
  readonly dimension: string
  readonly category: string
}

/** A place a text names; `code` is `null` where it is no area here. */
export interface PlaceNamed {
  readonly name: string
  readonly code: string | null
}

const isBare = (text: string): boolean => /^[\d\s.,]+$/.test(text)

/** The ways a place's name is written in a table. */
function namesOf({ code, name, kind }: Area): string[] {
  const ways =
    kind === 'municipality'
      ? [
          `${name.da} kommune`,
          `${name.da}s kommune`,
          `${name.da} komm.`,
          `${name.da} k.`,
          `kommunen ${name.da}`,
          `${name.en} municipality`,
        ]
      : []
  const plain = kind === 'region' ? [name.da.replace(/^region /i, '')] : []
  return [
    code,
    name.da,
    name.en,
    `${code} ${name.da}`,
    `${code} - ${name.da}`,
    `${code}: ${name.da}`,
    `${name.da} (${code})`,
    ...ways,
    ...ways.map((way) => `${code} ${way}`),
    ...plain,
  ].map(compared)
}

function areaReader(areas: readonly Area[]): (text: string) => string | null {
  const codeOf = new Map<string, string>()
  for (const area of areas) for (const word of namesOf(area)) if (!codeOf.has(word)) codeOf.set(word, area.code)
  const countries = areas.filter(({ kind }) => kind === 'country')
  const [country] = countries
  if (country && countries.length === 1)
    for (const word of countryWords) if (!codeOf.has(word)) codeOf.set(word, country.code)
  return (text) => {
    const word = compared(text)
    const found = codeOf.get(word)
    if (found !== undefined) return found
    // A spreadsheet takes 084 for a number and drops its zero; only where one code is left can it be put back.
    const [, digits] = /^(\d+)(?:[.,]0)?$/.exec(word) ?? []
    if (digits === undefined) return null
    const same = areas.filter(({ code }) => /^\d+$/.test(code) && Number(code) === Number(digits))
    return same.length === 1 ? (same[0]?.code ?? null) : null
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Finds the places a text names, by words that begin with a capital letter. */
function placeFinder(areas: readonly Area[]): (text: string) => PlaceNamed[] {
  const own = areas
    .filter(({ kind }) => kind === 'municipality' || kind === 'region')
    .flatMap(({ code, name }) => [name.da, name.en].map((word) => [word, code] as const))
  const names = new Map<string, string | null>([...danishPlaces.map((name) => [name, null] as const), ...own])
  const longestFirst = [...names.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${longestFirst.map(escaped).join('|')})(?=s?(?![\\p{L}-]))`, 'gu')
  const country = areas.filter(({ kind }) => kind === 'country')
  return (text) => {
    const found = [...text.matchAll(pattern)].map(([name]) => ({ name, code: names.get(name) ?? null }))
    const [whole] = /\b(?:hele landet|hele danmark|landsplan|landstal|landsgennemsnit)/i.exec(text) ?? []
    if (whole !== undefined) found.push({ name: whole, code: country.length === 1 ? (country[0]?.code ?? null) : null })
    const seen = new Set<string>()
    return found.filter(({ name, code }) => !seen.has(code ?? name) && seen.add(code ?? name))
  }
}

/** Finds the groups a text names, one of a dimension: where it names several, it is about how they are divided. */
function groupFinder(dimensions: readonly Dimension[], own: readonly string[]): (text: string) => GroupNamed[] {
  const ownWords = own.map(compared)
  const words = dimensions.flatMap(({ slug, categories }) =>
    categories.flatMap(({ slug: category, name }) =>
      [name.da, name.en]
        .map(compared)
        // What the indicator itself is called says nothing of a part of it.
        .filter((word) => /\p{L}{3}/u.test(word) && !ownWords.some((one) => one.includes(word)))
        .map((word) => ({
          dimension: slug,
          category,
          pattern: new RegExp(`(?<![\\p{L}\\d-])${escaped(word)}(?![\\p{L}\\d-])`, 'u'),
        })),
    ),
  )
  return (text) => {
    const line = compared(text)
    const found = Map.groupBy(
      words.filter(({ pattern }) => pattern.test(line)),
      ({ dimension }) => dimension,
    )
    return [...found.values()].flatMap((named) => {
      const [first] = named
      const isOne = first !== undefined && named.every(({ category }) => category === first.category)
      return isOne ? [{ dimension: first.dimension, category: first.category }] : []
    })
  }
}

/** How many different words are remembered; a column of a million rows has few. */
const wordsKept = 5000

/** A reading that is made once of each word. */
function once<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = read(text)
    if (known.size < wordsKept) known.set(text, made)
    return made
  }
}

/** Makes a {@link LabelReader} for an indicator. Names count in both languages, as do codes and addresses. */
export function labelReader({ indicator, areas, dimensions, known }: LabelContext): LabelReader {
  const { periodKind } = indicator.cadence
  const own = dimensions.filter(({ slug }) => indicator.dimensions.includes(slug))
  const readers = new Map(dimensions.map((dimension) => [dimension.slug, categoryReader(dimension)]))
  const area = once(areaReader(areas))
  const placesIn = once(placeFinder(areas))
  const places = new Set(danishPlaces.flatMap((name) => [name, `${name} kommune`, `${name}s kommune`].map(compared)))
  const period = (text: string): string | null => readPeriodText(periodKind, text, known)
  const category = (dimension: string, text: string): string | null | undefined => readers.get(dimension)?.(text, true)
  return {
    period,
    periodSaid: once((text) => readPeriod(periodKind, text, known)),
    area,
    isPlace: (text) => (!isBare(text) && area(text) !== null) || places.has(compared(text.replace(/^\d{3}[ :-]+/, ''))),
    placesIn,
    groupsIn: groupFinder(dimensions, [indicator.name.da, indicator.name.en]),
    category,
    any: (text) => {
      const code = period(text)
      if (code !== null) return { kind: 'period', code }
      if (isBare(text)) return null
      const place = area(text)
      if (place !== null) return { kind: 'area', code: place }
      for (const { slug } of own) {
        const found = readers.get(slug)?.(text, false)
        if (found !== undefined && found !== null) return { kind: 'category', dimension: slug, category: found }
      }
      return null
    },
  }
}
