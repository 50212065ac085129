import { timestampAfter } from '@pejling/domain/day'
import { and, asc, count, inArray, isNull, lt, notInArray, sql, type SQL } from 'drizzle-orm'
import { emptyJournal, forgetPerson, wipeDeleted } from '../../accounts/forget.ts'
import { countUnseenDevices, forgetUnseenDevices } from '../../accounts/known-devices.ts'
import { countEndedSessions, forgetEndedSessions } from '../../accounts/sessions.ts'
import { countOldSignIns, forgetOldSignIns } from '../../accounts/sign-in-record.ts'
import { forgetEndedTokens, listEndedTokens } from '../../accounts/tokens.ts'
import { isForgotten } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { deliveries, fetches, releases, users } from '../../db/schema.ts'
import { countOldMails, forgetOldMails } from '../../extras/mail/outbox.ts'
import { countOldKeys, forgetOldKeys } from '../../http/idempotency.ts'
import { doEach } from '../../processes/do-each.ts'
import { forgetImport, importsBefore } from '../../intake/imports.ts'
import type { RetentionTerms } from '../../config/retention-terms.ts'

/*
 * What is no longer needed goes by itself: docs/operation.md says what, and after how long. Each kind is looked for in one
 * place, so that a trial says what would go, and nothing else goes.
 */

const kinds = [
  'accounts',
  'sessions',
  'tokens',
  'uploads',
  'originals',
  'fetches',
  'deliveries',
  'signIns',
  'devices',
  'idempotencyKeys',
  'mails',
] as const

/** One kind of thing that goes after its term. */
interface Kept {
  readonly what: (typeof kinds)[number]
  /** How many are past their term. */
  readonly due: number
  /** deletes them. */
  readonly forget: () => void
}

function closedAccounts(db: Database, before: string): string[] {
  const closed = db.sql.select().from(users).where(lt(users.disabledAt, before)).orderBy(asc(users.disabledAt)).all()
  return closed.map(({ email }) => email).filter((email) => !isForgotten(email))
}

const countRows = (db: Database, table: typeof fetches | typeof deliveries, where: SQL | undefined): number =>
  db.sql.select({ count: count() }).from(table).where(where).get()?.count ?? 0

function pastTheirTerm(db: Database, terms: RetentionTerms): Kept[] {
  const before = (days: number): string => timestampAfter(db.clock(), -days)
  const accounts = closedAccounts(db, before(terms.accounts))
  const tokensEnded = before(terms.tokens).slice(0, 10)
  const uploads = importsBefore(db, before(terms.uploads), false)
  const originals = importsBefore(db, before(terms.originals), true)
  const newest = db.sql
    .select({ number: sql<number>`max(${fetches.number})` })
    .from(fetches)
    .groupBy(fetches.indicator)
  const oldFetches = and(lt(fetches.at, before(terms.fetches)), notInArray(fetches.number, newest))
  const told = db.sql
    .select({ number: releases.number })
    .from(releases)
    .where(lt(releases.publishedAt, before(terms.deliveries)))
  const settled = and(isNull(deliveries.nextAt), inArray(deliveries.release, told))
  return [
    {
      what: 'accounts',
      due: accounts.length,
      forget: () => {
        for (const email of accounts) forgetPerson(db, system, { email })
      },
    },
    { what: 'sessions', due: countEndedSessions(db), forget: () => void forgetEndedSessions(db) },
    {
      what: 'tokens',
      due: listEndedTokens(db, tokensEnded).length,
      forget: () => forgetEndedTokens(db, system, tokensEnded),
    },
    ...(['uploads', 'originals'] as const).map((what): Kept => {
      const past = what === 'uploads' ? uploads : originals
      return {
        what,
        due: past.length,
        forget: () => {
          for (const one of past) forgetImport(db, one)
        },
      }
    }),
    {
      what: 'fetches',
      due: countRows(db, fetches, oldFetches),
      forget: () => void db.sql.delete(fetches).where(oldFetches).run(),
    },
    {
      what: 'deliveries',
      due: countRows(db, deliveries, settled),
      forget: () => void db.sql.delete(deliveries).where(settled).run(),
    },
    {
      what: 'signIns',
      due: countOldSignIns(db, before(terms.signIns)),
      forget: () => forgetOldSignIns(db, before(terms.signIns)),
    },
    {
      what: 'devices',
      due: countUnseenDevices(db, before(terms.signIns)),
      forget: () => forgetUnseenDevices(db, before(terms.signIns)),
    },
    {
      what: 'idempotencyKeys',
      due: countOldKeys(db, before(1)),
      forget: () => forgetOldKeys(db, before(1)),
    },
    {
      what: 'mails',
      due: countOldMails(db, before(terms.mails)),
      forget: () => forgetOldMails(db, before(terms.mails)),
    },
  ]
}

/** How many of each kind are past their term, or were. */
export type RetentionCounts = Readonly<Record<Kept['what'], number>>

/** What would go now. Nothing is changed. */
export function previewRetention(db: Database, terms: RetentionTerms): RetentionCounts {
  return countsOf(pastTheirTerm(db, terms))
}

const countsOf = (kept: readonly Kept[]): RetentionCounts => {
  const due = new Map(kept.map((one) => [one.what, one.due]))
  const of = (what: Kept['what']): number => due.get(what) ?? 0
  return {
    accounts: of('accounts'),
    sessions: of('sessions'),
    tokens: of('tokens'),
    uploads: of('uploads'),
    originals: of('originals'),
    fetches: of('fetches'),
    deliveries: of('deliveries'),
    signIns: of('signIns'),
    devices: of('devices'),
    idempotencyKeys: of('idempotencyKeys'),
    mails: of('mails'),
  }
}

const named: Readonly<Record<Kept['what'], string>> = {
  accounts: 'closed accounts',
  sessions: 'sessions that have ended',
  tokens: 'tokens that have ended',
  uploads: 'files that were never imported',
  originals: 'files that were imported',
  fetches: 'notes of what was fetched',
  deliveries: 'notes of what webhooks were told',
  signIns: 'rows of the record of sign-ins',
  devices: 'browsers not used to sign in since',
  idempotencyKeys: 'answers kept for requests that are sent again',
  mails: 'mails in the log',
}

/** What is past its term, in words. */
export function retentionLines(counts: RetentionCounts): string[] {
  const lines = kinds.flatMap((what) =>
    counts[what] === 0 ? [] : [`Past their term: ${counts[what]} ${named[what]}.`],
  )
  return lines.length === 0 ? ['Nothing is past its term.'] : lines
}

/**
 * Deletes everything that is past its term, and overwrites it in the file. Returns how many of each went. Each kind is whole in
 * itself: what is cut short goes on the next time, and one that fails does not keep the others. Throws a `SomeFailedError` at the
 * end.
 */
export function applyRetention(db: Database, terms: RetentionTerms): RetentionCounts {
  const kept = pastTheirTerm(db, terms)
  const due = kept.filter((one) => one.due > 0)
  const isPersonal = due.some(({ what }) => what === 'accounts' || what === 'originals' || what === 'uploads')
  const overwrite = { what: 'overwriting what was deleted', forget: () => wipeDeleted(db) }
  doEach(
    // The journal is emptied each time: where another reader kept it from being emptied before, it is emptied now.
    [...due, isPersonal ? overwrite : { what: 'emptying the journal', forget: () => emptyJournal(db) }],
    ({ what }) => what,
    ({ forget }) => forget(),
  )
  return countsOf(kept)
}
