import type { Area } from '../area.ts'
import type { GoalComment } from '../comment.ts'
import type { Goal } from '../framework.ts'
import { Verdict } from '../progress/assessment.ts'
import type { Override } from '../progress/assessment.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { parsePeriod } from '../period/period.ts'
import type { PeriodKind } from '../period/period.ts'
import { methodWords, verdictWords } from '../sentence/verdict-words.ts'
import { ProgressMethod, Target } from '../target/target.ts'
import type { Locale, Text } from '../text.ts'
import { readTypedNumber } from '../intake/cell.ts'
import { writeNumber } from '../intake/figure-text.ts'
import {
  date,
  editor,
  fieldsOf,
  linesOf,
  list,
  number,
  optionalWords,
  period,
  plain,
  problemOf,
  readAll,
  words,
  wrongPeriod,
  type Edited,
  type EditedField,
  type Editor,
  type Field,
  type FieldName,
  type FieldOption,
  type Typed,
} from './fields.ts'
import type { DataProviders } from '../indicator/data-providers.ts'

/* The forms of goals and indicators, field by field. */

const goalFields: readonly Field<Goal>[] = [words('text', 'paragraph')]

const mostDecimals = 4
const noArea: FieldOption = { value: '', name: { da: 'Intet: målet er en værdi', en: 'None: the target is a value' } }
const methods: readonly FieldOption[] = [
  { value: '', name: { da: 'Den almindelige', en: 'The usual one' } },
  ...ProgressMethod.options.map((method) => ({ value: method, name: methodWords[method] })),
]

/** A definition while it is being typed: what it may leave out is empty. */
type IndicatorDraft = Omit<Indicator, 'tasks' | 'withoutFigures' | 'numeratorNoun'> & {
  readonly tasks: readonly Text[]
  readonly withoutFigures: Text | null
  readonly peopleOne: Text | null
  readonly peopleOther: Text | null
}

const draftOfIndicator = ({ numeratorNoun, tasks, withoutFigures, ...rest }: Indicator): IndicatorDraft => ({
  ...rest,
  tasks: tasks ?? [],
  withoutFigures: withoutFigures ?? null,
  peopleOne: numeratorNoun?.one ?? null,
  peopleOther: numeratorNoun?.other ?? null,
})

function indicatorOf({ tasks, withoutFigures, peopleOne, peopleOther, ...definition }: IndicatorDraft): Indicator {
  return {
    ...definition,
    ...(withoutFigures && { withoutFigures }),
    ...(peopleOne && peopleOther && { numeratorNoun: { one: peopleOne, other: peopleOther } }),
    ...(tasks.length > 0 && { tasks: [...tasks] }),
  }
}

const several = optionalWords<'peopleOther', IndicatorDraft>('peopleOther', 'line')

/** What several people in the numerator are called; it goes with what one of them is called. */
const peopleOther: Field<IndicatorDraft> = {
  ...several,
  read: (draft, typed, locale) => {
    const read = several.read(draft, typed, locale)
    if ('problem' in read || (read.peopleOne === null) === (read.peopleOther === null)) return read
    return problemOf(
      'Skriv både, hvad én kaldes, og hvad flere kaldes, eller ingen af delene.',
      'Give both what one is called and what several are called, or neither.',
    )
  },
}

const indicatorFields: readonly Field<IndicatorDraft>[] = [
  words('name', 'line'),
  words('subject', 'line'),
  words('definition', 'paragraph'),
  optionalWords('numerator', 'line'),
  optionalWords('denominator', 'line'),
  optionalWords('peopleOne', 'line'),
  peopleOther,
  list('caveats'),
  list('tasks'),
  optionalWords('owner', 'line'),
  date('nextExpectedOn', true),
  optionalWords('nextExpectedNote', 'line'),
  optionalWords('withoutFigures', 'line'),
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
  /** The newest figure of the headline that may be told, from which a new target starts; `null`: there is none. */
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

function targetFields({ indicator, areas, latest }: TargetPlace): readonly Field<TargetDraft>[] {
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
    // Where no figure may be told, a target may begin at one that is not.
    number('baselineValue', latest === null),
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

const indicatorForm = editor(indicatorFields)

/** What a goal says. */
export const goalEditor = editor(goalFields)
/** What is said of a goal in a year. */
export const commentEditor = editor<GoalComment>([words('meaning', 'paragraph'), optionalWords('action', 'paragraph')])
/** What an indicator is called, how it is counted, and who answers for it. How it is judged is not edited here. */
export const indicatorEditor: Editor<Indicator> = {
  fields: (indicator, locale) => indicatorForm.fields(draftOfIndicator(indicator), locale),
  read: (indicator, typed, locale) => {
    const read = indicatorForm.read(draftOfIndicator(indicator), typed, locale)
    return 'fields' in read ? read : { value: indicatorOf(read.value) }
  },
}

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

// In Danish, unchanged has one name with a target and without, and a list needs two.
const unchangedByTarget: Text = { da: 'Uændret (målt mod et måltal)', en: verdictWords['no-change'].en }

const verdicts: readonly FieldOption[] = Verdict.options
  .filter((verdict) => verdict !== 'no-data' && verdict !== 'not-assessed' && verdict !== 'overdue')
  .map((verdict) => ({ value: verdict, name: verdict === 'no-change' ? unchangedByTarget : verdictWords[verdict] }))

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
export const dataProvidersEditor = (people: readonly FieldOption[]): Editor<DataProviders | null> => {
  const nobody: FieldOption = { value: '', name: { da: 'Ingen', en: 'Nobody' } }
  const fields: readonly Field<DataProviders>[] = [
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
  const none: DataProviders = { keeper: '', deputy: null }
  return {
    fields: (dataProviders, locale) => fieldsOf(fields, dataProviders ?? none, locale),
    read: (dataProviders, typed, locale) => readAll(fields, dataProviders ?? none, typed, locale),
  }
}
