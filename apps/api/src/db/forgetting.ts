import { createHash } from 'node:crypto'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { changeLine, changeSetLine, type ChangeSet } from './change-set.ts'
import type { Database } from './database.ts'
import { changes, changeSets } from './schema.ts'

/*
 * Forgetting a person in the history, and proving the rest. A change set's hash stays where it is, so the chain holds; what
 * stands in the change set is from then on proven by the change set of the forgetting, which says its digest. See
 * docs/decisions/0028.
 */

/** A person, by everything the history knows them by, and what stands there instead. */
export interface Forgotten {
  readonly email: string
  /** Names that are theirs alone. */
  readonly names: readonly string[]
  /** Names others have or had: what belongs to one of them is left alone. */
  readonly others: readonly string[]
  readonly pseudonym: { readonly email: string; readonly name: string }
}

/** Kinds of things whose states tell of accounts. */
const personal = ['user', 'token', 'keepers', 'planned-release'] as const
/** What an account is known by, and nothing else keeps: it goes with its name. */
const secrets = new Set(['identity', 'password'])

const Json = z.json()
type Json = z.infer<typeof Json>

/** Whether a text is a person's name, alone or with a token's after it. */
const isNamed = (text: string, name: string): boolean =>
  text === name || (text.startsWith(`${name} (`) && text.endsWith(')') && !text.slice(name.length).includes('), '))

/**
 * The text with a name in it replaced wherever it stands as a whole: alone, with a token's after it, or beside another's. Of the
 * names that can be read from a place on, the longest is meant: "Hansen, Ida" is one person where there is one of that name.
 */
export function withoutName(text: string, who: Forgotten): string {
  const { email, names, others, pseudonym } = who
  if (text === email) return pseudonym.email
  if (!names.some((name) => text.includes(name))) return text
  const known = [...names, ...others].toSorted((a, b) => b.length - a.length)
  const parts = text.split(', ')
  for (let length = parts.length; length > 0; length -= 1) {
    const first = parts.slice(0, length).join(', ')
    const name = known.find((one) => isNamed(first, one))
    if (name === undefined && length > 1) continue
    const now = name !== undefined && names.includes(name) ? pseudonym.name + first.slice(name.length) : first
    return length === parts.length ? now : `${now}, ${withoutName(parts.slice(length).join(', '), who)}`
  }
  return text
}

function redact(value: Json, who: Forgotten): Json {
  if (typeof value === 'string') return withoutName(value, who)
  if (Array.isArray(value)) return value.map((one) => redact(one, who))
  if (value === null || typeof value !== 'object') return value
  const isTheirs = value['email'] === who.email
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isTheirs || !secrets.has(key))
      // Of the account itself any name goes, also one that another person has.
      .map(([key, one]) => [key, isTheirs && key === 'name' ? who.pseudonym.name : redact(one, who)]),
  )
}

/** A state as change sets record it, without the person. */
export function redactState(state: string | null, who: Forgotten): string | null {
  return state === null ? null : JSON.stringify(redact(Json.parse(JSON.parse(state)), who))
}

/** What a change set says now. */
export function contentDigest(db: Database, number: number): string | null {
  const header = db.sql.select().from(changeSets).where(eq(changeSets.number, number)).get()
  if (!header) return null
  const digest = createHash('sha256').update(changeSetLine(header))
  const rows = db.sql.select().from(changes).where(eq(changes.changeSet, number)).orderBy(asc(changes.position)).all()
  for (const row of rows) digest.update(changeLine(row))
  return digest.digest('hex')
}

/** Takes a person out of everything that has been recorded before, and records what stands there now. */
export function forgetInHistory(changeSet: ChangeSet, who: Forgotten): void {
  const { db } = changeSet
  const touched = new Set<number>()
  for (const { number, actor } of db.sql
    .select()
    .from(changeSets)
    .where(sql`${changeSets.number} < ${changeSet.number}`)
    .all()) {
    const now = withoutName(actor, who)
    if (now === actor) continue
    db.sql.update(changeSets).set({ actor: now }).where(eq(changeSets.number, number)).run()
    touched.add(number)
  }
  for (const row of db.sql
    .select()
    .from(changes)
    .where(inArray(changes.kind, [...personal]))
    .all()) {
    const key = row.kind === 'user' && row.key === who.email ? who.pseudonym.email : row.key
    const [before, after] = [redactState(row.before, who), redactState(row.after, who)]
    if (key === row.key && before === row.before && after === row.after) continue
    db.sql
      .update(changes)
      .set({ key, before, after })
      .where(sql`${changes.changeSet} = ${row.changeSet} AND ${changes.position} = ${row.position}`)
      .run()
    touched.add(row.changeSet)
  }
  for (const number of [...touched].sort((a, b) => a - b)) {
    // Without its salt, the hash that stays confirms no guess at a name.
    db.sql.update(changeSets).set({ salt: null }).where(eq(changeSets.number, number)).run()
    changeSet.record('forgetting', String(number), null, contentDigest(db, number))
  }
}

/** The change sets a person was taken out of. */
export function forgottenIn(db: Database): number[] {
  const rows = db.sql.selectDistinct({ key: changes.key }).from(changes).where(eq(changes.kind, 'forgetting')).all()
  return rows.map(({ key }) => Number(key)).sort((a, b) => a - b)
}
