import type { Area } from '../area/area.ts'
import type { FocusArea, Framework, Goal } from '../framework/framework.ts'
import { Verdict } from '../progress/assessment.ts'
import type { Override } from '../progress/assessment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { parsePeriod, periodExample } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { methodWords, verdictWords } from '../sentence/verdict-words.ts'
import { CalendarDate } from '../source/source.ts'
import { ProgressMethod, Target } from '../target/target.ts'
import type { Locale, Text } from '../text/text.ts'
import { readTypedNumber, writeNumber } from './cell.ts'
import type { Keepers } from './keepers.ts'

/*
 * A definition as a form: each of its fields as text, and back. What the form does not show stays as it is. Nothing is taken
 * that the form could not read: every field says itself what is wrong with it.
 */

/** How a field is filled in: one line, several, a line for each entry, a date, a number, or one of a list. */
export type FieldForm = 'line' | 'paragraph' | 'list' | 'date' | 'number' | 'period' | 'choice'

/** The fields a definition can have. */
export type FieldName =
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
  | 'caveats'
  | 'owner'
  | 'nextExpectedOn'
  | 'nextExpectedNote'
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
}

/** What was typed: by field, and by `field.en` for the English text. */
export type Typed = (name: string) => string

/** A definition read out of a form, or the fields with what is wrong at each. */
export type Edited<Value> = { readonly value: Value } | { readonly fields: readonly EditedField[] }

/** A way between a field and a part of a definition. `read` answers the changed definition, or why it cannot be. */
interface Field<Draft> extends Pick<EditedField, 'name' | 'form' | 'optional'> {
  readonly options?: readonly FieldOption[]
  readonly write: (draft: Draft, locale: Locale) => { readonly da: string; readonly en: string | null }
  readonly read: (
    draft: Draft,
    typed: { readonly da: string; readonly en: string },
    locale: Locale,
  ) => Draft | { readonly problem: Text }
}

const problemOf = (da: string, en: string): { readonly problem: Text } => ({ problem: { da, en } })
const missing = problemOf('Skriv noget her.', 'Write something here.')
const missingLanguage = problemOf('Skriv teksten på begge sprog.', 'Write the text in both languages.')

/** Anything that has a part of the field's name and kind. */
type Having<Name extends FieldName, Part> = Readonly<Record<Name, Part>>

/** A text that has to be there. */
function words<Name extends FieldName, Draft extends Having<Name, Text>>(
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

/** A text that may be left out, in both languages together. */
function optionalWords<Name extends FieldName, Draft extends Having<Name, Text | null>>(
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

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Texts that follow each other, one on each line; line by line the same in both languages. */
function list<Name extends FieldName, Draft extends Having<Name, readonly Text[]>>(name: Name): Field<Draft> {
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
function plain<Draft>(
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

function date<Name extends FieldName, Draft extends Having<Name, string | null>>(
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

function number<Name extends FieldName, Draft extends Having<Name, number | null>>(
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

function wrongPeriod(kind: PeriodKind, text: string): { readonly problem: Text } {
  const example = periodExample(kind)
  return problemOf(
    `“${text}” er ikke en periode for denne indikator. Skriv den som ${example}.`,
    `“${text}” is no period of this indicator. Write it as ${example}.`,
  )
}

function period<Name extends FieldName, Draft extends Having<Name, string>>(
  name: Name,
  kind: PeriodKind,
): Field<Draft> {
  return plain(
    { name, form: 'period', optional: false },
    (draft) => draft[name],
    (draft, text) => (parsePeriod(kind, text) ? { ...draft, [name]: text } : wrongPeriod(kind, text)),
  )
}

const frameworkFields: readonly Field<Framework>[] = [
  words('title', 'line'),
  words('vision', 'paragraph'),
  words('purpose', 'paragraph'),
  words('audience', 'paragraph'),
  words('carriedOutBy', 'paragraph'),
  optionalWords('note', 'paragraph'),
]

const focusAreaFields: readonly Field<FocusArea>[] = [words('title', 'line')]

const goalFields: readonly Field<Goal>[] = [words('text', 'paragraph')]

const mostDecimals = 4
const noArea: FieldOption = { value: '', name: { da: 'Intet: målet er en værdi', en: 'None: the target is a value' } }
const methods: readonly FieldOption[] = [
  { value: '', name: { da: 'Den almindelige', en: 'The usual one' } },
  ...ProgressMethod.options.map((method) => ({ value: method, name: methodWords[method] })),
]

const indicatorFields: readonly Field<Indicator>[] = [
  words('name', 'line'),
  words('subject', 'line'),
  words('definition', 'paragraph'),
  optionalWords('numerator', 'line'),
  optionalWords('denominator', 'line'),
  list('caveats'),
  optionalWords('owner', 'line'),
  date('nextExpectedOn', true),
  optionalWords('nextExpectedNote', 'line'),
  plain(
    {
      name: 'decimals',
      form: 'choice',
      optional: false,
      options: Array.from({ length: mostDecimals + 1 }, (_, index) => ({
        value: String(index),
        name: { da: String(index), en: String(index) },
      })),
    },
    ({ decimals }) => String(decimals),
    (all, text) => ({ ...all, decimals: Number(text) }),
  ),
  date('retiredOn', true),
]

/** A target while it is being typed: whatever may still be missing is empty or `null`. */
interface TargetDraft {
  readonly period: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly follow: string
  readonly difference: number | null
  readonly baselinePeriod: string
  readonly baselineValue: number | null
  readonly milestones: Target['milestones']
  readonly method: string
  readonly decidedBy: Text
  readonly decidedOn: string | null
  readonly note: Text | null
}

/** What a target is decided for, and what is known when it is typed. */
export interface TargetPlace {
  readonly indicator: Indicator
  /** The newest figure of the headline series, from which a new target starts; `null`: there is none. */
  readonly latest: { readonly period: string; readonly value: number } | null
  /** The areas it may follow. */
  readonly areas: readonly Area[]
}

function draftOf(target: Target | null, { latest }: TargetPlace): TargetDraft {
  const end = target?.target ?? target?.band ?? target?.benchmark
  return {
    period: end?.period ?? '',
    value: target?.target?.value ?? null,
    low: target?.band?.low ?? null,
    high: target?.band?.high ?? null,
    follow: target?.benchmark?.area ?? '',
    difference: target?.benchmark?.difference ?? null,
    baselinePeriod: target?.baseline.period ?? latest?.period ?? '',
    baselineValue: target?.baseline.value ?? latest?.value ?? null,
    milestones: target?.milestones ?? [],
    method: target?.method ?? '',
    decidedBy: target?.decidedBy ?? { da: '', en: '' },
    decidedOn: target?.decidedOn ?? null,
    note: target?.note ?? null,
  }
}

function milestonesField(kind: PeriodKind): Field<TargetDraft> {
  return plain(
    { name: 'milestones', form: 'list', optional: true },
    ({ milestones }, locale) => milestones.map((one) => `${one.period}: ${writeNumber(one.value, locale)}`).join('\n'),
    (draft, text, locale) => {
      const milestones: Target['milestones'] = []
      for (const line of linesOf(text)) {
        const [code = '', figure = ''] = line.split(':').map((part) => part.trim())
        if (!parsePeriod(kind, code)) return wrongPeriod(kind, code)
        const value = readTypedNumber(figure, locale)
        if (typeof value !== 'number') return { problem: value }
        milestones.push({ period: code, value })
      }
      return { ...draft, milestones }
    },
  )
}

function targetFields({ indicator, areas }: TargetPlace): readonly Field<TargetDraft>[] {
  const { periodKind } = indicator.cadence
  const band = indicator.direction === 'maintain'
  const ends: readonly Field<TargetDraft>[] = band
    ? [number('low', false), number('high', false)]
    : [
        number('value', true),
        plain(
          {
            name: 'follow',
            form: 'choice',
            optional: true,
            options: [noArea, ...areas.map(({ code, name }) => ({ value: code, name }))],
          },
          ({ follow }) => follow,
          (all, follow) => ({ ...all, follow }),
        ),
        number('difference', true),
      ]
  return [
    period('period', periodKind),
    ...ends,
    period('baselinePeriod', periodKind),
    number('baselineValue', false),
    milestonesField(periodKind),
    words('decidedBy', 'line'),
    date('decidedOn', false),
    optionalWords('note', 'paragraph'),
    plain(
      { name: 'method', form: 'choice', optional: true, options: methods },
      ({ method }) => method,
      (all, method) => ({ ...all, method }),
    ),
  ]
}

function fieldsOf<Draft>(fields: readonly Field<Draft>[], draft: Draft, locale: Locale): EditedField[] {
  return fields.map((field) => {
    const { name, form, optional, options = [] } = field
    return { name, form, optional, options, problem: null, ...field.write(draft, locale) }
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
function readAll<Draft>(fields: readonly Field<Draft>[], draft: Draft, typed: Typed, locale: Locale): Edited<Draft> {
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

function isProblem(read: unknown): read is { readonly problem: Text } {
  return typeof read === 'object' && read !== null && 'problem' in read
}

/** A kind of definition that can be edited on its own: its form, and what a form says. */
interface Editor<Value> {
  readonly fields: (value: Value, locale: Locale) => readonly EditedField[]
  readonly read: (value: Value, typed: Typed, locale: Locale) => Edited<Value>
}

const editor = <Value>(fields: readonly Field<Value>[]): Editor<Value> => ({
  fields: (value, locale) => fieldsOf(fields, value, locale),
  read: (value, typed, locale) => readAll(fields, value, typed, locale),
})

/** The texts of the policy. */
export const frameworkEditor = editor(frameworkFields)
/** What a focus area is called. */
export const focusAreaEditor = editor(focusAreaFields)
/** What a goal says. */
export const goalEditor = editor(goalFields)
/** What an indicator is called, how it is counted, and who answers for it. How it is judged is not edited here. */
export const indicatorEditor = editor(indicatorFields)

/** The form of a target; one that is not decided yet begins at the newest figure. */
export function targetForm(target: Target | null, place: TargetPlace, locale: Locale): EditedField[] {
  return fieldsOf(targetFields(place), draftOf(target, place), locale)
}

const severalEnds: Text = {
  da: 'Skriv enten en værdi eller et område, der følges, og kun det ene.',
  en: 'Give either a value or an area to follow, and only one of them.',
}

/** What the fields of a target say together, or the field that contradicts them. */
function targetOf(
  draft: TargetDraft,
  before: Target | null,
  { indicator }: TargetPlace,
): Target | { readonly name: FieldName; readonly problem: Text } {
  const { period: end, value, low, high, follow, difference, baselinePeriod, baselineValue, method } = draft
  const isBand = indicator.direction === 'maintain'
  if (!isBand && (value === null) === (follow === '')) return { name: 'value', problem: severalEnds }
  if (isBand && (low ?? 0) > (high ?? 0)) {
    return {
      name: 'high',
      problem: { da: 'Den øvre grænse ligger under den nedre.', en: 'The upper end lies below the lower one.' },
    }
  }
  return Target.parse({
    slug: before?.slug ?? 'maal',
    series: before?.series ?? indicator.area,
    baseline: { period: baselinePeriod, value: baselineValue },
    target: value === null || isBand ? null : { period: end, value },
    band: isBand ? { period: end, low, high } : null,
    benchmark: isBand || follow === '' ? null : { area: follow, period: end, difference: difference ?? 0 },
    milestones: draft.milestones,
    method: method === '' ? null : method,
    decidedBy: draft.decidedBy,
    decidedOn: draft.decidedOn,
    note: draft.note,
  })
}

/** Reads a target as it was typed; whoever decided it and when must be said. */
export function readTarget(before: Target | null, place: TargetPlace, typed: Typed, locale: Locale): Edited<Target> {
  const fields = targetFields(place)
  const read = readAll(fields, draftOf(before, place), typed, locale)
  if ('fields' in read) return read
  const target = targetOf(read.value, before, place)
  if ('slug' in target) return { value: target }
  const shown = fieldsOf(fields, read.value, locale)
  return { fields: shown.map((field) => (field.name === target.name ? { ...field, problem: target.problem } : field)) }
}

/** A verdict of one's own while it is being typed. */
interface OverrideDraft {
  readonly verdict: string
  readonly publicReason: Text
}

const verdicts: readonly FieldOption[] = Verdict.options
  .filter((verdict) => verdict !== 'no-data' && verdict !== 'not-assessed')
  .map((verdict) => ({ value: verdict, name: verdictWords[verdict] }))

const overrideFields: readonly Field<OverrideDraft>[] = [
  plain(
    { name: 'verdict', form: 'choice', optional: false, options: verdicts },
    ({ verdict }) => verdict,
    (all, verdict) => ({ ...all, verdict }),
  ),
  words('publicReason', 'paragraph'),
]

const draftOfOverride = (override: Override | null): OverrideDraft => ({
  verdict: override?.verdict ?? '',
  publicReason: override?.reason ?? { da: '', en: '' },
})

/** The administration's own verdict beside the computed one. It is about the latest figure, and lapses with the next. */
export const overrideEditor = (latestPeriod: string): Editor<Override | null> => {
  return {
    fields: (override, locale) => fieldsOf(overrideFields, draftOfOverride(override), locale),
    read: (override, typed, locale) => {
      const read = readAll(overrideFields, draftOfOverride(override), typed, locale)
      if ('fields' in read) return read
      const { verdict, publicReason } = read.value
      return { value: { verdict: Verdict.parse(verdict), reason: publicReason, latestPeriod } }
    },
  }
}

/** Who sends the figures of an indicator, chosen among those who have an account. */
export const keepersEditor = (people: readonly FieldOption[]): Editor<Keepers | null> => {
  const nobody: FieldOption = { value: '', name: { da: 'Ingen', en: 'Nobody' } }
  const fields: readonly Field<Keepers>[] = [
    plain(
      { name: 'keeper', form: 'choice', optional: false, options: people },
      ({ keeper }) => keeper,
      (all, keeper) => ({ ...all, keeper }),
    ),
    plain(
      { name: 'deputy', form: 'choice', optional: true, options: [nobody, ...people] },
      ({ deputy }) => deputy ?? '',
      (all, deputy) => ({ ...all, deputy: deputy === '' ? null : deputy }),
    ),
  ]
  const none: Keepers = { keeper: '', deputy: null }
  return {
    fields: (keepers, locale) => fieldsOf(fields, keepers ?? none, locale),
    read: (keepers, typed, locale) => readAll(fields, keepers ?? none, typed, locale),
  }
}
