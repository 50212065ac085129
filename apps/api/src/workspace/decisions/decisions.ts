import { decisionsAt, type DecisionPatch, type WorkspaceDecision } from '@pejling/domain/workspace/decisions'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { putItem } from '../meetings/items.ts'
import { listMeetings, mayReadClosed, requireMeeting } from '../meetings/meetings.ts'
import { noSuch } from '../references.ts'

/* What committees decided, across meetings, and what is to come of it. */

/** The decisions a person may read, the newest meeting first. */
export const listDecisions = (db: Database, actor: Actor): WorkspaceDecision[] =>
  decisionsAt(listMeetings(db)).filter(({ closed }) => !closed || mayReadClosed(actor))

/** A decision, by its meeting and item. Throws a Problem (404). */
export function getDecision(db: Database, actor: Actor, id: string): WorkspaceDecision {
  const decision = listDecisions(db, actor).find((one) => one.id === id)
  if (!decision) throw noSuch(`Der er ingen beslutning "${id}".`, `There is no decision "${id}".`)
  return decision
}

/** Notes what is to come of a decision. It is never published. Throws a Problem (404), and a NotAllowedError. */
export function followUpDecision(
  db: Database,
  actor: Actor,
  id: string,
  { followUp }: DecisionPatch,
): WorkspaceDecision {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const { meeting: slug, item: name } = getDecision(db, actor, id)
    const meeting = requireMeeting(db, slug)
    const item = meeting.items.find((one) => one.slug === name)
    if (item) putItem(changeSet, meeting, { ...item, followUp })
    return getDecision(db, actor, id)
  })
}
