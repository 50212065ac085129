import type { Area } from '../area.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { readPeriodText } from './period-text.ts'

/** What the words of a file are held against. */
export interface LabelContext {
  readonly indicator: Indicator
  readonly areas: readonly Area[]
  readonly dimensions: readonly Dimension[]
  /** Periods there are figures of already, of a kind that its year may tell. */
  readonly known: readonly string[]
}

/** What a word in a file stands for. A category of `null` is the total. */
export type Label =
  | { readonly kind: 'period'; readonly code: string }
  | { readonly kind: 'area'; readonly code: string }
  | { readonly kind: 'category'; readonly dimension: string; readonly category: string | null }

/** Reads the words of files. */
export interface LabelReader {
  readonly period: (text: string) => string | null
  readonly area: (text: string) => string | null
  /** `undefined`: there is no such group. */
  readonly category: (dimension: string, text: string) => string | null | undefined
  /** Whatever it is: a period, an area, or a group of any dimension of the indicator. */
  readonly any: (text: string) => Label | null
}

/** A text as it is compared: small letters, single spaces, any dash for a dash. */
export function compared(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[–—‑]/g, '-').replace(/\s+/g, ' ').trim()
}

const totals = /^(?:i alt|ialt|total|totalt|alle|all|sum)$|\bi alt$/

/** Makes a {@link LabelReader} for an indicator. Names count in both languages, as do codes and addresses. */
export function labelReader({ indicator, areas, dimensions, known }: LabelContext): LabelReader {
  const areaOf = new Map(
    areas.flatMap(({ code, name }) =>
      [code, name.da, name.en, `${code} ${name.da}`, `${name.da} kommune`].map(
        (word) => [compared(word), code] as const,
      ),
    ),
  )
  const own = dimensions.filter(({ slug }) => indicator.dimensions.includes(slug))
  const categoryOf = new Map(
    own.map(({ slug, categories }) => [
      slug,
      new Map(
        categories.flatMap((one) =>
          [one.slug, one.name.da, one.name.en, ...(one.code === null ? [] : [one.code])].map(
            (word) => [compared(word), one.slug] as const,
          ),
        ),
      ),
    ]),
  )
  const period = (text: string): string | null => readPeriodText(indicator.cadence.periodKind, text, known)
  const area = (text: string): string | null => areaOf.get(compared(text)) ?? null
  const category = (dimension: string, text: string): string | null | undefined => {
    const word = compared(text)
    return categoryOf.get(dimension)?.get(word) ?? (totals.test(word) ? null : undefined)
  }
  return {
    period,
    area,
    category,
    any: (text) => {
      const code = period(text)
      if (code !== null) return { kind: 'period', code }
      const place = area(text)
      if (place !== null) return { kind: 'area', code: place }
      for (const { slug } of own) {
        const found = categoryOf.get(slug)?.get(compared(text))
        if (found !== undefined) return { kind: 'category', dimension: slug, category: found }
      }
      return null
    },
  }
}
