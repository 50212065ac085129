import { danishDay } from '@pejling/domain/period/danish-day'
import { commentKey, type GoalComment } from '@pejling/domain/comment'
import {
  commentEditor,
  goalEditor,
  indicatorEditor,
  dataProvidersEditor,
  overrideEditor,
  readTarget,
  targetForm,
} from '@pejling/domain/desk/editing'
import { asTyped, inAllLanguages, type EditedField, type Typed } from '@pejling/domain/desk/fields'
import { focusAreaEditor, frameworkEditor, newFocusAreaEditor, newFrameworkEditor } from '@pejling/domain/desk/policies'
import { judgingEditor, newGoalEditor, newIndicatorEditor, type SetUpPlace } from '@pejling/domain/desk/setting-up'
import { siteEditor } from '@pejling/domain/desk/site-form'
import type { DeskView, EditedKind, ListedPolicy } from '@pejling/domain/desk/views'
import { byNumber, type FocusArea, type Framework, type Goal } from '@pejling/domain/framework'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { plainProfile } from '@pejling/domain/profile/profile'
import type { Target } from '@pejling/domain/target/target'
import type { Locale, Text } from '@pejling/domain/text'
import type { z } from 'zod'
import { listPeople } from '../accounts/users.ts'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { logoOf } from '../data-folder/logo.ts'
import { previewChange } from '../releases/preview.ts'
import { latestPublished } from '../releases/earlier-figures.ts'
import {
  attachments,
  getAttached,
  getIndicator,
  getProfile,
  kinds,
  listDefinitions,
  listFrameworks,
  listIndicators,
  listTargets,
  putAttached,
  removeDefinition,
  removeTarget,
} from '../workspace/definitions.ts'
import { commentResource } from '../workspace/comments/comment-resource.ts'
import { focusAreaResource } from '../workspace/focus-areas/focus-area-resource.ts'
import { frameworkResource } from '../workspace/frameworks/framework-resource.ts'
import { goalResource } from '../workspace/goals/goal-resource.ts'
import { indicatorResource } from '../workspace/indicators/indicator-resource.ts'
import type { Resource } from '../workspace/resource/resource.ts'
import { save } from '../workspace/resource/verbs.ts'
import { saveProfile } from '../workspace/settings/settings-verb.ts'
import { targetResource } from '../workspace/targets/target-resource.ts'
import { committeeSubject, isCommitteeKind } from './committee.ts'
import { standsNow, stateOf } from './meanwhile.ts'
import { newSubject, subjectOf, type Subject } from './subject.ts'

type EditView = Extract<DeskView, { page: 'edit' }>

/** What is decided for an indicator's headline. */
const targetFor = (db: Database, { slug, area }: Indicator): Target | null =>
  listTargets(db, slug).find(({ series }) => series === area) ?? null

/** Writes something by its own verb, new or changed. */
function put<Value>(changeSet: ChangeSet, resource: Resource<Value>, value: Value): void {
  save(changeSet, resource, value, resource.find(changeSet.db, resource.keyOf(value)))
}

const saveIndicator = (changeSet: ChangeSet, indicator: Indicator): void => put(changeSet, indicatorResource, indicator)

/** What there is already, for what is new. */
function setUpPlace(db: Database): SetUpPlace {
  const indicators = listIndicators(db)
  const frameworks = listFrameworks(db)
  return {
    frameworks,
    goals: listDefinitions(db, kinds.goal),
    taken: new Set(indicators.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs])),
    area: frameworks[0]?.organisation.area ?? '',
  }
}

function targetSubject(db: Database, indicator: Indicator): Subject {
  const target = targetFor(db, indicator)
  const latest = latestPublished(db, indicator)
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
      return 'fields' in read
        ? read
        : { value: (changeSet) => put(changeSet, targetResource, { indicator: indicator.slug, ...read.value }) }
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

function ofIndicator(db: Database, kind: EditedKind, indicator: Indicator): Subject | null {
  if (kind === 'indikator') return subjectOf(indicator.name, indicator, indicatorEditor, saveIndicator)
  if (kind === 'bedoemmelse') return subjectOf(indicator.name, indicator, judgingEditor(setUpPlace(db)), saveIndicator)
  if (kind === 'ansvarlig') {
    const people = listPeople(db).filter(({ closed }) => !closed)
    const options = people.map(({ email, name }) => ({ value: email, name: { da: name, en: name } }))
    return attachedSubject(db, indicator, attachments.keepers, dataProvidersEditor(options))
  }
  // What is background only is not judged.
  if (indicator.direction === 'context') return null
  if (kind === 'maaltal') return targetSubject(db, indicator)
  const latest = latestPublished(db, indicator)
  return latest && attachedSubject(db, indicator, attachments.override, overrideEditor(latest.period))
}

/** The comment on a goal in a year, by `1.1-2026`; one that has not been made begins empty. */
function commentSubject(db: Database, key: string): Subject | null {
  const [, number, year] = /^(.+)-(\d{4})$/.exec(key) ?? []
  const goal = listDefinitions(db, kinds.goal).find((one) => one.number === number)
  if (!goal) return null
  const nothing = { goal: goal.slug, year: Number(year), meaning: { da: '', en: '' }, action: null }
  const id = commentKey(nothing)
  const now = listDefinitions(db, kinds.comment).find((one) => commentKey(one) === id)
  const name = { da: `${goal.text.da} (${year})`, en: `${goal.text.en} (${year})` }
  const subject = subjectOf(name, now ?? nothing, commentEditor, (changeSet, value) =>
    put(changeSet, commentResource, value),
  )
  return { ...subject, remove: now ? (changeSet) => removeDefinition(changeSet, kinds.comment, id) : null }
}

/** The key of what there is one of. */
const theSite = '-'

const putFramework = (changeSet: ChangeSet, framework: Framework): void => put(changeSet, frameworkResource, framework)

function findSubject(db: Database, kind: EditedKind, key: string): Subject | null {
  if (isCommitteeKind(kind)) return committeeSubject(db, kind, key)
  switch (kind) {
    case 'sted': {
      if (key !== theSite) return null
      const name = { da: 'Stedet', en: 'The site' }
      return subjectOf(name, getProfile(db) ?? plainProfile, siteEditor, saveProfile)
    }
    case 'ny-politik': {
      const [first, ...others] = listFrameworks(db)
      if (first === undefined || key !== theSite) return null
      return newSubject({ da: 'Stedet', en: 'The site' }, newFrameworkEditor([first, ...others]), putFramework)
    }
    case 'nyt-fokusomraade': {
      const framework = listDefinitions(db, kinds.framework).find(({ slug }) => slug === key)
      if (!framework) return null
      const editor = newFocusAreaEditor(framework, listDefinitions(db, kinds.focusArea))
      return newSubject(framework.title, editor, (changeSet, value) => put(changeSet, focusAreaResource, value))
    }
    case 'politik': {
      const framework = listDefinitions(db, kinds.framework).find(({ slug }) => slug === key)
      if (!framework) return null
      return subjectOf(framework.title, framework, frameworkEditor, putFramework)
    }
    case 'fokusomraade': {
      const area = listDefinitions(db, kinds.focusArea).find(({ slug }) => slug === key)
      if (!area) return null
      return subjectOf(area.title, area, focusAreaEditor, (changeSet, value) =>
        put(changeSet, focusAreaResource, value),
      )
    }
    case 'maal': {
      const goal = listDefinitions(db, kinds.goal).find(({ number }) => number === key)
      if (!goal) return null
      return subjectOf(goal.text, goal, goalEditor, (changeSet, value) => put(changeSet, goalResource, value))
    }
    case 'ny-indikator': {
      const goal = listDefinitions(db, kinds.goal).find(({ number }) => number === key)
      return goal ? newSubject(goal.text, newIndicatorEditor(goal, setUpPlace(db)), saveIndicator) : null
    }
    case 'nyt-maal': {
      const area = listDefinitions(db, kinds.focusArea).find(({ slug }) => slug === key)
      if (!area) return null
      return newSubject(area.title, newGoalEditor(area, setUpPlace(db)), (changeSet, value) =>
        put(changeSet, goalResource, value),
      )
    }
    case 'kommentar':
      return commentSubject(db, key)
    case 'indikator':
    case 'maaltal':
    case 'vurdering':
    case 'ansvarlig':
    case 'bedoemmelse':
    default: {
      const indicator = getIndicator(db, key)
      return indicator && ofIndicator(db, kind, indicator)
    }
  }
}

const viewOf = (
  subject: Subject,
  about: Pick<EditView, 'kind' | 'key' | 'mayWrite' | 'fields' | 'languages'> & Partial<EditView>,
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

/** The languages the texts of the site are in. */
const languagesOf = (db: Database): readonly Locale[] => (getProfile(db) ?? plainProfile).languages

/** The form of something that can be edited; `null`: there is no such thing. */
export function readEdited(
  db: Database,
  { kind, key }: { readonly kind: EditedKind; readonly key: string },
  about: { readonly locale: Locale; readonly mayWrite: boolean; readonly saved: boolean },
): EditView | null {
  const subject = findSubject(db, kind, key)
  const { locale, ...rest } = about
  return subject && viewOf(subject, { kind, key, fields: subject.fields(locale), languages: languagesOf(db), ...rest })
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
  { typed: given, locale, step }: { readonly typed: Typed; readonly locale: Locale; readonly step: EditStep },
): EditView | 'done' | null {
  authorise(actor, 'editor')
  const languages = languagesOf(db)
  const typed = inAllLanguages(given, languages)
  const reason = typed('reason').trim()
  return write(db, actor, { action: 'definition', reason: reason === '' ? null : reason }, (changeSet) => {
    const subject = findSubject(db, kind, key)
    if (!subject) return null
    const about = { kind, key, mayWrite: true, reason, languages }
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

/** The years a goal has been commented on, and this one. */
function yearsOf(comments: readonly GoalComment[], goal: string, thisYear: number) {
  const said = new Set(comments.filter((one) => one.goal === goal).map(({ year }) => year))
  return [...new Set([thisYear, ...said])].sort((a, b) => b - a).map((year) => ({ year, isSaid: said.has(year) }))
}

/** The policies with everything under them. */
function listPolicies(db: Database): readonly ListedPolicy[] {
  const goals = listDefinitions(db, kinds.goal).toSorted(byNumber)
  const areas = listDefinitions(db, kinds.focusArea).toSorted((a, b) => a.position - b.position)
  const indicators = listIndicators(db)
  const comments = listDefinitions(db, kinds.comment)
  const thisYear = Number(danishDay(db.clock()).slice(0, 4))
  const listedGoal = ({ slug, number, text }: Goal) => ({
    number,
    text,
    comments: yearsOf(comments, slug, thisYear),
    indicators: indicators
      .filter((indicator) => indicator.goals.some(({ goal }) => goal === slug))
      .map((indicator) => ({ indicator, target: targetFor(db, indicator) })),
  })
  const listedArea = ({ slug, title }: FocusArea) => ({
    slug,
    title,
    goals: goals.filter(({ focusArea }) => focusArea === slug).map(listedGoal),
  })
  return listFrameworks(db).map(({ slug, title }) => ({
    slug,
    title,
    areas: areas.filter(({ framework }) => framework === slug).map(listedArea),
  }))
}

/** Everything that can be edited, in the order of the policies. */
export function readDefinitions(
  db: Database,
  mayWrite: boolean,
  problem: Text | null = null,
): Extract<DeskView, { page: 'definitions' }> {
  const logo = getProfile(db)?.logo ?? null
  return { page: 'definitions', policies: listPolicies(db), logo, problem, mayWrite }
}

/** Takes a file as the logo of the site; `null` takes the logo away. Returns what is wrong with it, else `null`. Throws a NotAllowedError. */
export function changeLogo(db: Database, actor: Actor, bytes: Buffer | null): Text | null {
  authorise(actor, 'editor')
  const logo = bytes && logoOf(bytes)
  if (logo && 'problem' in logo) return logo.problem
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    saveProfile(changeSet, { ...(getProfile(db) ?? plainProfile), logo })
    return null
  })
}
