import { danishDay } from '../period/danish-day.ts'
import {
  Action,
  actionKey,
  ActionState,
  planName,
  planOf,
  type ActionMilestone,
  type ActionPlan,
} from '../action-plan/action-plan.ts'
import { stateWords } from '../action-plan/outcome.ts'
import { Idea } from '../idea.ts'
import { Meeting, MeetingSubject } from '../meeting/meeting.ts'
import { freeSlug } from '../slug.ts'
import { CalendarDate } from '../source/source.ts'
import { listedWords, type Locale, type Text } from '../text.ts'
import {
  choice,
  danish,
  date,
  fieldsOf,
  isProblem,
  linesOf,
  optionalWords,
  plain,
  problemOf,
  readAll,
  readGoals,
  words,
  writeGoals,
  type Edited,
  type EditedField,
  type Field,
  type FieldOption,
  type Typed,
} from './fields.ts'

/* The forms of what a committee works with: actions, ideas, and meetings with their items. */

/** What the forms can point at. */
export interface CommitteePlace {
  readonly goals: readonly { readonly slug: string; readonly number: string; readonly text: Text }[]
  readonly indicators: readonly { readonly slug: string; readonly name: Text }[]
  readonly plans: readonly ActionPlan[]
  readonly releases: readonly { readonly number: number; readonly title: Text; readonly publishedAt: string }[]
}

/** Something that can be edited or made: `null` stands for what does not exist yet. */
export interface CommitteeForm<Value> {
  readonly fields: (value: Value | null, locale: Locale) => readonly EditedField[]
  readonly read: (value: Value | null, typed: Typed, locale: Locale) => Edited<Value>
}

const nothing: Text = { da: '', en: '' }

/** A form over a draft, which is made of a value and made into one. */
function formOf<Value, Draft>(
  fields: readonly Field<Draft>[],
  draftOf: (value: Value | null) => Draft,
  valueOf: (draft: Draft, value: Value | null) => Value | { readonly at: string; readonly problem: Text },
): CommitteeForm<Value> {
  return {
    fields: (value, locale) => fieldsOf(fields, draftOf(value), locale),
    read: (value, typed, locale) => {
      const read = readAll(fields, draftOf(value), typed, locale)
      if ('fields' in read) return read
      const made = valueOf(read.value, value)
      if (!isWrong(made)) return { value: made }
      const shown = fieldsOf(fields, read.value, locale)
      return { fields: shown.map((field) => (field.name === made.at ? { ...field, problem: made.problem } : field)) }
    },
  }
}

function isWrong(made: unknown): made is { readonly at: string; readonly problem: Text } {
  return isProblem(made) && 'at' in made
}

function goalsField<Draft extends { readonly goals: readonly string[] }>({ goals }: CommitteePlace): Field<Draft> {
  return plain(
    { name: 'goals', form: 'line', optional: true },
    (draft) => writeGoals(draft.goals, goals),
    (draft, text) => {
      const slugs = readGoals(text, goals)
      return 'problem' in slugs ? slugs : { ...draft, goals: slugs }
    },
  )
}

function indicatorsField<Draft extends { readonly indicators: readonly string[] }>({
  indicators,
}: CommitteePlace): Field<Draft> {
  return plain(
    { name: 'indicators', form: 'line', optional: true },
    (draft) => draft.indicators.join(', '),
    (draft, text) => {
      const slugs = listedWords(text)
      const unknown = slugs.find((one) => !indicators.some(({ slug }) => slug === one))
      return unknown === undefined
        ? { ...draft, indicators: slugs }
        : problemOf(
            `Der er ingen indikator “${unknown}”. Skriv navnet, som det står i indikatorens adresse.`,
            `There is no indicator “${unknown}”. Write its name as it stands in the address of the indicator.`,
          )
    },
  )
}

/** `2026-05-01 Aftale på plads`; what has been done begins with `ok`. */
const stepPattern = /^(ok\s+)?(\d{4}-\d{2}-\d{2})\s+(\S.*)$/i

const stepsField: Field<ActionDraft> = {
  name: 'steps',
  form: 'list',
  optional: true,
  write: ({ steps }) => {
    const written = (locale: Locale): string =>
      steps.map(({ title, due, done }) => `${done ? 'ok ' : ''}${due} ${title[locale]}`).join('\n')
    return { da: written('da'), en: written('en') }
  },
  read: (draft, typed) => {
    const [da, en] = [linesOf(typed.da), linesOf(typed.en)]
    if (da.length !== en.length) {
      return problemOf(
        `Der er ${da.length} linjer på dansk og ${en.length} på engelsk. Skriv lige mange, i samme rækkefølge.`,
        `There are ${da.length} lines in Danish and ${en.length} in English. Write as many in both, in the same order.`,
      )
    }
    const steps: ActionMilestone[] = []
    for (const [index, line] of da.entries()) {
      const [, done, due = '', title = ''] = stepPattern.exec(line) ?? []
      const other = stepPattern.exec(en[index] ?? '')?.[3] ?? ''
      if (title === '' || other === '' || !CalendarDate.safeParse(due).success) {
        return problemOf(
          `“${line}” kan ikke læses. Skriv en dato og hvad der skal være sket: 2026-05-01 Aftale på plads.`,
          `“${line}” cannot be read. Write a date and what shall have happened: 2026-05-01 Agreement in place.`,
        )
      }
      steps.push({ title: { da: title, en: other }, due, done: done !== undefined })
    }
    return { ...draft, steps }
  },
}

interface ActionDraft {
  readonly title: Text
  readonly description: Text
  readonly responsible: Text
  readonly partners: Text | null
  readonly targetGroup: Text | null
  readonly state: string
  readonly stateReason: Text | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly goals: readonly string[]
  readonly indicators: readonly string[]
  readonly effect: Text | null
  readonly steps: readonly ActionMilestone[]
}

const states: readonly FieldOption[] = ActionState.options.map((value) => ({ value, name: stateWords[value] }))

/** The form of an action of a plan. What is made new takes its name from its title. */
export function actionForm(place: CommitteePlace, plan: ActionPlan): CommitteeForm<Action> {
  const taken = new Set(plan.actions.map(({ slug }) => slug))
  const fields: readonly Field<ActionDraft>[] = [
    words('title', 'line'),
    words('description', 'paragraph'),
    choice('state', states),
    optionalWords('stateReason', 'line'),
    words('responsible', 'line'),
    optionalWords('partners', 'line'),
    optionalWords('targetGroup', 'line'),
    date('startsOn', true),
    date('endsOn', true),
    goalsField(place),
    indicatorsField(place),
    optionalWords('effect', 'line'),
    stepsField,
  ]
  return formOf(
    fields,
    (action): ActionDraft => ({
      title: action?.title ?? nothing,
      description: action?.description ?? nothing,
      responsible: action?.responsible ?? nothing,
      partners: action?.partners ?? null,
      targetGroup: action?.targetGroup ?? null,
      state: action?.state ?? 'planned',
      stateReason: action?.stateReason ?? null,
      startsOn: action?.startsOn ?? null,
      endsOn: action?.endsOn ?? null,
      goals: action?.goals ?? [],
      indicators: action?.indicators ?? [],
      effect: action?.effect ?? null,
      steps: action?.milestones ?? [],
    }),
    ({ steps, ...draft }, action) => {
      if (draft.state === 'stopped' && draft.stateReason === null) {
        return { at: 'stateReason', ...problemOf('Skriv, hvorfor den blev stoppet.', 'Write why it was stopped.') }
      }
      if (draft.startsOn !== null && draft.endsOn !== null && draft.endsOn < draft.startsOn) {
        return { at: 'endsOn', ...problemOf('Den slutter, før den begynder.', 'It ends before it begins.') }
      }
      return Action.parse({
        slug: action?.slug ?? freeSlug(draft.title.da, taken),
        ...draft,
        milestones: steps,
        continues: action?.continues ?? null,
      })
    },
  )
}

interface IdeaDraft {
  readonly heading: string
  readonly words: string
  readonly theme: string
  readonly voicedAt: string
  readonly voicedOn: string | null
  readonly goals: readonly string[]
  readonly takenUpBy: Idea['takenUpBy']
  readonly whyNot: string | null
}

/** The form of an idea. */
export function ideaForm(place: CommitteePlace, taken: ReadonlySet<string>): CommitteeForm<Idea> {
  const fields: readonly Field<IdeaDraft>[] = [
    danish('heading', 'line', false),
    danish('words', 'paragraph', false),
    danish('theme', 'line', false),
    danish('voicedAt', 'line', false),
    date('voicedOn', false),
    goalsField(place),
    plain(
      { name: 'takenUpBy', form: 'line', optional: true },
      ({ takenUpBy }) => takenUpBy.map((one) => actionKey(one, one.action)).join(', '),
      (draft, text) => {
        const keys = listedWords(text)
        const known = place.plans.flatMap(({ year, mark, actions }) =>
          actions.map(({ slug }) => ({ year, mark, action: slug })),
        )
        const found = keys.map((key) => known.find((one) => actionKey(one, one.action) === key))
        const unknown = keys.find((_, index) => found[index] === undefined)
        return unknown === undefined
          ? { ...draft, takenUpBy: found.filter((one) => one !== undefined) }
          : problemOf(
              `Der er ingen indsats “${unknown}”. Skriv år og navn, som de står i handleplanen: 2026.min-foerste-stemme.`,
              `There is no action “${unknown}”. Write the year and the name as they stand in the action plan: 2026.min-foerste-stemme.`,
            )
      },
    ),
    danish('whyNot', 'paragraph', true),
  ]
  return formOf(
    fields,
    (idea): IdeaDraft => ({
      heading: idea?.title ?? '',
      words: idea?.text ?? '',
      theme: idea?.theme ?? '',
      voicedAt: idea?.voicedAt ?? '',
      voicedOn: idea?.voicedOn ?? null,
      goals: idea?.goals ?? [],
      takenUpBy: idea?.takenUpBy ?? [],
      whyNot: idea?.whyNot ?? null,
    }),
    ({ heading, words: text, ...draft }, idea) =>
      Idea.parse({ slug: idea?.slug ?? freeSlug(heading, taken), title: heading, text, ...draft }),
  )
}

interface MeetingDraft {
  readonly committee: string
  readonly date: string | null
  readonly place: string | null
  readonly release: string
}

/**
 * The form of a meeting. Its figures are those of the release that is chosen; a new one has no items yet. `secret` is what the
 * link of a new one ends with.
 */
export function meetingForm(
  { releases }: CommitteePlace,
  taken: ReadonlySet<string>,
  secret: string,
): CommitteeForm<Meeting> {
  const options = releases.map(({ number, title, publishedAt }): FieldOption => {
    const day = danishDay(publishedAt)
    return {
      value: String(number),
      name: { da: `${number}: ${title.da}, ${day}`, en: `${number}: ${title.en}, ${day}` },
    }
  })
  const fields: readonly Field<MeetingDraft>[] = [
    danish('committee', 'line', false),
    date('date', false),
    danish('place', 'line', true),
    choice('release', options),
  ]
  return formOf(
    fields,
    (meeting): MeetingDraft => ({
      committee: meeting?.committee ?? '',
      date: meeting?.date ?? null,
      place: meeting?.place ?? null,
      release: meeting ? String(meeting.release) : (options[0]?.value ?? ''),
    }),
    ({ release, ...draft }, meeting) =>
      Meeting.parse({
        slug: meeting?.slug ?? freeSlug(`${draft.committee} ${draft.date ?? ''}`, taken),
        ...draft,
        release: Number(release),
        sharing: meeting?.sharing ?? 'draft',
        secret: meeting?.secret ?? secret,
        items: meeting?.items ?? [],
      }),
  )
}

type Item = Meeting['items'][number]

interface ItemDraft {
  readonly about: string
  readonly heading: string | null
  readonly position: string
  readonly point: string | null
  readonly recommendation: string | null
  readonly notes: string | null
  readonly said: string | null
  readonly decision: string | null
}

const subjectText = (about: MeetingSubject): string => {
  if (about.kind === 'goal') return `goal ${about.goal}`
  if (about.kind === 'indicator') return `indicator ${about.indicator}`
  return about.kind === 'action-plan' ? `action-plan ${planName(about)}` : 'text'
}

function subjectOf(text: string): MeetingSubject {
  const [kind = '', key = ''] = text.split(' ')
  return MeetingSubject.parse({
    kind,
    ...(kind === 'goal' && { goal: key }),
    ...(kind === 'indicator' && { indicator: key }),
    ...(kind === 'action-plan' && planOf(key)),
  })
}

/** The form of an item of a meeting. */
export function itemForm(place: CommitteePlace, meeting: Meeting): CommitteeForm<Item> {
  const subjects: readonly FieldOption[] = [
    { value: 'text', name: { da: 'Fri tekst', en: 'Free text' } },
    ...place.goals.map(({ number, text }) => ({
      value: `goal ${number}`,
      name: { da: `${number} ${text.da}`, en: `${number} ${text.en}` },
    })),
    ...place.plans.map((plan) => ({ value: `action-plan ${planName(plan)}`, name: plan.title })),
    ...place.indicators.map(({ slug, name }) => ({ value: `indicator ${slug}`, name })),
  ]
  const last = Math.max(0, ...meeting.items.map(({ position }) => position))
  const fields: readonly Field<ItemDraft>[] = [
    choice('about', subjects),
    danish('heading', 'line', true),
    plain(
      { name: 'position', form: 'number', optional: false },
      ({ position }) => position,
      (draft, text) =>
        /^\d{1,3}$/.test(text)
          ? { ...draft, position: text }
          : problemOf('Skriv et helt tal, som 3.', 'Write a whole number, such as 3.'),
    ),
    danish('point', 'paragraph', true),
    danish('recommendation', 'paragraph', true),
    danish('notes', 'paragraph', true),
    danish('said', 'paragraph', true),
    danish('decision', 'paragraph', true),
  ]
  return formOf(
    fields,
    (item): ItemDraft => ({
      about: item ? subjectText(item.about) : '',
      heading: item?.title ?? null,
      position: String(item?.position ?? last + 1),
      point: item?.point ?? null,
      recommendation: item?.recommendation ?? null,
      notes: item?.notes ?? null,
      said: item?.said ?? null,
      decision: item?.decision ?? null,
    }),
    ({ about, heading, position, ...texts }, item) => {
      const subject = subjectOf(about)
      if (subject.kind === 'text' && heading === null) {
        return { at: 'heading', ...problemOf('Skriv, hvad punktet hedder.', 'Write what the item is called.') }
      }
      const slugs = new Set(meeting.items.map(({ slug }) => slug))
      return {
        slug: item?.slug ?? freeSlug(heading ?? about.replace(/^(goal|indicator)/, 'punkt'), slugs),
        position: Number(position),
        about: subject,
        title: heading,
        ...texts,
      }
    },
  )
}
