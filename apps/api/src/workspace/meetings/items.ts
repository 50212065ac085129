import { inOrder, WrittenItem, type Meeting } from '@pejling/domain/meeting/meeting'
import { planName } from '@pejling/domain/action-plan/action-plan'
import { freeSlug } from '@pejling/domain/slug'
import type { NewItem } from '@pejling/domain/workspace/meetings'
import { inGivenOrder } from '@pejling/domain/workspace/order'
import type { MergePatch } from '@pejling/domain/workspace/patch'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { readBody } from '../../http/input.ts'
import { findPlan } from '../action-plans/action-plans.ts'
import { kinds, listDefinitions, putDefinition } from '../definitions.ts'
import { putPart } from '../parts.ts'
import { readPatched } from '../read-input.ts'
import { conflict, noSuch, unknownIndicators, refuseErrors, wrongAt, wrongOrder } from '../references.ts'
import { itemsFor, mayReadClosed, requireMeeting } from './meetings.ts'

/* The items of a meeting's agenda. */

/** Writes a meeting with other items. */
export const putItems = (changeSet: ChangeSet, meeting: Meeting, items: Meeting['items']): void =>
  putDefinition(changeSet, kinds.meeting, { ...meeting, items })

/** Writes an item into its meeting, in place of the one of the same name or after all others. */
export const putItem = (changeSet: ChangeSet, meeting: Meeting, item: WrittenItem): void =>
  putItems(changeSet, meeting, putPart(meeting.items, item))

/** Takes an item off the agenda. */
export const takeOffItem = (changeSet: ChangeSet, meeting: Meeting, { slug }: WrittenItem): void =>
  putItems(
    changeSet,
    meeting,
    meeting.items.filter((one) => one.slug !== slug),
  )

/** The items of a meeting that a person may read, in their order. Throws a Problem (404). */
export const listItems = (db: Database, actor: Actor, meeting: string): readonly WrittenItem[] =>
  itemsFor(actor, requireMeeting(db, meeting))

/** An item of a meeting that a person may read. Throws a Problem (404). */
export function requireItem(meeting: Meeting, actor: Actor, slug: string): WrittenItem {
  const item = itemsFor(actor, meeting).find((one) => one.slug === slug)
  if (!item) {
    throw noSuch(
      `Mødet "${meeting.slug}" har intet punkt "${slug}".`,
      `The meeting "${meeting.slug}" has no item "${slug}".`,
    )
  }
  return item
}

/** An item of a meeting. Throws a Problem (404), also where it is closed and the person may not read it. */
export const getItem = (db: Database, actor: Actor, meeting: string, slug: string): WrittenItem =>
  requireItem(requireMeeting(db, meeting), actor, slug)

/** Throws a Problem (422) where what an item is about is not there, or it has no name. */
function check(db: Database, { about, title }: WrittenItem): void {
  if (about.kind === 'text' && title === null) {
    throw wrongAt('/title', 'Skriv, hvad punktet hedder.', 'Write what the item is called.')
  }
  if (about.kind === 'goal' && !listDefinitions(db, kinds.goal).some(({ number }) => number === about.goal)) {
    throw wrongAt('/about/goal', `Der er intet mål ${about.goal}.`, `There is no goal ${about.goal}.`)
  }
  if (about.kind === 'indicator') {
    refuseErrors(unknownIndicators(db, [{ pointer: '/about/indicator', name: about.indicator }]))
  }
  if (about.kind === 'action-plan' && !findPlan(db, planName(about))) {
    const name = planName(about)
    throw wrongAt('/about/year', `Der er ingen handleplan "${name}".`, `There is no action plan "${name}".`)
  }
}

const isSameSubject = (a: WrittenItem, b: WrittenItem): boolean => JSON.stringify(a.about) === JSON.stringify(b.about)

/** What an item is called in addresses where no one says. */
const nameOf = ({ about, title }: Pick<NewItem, 'about' | 'title'>): string => {
  if (title !== null) return title
  if (about.kind === 'goal') return `punkt ${about.goal}`
  if (about.kind === 'indicator') return `punkt ${about.indicator}`
  return about.kind === 'action-plan' ? `handleplan ${planName(about)}` : 'punkt'
}

/** Puts an item on the agenda, after the others. Throws a Problem (404, 409, 422), and a NotAllowedError. */
export function createItem(db: Database, actor: Actor, meeting: string, input: NewItem): WrittenItem {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const of = requireMeeting(db, meeting)
    const taken = new Set(of.items.map(({ slug }) => slug))
    const slug = input.slug ?? freeSlug(nameOf(input), taken)
    if (taken.has(slug)) {
      throw conflict(`Mødet har allerede et punkt "${slug}".`, `The meeting has an item "${slug}" already.`)
    }
    const position = Math.max(0, ...of.items.map((one) => one.position)) + 1
    const item = readBody(WrittenItem, { ...input, slug, position })
    check(db, item)
    putItem(changeSet, of, item)
    return item
  })
}

/** Changes part of an item. Others see it when the meeting is shared again. Throws a Problem (404, 422), and a NotAllowedError. */
export function changeItem(db: Database, actor: Actor, meeting: string, slug: string, patch: MergePatch): WrittenItem {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const of = requireMeeting(db, meeting)
    const before = requireItem(of, actor, slug)
    const item = readPatched(WrittenItem, before, patch)
    // What the item has been about may be gone from the workspace since; its release still has it.
    if (!isSameSubject(before, item) || item.title !== before.title) check(db, item)
    putItem(changeSet, of, item)
    return item
  })
}

/** Takes an item off the agenda. Others see it when the meeting is shared again. Throws a Problem (404), and a NotAllowedError. */
export function removeItem(db: Database, actor: Actor, meeting: string, slug: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    const of = requireMeeting(db, meeting)
    takeOffItem(changeSet, of, requireItem(of, actor, slug))
  })
}

/** Puts the items of a meeting in an order. Throws a Problem where the order does not name each of them once (422), or there is no meeting (404). */
export function orderItems(
  db: Database,
  actor: Actor,
  meeting: string,
  order: readonly string[],
): readonly WrittenItem[] {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const of = requireMeeting(db, meeting)
    const placed = inGivenOrder(of.items, order)
    if (!placed) throw wrongOrder(inOrder(of.items))
    const items = placed.map((item, index) => ({ ...item, position: index + 1 }))
    putItems(changeSet, of, items)
    return mayReadClosed(actor) ? items : items.filter(({ closed }) => !closed)
  })
}
