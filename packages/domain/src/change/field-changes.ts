import { z } from 'zod'
import { writeNumber } from '../intake/figure-text.ts'
import { formatDate } from '../period/period.ts'
import { locales, type Locale, type Text } from '../text.ts'
import { fieldWords, secretFields } from './field-words.ts'

/* What is otherwise in a state of a thing: field by field, in words. */

const Json = z.json()
type Json = z.infer<typeof Json>

/** A field that is otherwise: what it is called, what it said and what it says; `null`: nothing. */
export interface FieldChange {
  readonly field: string
  readonly name: Text
  readonly before: Text | null
  readonly after: Text | null
}

/** How many characters of a text are told where nothing else is asked for. */
const usualLength = 160
const date = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text

type JsonObject = { readonly [key: string]: Json }
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an element of a list, or anything else with parts, is known by. */
function nameOf(value: JsonObject, locale: Locale, longest: number): string | null {
  const [own] = ['name', 'title', 'text', 'subject', 'slug', 'goal', 'period', 'code'].flatMap((field) => {
    const found = value[field]
    return found === undefined || found === null ? [] : [found]
  })
  return own === undefined ? null : inWords(own, locale, longest)
}

function inWords(value: Json, locale: Locale, longest: number): string | null {
  if (value === null || value === '') return null
  if (typeof value === 'string') return date.test(value) ? formatDate(value, locale) : shortened(value, longest)
  if (typeof value === 'number') return writeNumber(value, locale)
  if (typeof value === 'boolean') return { da: value ? 'ja' : 'nej', en: value ? 'yes' : 'no' }[locale]
  if (Array.isArray(value)) {
    return value.length === 0
      ? null
      : shortened(value.map((one) => inWords(one, locale, longest) ?? '–').join(', '), longest)
  }
  if (isObject(value) && 'da' in value && 'en' in value) return inWords(value[locale] ?? null, locale, longest)
  if (!isObject(value)) return null
  const figure = z.object({ period: z.string(), value: z.number() }).safeParse(value)
  if (figure.success) return `${writeNumber(figure.data.value, locale)} (${figure.data.period})`
  const name = nameOf(value, locale, longest)
  if (name !== null) return name
  const parts = Object.entries(value).flatMap(([field, part]) => {
    const said = secretFields.has(field) ? null : inWords(part, locale, longest)
    return said === null ? [] : [`${fieldWords(field)[locale]}: ${said}`]
  })
  return parts.length === 0 ? null : shortened(parts.join(', '), longest)
}

function told(value: Json | undefined, person: (email: string) => string, longest: number): Text | null {
  if (value === undefined) return null
  const said = (locale: Locale): string | null =>
    inWords(typeof value === 'string' ? person(value) : value, locale, longest)
  const [da, en] = [said('da'), said('en')]
  return da === null || en === null ? null : { da, en }
}

/** Of two lists, what is in one of them alone: elements both have say nothing of the change. */
function withoutCommon(value: Json | undefined, other: Json | undefined): Json | undefined {
  if (!Array.isArray(value) || !Array.isArray(other)) return value
  const there = new Set(other.map((one) => JSON.stringify(one)))
  const own = value.filter((one) => !there.has(JSON.stringify(one)))
  return own.length === 0 && other.length === value.length ? value : own
}

const partsOf = (state: Json | null): JsonObject =>
  isObject(state ?? undefined) ? z.record(z.string(), Json).parse(state) : {}

/**
 * The fields that differ between two states of a thing, in words. `person` says what an account's e-mail address is told as. Secrets
 * are never told; of a text no more than `longest` characters are.
 */
export function fieldChanges(
  before: Json | null,
  after: Json | null,
  person: (email: string) => string,
  longest = usualLength,
): FieldChange[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field): FieldChange[] => {
    if (secretFields.has(field)) return []
    const [then, now] = [was[field], is[field]]
    if (JSON.stringify(then) === JSON.stringify(now)) return []
    const old = told(withoutCommon(then, now), person, longest)
    const fresh = told(withoutCommon(now, then), person, longest)
    return old === null && fresh === null ? [] : [{ field, name: fieldWords(field), before: old, after: fresh }]
  })
}

/** What a thing is called by its own state; `null`: it does not say. */
export function nameInState(state: Json | null): Text | null {
  if (!isObject(state ?? undefined)) return null
  const own = partsOf(state)
  const [da, en] = [nameOf(own, 'da', usualLength), nameOf(own, 'en', usualLength)]
  return da === null || en === null ? null : { da, en }
}

/** The words in each language. */
export const inBoth = (words: (locale: Locale) => string): Text => {
  const [da, en] = locales.map(words)
  return { da: da ?? '', en: en ?? '' }
}
