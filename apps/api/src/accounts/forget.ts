import type { DataProviders } from '@pejling/domain/indicator/data-providers'
import { and, asc, eq, isNull, like, ne, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { authorise, type Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { forgetInHistory, redactState, withoutName, type Forgotten } from '../db/forgetting.ts'
import {
  changes,
  changeSets,
  fetches,
  imports,
  dataProviders,
  plannedReleases,
  knownDevices,
  mails,
  mailSettings,
  answerLinks,
  passwordResets,
  releases,
  sessions,
  signIns,
  tokens,
  users,
} from '../db/schema.ts'
import { attachments, getAttached, putAttached } from '../workspace/definitions.ts'
import { forgetDevices } from './known-devices.ts'
import { dropFactors, secondFactorsOf } from './second-factors.ts'
import { indicatorsOf, removeToken, scopesOf } from './token-record.ts'
import { AccountError, accountOf, isForgotten, isLastAdministrator, forgottenDomain, saveUser } from './users.ts'

/* What is held about a person with an account: telling it, and forgetting it. */

const Named = z.looseObject({ name: z.string() })

/** Every name the accounts that are meant have had. */
function namesIn(db: Database, meant: SQL): Set<string> {
  const states = db.sql
    .select({ after: changes.after })
    .from(changes)
    .where(and(eq(changes.kind, 'user'), meant))
    .all()
  return new Set(states.flatMap(({ after }) => (after === null ? [] : [Named.parse(JSON.parse(after)).name])))
}

/**
 * Everything that is held about a person with an account, for when they ask; no secrets. Throws an {@link AccountError} where
 * there is none.
 */
export function describePerson(db: Database, given: string) {
  const { email, id, name, role, disabledAt, mustChangePassword, identity } = accountOf(db, given)
  const names = [...namesIn(db, eq(changes.key, email)).add(name)]
  // As themselves, or as a program with a token of theirs.
  const isThem = (column: typeof changeSets.actor | typeof releases.publishedBy): SQL | undefined =>
    or(
      ...names.map((one) => {
        const withToken = `${one.replaceAll(/[!%_]/g, '!$&')} (%`
        return sql`(${column} = ${one} OR ${column} LIKE ${withToken} ESCAPE '!')`
      }),
    )
  return {
    account: { id, email, name, names, role, closedAt: disabledAt, awaitsFirstSignIn: mustChangePassword, identity },
    sessions: db.sql
      .select({ createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, browser: sessions.agent })
      .from(sessions)
      .where(eq(sessions.user, email))
      .all(),
    tokens: db.sql
      .select()
      .from(tokens)
      .where(eq(tokens.user, email))
      .all()
      .map((token) => ({
        name: token.name,
        expiresOn: token.expiresOn,
        scopes: scopesOf(token),
        indicators: indicatorsOf(token),
        createdAt: token.createdAt,
        lastUsedAt: token.lastUsedAt,
      })),
    secondFactors: (({ passkeys, hasCodes }) => ({ passkeys, oneTimeCodes: hasCodes }))(secondFactorsOf(db, id)),
    signIns: db.sql.select().from(signIns).where(eq(signIns.account, id)).orderBy(asc(signIns.number)).all(),
    browsersKnown: db.sql
      .select({ lastSeenAt: knownDevices.lastSeenAt })
      .from(knownDevices)
      .where(eq(knownDevices.account, id))
      .all(),
    mails: db.sql
      .select({ kind: mails.kind, subject: mails.subject, queuedAt: mails.queuedAt, sentAt: mails.sentAt })
      .from(mails)
      .where(eq(mails.account, id))
      .orderBy(asc(mails.number))
      .all(),
    sendsFiguresOf: db.sql
      .select({ indicator: dataProviders.indicator })
      .from(dataProviders)
      .where(or(eq(dataProviders.keeper, email), eq(dataProviders.deputy, email)))
      .orderBy(asc(dataProviders.indicator))
      .all()
      .map(({ indicator }) => indicator),
    files: db.sql
      .select({ name: imports.name, receivedAt: imports.receivedAt, indicator: imports.indicator })
      .from(imports)
      .where(eq(imports.receivedBy, email))
      .all(),
    changeSets: db.sql
      .select({ number: changeSets.number, at: changeSets.at, action: changeSets.action, reason: changeSets.reason })
      .from(changeSets)
      // By the account's id, and by name what was written before accounts had ids.
      .where(or(eq(changeSets.account, id), and(isNull(changeSets.account), isThem(changeSets.actor))))
      .orderBy(asc(changeSets.number))
      .all(),
    releases: db.sql
      .select({ number: releases.number, publishedAt: releases.publishedAt, publishedBy: releases.publishedBy })
      .from(releases)
      .where(isThem(releases.publishedBy))
      .all(),
  }
}

/**
 * Those who have been forgotten in one database and are known in another: a backup of it made before. The history tells who they
 * are there: the change set that made their account.
 */
export function forgottenAgain(db: Database, backup: Database): string[] {
  const found = new Set<string>()
  for (const row of db.sql
    .select()
    .from(changes)
    .where(like(changes.key, `%${forgottenDomain}`))
    .all()) {
    const there = backup.sql
      .select({ kind: changes.kind, key: changes.key })
      .from(changes)
      .innerJoin(changeSets, eq(changeSets.number, changes.changeSet))
      .where(
        and(eq(changes.changeSet, row.changeSet), eq(changes.position, row.position), hasHashOf(db, row.changeSet)),
      )
      .get()
    if (there?.kind === 'user' && !isForgotten(there.key)) found.add(there.key)
  }
  return [...found].filter((email) => backup.sql.select().from(users).where(eq(users.email, email)).get() !== undefined)
}

/** Whether a change set is the same one: its number alone may be another's in another database. */
function hasHashOf(db: Database, number: number): SQL | undefined {
  const row = db.sql.select({ hash: changeSets.hash }).from(changeSets).where(eq(changeSets.number, number)).get()
  return row && eq(changeSets.hash, row.hash)
}

const Checkpoint = z.tuple([z.object({ busy: z.number() })])

/** Thrown where what has been deleted may still be read from the disk, because another program is reading the database. */
export class NotWipedError extends Error {
  override name = 'NotWipedError'
  constructor() {
    super(
      'What has been deleted can still be read from the journal of the database: another program, such as a continuous backup, was reading it. The server tries again every six hours, and `npm run pejling -- retention` at once.',
    )
  }
}

/**
 * Empties the journal of the database, which may hold what has since been deleted. Throws a {@link NotWipedError} where another
 * reader keeps it from being emptied.
 */
export function emptyJournal(db: Database): void {
  const [{ busy }] = Checkpoint.parse(db.connection.pragma('wal_checkpoint(TRUNCATE)'))
  if (busy !== 0) throw new NotWipedError()
}

/**
 * Overwrites what has been deleted, in the file and in its journal: until then it can still be read from the disk. Throws as
 * {@link emptyJournal} does.
 */
export function wipeDeleted(db: Database): void {
  db.connection.exec('VACUUM')
  emptyJournal(db)
}

function dropMailSettings(changeSet: ChangeSet, account: string): void {
  const { sql: query } = changeSet.db
  const own = eq(mailSettings.account, account)
  const before = query.select().from(mailSettings).where(own).get()
  if (!before) return
  query.delete(mailSettings).where(own).run()
  changeSet.record('mail-settings', account, before.body, null)
}

/** Who is asked for figures without one of them: the deputy takes the keeper's place; `null`: no one is left to send them. */
function withoutPerson(asked: DataProviders, email: string): DataProviders | null {
  const deputy = asked.deputy === email ? null : asked.deputy
  const left = { ...asked, deputy, ...(asked.owner === email && { owner: null }) }
  if (asked.keeper !== email) return left
  return deputy === null ? null : { ...left, keeper: deputy, deputy: null }
}

function pseudonymFor(db: Database): Forgotten['pseudonym'] {
  const taken = db.sql
    .select({ email: users.email })
    .from(users)
    .where(like(users.email, `%${forgottenDomain}`))
    .all()
  const number = taken.length + 1
  return { email: `${number}${forgottenDomain}`, name: `Tidligere bruger ${number}` }
}

/**
 * Forgets a person with an account: their address, name, password and identity are gone, from the history too, and a former
 * user with a number stands in their place. Their tokens and sessions end, and they are asked for no figures. What they
 * changed stays, and can be proven. The name a release was published under stays: it is public. Returns the name that stands
 * there now. Throws an {@link AccountError} where there is no such account, or no other administrator.
 */
export function forgetPerson(db: Database, actor: Actor, input: { readonly email: string }): string {
  authorise(actor, 'administrator')
  return write(db, actor, { action: 'user forget' }, (changeSet) => {
    const row = accountOf(db, input.email)
    if (isLastAdministrator(db, row)) {
      throw new AccountError(`${row.email} is the last administrator; make another one first`, 'last-administrator')
    }
    const { email } = row
    const pseudonym = pseudonymFor(db)
    // A name another person has too tells of no one for certain, and may be theirs.
    const others = new Set(
      db.sql
        .select({ name: users.name })
        .from(users)
        .where(ne(users.email, email))
        .all()
        .map(({ name }) => name),
    )
    const names = [...namesIn(db, eq(changes.key, email)).add(row.name)].filter((name) => !others.has(name))
    const known = new Set([...others, ...namesIn(db, ne(changes.key, email))])
    const who: Forgotten = { email, names, others: [...known], pseudonym }
    const former = {
      ...row,
      ...pseudonym,
      passwordHash: '',
      identity: null,
      ownRole: false,
      roleDecided: false,
      vouchedAt: null,
      breakGlass: false,
      mustChangePassword: false,
      oneTimeUntil: null,
      disabledAt: row.disabledAt ?? changeSet.at,
    }
    dropFactors(changeSet, row.id)
    forgetDevices(db, row.id, undefined)
    db.sql.delete(signIns).where(eq(signIns.account, row.id)).run()
    db.sql.delete(mails).where(eq(mails.account, row.id)).run()
    dropMailSettings(changeSet, row.id)
    db.sql.delete(passwordResets).where(eq(passwordResets.account, row.id)).run()
    db.sql.delete(answerLinks).where(eq(answerLinks.account, row.id)).run()
    // An id is no one else's: the old row gives it up before the new one takes it.
    db.sql
      .update(users)
      .set({ id: `${row.id} ` })
      .where(eq(users.email, email))
      .run()
    db.sql.insert(users).values(former).run()
    db.sql.delete(sessions).where(eq(sessions.user, email)).run()
    db.sql.update(tokens).set({ user: pseudonym.email }).where(eq(tokens.user, email)).run()
    db.sql.update(imports).set({ receivedBy: pseudonym.email }).where(eq(imports.receivedBy, email)).run()
    for (const { by } of db.sql.selectDistinct({ by: fetches.by }).from(fetches).all()) {
      db.sql
        .update(fetches)
        .set({ by: withoutName(by, who) })
        .where(eq(fetches.by, by))
        .run()
    }
    for (const { indicator, body } of db.sql.select().from(dataProviders).all()) {
      db.sql
        .update(dataProviders)
        .set({ body: redactState(body, who) ?? body })
        .where(eq(dataProviders.indicator, indicator))
        .run()
    }
    for (const { number, body } of db.sql.select().from(plannedReleases).all()) {
      const now = redactState(body, who) ?? body
      db.sql.update(plannedReleases).set({ body: now }).where(eq(plannedReleases.number, number)).run()
    }
    forgetInHistory(changeSet, who)
    saveUser(changeSet, undefined, former)
    for (const token of db.sql.select().from(tokens).where(eq(tokens.user, pseudonym.email)).all()) {
      removeToken(changeSet, token)
    }
    for (const { indicator } of db.sql.select().from(dataProviders).all()) {
      const asked = getAttached(db, attachments.keepers, indicator)
      if (asked) putAttached(changeSet, attachments.keepers, indicator, withoutPerson(asked, pseudonym.email))
    }
    db.sql.delete(users).where(eq(users.email, email)).run()
    return pseudonym.name
  })
}
