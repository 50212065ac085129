import {
  changeSetSentence,
  countedSentence,
  toldChange,
  type ChangeNames,
  type RecordedChange,
} from '@pejling/domain/change/change-words'
import { kindsOfAccounts } from '@pejling/domain/change/kind-words'
import type { Text } from '@pejling/domain/text'
import type { ChangeSetDetail, ChangeSetSummary } from '@pejling/domain/workspace/change-sets'
import { and, asc, count, desc, eq, gte, inArray, lt, lte, notInArray, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../db/database.ts'
import { changes, changeSets, users } from '../../db/schema.ts'
import { undoHindrance } from '../undo.ts'
import { changeNames, withoutAddresses } from './change-names.ts'
import { hidingClosedItems } from './closed-items.ts'

/** Which change sets are meant: all filters together. */
export interface ChangeSetFilter {
  /** Part of the name of who did it. */
  readonly who?: string | undefined
  /** The id of the account that did it; for administrators alone. */
  readonly account?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Kinds of things they changed. */
  readonly kind?: readonly string[] | undefined
  readonly indicator?: readonly string[] | undefined
  readonly action?: readonly string[] | undefined
  /** Words in who did it, why, or in what was written. */
  readonly q?: string | undefined
}

/** A page of change sets, newest first. */
export interface ChangeSetPage {
  readonly changeSets: readonly ChangeSetSummary[]
  readonly total: number
  /** The number the next page goes on before; `null`: this is the last. */
  readonly next: number | null
}

/** How much of the history is told to whoever reads it. */
export interface Sight {
  /** Administrators, signed in as themselves, see which accounts were changed. */
  readonly isWhole: boolean
  /** What was dealt with at meetings behind closed doors. */
  readonly seesClosed: boolean
}

/** Change sets of more than so many changes are told by counts. */
const toldUpTo = 500
/** How many changes of one change set are told one by one. */
const listedAtMost = 200

const has = (column: SQLiteColumn, words: string): SQL =>
  sql`${column} LIKE ${`%${words.replaceAll(/[!%_]/g, '!$&')}%`} ESCAPE '!'`

/** Kinds whose states name people: to others than administrators they are not searched, or searching would tell. */
const personal = [...kindsOfAccounts, 'keepers', 'planned-release', 'meeting']

const hasChange = (where: SQL | undefined): SQL =>
  sql`${changeSets.number} IN (SELECT ${changes.changeSet} FROM ${changes} WHERE ${where ?? sql`1`})`

function isOfIndicators(slugs: readonly string[]): SQL {
  const own = slugs.flatMap((slug) => [
    sql`${changes.key} = ${slug}`,
    // `0` is the character after `/`: whatever lies between has the prefix.
    sql`(${changes.key} >= ${`${slug}/`} AND ${changes.key} < ${`${slug}0`})`,
  ])
  const kinds = ['indicator', 'observation', 'target', 'override', 'keepers', 'connection']
  return hasChange(and(inArray(changes.kind, kinds), or(...own)))
}

function isAbout(words: string, isWhole: boolean): SQL | undefined {
  const byWhom = or(has(changeSets.actor, words), has(changeSets.action, words))
  // Whoever is not shown addresses cannot find them either.
  if (!isWhole && words.includes('@')) return byWhom
  const searched = isWhole ? [...kindsOfAccounts] : personal
  const written = or(has(changes.key, words), has(changes.before, words), has(changes.after, words))
  return or(byWhom, has(changeSets.reason, words), hasChange(and(notInArray(changes.kind, searched), written)))
}

function condition(filter: ChangeSetFilter, isWhole: boolean): SQL | undefined {
  const { who, account, since, until, kind, indicator, action, q } = filter
  return and(
    who === undefined ? undefined : has(changeSets.actor, who),
    account === undefined || !isWhole ? undefined : eq(changeSets.account, account),
    since === undefined ? undefined : gte(changeSets.at, since),
    until === undefined ? undefined : lte(changeSets.at, until),
    kind && hasChange(inArray(changes.kind, [...kind])),
    indicator && isOfIndicators(indicator),
    action && inArray(changeSets.action, [...action]),
    q === undefined ? undefined : isAbout(q, isWhole),
  )
}

type Header = typeof changeSets.$inferSelect

/** What an account is called now, where the history calls it something else; a token's name comes after its account's. */
function calledNow(db: Database, { account, actor }: Header): string | null {
  if (account === null) return null
  const name = db.sql.select({ name: users.name }).from(users).where(eq(users.id, account)).get()?.name
  return name === undefined || actor === name || actor.startsWith(`${name} (`) ? null : name
}

/** Reads the first changes of a change set, as far as whoever reads them may see. */
type ReadChanges = (number: number, limit: number) => RecordedChange[]

function changesFor(db: Database, { seesClosed }: Sight): ReadChanges {
  const hide = hidingClosedItems(db)
  return (number, limit) => {
    const all = db.sql
      .select({ kind: changes.kind, key: changes.key, before: changes.before, after: changes.after })
      .from(changes)
      .where(eq(changes.changeSet, number))
      .orderBy(asc(changes.position))
      .limit(limit)
      .all()
    return seesClosed ? all : all.map(hide)
  }
}

function summaryOf(db: Database, header: Header, names: ChangeNames, recorded: ReadChanges): ChangeSetSummary {
  const { number, at, actor, action } = header
  const counts = db.sql
    .select({ kind: changes.kind, count: count() })
    .from(changes)
    .where(eq(changes.changeSet, number))
    .groupBy(changes.kind)
    .all()
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  const reason = header.reason === null || names.isWhole ? header.reason : withoutAddresses(header.reason)
  const about = { actor, action, reason }
  const sentence =
    all > toldUpTo ? countedSentence(about, counts) : changeSetSentence(about, recorded(number, toldUpTo), names)
  return { number, at, actor, calledNow: calledNow(db, header), action, reason, changes: all, sentence }
}

/**
 * The change sets a filter means, newest first: `limit` of them before a number (`null`: from the newest), as far as
 * whoever reads them may see; no one is told a secret.
 */
export function listChangeSets(
  db: Database,
  filter: ChangeSetFilter,
  page: Sight & { readonly before: number | null; readonly limit: number },
): ChangeSetPage {
  const meant = condition(filter, page.isWhole)
  const rows = db.sql
    .select()
    .from(changeSets)
    .where(and(meant, page.before === null ? undefined : lt(changeSets.number, page.before)))
    .orderBy(desc(changeSets.number))
    .limit(page.limit + 1)
    .all()
  const shown = rows.slice(0, page.limit)
  const names = changeNames(db, page.isWhole)
  const recorded = changesFor(db, page)
  return {
    changeSets: shown.map((header) => summaryOf(db, header, names, recorded)),
    total: db.sql.select({ total: count() }).from(changeSets).where(meant).get()?.total ?? 0,
    next: rows.length > page.limit ? (shown.at(-1)?.number ?? null) : null,
  }
}

/** A change set with its changes in words, and whether it can be undone; `null`: there is none of that number. */
export function findChangeSet(db: Database, number: number, sight: Sight): ChangeSetDetail | null {
  const { isWhole } = sight
  const header = db.sql.select().from(changeSets).where(eq(changeSets.number, number)).get()
  if (!header) return null
  const names = changeNames(db, isWhole)
  const recorded = changesFor(db, sight)
  const why = undoHindrance(db, number)
  const shown = (said: Text | null): Text | null =>
    said === null || isWhole ? said : { da: withoutAddresses(said.da), en: withoutAddresses(said.en) }
  return {
    ...summaryOf(db, header, names, recorded),
    details: recorded(number, listedAtMost).map((change) => {
      const { fields, ...about } = toldChange(names, change)
      const told = fields.map((one) => ({ ...one, before: shown(one.before), after: shown(one.after) }))
      return { ...about, fields: told }
    }),
    undo: { possible: why === null, why },
  }
}
