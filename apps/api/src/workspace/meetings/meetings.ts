import { Meeting, inOrder, type WrittenItem } from '@pejling/domain/meeting/meeting'
import { freeSlug } from '@pejling/domain/slug'
import type { NewMeeting, WorkspaceMeeting } from '@pejling/domain/workspace/meetings'
import type { MergePatch } from '@pejling/domain/workspace/patch'
import { authorise, reaches, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { readBody } from '../../http/input.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { newestShared } from '../shared-meetings.ts'
import { newSecret } from '../administration.ts'
import { kinds, listDefinitions, putDefinition, removeDefinition } from '../definitions.ts'
import { readPatched } from '../read-input.ts'
import { conflict, noSuch, wrongAt } from '../references.ts'

/* Meetings of committees as they are being prepared. Their items are in items.ts, how they are shared in sharing.ts. */

/** All meetings, the latest first. */
export const listMeetings = (db: Database): readonly Meeting[] =>
  listDefinitions(db, kinds.meeting).toSorted((a, b) => b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug))

/** The meeting of a name; `null`: there is none. */
export const findMeeting = (db: Database, slug: string): Meeting | null =>
  listDefinitions(db, kinds.meeting).find((one) => one.slug === slug) ?? null

/** The meeting of a name. Throws a Problem (404). */
export function requireMeeting(db: Database, slug: string): Meeting {
  const meeting = findMeeting(db, slug)
  if (!meeting) throw noSuch(`Der er intet møde "${slug}".`, `There is no meeting "${slug}".`)
  return meeting
}

/** Who may read what is dealt with behind closed doors: those who write agendas. */
export const mayReadClosed = (actor: Actor): boolean => reaches(actor, 'editor')

/** The items of a meeting that a person may read, in their order. */
export const itemsFor = (actor: Actor, { items }: Meeting): readonly WrittenItem[] =>
  inOrder(items).filter(({ closed }) => !closed || mayReadClosed(actor))

/** A meeting as it is answered to a person: never its secret. */
export function workspaceMeeting(actor: Actor, meeting: Meeting): WorkspaceMeeting {
  const { secret: _secret, items: _items, ...about } = meeting
  return { ...about, items: itemsFor(actor, meeting).length }
}

/** Throws a Problem (422) where the release a meeting shows has not been published. */
function checkRelease(db: Database, { release }: Pick<Meeting, 'release'>): void {
  if (openReleaseStore(db).release(release) === null) {
    throw wrongAt('/release', `Der er ingen udgivelse ${release}.`, `There is no release ${release}.`)
  }
}

/** Prepares a meeting that no one else sees yet. Throws a Problem (409, 422), and a NotAllowedError. */
export function createMeeting(db: Database, actor: Actor, input: NewMeeting): WorkspaceMeeting {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const taken = new Set(listDefinitions(db, kinds.meeting).map((one) => one.slug))
    const slug = input.slug ?? freeSlug(`${input.committee} ${input.date}`, taken)
    if (taken.has(slug)) throw conflict(`Mødet "${slug}" findes allerede.`, `There is a meeting "${slug}" already.`)
    const release = input.release ?? openReleaseStore(db).latestNumber()
    checkRelease(db, { release })
    const made = { ...input, slug, release, sharing: 'draft', secret: newSecret(), items: [] }
    const meeting = readBody(Meeting, made)
    putDefinition(changeSet, kinds.meeting, meeting)
    return workspaceMeeting(actor, meeting)
  })
}

/** Changes part of a meeting. Others see it when it is shared again. Throws a Problem (404, 422), and a NotAllowedError. */
export function changeMeeting(db: Database, actor: Actor, slug: string, patch: MergePatch): WorkspaceMeeting {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const before = requireMeeting(db, slug)
    const meeting = readPatched(Meeting, before, patch)
    if (meeting.release !== before.release) checkRelease(db, meeting)
    putDefinition(changeSet, kinds.meeting, meeting)
    return workspaceMeeting(actor, meeting)
  })
}

/** Removes a meeting that has never been shared. Throws a Problem (404, 409), and a NotAllowedError. */
export function removeMeeting(db: Database, actor: Actor, slug: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    requireMeeting(db, slug)
    if (newestShared(db, slug)) {
      throw conflict(
        'Mødet har været delt og kan ikke slettes. Stop delingen i stedet: DELETE …/sharing.',
        'The meeting has been shared and cannot be deleted. End the sharing instead: DELETE …/sharing.',
      )
    }
    removeDefinition(changeSet, kinds.meeting, slug)
  })
}
