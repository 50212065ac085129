import type { MeetingAddress } from '@pejling/addresses/meetings'
import { danishDay } from '@pejling/domain/period/danish-day'
import { newPlan, planName, rollOver, type ActionPlan } from '@pejling/domain/action-plan/action-plan'
import {
  actionForm,
  ideaForm,
  itemForm,
  meetingForm,
  type CommitteeForm,
  type CommitteePlace,
} from '@pejling/domain/desk/committee'
import type { Typed } from '@pejling/domain/desk/fields'
import { byNumber, printedNumber } from '@pejling/domain/framework'
import { committeeKinds, type CommitteeKind, type DeskView, type EditedKind } from '@pejling/domain/desk/views'
import type { Idea } from '@pejling/domain/idea'
import { inOrder, type Meeting } from '@pejling/domain/meeting/meeting'
import type { Locale, Text } from '@pejling/domain/text'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { newestShared, type SharedMeeting } from '../releases/shared-meetings.ts'
import { newSecret } from '../workspace/administration.ts'
import {
  kinds,
  listDefinitions,
  listFrameworks,
  listIndicators,
  putDefinition,
  removeDefinition,
} from '../workspace/definitions.ts'
import { newSubject, subjectOf, type Subject } from './subject.ts'

/* Action plans, ideas and meetings at the desk. */

/** Whether it is one of the things a committee works with. */
export function isCommitteeKind(kind: EditedKind): kind is CommitteeKind {
  return committeeKinds.some((one) => one === kind)
}

const plansOf = (db: Database): readonly ActionPlan[] =>
  listDefinitions(db, kinds.actionPlan).toSorted((a, b) => b.year - a.year)

const meetingsOf = (db: Database): readonly Meeting[] =>
  listDefinitions(db, kinds.meeting).toSorted((a, b) => (a.date < b.date ? 1 : -1))

function placeOf(db: Database): CommitteePlace {
  const store = openReleaseStore(db)
  return {
    goals: listDefinitions(db, kinds.goal).toSorted(byNumber),
    indicators: listIndicators(db),
    plans: plansOf(db),
    releases: store.releases(store.latestNumber()),
  }
}

/** The key of what is made under nothing. */
const nothingAbove = '-'

/** The part of a key before and after its point. */
function partsOf(key: string): readonly [string, string] {
  const at = key.indexOf('.')
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}

/** With one of its parts in place of the one of the same name, or after all others. */
function withPart<Part extends { readonly slug: string }>(parts: readonly Part[], part: Part): Part[] {
  return parts.some(({ slug }) => slug === part.slug)
    ? parts.map((one) => (one.slug === part.slug ? part : one))
    : [...parts, part]
}

/** Something that does not exist yet, with the form for it. */
function newOf<Value>(
  name: Text,
  form: CommitteeForm<Value>,
  put: (changeSet: ChangeSet, value: Value) => void,
): Subject {
  const editor = {
    fields: (locale: Locale) => form.fields(null, locale),
    read: (typed: Typed, locale: Locale) => form.read(null, typed, locale),
  }
  return newSubject(name, editor, put)
}

function actionSubject(db: Database, kind: 'indsats' | 'ny-indsats', key: string): Subject | null {
  const [name, slug] = partsOf(key)
  const plan = plansOf(db).find((one) => planName(one) === name)
  if (!plan) return null
  const form = actionForm(placeOf(db), plan)
  const putPlan = (changeSet: ChangeSet, actions: ActionPlan['actions']): void =>
    putDefinition(changeSet, kinds.actionPlan, { ...plan, actions })
  if (kind === 'ny-indsats') {
    return newOf(plan.title, form, (changeSet, action) => putPlan(changeSet, [...plan.actions, action]))
  }
  const action = plan.actions.find((one) => one.slug === slug)
  if (!action) return null
  return {
    ...subjectOf(action.title, action, form, (changeSet, value) => putPlan(changeSet, withPart(plan.actions, value))),
    remove: (changeSet) =>
      putPlan(
        changeSet,
        plan.actions.filter((one) => one !== action),
      ),
  }
}

const plainText = (words: string): Text => ({ da: words, en: words })

const putIdea = (changeSet: ChangeSet, idea: Idea): void => putDefinition(changeSet, kinds.idea, idea)

const putMeeting = (changeSet: ChangeSet, meeting: Meeting): void => putDefinition(changeSet, kinds.meeting, meeting)

function ideaSubject(db: Database, kind: 'ide' | 'ny-ide', key: string): Subject | null {
  const all = listDefinitions(db, kinds.idea)
  const form = ideaForm(placeOf(db), new Set(all.map(({ slug }) => slug)))
  if (kind === 'ny-ide') {
    if (key !== nothingAbove) return null
    return newOf({ da: 'Inspirationskataloget', en: 'The catalogue of ideas' }, form, putIdea)
  }
  const idea = all.find(({ slug }) => slug === key)
  if (!idea) return null
  return {
    ...subjectOf(plainText(idea.title), idea, form, putIdea),
    remove: (changeSet) => removeDefinition(changeSet, kinds.idea, idea.slug),
  }
}

function meetingSubject(db: Database, kind: 'moede' | 'nyt-moede', key: string): Subject | null {
  const all = meetingsOf(db)
  const form = meetingForm(placeOf(db), new Set(all.map(({ slug }) => slug)), newSecret())
  if (kind === 'nyt-moede') {
    if (key !== nothingAbove) return null
    return newOf({ da: 'Til udvalget', en: 'For the committee' }, form, putMeeting)
  }
  const meeting = all.find(({ slug }) => slug === key)
  if (!meeting) return null
  return {
    ...subjectOf(plainText(meeting.committee), meeting, form, putMeeting),
    // What others have seen does not go away.
    remove: newestShared(db, key) ? null : (changeSet) => removeDefinition(changeSet, kinds.meeting, key),
  }
}

function itemSubject(db: Database, kind: 'punkt' | 'nyt-punkt', key: string): Subject | null {
  const [of, slug] = partsOf(key)
  const meeting = meetingsOf(db).find((one) => one.slug === of)
  if (!meeting) return null
  const form = itemForm(placeOf(db), meeting)
  const name = plainText(meeting.committee)
  const putItems = (changeSet: ChangeSet, items: Meeting['items']): void =>
    putDefinition(changeSet, kinds.meeting, { ...meeting, items })
  if (kind === 'nyt-punkt') {
    return newOf(name, form, (changeSet, item) => putItems(changeSet, [...meeting.items, item]))
  }
  const item = meeting.items.find((one) => one.slug === slug)
  if (!item) return null
  return {
    ...subjectOf(name, item, form, (changeSet, value) => putItems(changeSet, withPart(meeting.items, value))),
    remove: (changeSet) =>
      putItems(
        changeSet,
        meeting.items.filter((one) => one !== item),
      ),
  }
}

/** What of a committee's things can be edited, or made, under a key; `null`: there is no such thing. */
export function committeeSubject(db: Database, kind: CommitteeKind, key: string): Subject | null {
  switch (kind) {
    case 'indsats':
    case 'ny-indsats':
      return actionSubject(db, kind, key)
    case 'ide':
    case 'ny-ide':
      return ideaSubject(db, kind, key)
    case 'moede':
    case 'nyt-moede':
      return meetingSubject(db, kind, key)
    case 'punkt':
    case 'nyt-punkt':
    default:
      return itemSubject(db, kind, key)
  }
}

const ideaState = ({ takenUpBy, whyNot }: Idea): 'taken-up' | 'declined' | 'open' =>
  takenUpBy.length > 0 ? 'taken-up' : whyNot === null ? 'open' : 'declined'

type CommitteeView = Extract<DeskView, { page: 'committee' }>

/** The plan of each policy that would come after its others; of this year where there is none. */
function nextPlans(db: Database): readonly ActionPlan[] {
  const plans = plansOf(db)
  return listFrameworks(db).map((framework) => {
    const newest = plans.find((plan) => plan.framework === framework.slug)
    return newest ? rollOver(newest, framework) : newPlan(framework, Number(danishDay(db.clock()).slice(0, 4)))
  })
}

/** What the committees work with. */
export function readCommittee(
  db: Database,
  about: Pick<CommitteeView, 'mayWrite' | 'imported' | 'problems'>,
): CommitteeView {
  return {
    page: 'committee',
    meetings: meetingsOf(db).map(({ slug, committee, date, sharing }) => ({ slug, committee, date, sharing })),
    plans: plansOf(db).map((plan) => ({
      name: planName(plan),
      title: plan.title,
      actions: plan.actions.map((action) => ({ slug: action.slug, title: action.title, state: action.state })),
    })),
    next: nextPlans(db).map(({ framework, title, actions }) => ({ framework, title, goesOn: actions.length })),
    ideas: listDefinitions(db, kinds.idea)
      .toSorted((a, b) => b.voicedOn.localeCompare(a.voicedOn) || a.slug.localeCompare(b.slug))
      .map((idea) => ({ slug: idea.slug, title: idea.title, theme: idea.theme, state: ideaState(idea) })),
    ...about,
  }
}

/** Makes a policy's plan of the next year, which goes on with what is neither done nor stopped. Throws a NotAllowedError. */
export function makeNextPlan(db: Database, actor: Actor, framework: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    const plan = nextPlans(db).find((one) => one.framework === framework)
    if (plan) putDefinition(changeSet, kinds.actionPlan, plan)
  })
}

/** Where a meeting is seen: by everybody, or by those who have the secret. */
const addressOf = ({ slug, sharing, secret }: Pick<Meeting, 'slug' | 'sharing' | 'secret'>): MeetingAddress => ({
  slug,
  secret: sharing === 'link' ? secret : null,
})

/** What an item is called: its own title, else that of what it is about. */
export function itemName({ title, about }: Meeting['items'][number], place: CommitteePlace): Text {
  if (title !== null) return plainText(title)
  if (about.kind === 'goal') {
    const goal = place.goals.find(({ number }) => number === about.goal)
    const number = printedNumber(about.goal)
    return { da: `${number} ${goal?.text.da ?? ''}`.trim(), en: `${number} ${goal?.text.en ?? ''}`.trim() }
  }
  if (about.kind === 'action-plan') {
    return place.plans.find((plan) => planName(plan) === planName(about))?.title ?? plainText(planName(about))
  }
  const indicator =
    about.kind === 'indicator' ? place.indicators.find(({ slug }) => slug === about.indicator) : undefined
  return indicator?.name ?? plainText('')
}

function sharedOf(shared: SharedMeeting | null, meeting: Meeting) {
  if (!shared || shared.document === null) return null
  const {
    version,
    sharedAt,
    sharing,
    items,
    before: _before,
    demonstration: _demonstration,
    ...header
  } = shared.document
  const seen = JSON.stringify({ ...header, items: items.map(({ earlier: _earlier, ...item }) => item) })
  const { secret: _secret, sharing: _sharing, items: own, ...ownHeader } = meeting
  const now = JSON.stringify({ ...ownHeader, items: inOrder(own).map(({ notes: _notes, ...item }) => item) })
  return { version, sharedAt, sharing, isCurrent: seen === now, lastDay: shared.lastDay }
}

/** A meeting at the desk; `null`: there is none of that name. */
export function readMeeting(
  db: Database,
  slug: string,
  may: Pick<Extract<DeskView, { page: 'meeting' }>, 'mayWrite' | 'mayShare'>,
): Extract<DeskView, { page: 'meeting' }> | null {
  const meeting = meetingsOf(db).find((one) => one.slug === slug)
  if (!meeting) return null
  const place = placeOf(db)
  // The secret link is for those who may share it; others at the desk see the meeting here.
  const { secret: _secret, ...shown } = meeting
  return {
    page: 'meeting',
    meeting: shown,
    items: inOrder(meeting.items).map((item) => ({
      slug: item.slug,
      name: itemName(item, place),
      decided: item.decision !== null,
    })),
    shared: sharedOf(newestShared(db, slug), meeting),
    address: meeting.sharing === 'link' && !may.mayShare ? null : addressOf(meeting),
    ...may,
  }
}

/** The speaker's notes of a meeting; `null`: there is none of that name. */
export function readNotes(db: Database, slug: string): Extract<DeskView, { page: 'notes' }> | null {
  const meeting = meetingsOf(db).find((one) => one.slug === slug)
  if (!meeting) return null
  const place = placeOf(db)
  const items = inOrder(meeting.items).map((item) => ({
    name: itemName(item, place),
    notes: item.notes,
    point: item.point,
  }))
  return { page: 'notes', slug, items }
}
