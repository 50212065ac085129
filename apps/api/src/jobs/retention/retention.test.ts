import { Readable } from 'node:stream'
import { timestampAfter } from '@pejling/domain/day'
import { beforeEach, expect, it } from 'vitest'
import { openSession } from '../../accounts/sessions.ts'
import { addToken } from '../../accounts/tokens.ts'
import { addUser, disableUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import {
  changeSets,
  changes,
  deliveries,
  fetches,
  filePieces,
  imports,
  mails,
  sessions,
  tokens,
} from '../../db/schema.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { beginImport, recordApplied } from '../../intake/imports.ts'
import { rememberDevice } from '../../accounts/known-devices.ts'
import { usualTerms } from '../../accounts/session-terms.ts'
import { recordSignIn } from '../../accounts/sign-in-record.ts'
import { asSignedIn } from '../../testing/accounts.fixture.ts'
import { keepFile } from '../../intake/kept-files.ts'
import { publish } from '../../releases/publish.ts'
import { smallDelivery, text, emptyDatabase } from '../../testing/installation.fixture.ts'
import { tokenOf } from '../../testing/signed-in.fixture.ts'
import { addWebhook } from '../../extras/webhooks/webhooks.ts'
import { seed } from '../../workspace/seed.ts'
import { applyRetention, previewRetention } from './retention.ts'
import type { RetentionTerms } from '../../config/retention-terms.ts'

const terms: RetentionTerms = {
  accounts: 365,
  tokens: 30,
  uploads: 30,
  originals: 1826,
  fetches: 365,
  deliveries: 90,
  signIns: 90,
  mails: 365,
}
const nothing = {
  accounts: 0,
  sessions: 0,
  tokens: 0,
  uploads: 0,
  originals: 0,
  fetches: 0,
  deliveries: 0,
  signIns: 0,
  mails: 0,
  devices: 0,
  idempotencyKeys: 0,
}
const email = 'anna@example.org'
const owner = 'ejer@example.org'

let db: Database
let now: string
const later = (days: number): void => {
  now = timestampAfter('2026-01-01T12:00:00.000Z', days)
}

/** An installation in which one of each has happened on the first day. */
beforeEach(async () => {
  later(0)
  db = emptyDatabase(() => now)
  seed(db, system, { delivery: smallDelivery() })
  addUser(db, system, { email, name: 'Anna And', role: 'editor' })
  addUser(db, system, { email: owner, name: 'Bo And', role: 'editor' })
  addToken(db, system, { ...tokenOf(owner), name: 'fagsystemet', expiresOn: '2026-01-01' })
  addUser(db, system, { email: 'bo@example.org', name: 'Bo', role: 'editor' })
  recordSignIn(db, { kind: 'signed-in', account: null, from: '192.0.2.1' })
  rememberDevice(db, 'the secret of a browser', asSignedIn(db, 'bo@example.org').account)
  openSession(db, { email: 'bo@example.org', agent: 'Firefox', by: 'password', terms: usualTerms })
  addWebhook(db, system, { name: 'avisen', url: 'https://example.org/pejling' })
  publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
  const told = {
    kind: 'published',
    language: 'da',
    subject: 'Dine tal er udgivet',
    text: null,
    queuedAt: now,
    attempts: 1,
  } as const
  db.sql
    .insert(mails)
    .values({ ...told, account: 'bo', sentAt: now })
    .run()
  db.sql.update(deliveries).set({ nextAt: null, status: 'arrived' }).run()
  for (const indicator of ['taler', 'taler', 'arbejde']) {
    db.sql.insert(fetches).values({ indicator, at: now, by: 'Anna And', outcome: '{}' }).run()
  }
  for (const words of ['brugt', 'ikke brugt']) {
    const file = await keepFile(db, Readable.from([Buffer.from(words)]), 1000)
    const number = beginImport(db, { file, name: `${words}.csv`, receivedBy: email, indicator: 'taler' })
    if (words === 'brugt') recordApplied(db, number, 1)
  }
  disableUser(db, system, { email })
})

it('lets go of nothing before its term', () => {
  expect(applyRetention(db, terms)).toEqual(nothing)
})

it.each([
  [1, {}],
  [8, { sessions: 1 }],
  [29, { sessions: 1 }],
  [31, { sessions: 1, tokens: 1, uploads: 1 }],
  [91, { sessions: 1, signIns: 1, devices: 1, tokens: 1, uploads: 1, deliveries: 1 }],
  // The last fetch of each indicator tells when the next is due.
  [
    366,
    { sessions: 1, signIns: 1, mails: 1, devices: 1, tokens: 1, uploads: 1, deliveries: 1, fetches: 1, accounts: 1 },
  ],
  [
    1827,
    {
      sessions: 1,
      signIns: 1,
      mails: 1,
      devices: 1,
      tokens: 1,
      uploads: 1,
      deliveries: 1,
      fetches: 1,
      accounts: 1,
      originals: 1,
    },
  ],
])('lets go of each thing after its term: %i days later', (days, gone) => {
  later(days)
  expect(previewRetention(db, terms)).toEqual({ ...nothing, ...gone })
  expect(applyRetention(db, terms)).toEqual({ ...nothing, ...gone })
  expect(verify(db)).toEqual([])
  expect(applyRetention(db, terms)).toEqual(nothing)
})

it('takes nothing away in a trial', () => {
  later(2000)
  const before = db.connection.serialize()
  previewRetention(db, terms)
  expect(db.connection.serialize().equals(before)).toBe(true)
})

it('leaves a trace of what it changed, with no person in it', () => {
  later(2000)
  const before = db.sql.select().from(changeSets).all().length
  applyRetention(db, terms)
  expect(db.sql.select().from(changeSets).all().slice(before)).toMatchObject([
    { actor: 'system', action: 'user forget' },
    { actor: 'system', action: 'retention' },
  ])
  expect(JSON.stringify([db.sql.select().from(changes).all(), db.sql.select().from(changeSets).all()])).not.toMatch(
    /anna/i,
  )
  expect(db.sql.select().from(tokens).all()).toEqual([])
  expect([sessions, imports, filePieces].map((table) => db.sql.select().from(table).all())).toEqual([[], [], []])
})

it('names no person where a token ends', () => {
  later(31)
  applyRetention(db, terms)
  const last = db.sql.select().from(changes).all().at(-1)
  expect(last).toMatchObject({ kind: 'token', key: 'fagsystemet', after: null })
  expect(last?.before).not.toContain(owner)
})

it('keeps accounts that are not closed, and calls the others former users everywhere', () => {
  addUser(db, system, { email: 'chef@example.org', name: 'Chef', role: 'administrator' })
  later(366)
  expect(applyRetention(db, terms).accounts).toBe(1)
  expect(
    db.sql
      .select()
      .from(fetches)
      .all()
      .map(({ by }) => by),
  ).toEqual(['Tidligere bruger 1', 'Tidligere bruger 1'])
})

it('one kind that cannot be deleted does not keep the others', () => {
  later(2000)
  db.connection.exec("CREATE TRIGGER kept BEFORE DELETE ON tokens BEGIN SELECT RAISE(ABORT, 'not now'); END")
  expect(() => applyRetention(db, terms)).toThrow(/tokens/)
  db.connection.exec('DROP TRIGGER kept')
  const { accounts, sessions: ended, uploads, originals, fetches: old, deliveries: told } = previewRetention(db, terms)
  expect({ ended, uploads, originals, old, told }).toEqual({ ended: 0, uploads: 0, originals: 0, old: 0, told: 0 })
  expect(accounts).toBe(0)
  applyRetention(db, terms)
  expect(previewRetention(db, terms)).toEqual(nothing)
  expect(verify(db)).toEqual([])
})
