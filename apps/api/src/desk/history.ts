import type { DeskChange, DeskChangeSet } from '@pejling/domain/desk/views'
import { and, asc, count, desc, eq, inArray, lt, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../db/database.ts'
import { changes, changeSets, users } from '../db/schema.ts'
import { hidingClosedItems } from '../workspace/change-sets/closed-items.ts'
import { isUndoable } from '../workspace/undo.ts'

/** How many change sets stand on a page, and so many changes of each. */
const [setsShown, changesShown] = [25, 12]

/** Which change sets are shown: those before a number (`null`: from the newest on) that have the words in them. */
interface HistoryQuery {
  readonly before: number | null
  readonly search: string
  /** The id of the account whose change sets are meant; empty: everybody's. */
  readonly account?: string
  /** Whether everything is shown: administrators see whose accounts were changed and how. */
  readonly isWhole?: boolean
  /** Whether what was dealt with at meetings behind closed doors is shown. */
  readonly seesClosed?: boolean
}

/** Kinds of things that belong to accounts. */
const ofAccounts = ['user', 'token', 'second-factor', 'mail-settings', 'forgetting']
const address = /[^\s@"\\,]+@[^\s@"\\,]+/g
/** Fields that are never shown: what a password, a token or a meeting's link is known by. */
const secretFields = /"(password|hash|secret)":"(?:[^"\\]|\\.)*"/g

/** A change as it is shown: never with what anything secret is known by; to others than administrators without people's accounts. */
function shownChange({ kind, key, before, after }: DeskChange, isWhole: boolean): DeskChange {
  const isSecret = !isWhole && ofAccounts.includes(kind)
  const shown = (state: string | null): string | null => {
    if (state === null) return null
    if (isSecret) return '…'
    const text = state.replaceAll(secretFields, '"$1":"…"')
    return isWhole ? text : text.replaceAll(address, '…')
  }
  return { kind, key: isSecret ? '…' : key, before: shown(before), after: shown(after) }
}

/** Whether a change set was made by a person, for a reason, or to a thing that has the words in it. */
function isAbout(search: string, isWhole: boolean): SQL | undefined {
  if (search === '') return undefined
  const pattern = `%${search.replaceAll(/[!%_]/g, '!$&')}%`
  const has = (column: SQLiteColumn): SQL => sql`${column} LIKE ${pattern} ESCAPE '!'`
  const about = sql`${changeSets.number} IN (SELECT ${changes.changeSet} FROM ${changes} WHERE (${has(changes.key)} OR ${has(changes.kind)}) AND ${isWhole ? sql`1` : notInArray(changes.kind, ofAccounts)})`
  return or(has(changeSets.actor), has(changeSets.action), has(changeSets.reason), about)
}

/** What an account is called now, where the history calls it something else; a token's name comes after its account's. */
function calledNow(db: Database, account: string, actor: string): string | null {
  const name = db.sql.select({ name: users.name }).from(users).where(eq(users.id, account)).get()?.name
  return name === undefined || actor === name || actor.startsWith(`${name} (`) ? null : name
}

/** A page of the change sets that were asked for, newest first. */
export function readHistory(
  db: Database,
  { before, search, account = '', isWhole = false, seesClosed = false }: HistoryQuery,
): { readonly changeSets: readonly DeskChangeSet[]; readonly older: number | null } {
  const headers = db.sql
    .select()
    .from(changeSets)
    .where(
      and(
        before === null ? undefined : lt(changeSets.number, before),
        account === '' ? undefined : eq(changeSets.account, account),
        isAbout(search, isWhole),
      ),
    )
    .orderBy(desc(changeSets.number))
    .limit(setsShown + 1)
    .all()
  const shown = headers.slice(0, setsShown)
  const hide = hidingClosedItems(db)
  const numbers = shown.map(({ number }) => number)
  const counts = new Map(
    db.sql
      .select({
        changeSet: changes.changeSet,
        count: count(),
        kinds: sql<string>`group_concat(DISTINCT ${changes.kind})`,
      })
      .from(changes)
      .where(inArray(changes.changeSet, numbers))
      .groupBy(changes.changeSet)
      .all()
      .map((row) => [row.changeSet, row]),
  )
  return {
    changeSets: shown.map(({ number, at, actor, account: by, action, reason }) => ({
      number,
      at,
      actor,
      calledNow: by === null ? null : calledNow(db, by, actor),
      action,
      reason,
      count: counts.get(number)?.count ?? 0,
      undoable: (counts.get(number)?.kinds ?? '').split(',').every(isUndoable),
      changes: db.sql
        .select()
        .from(changes)
        .where(and(eq(changes.changeSet, number), lt(changes.position, changesShown)))
        .orderBy(asc(changes.position))
        .all()
        .map((change) => shownChange(seesClosed ? change : hide(change), isWhole)),
    })),
    older: headers.length > setsShown ? (numbers.at(-1) ?? null) : null,
  }
}
