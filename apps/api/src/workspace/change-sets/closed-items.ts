import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { changes } from '../../db/schema.ts'

/*
 * Closed items (lukkede punkter) in the history of meetings. What was ever dealt with behind closed doors is told to those alone who
 * may read it there: an item that was open before it was closed is hidden from then on, and one that was taken off the agenda too.
 */

const State = z.looseObject({
  items: z.array(z.looseObject({ slug: z.string(), closed: z.boolean().default(false) })),
})

/** What is told in place of a closed item. */
const placeholder = { title: { da: 'Lukket punkt', en: 'Closed item' } }

function read(state: string | null): z.infer<typeof State> | null {
  const given: unknown = state === null ? null : JSON.parse(state)
  return State.safeParse(given).data ?? null
}

interface Recorded {
  readonly kind: string
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** Takes closed items out of recorded changes of meetings; other changes stay as they are. Each meeting is looked up once. */
export function hidingClosedItems(db: Database): <Change extends Recorded>(change: Change) => Change {
  const known = new Map<string, ReadonlySet<string>>()
  const closedOf = (meeting: string): ReadonlySet<string> => {
    const before = known.get(meeting)
    if (before) return before
    const closed = db.sql
      .select({ before: changes.before, after: changes.after })
      .from(changes)
      .where(and(eq(changes.kind, 'meeting'), eq(changes.key, meeting)))
      .all()
      .flatMap((change) => [change.before, change.after])
      .flatMap((state) => read(state)?.items ?? [])
      .flatMap((item) => (item.closed ? [item.slug] : []))
    const found = new Set(closed)
    known.set(meeting, found)
    return found
  }
  return (change) => {
    if (change.kind !== 'meeting') return change
    const closed = closedOf(change.key)
    const shown = (state: string | null): string | null => {
      const meeting = read(state)
      if (!meeting) return state === null ? null : '{}'
      const items = meeting.items.map((item) => (closed.has(item.slug) ? placeholder : item))
      return JSON.stringify({ ...meeting, items })
    }
    return { ...change, before: shown(change.before), after: shown(change.after) }
  }
}
