import { sharedMeetingDocument as compileShared, type Sharing } from '@pejling/domain/meeting/meeting'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { sharedMeetings } from '../db/schema.ts'
import { newSecret } from '../workspace/administration.ts'
import { isDemonstration, kinds, listDefinitions, putDefinition } from '../workspace/definitions.ts'
import { newestShared, sharedDocuments, sharedRecord } from '../workspace/shared-meetings.ts'

/** How a meeting is shared, beyond with whom. */
export interface SharingTerms {
  /** Whether those who have the link so far are to see it no more: the link ends in another secret. */
  readonly newLink?: boolean
  /** The last day it is shown, in Denmark; `null`: until it is taken back. */
  readonly lastDay?: string | null
}

/**
 * Shares a meeting as it stands now with those who have its link or with everybody, or shares it no more (`draft`): what others
 * see changes in this moment and no other. Every version is kept. A link that has been taken back opens nothing again: sharing by link
 * again makes another. Returns whether there is such a meeting. Throws a NotAllowedError for those who may not publish.
 */
export function shareMeeting(
  db: Database,
  actor: Actor,
  slug: string,
  sharing: Sharing,
  { newLink = false, lastDay = null }: SharingTerms = {},
): boolean {
  authorise(actor, 'publisher')
  return write(db, actor, { action: 'share meeting' }, (changeSet) => {
    const meeting = listDefinitions(db, kinds.meeting).find((one) => one.slug === slug)
    if (!meeting) return false
    const before = newestShared(db, slug)
    const version = (before?.version ?? 0) + 1
    const isStillLinked = before !== null && before.document !== null && before.secret === meeting.secret
    const isAnother = sharing === 'link' && before !== null && (newLink || !isStillLinked)
    const secret = isAnother ? newSecret() : meeting.secret
    putDefinition(changeSet, kinds.meeting, { ...meeting, sharing, secret })
    if (sharing === 'draft' && (before === null || before.document === null)) return true
    const about = { demonstration: isDemonstration(db), version, sharedAt: changeSet.at }
    const document = sharing === 'draft' ? null : compileShared({ ...meeting, sharing }, sharedDocuments(db), about)
    const row = {
      slug,
      version,
      sharedAt: changeSet.at,
      body: document === null ? null : JSON.stringify(document),
      secret: sharing === 'link' ? secret : null,
      lastDay: sharing === 'draft' ? null : lastDay,
    }
    db.sql.insert(sharedMeetings).values(row).run()
    changeSet.record('shared-meeting', `${slug}/${version}`, null, sharedRecord(row))
    return true
  })
}
