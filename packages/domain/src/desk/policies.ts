import { Framework, Mark, type FocusArea } from '../framework.ts'
import { freeSlug } from '../slug.ts'
import type { Text } from '../text.ts'
import {
  editor,
  fieldsOf,
  list,
  optionalWords,
  plain,
  problemOf,
  readAll,
  words,
  type Edited,
  type EditedField,
  type Editor,
  type Field,
  type Typed,
} from './fields.ts'
import type { Locale } from '../text.ts'

/* The forms of a policy and of the parts it is made of: what it says, and what it calls them. */

/** A policy while it is being typed: what it calls its levels lies beside its other words. */
interface FrameworkDraft extends Omit<Framework, 'levels' | 'mark' | 'position' | 'slug'> {
  readonly mark: string
  readonly order: string
  readonly organisationName: Text
  readonly areaOne: Text
  readonly areaOther: Text
  readonly goalOne: Text
  readonly goalOther: Text
}

function draftOf(framework: Framework): FrameworkDraft {
  const { focusArea, goal } = framework.levels
  return {
    ...framework,
    mark: framework.mark ?? '',
    order: String(framework.position),
    organisationName: framework.organisation.name,
    areaOne: focusArea.one,
    areaOther: focusArea.other,
    goalOne: goal.one,
    goalOther: goal.other,
  }
}

function frameworkOf(draft: FrameworkDraft, { slug, mark }: Pick<Framework, 'slug' | 'mark'>): Framework {
  const { areaOne, areaOther, goalOne, goalOther, organisationName, order, ...rest } = draft
  return Framework.parse({
    ...rest,
    slug,
    mark,
    position: Number(order),
    organisation: { ...rest.organisation, name: organisationName },
    levels: { focusArea: { one: areaOne, other: areaOther }, goal: { one: goalOne, other: goalOther } },
  })
}

const orderField: Field<FrameworkDraft> = plain(
  { name: 'order', form: 'number', optional: false },
  ({ order }) => order,
  (draft, text) =>
    /^[1-9]\d?$/.test(text)
      ? { ...draft, order: text }
      : problemOf('Skriv et helt tal fra 1, som 2.', 'Write a whole number from 1, such as 2.'),
)

const frameworkFields: readonly Field<FrameworkDraft>[] = [
  words('title', 'line'),
  words('organisationName', 'line'),
  words('vision', 'paragraph'),
  words('purpose', 'paragraph'),
  list('challenges'),
  words('audience', 'paragraph'),
  words('carriedOutBy', 'paragraph'),
  words('areaOne', 'line'),
  words('areaOther', 'line'),
  words('goalOne', 'line'),
  words('goalOther', 'line'),
  orderField,
  optionalWords('note', 'paragraph'),
]

/** The texts of a policy, what it calls its levels, and its place among others. */
export const frameworkEditor: Editor<Framework> = {
  fields: (framework, locale) => fieldsOf(frameworkFields, draftOf(framework), locale),
  read: (framework, typed, locale) => {
    const read = readAll(frameworkFields, draftOf(framework), typed, locale)
    return 'fields' in read ? read : { value: frameworkOf(read.value, framework) }
  },
}

const nothing: Text = { da: '', en: '' }

/** The form of a policy that does not exist yet, beside those there are. It is of the same municipality. */
export const newFrameworkEditor = (frameworks: readonly [Framework, ...Framework[]]) => {
  const [first] = frameworks
  const marks = new Set(frameworks.map(({ mark }) => mark))
  const markField: Field<FrameworkDraft> = plain(
    { name: 'mark', form: 'line', optional: false },
    ({ mark }) => mark,
    (draft, text) => {
      if (!Mark.safeParse(text).success) {
        return problemOf(
          `“${text}” kan ikke stå i en adresse. Skriv et kort ord med små bogstaver fra a til z, som klima.`,
          `“${text}” cannot stand in an address. Write a short word in lower-case letters from a to z, such as klima.`,
        )
      }
      return marks.has(text)
        ? problemOf(`En anden politik har allerede “${text}”.`, `Another policy has “${text}” already.`)
        : { ...draft, mark: text }
    },
  )
  const fields = [...frameworkFields.slice(0, 1), markField, ...frameworkFields.slice(1)]
  const draft: FrameworkDraft = {
    ...draftOf(first),
    title: nothing,
    vision: nothing,
    purpose: nothing,
    challenges: [],
    audience: nothing,
    carriedOutBy: nothing,
    note: null,
    mark: '',
    order: String(1 + Math.max(...frameworks.map(({ position }) => position))),
  }
  return {
    fields: (locale: Locale): EditedField[] => fieldsOf(fields, draft, locale),
    read: (typed: Typed, locale: Locale): Edited<Framework> => {
      const read = readAll(fields, draft, typed, locale)
      if ('fields' in read) return read
      const slug = freeSlug(read.value.title.da, new Set(frameworks.map((one) => one.slug)))
      return { value: frameworkOf(read.value, { slug, mark: read.value.mark }) }
    },
  }
}

const focusAreaFields: readonly Field<Pick<FocusArea, 'title'>>[] = [words('title', 'line')]

/** What a focus area is called. */
export const focusAreaEditor = editor<FocusArea>([words('title', 'line')])

/** The form of a focus area that does not exist yet, in a policy; it comes after the others. */
export const newFocusAreaEditor = (framework: Pick<Framework, 'slug'>, areas: readonly FocusArea[]) => {
  const own = areas.filter((area) => area.framework === framework.slug)
  const draft = { title: nothing }
  return {
    fields: (locale: Locale): EditedField[] => fieldsOf(focusAreaFields, draft, locale),
    read: (typed: Typed, locale: Locale): Edited<FocusArea> => {
      const read = readAll(focusAreaFields, draft, typed, locale)
      if ('fields' in read) return read
      const { title } = read.value
      return {
        value: {
          slug: freeSlug(title.da, new Set(areas.map(({ slug }) => slug))),
          framework: framework.slug,
          position: 1 + Math.max(0, ...own.map(({ position }) => position)),
          printedNumber: null,
          title,
        },
      }
    },
  }
}
