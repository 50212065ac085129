import { defaultDisclosureRule } from '../indicator/disclosure-rule.ts'
import { Goal, GoalNumber, markOf, type FocusArea, type Framework } from '../framework.ts'
import { Indicator, type GoalLink } from '../indicator/indicator.ts'
import { slugFrom } from '../slug.ts'
import type { Locale, Text } from '../text.ts'
import { countedFields, countedBy, draftOfCounted, type CountedDraft } from './counted-people.ts'
import {
  fieldsOf,
  number,
  optionalWords,
  plain,
  problemOf,
  readAll,
  words,
  type Edited,
  type EditedField,
  type Field,
  type FieldName,
  type Typed,
  choice,
  readGoals,
  writeGoals,
} from './fields.ts'
import { directions, kinds, periodKinds, units } from './indicator-options.ts'
import { nearestField } from './nearest-field.ts'

/* The forms of what is new, and of how an indicator is judged: what decides every verdict there will be of it. */

/** What there is already, which nothing new may be called after. */
export interface SetUpPlace {
  readonly frameworks: readonly Framework[]
  readonly goals: readonly Goal[]
  /** Addresses of indicators, those they had before among them. */
  readonly taken: ReadonlySet<string>
  /** The area of the municipality itself. */
  readonly area: string
}

/** How an indicator is judged, while it is being typed. */
interface JudgedDraft extends CountedDraft {
  readonly kind: string
  readonly direction: string
  readonly towards: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly everyYears: number | null
  readonly delayMonths: number | null
  readonly goals: Indicator['goals']
}

/** Goals by their numbers: `1.1, 2.3`. */
function goalsField(name: 'goals' | 'headlines', { goals }: SetUpPlace): Field<JudgedDraft> {
  const isHeadlines = name === 'headlines'
  return plain(
    { name, form: 'line', optional: isHeadlines },
    (draft) =>
      writeGoals(
        draft.goals.filter(({ headline }) => headline || !isHeadlines).map(({ goal }) => goal),
        goals,
      ),
    (draft, text) => {
      const slugs = readGoals(text, goals)
      if ('problem' in slugs) return slugs
      if (!isHeadlines) {
        const known = (slug: string): GoalLink =>
          draft.goals.find(({ goal }) => goal === slug) ?? { goal: slug, headline: false }
        return { ...draft, goals: slugs.map(known) }
      }
      const other = slugs.find((slug) => !draft.goals.some(({ goal }) => goal === slug))
      if (other !== undefined) {
        return problemOf(
          `Indikatoren hører ikke til mål ${writeGoals([other], goals)}. Skriv det også blandt målene.`,
          `The indicator does not belong to goal ${writeGoals([other], goals)}. Write it among the goals as well.`,
        )
      }
      return { ...draft, goals: draft.goals.map(({ goal }) => ({ goal, headline: slugs.includes(goal) })) }
    },
  )
}

const judgedFields = (place: SetUpPlace): readonly Field<JudgedDraft>[] => [
  goalsField('goals', place),
  goalsField('headlines', place),
  nearestField<JudgedDraft>(place.goals),
  choice('kind', kinds),
  choice('direction', directions),
  number('towards', true),
  number('lower', true),
  number('upper', true),
  number('everyYears', true),
  number('delayMonths', true),
  ...countedFields<JudgedDraft>(),
]

const draftOfJudged = (indicator: Indicator): JudgedDraft => ({
  kind: indicator.kind,
  direction: indicator.direction,
  towards: indicator.towards,
  lower: indicator.limits.lower,
  upper: indicator.limits.upper,
  everyYears: indicator.cadence.everyYears,
  delayMonths: indicator.cadence.delayMonths,
  goals: indicator.goals,
  ...draftOfCounted(indicator.disclosure),
})

function judgedBy(indicator: Indicator, draft: JudgedDraft): unknown {
  return {
    ...indicator,
    goals: draft.goals,
    kind: draft.kind,
    direction: draft.direction,
    towards: draft.towards,
    limits: { lower: draft.lower, upper: draft.upper },
    cadence: { ...indicator.cadence, everyYears: draft.everyYears, delayMonths: draft.delayMonths },
    disclosure: countedBy(indicator.disclosure, draft),
  }
}

/** What is said of a part of an indicator that does not go with the rest, at the field that part is typed in. */
const contradictions: Readonly<Record<string, readonly [field: FieldName, da: string, en: string]>> = {
  towards: [
    'towards',
    'Skriv en værdi, netop når retningen er mod en værdi.',
    'Give a value exactly when the direction is towards one.',
  ],
  kind: [
    'kind',
    'En baggrundsindikator har ingen retning, og kun den.',
    'A context indicator has no direction, and only it.',
  ],
  noun: ['nounOne', 'Et antal skal have et navneord: hvad tælles?', 'A count needs a noun: what does it count?'],
  limits: ['upper', 'Grænserne skal være tal.', 'The limits have to be numbers.'],
  cadence: [
    'delayMonths',
    'Skriv hele måneder, og et positivt antal år.',
    'Write whole months, and a positive number of years.',
  ],
  slug: ['name', 'Skriv et navn med bogstaver i.', 'Write a name with letters in it.'],
}

/** Reads a whole indicator, or says at which field it contradicts itself. */
function checked(candidate: unknown, fields: readonly EditedField[]): Edited<Indicator> {
  const parsed = Indicator.safeParse(candidate)
  if (parsed.success) return { value: parsed.data }
  const problems = new Map<FieldName, Text>()
  for (const { path, message } of parsed.error.issues) {
    const [field, da, en] = contradictions[String(path[0])] ?? ['name' as const, message, message]
    problems.set(field, { da, en })
  }
  return { fields: fields.map((field) => ({ ...field, problem: problems.get(field.name) ?? field.problem })) }
}

/** How an indicator is judged: the goals it serves, which way is better, what is possible, and how often it comes. */
export const judgingEditor = (place: SetUpPlace) => ({
  fields: (indicator: Indicator, locale: Locale): EditedField[] =>
    fieldsOf(judgedFields(place), draftOfJudged(indicator), locale),
  read: (indicator: Indicator, typed: Typed, locale: Locale): Edited<Indicator> => {
    const fields = judgedFields(place)
    const read = readAll(fields, draftOfJudged(indicator), typed, locale)
    if ('fields' in read) return read
    return checked(judgedBy(indicator, read.value), fieldsOf(fields, read.value, locale))
  },
})

/** A new indicator while it is being typed. */
interface NewDraft extends JudgedDraft {
  readonly name: Text
  readonly subject: Text
  readonly definition: Text
  readonly unit: string
  readonly nounOne: Text | null
  readonly nounOther: Text | null
  readonly periodKind: string
}

const nothing: Text = { da: '', en: '' }

function newFields(place: SetUpPlace): readonly Field<NewDraft>[] {
  const judged = judgedFields(place).map((field): Field<NewDraft> => ({
    ...field,
    read: (draft, typed, locale) => {
      const read = field.read(draft, typed, locale)
      return 'problem' in read ? read : { ...draft, ...read }
    },
  }))
  return [
    words('name', 'line'),
    words('subject', 'line'),
    words('definition', 'paragraph'),
    choice('unit', units),
    optionalWords('nounOne', 'line'),
    optionalWords('nounOther', 'line'),
    choice('periodKind', periodKinds),
    ...judged,
  ]
}

/** The form of an indicator that does not exist yet, for a goal. Its address is made from its Danish name and never changes. */
export const newIndicatorEditor = (goal: Goal, place: SetUpPlace) => {
  const draft: NewDraft = {
    name: nothing,
    subject: nothing,
    definition: nothing,
    unit: '',
    nounOne: null,
    nounOther: null,
    periodKind: '',
    kind: '',
    direction: '',
    towards: null,
    lower: null,
    upper: null,
    everyYears: null,
    delayMonths: null,
    ...draftOfCounted(defaultDisclosureRule),
    goals: [{ goal: goal.slug, headline: false }],
  }
  return {
    fields: (locale: Locale): EditedField[] => fieldsOf(newFields(place), draft, locale),
    read: (typed: Typed, locale: Locale): Edited<Indicator> => {
      const fields = newFields(place)
      const read = readAll(fields, draft, typed, locale)
      if ('fields' in read) return read
      const { value } = read
      const shown = fieldsOf(fields, value, locale)
      const slug = slugFrom(value.name.da)
      if (place.taken.has(slug)) {
        const problem = problemOf(
          'Der er allerede en indikator af det navn. Giv den et andet.',
          'There is an indicator of that name already. Give it another.',
        )
        return { fields: shown.map((field) => (field.name === 'name' ? { ...field, ...problem } : field)) }
      }
      const candidate = {
        slug,
        formerSlugs: [],
        goals: value.goals,
        name: value.name,
        subject: value.subject,
        plural: { da: false, en: false },
        kind: value.kind,
        definition: value.definition,
        numerator: null,
        denominator: null,
        unit: value.unit,
        noun: value.nounOne && value.nounOther ? { one: value.nounOne, other: value.nounOther } : null,
        decimals: value.unit === 'count' ? 0 : 1,
        direction: value.direction,
        towards: value.towards,
        limits: { lower: value.lower, upper: value.upper },
        band: null,
        cadence: { periodKind: value.periodKind, everyYears: value.everyYears, delayMonths: value.delayMonths },
        nextExpectedOn: null,
        nextExpectedNote: null,
        sources: [],
        area: place.area,
        dimensions: [],
        breaks: [],
        caveats: [],
        owner: null,
        retiredOn: null,
        derived: null,
        disclosure: countedBy(defaultDisclosureRule, value),
      }
      return checked(candidate, shown)
    },
  }
}

/** A new goal while it is being typed. */
interface GoalDraft {
  readonly number: string
  readonly text: Text
}

/** The form of a goal that does not exist yet, in a focus area. */
export const newGoalEditor = (area: FocusArea, { frameworks, goals }: SetUpPlace) => {
  const mark = frameworks.find(({ slug }) => slug === area.framework)?.mark ?? null
  const before = mark === null ? '' : `${mark}-`
  const fields: readonly Field<GoalDraft>[] = [
    plain(
      { name: 'number', form: 'line', optional: false },
      (draft) => draft.number,
      (draft, text) => {
        if (!GoalNumber.safeParse(text).success || markOf(text) !== mark) {
          return problemOf(
            `“${text}” er ikke et nummer på et mål her. Skriv det som ${draft.number}.`,
            `“${text}” is no number of a goal here. Write it as ${draft.number}.`,
          )
        }
        return goals.some((goal) => goal.number === text)
          ? problemOf(`Der er allerede et mål ${text}.`, `There is a goal ${text} already.`)
          : { ...draft, number: text }
      },
    ),
    words('text', 'paragraph'),
  ]
  const taken = new Set(goals.map((goal) => goal.slug))
  const next = 1 + goals.filter((goal) => goal.focusArea === area.slug).length
  const draft: GoalDraft = { number: `${before}${area.position}.${next}`, text: nothing }
  return {
    fields: (locale: Locale): EditedField[] => fieldsOf(fields, draft, locale),
    read: (typed: Typed, locale: Locale): Edited<Goal> => {
      const read = readAll(fields, draft, typed, locale)
      if ('fields' in read) return read
      const { number: given, text } = read.value
      const own = slugFrom(text.da)
      const slug = own === '' || taken.has(own) ? `maal-${given.replaceAll('.', '-')}` : own
      return { value: Goal.parse({ slug, number: given, focusArea: area.slug, text }) }
    },
  }
}
