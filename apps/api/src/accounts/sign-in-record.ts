import type { SignInKind } from '@pejling/domain/sign-in-pages/views'
import { and, count, desc, eq, gt, inArray, isNull, lt, sum } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { signIns, users } from '../db/schema.ts'
import { truncatedAddress } from './network.ts'

/*
 * The record of sign-ins: who came in, who did not, and what was changed of how a person does. It names accounts by their ids and
 * keeps no whole address. It is no data of the workspace: rows leave no change sets, and go after their term.
 */

/** What was tried and did not open anything. */
export const failedKinds = [
  'wrong-password',
  'wrong-code',
  'wrong-proof',
  'held-up',
  'closed',
  'ended',
  'refused',
] as const satisfies readonly SignInKind[]

/** Something to record. */
export interface SignInEvent {
  readonly kind: SignInKind
  /** The id of the account; `null`: there is none. */
  readonly account: string | null
  /** The whole address; `null`: from the command line. Only a part of it is kept. */
  readonly from: string | null
  /** What more there is to say, such as the page that was refused. */
  readonly detail?: string
}

/** The same again within so long is counted in one row, so that whoever guesses does not fill the disk. In milliseconds. */
const together = 10 * 60_000

/** How many tries in {@link together} that opened nothing are a burst. */
const burst = 50

const earlier = (db: Database, milliseconds: number): string =>
  new Date(Date.parse(db.clock()) - milliseconds).toISOString()

/** Records something. */
export function recordSignIn(db: Database, { kind, account, from, detail = '' }: SignInEvent): void {
  const at = db.clock()
  const address = from === null ? null : truncatedAddress(from)
  db.sql.transaction(
    () => {
      const same = db.sql
        .select()
        .from(signIns)
        .where(
          and(
            eq(signIns.kind, kind),
            account === null ? isNull(signIns.account) : eq(signIns.account, account),
            address === null ? isNull(signIns.address) : eq(signIns.address, address),
            eq(signIns.detail, detail),
            gt(signIns.at, earlier(db, together)),
          ),
        )
        .get()
      if (same) {
        db.sql
          .update(signIns)
          .set({ count: same.count + 1, lastAt: at })
          .where(eq(signIns.number, same.number))
          .run()
      } else {
        db.sql.insert(signIns).values({ at, lastAt: at, count: 1, account, kind, address, detail }).run()
      }
    },
    { behavior: 'immediate' },
  )
}

/** How many tries have opened nothing in the last ten minutes. */
function countRecentFailures(db: Database): number {
  const isRecent = and(inArray(signIns.kind, [...failedKinds]), gt(signIns.lastAt, earlier(db, together)))
  return Number(
    db.sql
      .select({ sum: sum(signIns.count) })
      .from(signIns)
      .where(isRecent)
      .get()?.sum ?? 0,
  )
}

/** Notices when many tries fail within a short while, and says so once for each while. */
export class BurstWatch {
  #toldAt: string | null = null

  /** How many have failed, where that is a burst that has not been warned of yet; `null`: it is not. */
  notice(db: Database): number | null {
    if (this.#toldAt !== null && this.#toldAt > earlier(db, together)) return null
    const failures = countRecentFailures(db)
    if (failures < burst) return null
    this.#toldAt = db.clock()
    return failures
  }
}

/** How many rows are shown at a time where no one says how many. */
const shown = 100

/** Which rows of the record are asked for: of one account or of all (`null`), before a row's number (`null`: from the newest on). */
interface AskedSignIns {
  readonly account: string | null
  readonly before: number | null
  readonly limit?: number
}

/** The record, the newest first. */
export function listSignIns(db: Database, { account, before, limit = shown }: AskedSignIns) {
  const rows = db.sql
    .select({ row: signIns, name: users.name })
    .from(signIns)
    .leftJoin(users, eq(users.id, signIns.account))
    .where(
      and(
        account === null ? undefined : eq(signIns.account, account),
        before === null ? undefined : lt(signIns.number, before),
      ),
    )
    .orderBy(desc(signIns.number))
    .limit(limit + 1)
    .all()
  const events = rows.slice(0, limit).map(({ row, name }) => ({
    number: row.number,
    at: row.at,
    lastAt: row.lastAt,
    count: row.count,
    kind: row.kind,
    name,
    address: row.address,
    detail: row.detail ?? '',
  }))
  return { events, older: rows.length > limit ? (events.at(-1)?.number ?? null) : null }
}

/** A page of the record, the newest first, and how many rows there are in all. */
export function pageOfSignIns(db: Database, asked: AskedSignIns) {
  const own = asked.account === null ? undefined : eq(signIns.account, asked.account)
  const total = db.sql.select({ count: count() }).from(signIns).where(own).get()?.count ?? 0
  return { ...listSignIns(db, asked), total }
}

const past = (before: string) => lt(signIns.lastAt, before)

/** How many rows are older than a moment. */
export const countOldSignIns = (db: Database, before: string): number =>
  db.sql.select({ count: count() }).from(signIns).where(past(before)).get()?.count ?? 0

/** Deletes the rows that are older than a moment. */
export function forgetOldSignIns(db: Database, before: string): void {
  db.sql.delete(signIns).where(past(before)).run()
}
