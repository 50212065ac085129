import {
  asTyped,
  focusAreaEditor,
  frameworkEditor,
  goalEditor,
  indicatorEditor,
  keepersEditor,
  overrideEditor,
  readTarget,
  targetForm,
  type Edited,
  type EditedField,
  type Typed,
} from '@pejling/domain/desk/editing'
import type { DeskView, EditedKind } from '@pejling/domain/desk/views'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { hasValue } from '@pejling/domain/observation/observation'
import type { Target } from '@pejling/domain/target/target'
import type { Locale, Text } from '@pejling/domain/text/text'
import type { z } from 'zod'
import { listPeople } from '../accounts/users.ts'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { previewChange } from '../releases/preview.ts'
import {
  attachments,
  getAttached,
  getIndicator,
  kinds,
  listDefinitions,
  listIndicators,
  listTargets,
  putAttached,
  putDefinition,
  putIndicator,
  putTarget,
  removeTarget,
} from '../workspace/definitions.ts'
import { listSeries } from '../workspace/observations.ts'
import { standsNow, stateOf } from './meanwhile.ts'

type EditView = Extract<DeskView, { page: 'edit' }>

/** Something that can be edited: its form, and what a form makes of it. */
interface Subject {
  readonly name: Text
  /** As it is kept; `null`: it does not exist yet. */
  readonly body: unknown
  readonly fields: (locale: Locale) => readonly EditedField[]
  readonly read: (typed: Typed, locale: Locale) => Edited<(changeSet: ChangeSet) => void>
  readonly remove: ((changeSet: ChangeSet) => void) | null
}

/** What is decided for an indicator's headline. */
const targetFor = (db: Database, { slug, area }: Indicator): Target | null =>
  listTargets(db, slug).find(({ series }) => series === area) ?? null

/** A definition that has an editor of its own. */
function subjectOf<Value>(
  name: Text,
  value: Value,
  editor: {
    readonly fields: (value: Value, locale: Locale) => readonly EditedField[]
    readonly read: (value: Value, typed: Typed, locale: Locale) => Edited<Value>
  },
  put: (changeSet: ChangeSet, value: Value) => void,
): Subject {
  return {
    name,
    body: value,
    fields: (locale) => editor.fields(value, locale),
    read: (typed, locale) => {
      const read = editor.read(value, typed, locale)
      return 'fields' in read ? read : { value: (changeSet) => put(changeSet, read.value) }
    },
    remove: null,
  }
}

function targetSubject(db: Database, indicator: Indicator): Subject {
  const target = targetFor(db, indicator)
  const latest = latestOf(db, indicator)
  const place = {
    indicator,
    latest: latest ? { period: latest.period, value: latest.value } : null,
    areas: listDefinitions(db, kinds.area).filter(({ code }) => code !== indicator.area),
  }
  return {
    name: indicator.name,
    body: target,
    fields: (locale) => targetForm(target, place, locale),
    read: (typed, locale) => {
      const read = readTarget(target, place, typed, locale)
      return 'fields' in read ? read : { value: (changeSet) => putTarget(changeSet, indicator.slug, read.value) }
    },
    remove: target && ((changeSet) => removeTarget(changeSet, indicator.slug, target.slug)),
  }
}

/** What is attached to an indicator, which can be taken away again. */
function attachedSubject<Schema extends z.ZodType>(
  db: Database,
  { name, slug }: Indicator,
  attachment: Parameters<typeof getAttached<Schema>>[1],
  editor: Parameters<typeof subjectOf<z.output<Schema> | null>>[2],
): Subject {
  const now = getAttached(db, attachment, slug)
  return {
    ...subjectOf(name, now, editor, (changeSet, value) => putAttached(changeSet, attachment, slug, value)),
    remove: now === null ? null : (changeSet) => putAttached(changeSet, attachment, slug, null),
  }
}

const latestOf = (db: Database, indicator: Indicator) =>
  listSeries(db, indicator)
    .find(({ key }) => key === indicator.area)
    ?.observations.findLast(hasValue) ?? null

function ofIndicator(db: Database, kind: EditedKind, indicator: Indicator): Subject | null {
  if (kind === 'indikator') return subjectOf(indicator.name, indicator, indicatorEditor, putIndicator)
  if (kind === 'ansvarlig') {
    const people = listPeople(db).people.filter(({ closed }) => !closed)
    const options = people.map(({ email, name }) => ({ value: email, name: { da: name, en: name } }))
    return attachedSubject(db, indicator, attachments.keepers, keepersEditor(options))
  }
  // What is background only is not judged.
  if (indicator.direction === 'context') return null
  if (kind === 'maaltal') return targetSubject(db, indicator)
  const latest = latestOf(db, indicator)
  return latest && attachedSubject(db, indicator, attachments.override, overrideEditor(latest.period))
}

function findSubject(db: Database, kind: EditedKind, key: string): Subject | null {
  switch (kind) {
    case 'politik': {
      const framework = listDefinitions(db, kinds.framework).find(({ slug }) => slug === key)
      if (!framework) return null
      return subjectOf(framework.title, framework, frameworkEditor, (changeSet, value) =>
        putDefinition(changeSet, kinds.framework, value),
      )
    }
    case 'fokusomraade': {
      const area = listDefinitions(db, kinds.focusArea).find(({ slug }) => slug === key)
      if (!area) return null
      return subjectOf(area.title, area, focusAreaEditor, (changeSet, value) =>
        putDefinition(changeSet, kinds.focusArea, value),
      )
    }
    case 'maal': {
      const goal = listDefinitions(db, kinds.goal).find(({ number }) => number === key)
      if (!goal) return null
      return subjectOf(goal.text, goal, goalEditor, (changeSet, value) => putDefinition(changeSet, kinds.goal, value))
    }
    case 'indikator':
    case 'maaltal':
    case 'vurdering':
    case 'ansvarlig':
    default: {
      const indicator = getIndicator(db, key)
      return indicator && ofIndicator(db, kind, indicator)
    }
  }
}

const viewOf = (
  subject: Subject,
  about: Pick<EditView, 'kind' | 'key' | 'mayWrite' | 'fields'> & Partial<EditView>,
): EditView => ({
  page: 'edit',
  name: subject.name,
  before: stateOf(subject.body),
  removable: subject.remove !== null,
  saved: false,
  reason: '',
  problem: null,
  changes: undefined,
  ...about,
})

/** The form of something that can be edited; `null`: there is no such thing. */
export function readEdited(
  db: Database,
  { kind, key }: { readonly kind: EditedKind; readonly key: string },
  about: { readonly locale: Locale; readonly mayWrite: boolean; readonly saved: boolean },
): EditView | null {
  const subject = findSubject(db, kind, key)
  const { locale, ...rest } = about
  return subject && viewOf(subject, { kind, key, fields: subject.fields(locale), ...rest })
}

/** What is done with a form: see what it would change, save it, or take the thing away. */
export type EditStep = 'check' | 'save' | 'remove'

/** A field that is not as it stands now, with what does. */
function besideNow(field: EditedField, now: EditedField | undefined): EditedField {
  if (!now || (now.da === field.da && now.en === field.en)) return field
  return { ...field, problem: standsNow([now.da, now.en ?? ''].filter((text) => text !== '').join(' / ')) }
}

/**
 * Does with a form what its step says, in one change set. Answers `null` where it is done, otherwise the form again: with
 * what saving would change, or with what is wrong. Throws a NotAllowedError for those who may not edit.
 */
export function changeEdited(
  db: Database,
  actor: Actor,
  { kind, key }: { readonly kind: EditedKind; readonly key: string },
  { typed, locale, step }: { readonly typed: Typed; readonly locale: Locale; readonly step: EditStep },
): EditView | 'done' | null {
  authorise(actor, 'editor')
  const reason = typed('reason').trim()
  return write(db, actor, { action: 'definition', reason: reason === '' ? null : reason }, (changeSet) => {
    const subject = findSubject(db, kind, key)
    if (!subject) return null
    const about = { kind, key, mayWrite: true, reason }
    const read = subject.read(typed, locale)
    if (typed('before') !== stateOf(subject.body)) {
      const now = subject.fields(locale)
      const fields = asTyped(now, typed).map((field, index) => besideNow(field, now[index]))
      return viewOf(subject, { ...about, fields, problem: 'changed' })
    }
    if (step === 'remove') {
      subject.remove?.(changeSet)
      return 'done'
    }
    if ('fields' in read) return viewOf(subject, { ...about, fields: read.fields, problem: 'fields' })
    if (step === 'save') {
      read.value(changeSet)
      return 'done'
    }
    const fields = asTyped(subject.fields(locale), typed)
    return viewOf(subject, { ...about, fields, changes: previewChange(db, read.value) })
  })
}

/** Everything that can be edited, in the order of the policy. */
export function readDefinitions(db: Database, mayWrite: boolean): Extract<DeskView, { page: 'definitions' }> {
  const [framework] = listDefinitions(db, kinds.framework)
  const goals = listDefinitions(db, kinds.goal).toSorted((a, b) =>
    a.number.localeCompare(b.number, 'en', { numeric: true }),
  )
  const indicators = listIndicators(db)
  return {
    page: 'definitions',
    framework: framework ? { slug: framework.slug, title: framework.title } : null,
    areas: listDefinitions(db, kinds.focusArea)
      .toSorted((a, b) => a.position - b.position)
      .map(({ slug, title }) => ({
        slug,
        title,
        goals: goals
          .filter(({ focusArea }) => focusArea === slug)
          .map(({ slug: goalSlug, number, text }) => ({
            number,
            text,
            indicators: indicators
              .filter((indicator) => indicator.goals.some(({ goal }) => goal === goalSlug))
              .map((indicator) => ({ indicator, target: targetFor(db, indicator) })),
          })),
      })),
    mayWrite,
  }
}
