import { isUntranslated } from '@pejling/domain/text'
import { applyPatch } from '@pejling/domain/workspace/patch'
import { z } from 'zod'
import { saidOf } from './spoken.ts'

/*
 * English may come later. Every text of the workspace has both languages; one that has not been translated has the Danish words in
 * both. In a form its English field is empty, so that it can be seen and filled in.
 */

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: Fields): boolean => Object.keys(value).every((name) => name === 'da' || name === 'en')

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** A value as a form shows it: the English of a text that has not been translated is empty. */
export function toForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toForm)
  if (!isFields(value)) return value
  if (typeof value['da'] === 'string' && typeof value['en'] === 'string' && isText(value)) {
    const [da, en] = [value['da'], value['en']]
    return { da, en: isUntranslated({ da, en }) ? '' : en }
  }
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, toForm(own)]))
}

/** A value as the API takes it: English that is empty is the Danish; a text that is empty in both is none (`null`). */
export function fromForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromForm)
  if (!isFields(value)) return value
  if ('da' in value && isText(value)) {
    const [da, en] = [wordsIn(value['da']), wordsIn(value['en'])]
    return da === '' && en === '' ? null : { da, en: en === '' ? da : en }
  }
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, fromForm(own)]))
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A document without those fields of which everything is empty. */
function withoutEmpty(value: unknown, whole: readonly string[]): Fields {
  if (!isFields(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([name, own]) => {
      const isEmpty = isFields(own) && Object.values(own).every(isNothing)
      return [name, whole.includes(name) && isEmpty ? null : own]
    }),
  )
}

/**
 * The schema of a form over a document of the API, by the document's own: English may be left empty. Of the fields named in `whole`,
 * one of which every part is empty is none.
 */
export const formSchema = <Value>(schema: z.ZodType<Value>, whole: readonly string[] = []): z.ZodType<Value> =>
  z.unknown().transform((value, context): Value => {
    const read = applyPatch(schema, {}, withoutEmpty(fromForm(value), whole))
    if (read.success) return read.data
    for (const issue of read.error.issues) context.addIssue({ code: 'custom', ...saidOf(issue, value) })
    return z.NEVER
  })
