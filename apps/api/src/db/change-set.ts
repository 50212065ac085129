import { createHash } from 'node:crypto'
import { desc, sql } from 'drizzle-orm'
import type { Actor } from './actor.ts'
import type { Database } from './database.ts'
import { changes, changeSets } from './schema.ts'
import { storedText } from './stored-text.ts'

/** What a change is about; with its key it names one thing in the workspace. */
export type ChangeKind =
  | 'profile'
  | 'framework'
  | 'focus-area'
  | 'goal'
  | 'area'
  | 'dimension'
  | 'source'
  | 'provenance'
  | 'indicator'
  | 'observation'
  | 'target'
  | 'override'
  | 'keepers'
  | 'connection'
  | 'action-plan'
  | 'idea'
  | 'meeting'
  | 'shared-meeting'
  | 'comment'
  | 'setting'
  | 'user'
  | 'second-factor'
  | 'mail-settings'
  | 'forgetting'
  | 'token'
  | 'release'
  | 'withdrawal'
  | 'planned-release'
  | 'webhook'

/** A transaction under way. Whatever is written through it must be told to `record`. */
export interface ChangeSet {
  readonly db: Database
  /** The number it will have if anything is recorded. */
  readonly number: number
  readonly at: string
  /** Notes that `key` went from `before` to `after` (JSON; null: was not, or is no more). Equal states are no change. */
  record(kind: ChangeKind, key: string, before: string | null, after: string | null): void
}

type Synchronous<T> = T extends PromiseLike<unknown> ? never : T

/**
 * Runs `work` in one transaction and writes the change set in the same one: all of it happens, with its trace, or nothing.
 * The work must be synchronous; with better-sqlite3 an `async` one would land outside any transaction, so its type forbids it.
 * A change set in which nothing was recorded is not written.
 */
export function write<T>(
  db: Database,
  actor: Actor,
  what: { readonly action: string; readonly reason?: string | null },
  work: (changeSet: ChangeSet) => Synchronous<T>,
): T {
  return db.sql.transaction(
    () => {
      const last = db.sql.select().from(changeSets).orderBy(desc(changeSets.number)).limit(1).get()
      const number = (last?.number ?? 0) + 1
      const at = db.clock()
      const reason = typeof what.reason === 'string' ? storedText(what.reason) : null
      const header = {
        number,
        at,
        actor: storedText(actor.name),
        account: actor.account ?? null,
        action: what.action,
        reason,
        previousHash: last?.hash ?? null,
        salt: db.salt(),
      }
      const digest = createHash('sha256').update(changeSetLine(header))
      // The rows of `changes` point at their change set, so it is written before them and given its hash at the end.
      db.sql
        .insert(changeSets)
        .values({ ...header, hash: '' })
        .run()
      const insert = db.sql
        .insert(changes)
        .values({
          changeSet: number,
          position: sql.placeholder('position'),
          kind: sql.placeholder('kind'),
          key: sql.placeholder('key'),
          before: sql.placeholder('before'),
          after: sql.placeholder('after'),
        })
        .prepare()
      let position = 0
      const result = work({
        db,
        number,
        at,
        record(kind, name, before, after) {
          if (before === after) return
          const key = storedText(name)
          insert.run({ position, kind, key, before, after })
          digest.update(changeLine({ position, kind, key, before, after }))
          position += 1
        },
      })
      if (position === 0) {
        db.sql
          .delete(changeSets)
          .where(sql`${changeSets.number} = ${number}`)
          .run()
      } else {
        db.sql
          .update(changeSets)
          .set({ hash: digest.digest('hex') })
          .where(sql`${changeSets.number} = ${number}`)
          .run()
      }
      return result
    },
    { behavior: 'immediate' },
  )
}

/** The number of the last change set; 0: there has been none. */
export const lastChangeSet = ({ sql: query }: Database): number =>
  query.select({ number: changeSets.number }).from(changeSets).orderBy(desc(changeSets.number)).limit(1).get()
    ?.number ?? 0

/** The line of a change set that its hash begins with. */
export function changeSetLine(row: Omit<typeof changeSets.$inferSelect, 'hash'>): string {
  const { number, at, actor, account, action, reason, previousHash, salt } = row
  // Those that were written before there was any salt, or an account's id, have their hash without it.
  const later = [...(salt === null ? [] : [salt]), ...(account === null ? [] : [{ account }])]
  return `${JSON.stringify([number, at, actor, action, reason, previousHash, ...later])}\n`
}

/** The line of a change that its change set's hash goes on with. */
export function changeLine(row: Omit<typeof changes.$inferSelect, 'changeSet'>): string {
  return `${JSON.stringify([row.position, row.kind, row.key, row.before, row.after])}\n`
}
