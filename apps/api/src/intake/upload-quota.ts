import { and, eq, isNull, sum } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { imports } from '../db/schema.ts'
import { diskSpace, isRoomy, type DiskSpace } from '../db/disk-space.ts'

/** Files that have been sent and not imported may take so many bytes: of one account, and of all. */
const mostOf = { one: 1_000_000_000, all: 4_000_000_000 } as const

/** Why no further file is taken just now: the sender has sent too much that waits, all have, or the disk is nearly full. */
export type QuotaProblem = 'quota' | 'no-room'

/** What may be sent now. `spaceOf`: the room there is for a database. */
export function quotaProblem(
  db: Database,
  email: string,
  spaceOf: (db: Database) => DiskSpace | null = diskSpace,
): QuotaProblem | null {
  const space = spaceOf(db)
  if (space && !isRoomy(space)) return 'no-room'
  const waiting = (by: string | null): number => {
    const ofSender = by === null ? undefined : eq(imports.receivedBy, by)
    const found = db.sql
      .select({ size: sum(imports.size) })
      .from(imports)
      .where(and(isNull(imports.changeSet), ofSender))
      .get()
    return Number(found?.size ?? 0)
  }
  return waiting(email) >= mostOf.one || waiting(null) >= mostOf.all ? 'quota' : null
}
