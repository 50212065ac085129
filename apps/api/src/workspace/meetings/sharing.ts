import { meetingPath, type MeetingAddress } from '@pejling/addresses/meetings'
import { inOrder, openItems, shownItem, type Meeting } from '@pejling/domain/meeting/meeting'
import type { MeetingSharing, NewSharing } from '@pejling/domain/workspace/meetings'
import { reaches, type Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { shareMeeting } from '../../releases/share-meeting.ts'
import { newestShared, type SharedMeeting } from '../../releases/shared-meetings.ts'
import { requireMeeting } from './meetings.ts'

/* How a meeting is shared: with whoever has its link, or with everybody. Closed items never are. */

/** Where a meeting is seen: by everybody, or by those who have the secret. */
export const meetingAddress = ({
  slug,
  sharing,
  secret,
}: Pick<Meeting, 'slug' | 'sharing' | 'secret'>): MeetingAddress => ({
  slug,
  secret: sharing === 'link' ? secret : null,
})

/** Whether others see a meeting as it stands now. */
export function isCurrent({ document }: SharedMeeting, meeting: Meeting): boolean {
  if (document === null) return false
  const {
    version: _version,
    sharedAt: _sharedAt,
    sharing: _sharing,
    items,
    before: _before,
    demonstration: _demonstration,
    ...header
  } = document
  const { secret: _secret, sharing: _own, items: written, ...ownHeader } = meeting
  const seen = JSON.stringify({ ...header, items: items.map(({ earlier: _earlier, ...item }) => item) })
  return seen === JSON.stringify({ ...ownHeader, items: inOrder(openItems(written)).map(shownItem) })
}

/** How a meeting is shared. The key of its link is told to those who may share it. Throws a Problem (404). */
export function readSharing(db: Database, actor: Actor, slug: string): MeetingSharing {
  const meeting = requireMeeting(db, slug)
  const shared = newestShared(db, slug)
  const document = shared?.document ?? null
  const mayKnow = meeting.sharing === 'public' || reaches(actor, 'publisher')
  return {
    sharing: document === null ? 'draft' : document.sharing,
    address: document !== null && mayKnow ? meetingPath('agenda', meetingAddress(meeting), 'da') : null,
    version: shared?.version ?? 0,
    sharedAt: document?.sharedAt ?? null,
    isCurrent: shared !== null && isCurrent(shared, meeting),
    lastDay: shared?.lastDay ?? null,
  }
}

/** Shares a meeting as it stands now, without its closed items. Throws a Problem (404), and a NotAllowedError. */
export function share(db: Database, actor: Actor, slug: string, { sharing, ...terms }: NewSharing): MeetingSharing {
  requireMeeting(db, slug)
  shareMeeting(db, actor, slug, sharing, terms)
  return readSharing(db, actor, slug)
}

/** Shares a meeting no more: its link opens nothing again. Throws a Problem (404), and a NotAllowedError. */
export function endSharing(db: Database, actor: Actor, slug: string): MeetingSharing {
  requireMeeting(db, slug)
  shareMeeting(db, actor, slug, 'draft')
  return readSharing(db, actor, slug)
}
