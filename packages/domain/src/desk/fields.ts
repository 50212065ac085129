import type { ActionField, ActionFieldName } from '../action-plan/action-fields.ts'
import { parsePeriod, periodExample } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { CalendarDate } from '../source/source.ts'
import { listedWords, type Locale, type Text } from '../text.ts'
import { readTypedNumber } from '../intake/cell.ts'
import { writeNumber } from '../intake/figure-text.ts'

/*
 * A definition as a form: each of its fields as text, and back. What the form does not show stays as it is. Nothing is taken
 * that the form could not read: every field says itself what is wrong with it.
 */

/** How a field is filled in: one line, several, a line for each entry, a date, a number, or one of a list. */
export type FieldForm = 'line' | 'paragraph' | 'list' | 'date' | 'number' | 'period' | 'choice'

/** The fields that policies and the site as a whole have, and no other form. */
export type PolicyField =
  | 'challenges'
  | 'organisationName'
  | 'areaOne'
  | 'areaOther'
  | 'goalOne'
  | 'goalOther'
  | 'mark'
  | 'order'
  | 'siteName'
  | 'languages'
  | 'ink'
  | 'paper'
  | 'accent'

/** The fields whose labels are words of the desk; those of an action bring theirs along. */
export type NamedField =
  | 'title'
  | 'text'
  | 'vision'
  | 'purpose'
  | 'audience'
  | 'carriedOutBy'
  | 'name'
  | 'subject'
  | 'definition'
  | 'numerator'
  | 'denominator'
  | 'peopleOne'
  | 'peopleOther'
  | 'caveats'
  | 'tasks'
  | 'owner'
  | 'nextExpectedOn'
  | 'nextExpectedNote'
  | 'withoutFigures'
  | 'decimals'
  | 'retiredOn'
  | 'period'
  | 'value'
  | 'low'
  | 'high'
  | 'follow'
  | 'difference'
  | 'baselinePeriod'
  | 'baselineValue'
  | 'milestones'
  | 'method'
  | 'decidedBy'
  | 'decidedOn'
  | 'note'
  | 'verdict'
  | 'publicReason'
  | 'keeper'
  | 'deputy'
  | 'meaning'
  | 'goals'
  | 'headlines'
  | 'nearest'
  | 'kind'
  | 'direction'
  | 'towards'
  | 'lower'
  | 'upper'
  | 'everyYears'
  | 'delayMonths'
  | 'mayExceedWhole'
  | 'numeratorPopulation'
  | 'denominatorPopulation'
  | 'unit'
  | 'nounOne'
  | 'nounOther'
  | 'periodKind'
  | 'number'
  | 'action'
  | 'heading'
  | 'words'
  | 'theme'
  | 'voicedAt'
  | 'voicedOn'
  | 'takenUpBy'
  | 'whyNot'
  | 'committee'
  | 'date'
  | 'place'
  | 'release'
  | 'sharing'
  | 'about'
  | 'position'
  | 'point'
  | 'recommendation'
  | 'notes'
  | 'said'
  | 'decision'
  | PolicyField

/** The fields a definition can have. */
export type FieldName = NamedField | ActionFieldName

/** One of what may be chosen. */
export interface FieldOption {
  readonly value: string
  readonly name: Text
}

/** A field with what stands in it. */
export interface EditedField {
  readonly name: FieldName
  readonly form: FieldForm
  readonly optional: boolean
  /** What stands in it; a text in Danish. */
  readonly da: string
  /** The text in English; `null`: the field is the same in both languages. */
  readonly en: string | null
  /** What may be chosen, where it is a choice; the empty value stands for none. */
  readonly options: readonly FieldOption[]
  readonly problem: Text | null
  /** What it is called, and what is said beside it, where it brings that along; left out: the words of the desk. */
  readonly own?: Pick<ActionField, 'label' | 'note'>
}

/** What was typed: by field, and by `field.en` for the English text. */
export type Typed = (name: string) => string

/** What was typed on a site of one language, where every text stands once and is meant for all. */
export function inAllLanguages(typed: Typed, languages: readonly Locale[]): Typed {
  if (languages.length > 1) return typed
  return (name) => typed(name) || typed(name.endsWith('.en') ? name.slice(0, -'.en'.length) : `${name}.en`)
}

/** A definition read out of a form, or the fields with what is wrong at each. */
export type Edited<Value> = { readonly value: Value } | { readonly fields: readonly EditedField[] }

/** A way between a field and a part of a definition. `read` answers the changed definition, or why it cannot be. */
export interface Field<Draft> extends Pick<EditedField, 'name' | 'form' | 'optional' | 'own'> {
  readonly options?: readonly FieldOption[]
  readonly write: (draft: Draft, locale: Locale) => { readonly da: string; readonly en: string | null }
  readonly read: (
    draft: Draft,
    typed: { readonly da: string; readonly en: string },
    locale: Locale,
  ) => Draft | { readonly problem: Text }
}

/** What is wrong, in both languages. */
export const problemOf = (da: string, en: string): { readonly problem: Text } => ({ problem: { da, en } })
const missing = problemOf('Skriv noget her.', 'Write something here.')
const missingLanguage = problemOf('Skriv teksten på begge sprog.', 'Write the text in both languages.')

/** Anything that has a part of the field's name and kind. */
type Having<Name extends FieldName, Part> = Readonly<Record<Name, Part>>
/** Anything that may have one. */
type Perhaps<Name extends FieldName, Part> = Readonly<Partial<Record<Name, Part | null>>>

/** A text that has to be there. */
export function words<Name extends FieldName, Draft extends Having<Name, Text>>(
  name: Name,
  form: 'line' | 'paragraph',
): Field<Draft> {
  return {
    name,
    form,
    optional: false,
    write: (draft) => draft[name],
    read: (draft, typed) => {
      if (typed.da === '' && typed.en === '') return missing
      return typed.da === '' || typed.en === '' ? missingLanguage : { ...draft, [name]: typed }
    },
  }
}

/** A text in a draft that may lack it: `optional` says whether it may be left out. */
export const wordsOf = <Name extends FieldName, Draft extends Perhaps<Name, Text>>(
  name: Name,
  form: 'line' | 'paragraph',
  optional: boolean,
): Field<Draft> => {
  const field: Field<Draft> = optionalWords(name, form)
  if (optional) return field
  return {
    ...field,
    optional,
    read: (draft, typed, locale) => (typed.da === '' && typed.en === '' ? missing : field.read(draft, typed, locale)),
  }
}

/** A text that may be left out, in both languages together. */
export function optionalWords<Name extends FieldName, Draft extends Perhaps<Name, Text>>(
  name: Name,
  form: 'line' | 'paragraph',
): Field<Draft> {
  return {
    name,
    form,
    optional: true,
    write: (draft) => draft[name] ?? { da: '', en: '' },
    read: (draft, typed) => {
      if (typed.da === '' && typed.en === '') return { ...draft, [name]: null }
      return typed.da === '' || typed.en === '' ? missingLanguage : { ...draft, [name]: typed }
    },
  }
}

/** The lines of a text that have something in them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Texts that follow each other, one on each line; line by line the same in both languages. */
export function list<Name extends FieldName, Draft extends Having<Name, readonly Text[]>>(name: Name): Field<Draft> {
  return {
    name,
    form: 'list',
    optional: true,
    write: (draft) => ({
      da: draft[name].map(({ da }) => da).join('\n'),
      en: draft[name].map(({ en }) => en).join('\n'),
    }),
    read: (draft, typed) => {
      const [da, en] = [linesOf(typed.da), linesOf(typed.en)]
      if (da.length !== en.length) {
        return problemOf(
          `Der er ${da.length} linjer på dansk og ${en.length} på engelsk. Skriv lige mange, i samme rækkefølge.`,
          `There are ${da.length} lines in Danish and ${en.length} in English. Write as many in both, in the same order.`,
        )
      }
      return { ...draft, [name]: da.map((line, index) => ({ da: line, en: en[index] ?? '' })) }
    },
  }
}

/** A field that is the same in both languages. */
export function plain<Draft>(
  { name, form, optional, options }: Pick<Field<Draft>, 'name' | 'form' | 'optional' | 'options'>,
  write: (draft: Draft, locale: Locale) => string,
  read: (draft: Draft, text: string, locale: Locale) => Draft | { readonly problem: Text },
): Field<Draft> {
  return {
    name,
    form,
    optional,
    ...(options && { options }),
    write: (draft, locale) => ({ da: write(draft, locale), en: null }),
    read: (draft, { da }, locale) => {
      if (da === '' && !optional) return missing
      return options?.every(({ value }) => value !== da) === true
        ? problemOf(`“${da}” kan ikke vælges.`, `“${da}” cannot be chosen.`)
        : read(draft, da, locale)
    },
  }
}

/** A text in Danish alone. `null` stands for none, where there may be none. */
export function danish<Name extends FieldName, Draft extends Having<Name, string | null>>(
  name: Name,
  form: 'line' | 'paragraph',
  optional: boolean,
): Field<Draft> {
  return plain(
    { name, form, optional },
    (draft) => draft[name] ?? '',
    (draft, text) => ({ ...draft, [name]: text === '' ? null : text }),
  )
}

/** One of a list. */
export function choice<Name extends FieldName, Draft extends Having<Name, string>>(
  name: Name,
  options: readonly FieldOption[],
): Field<Draft> {
  return plain(
    { name, form: 'choice', optional: false, options },
    (draft) => draft[name],
    (draft, text) => ({ ...draft, [name]: text }),
  )
}

/** Goals by their numbers, `1.1, 2.3`, out of those there are. Returns their slugs, or what is wrong. */
export function readGoals(
  text: string,
  goals: readonly { readonly slug: string; readonly number: string }[],
): readonly string[] | { readonly problem: Text } {
  const numbers = listedWords(text)
  const unknown = numbers.find((one) => !goals.some((goal) => goal.number === one))
  if (unknown !== undefined) {
    return problemOf(
      `Der er intet mål ${unknown}. Skriv målenes numre, som 1.1, 2.3.`,
      `There is no goal ${unknown}. Write the numbers of the goals, such as 1.1, 2.3.`,
    )
  }
  return numbers.flatMap((one) => goals.find((goal) => goal.number === one)?.slug ?? [])
}

/** Goals by their numbers. */
export function writeGoals(
  slugs: readonly string[],
  goals: readonly { readonly slug: string; readonly number: string }[],
): string {
  return slugs.map((slug) => goals.find((goal) => goal.slug === slug)?.number ?? slug).join(', ')
}

/** A date, `2026-11-23`. */
export function date<Name extends FieldName, Draft extends Perhaps<Name, string>>(
  name: Name,
  optional: boolean,
): Field<Draft> {
  return plain(
    { name, form: 'date', optional },
    (draft) => draft[name] ?? '',
    (draft, text) => {
      if (text === '') return { ...draft, [name]: null }
      return CalendarDate.safeParse(text).success
        ? { ...draft, [name]: text }
        : problemOf(
            `“${text}” er ikke en dato. Skriv den som 2026-11-23.`,
            `“${text}” is no date. Write it as 2026-11-23.`,
          )
    },
  )
}

/** A number as it is typed in the language of the form. */
export function number<Name extends FieldName, Draft extends Having<Name, number | null>>(
  name: Name,
  optional: boolean,
): Field<Draft> {
  return plain(
    { name, form: 'number', optional },
    (draft, locale) => {
      const value = draft[name]
      return value === null ? '' : writeNumber(value, locale)
    },
    (draft, text, locale) => {
      if (text === '') return { ...draft, [name]: null }
      const value = readTypedNumber(text.replace(/\s*%$/, ''), locale)
      return typeof value === 'number' ? { ...draft, [name]: value } : { problem: value }
    },
  )
}

/** What is said of a text that is no period of the kind. */
export function wrongPeriod(kind: PeriodKind, text: string): { readonly problem: Text } {
  const example = periodExample(kind)
  return problemOf(
    `“${text}” er ikke en periode for denne indikator. Skriv den som ${example}.`,
    `“${text}” is no period of this indicator. Write it as ${example}.`,
  )
}

/** A period of the kind. */
export function period<Name extends FieldName, Draft extends Having<Name, string>>(
  name: Name,
  kind: PeriodKind,
): Field<Draft> {
  return plain(
    { name, form: 'period', optional: false },
    (draft) => draft[name],
    (draft, text) => (parsePeriod(kind, text) ? { ...draft, [name]: text } : wrongPeriod(kind, text)),
  )
}

/** The fields of a form with what stands in them. */
export function fieldsOf<Draft>(fields: readonly Field<Draft>[], draft: Draft, locale: Locale): EditedField[] {
  return fields.map((field) => {
    const { name, form, optional, own, options = [] } = field
    return { name, form, optional, options, problem: null, ...(own && { own }), ...field.write(draft, locale) }
  })
}

/** Fields with what was typed in place of what stood there. */
export function asTyped(fields: readonly EditedField[], typed: Typed): EditedField[] {
  // Browsers send line ends as two characters.
  const clean = (name: string): string => typed(name).replaceAll('\r\n', '\n').trim()
  return fields.map((field) => ({
    ...field,
    da: clean(field.name),
    en: field.en === null ? null : clean(`${field.name}.en`),
  }))
}

/** Reads all fields; every one that cannot be read keeps what was typed and says why. */
export function readAll<Draft>(
  fields: readonly Field<Draft>[],
  draft: Draft,
  typed: Typed,
  locale: Locale,
): Edited<Draft> {
  let value = draft
  let isWhole = true
  const shown = asTyped(fieldsOf(fields, draft, locale), typed).map((field, index): EditedField => {
    const read = fields[index]?.read(value, { da: field.da, en: field.en ?? '' }, locale)
    if (read === undefined) return field
    if (isProblem(read)) {
      isWhole = false
      return { ...field, problem: read.problem }
    }
    value = read
    return field
  })
  return isWhole ? { value } : { fields: shown }
}

/** Whether reading came to a problem. */
export function isProblem(read: unknown): read is { readonly problem: Text } {
  return typeof read === 'object' && read !== null && 'problem' in read
}

/** A kind of definition that can be edited on its own: its form, and what a form says. */
export interface Editor<Value> {
  readonly fields: (value: Value, locale: Locale) => readonly EditedField[]
  readonly read: (value: Value, typed: Typed, locale: Locale) => Edited<Value>
}

/** Makes an {@link Editor} of fields. */
export const editor = <Value>(fields: readonly Field<Value>[]): Editor<Value> => ({
  fields: (value, locale) => fieldsOf(fields, value, locale),
  read: (value, typed, locale) => readAll(fields, value, typed, locale),
})
