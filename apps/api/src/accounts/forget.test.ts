import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { readConfig } from '../config/config.ts'
import { system, type Actor } from '../db/actor.ts'
import { backup } from '../verification/backup.ts'
import { write } from '../db/change-set.ts'
import { migrateDatabase, openDatabase, type Database } from '../db/database.ts'
import { contentDigest } from '../db/forgetting.ts'
import { changes, changeSets, fetches, imports, users } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { applyRetention } from '../jobs/retention/retention.ts'
import { planRelease } from '../releases/planned.ts'
import { smallInstallation, text, tickingClock } from '../testing/installation.fixture.ts'
import { tokenOf } from '../testing/signed-in.fixture.ts'
import { attachments, getAttached, putAttached } from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { describePerson, forgetPerson, forgottenAgain, NotWipedError, wipeDeleted } from './forget.ts'
import { usualTerms } from './session-terms.ts'
import { openSession } from './sessions.ts'
import { addToken, listTokens } from './tokens.ts'
import { addUser, changeUser, disableUser, listPeople, saveUser } from './users.ts'

const email = 'anna.forglemmigej@example.org'
const name = 'Anna Forglemmigej'
const anna: Actor = { name, role: 'publisher' }

let db: Database
beforeEach(() => {
  db = smallInstallation()
  addUser(db, system, { email: 'bo@example.org', name: 'Bo', role: 'administrator' })
  addUser(db, system, { email, name, role: 'publisher' })
  write(db, system, { action: 'definition' }, (changeSet) => {
    putAttached(changeSet, attachments.keepers, 'taler', { keeper: email, deputy: 'bo@example.org' })
    putAttached(changeSet, attachments.keepers, 'arbejde', { keeper: 'bo@example.org', deputy: email })
  })
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
  importObservations(db, anna, { indicator: 'taler', rows })
  importObservations(db, { ...anna, name: `${name} (fagsystemet)` }, { indicator: 'arbejde', rows })
  addToken(db, system, { ...tokenOf(email), name: 'fagsystemet' })
  openSession(db, { email, agent: 'Firefox', by: 'password', terms: usualTerms })
  for (const by of [name, `${name} (fagsystemet)`]) {
    db.sql.insert(fetches).values({ indicator: 'taler', at: db.clock(), by, outcome: '{}' }).run()
  }
  planRelease(
    db,
    { actor: anna, email },
    { title: text('Senere'), note: null, indicators: 'all', seen: 'x', publishAt: '2027-01-01T00:00:00.000Z' },
  )
})

/** A person with a name that could be given before names had to tell people apart. */
function addCalled(address: string, called: string): void {
  addUser(db, system, { email: address, name: address, role: 'publisher' })
  write(db, system, { action: 'user change' }, (changeSet) => {
    const row = db.sql.select().from(users).where(eq(users.email, address)).get()
    if (row) saveUser(changeSet, row, { ...row, name: called })
  })
}

const importedBy = (): string[] =>
  db.sql
    .select({ actor: changeSets.actor })
    .from(changeSets)
    .where(eq(changeSets.action, 'import'))
    .orderBy(asc(changeSets.number))
    .all()
    .map(({ actor }) => actor)

it('tells somebody everything that is held about them, and no secrets', () => {
  const told = describePerson(db, email)
  expect(told).toMatchObject({
    account: { email, name, role: 'publisher' },
    sessions: [{ browser: 'Firefox' }],
    tokens: [{ name: 'fagsystemet' }],
    sendsFiguresOf: ['arbejde', 'taler'],
  })
  expect(told.changeSets.map(({ action }) => action)).toEqual(['import', 'import', 'plan release'])
  expect(JSON.stringify(told)).not.toContain('argon2')
})

it('does not tell of somebody else where a name has the signs of a search in it', () => {
  addUser(db, system, { email: 'a@example.org', name: 'A_a%', role: 'publisher' })
  for (const [at, actor] of ['A_a% (x)', 'Anna (x)', 'Ana (x)'].entries()) {
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 20 + at) }]
    importObservations(db, { ...anna, name: actor }, { indicator: 'taler', rows })
  }
  expect(describePerson(db, 'a@example.org').changeSets).toHaveLength(1)
})

it('leaves no trace of a person in the database file, and everything can be proven still', async () => {
  expect(forgetPerson(db, system, { email })).toBe('Tidligere bruger 1')
  expect(verify(db)).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'pejling-forgotten-'))
  try {
    // As it would lie on a disk or in a backup.
    const file = join(folder, 'copy.sqlite')
    wipeDeleted(db)
    await backup(db, file)
    const bytes = readFileSync(file).toString('latin1')
    expect(bytes).toContain('Tidligere bruger 1')
    expect(bytes).not.toMatch(/forglemmigej/i)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('keeps what was changed, by whom but for the name, and asks others for the figures', () => {
  forgetPerson(db, system, { email })
  const actors = db.sql
    .select({ actor: changeSets.actor })
    .from(changeSets)
    .all()
    .map(({ actor }) => actor)
  const former = ['Tidligere bruger 1', 'Tidligere bruger 1 (fagsystemet)']
  expect(actors).toEqual(expect.arrayContaining(former))
  expect(
    db.sql
      .select()
      .from(fetches)
      .all()
      .map(({ by }) => by),
  ).toEqual(former)
  expect(getAttached(db, attachments.keepers, 'taler')).toEqual({ keeper: 'bo@example.org', deputy: null })
  expect(getAttached(db, attachments.keepers, 'arbejde')).toEqual({ keeper: 'bo@example.org', deputy: null })
  expect([listPeople(db), listTokens(db)]).toMatchObject([[{ email: 'bo@example.org' }], []])
})

it('can be done for one after another, and somebody may come back as new', () => {
  forgetPerson(db, system, { email })
  addUser(db, system, { email, name, role: 'editor' })
  addUser(db, system, { email: 'carl@example.org', name: 'Carl', role: 'administrator' })
  expect(forgetPerson(db, system, { email: 'bo@example.org' })).toBe('Tidligere bruger 2')
  expect(verify(db)).toEqual([])
  expect(describePerson(db, email).changeSets).toEqual([])
})

it('leaves the name where somebody else has it too: it may be theirs', () => {
  addCalled('anden@example.org', name)
  forgetPerson(db, system, { email })
  expect(verify(db)).toEqual([])
  const actors = db.sql
    .select({ actor: changeSets.actor })
    .from(changeSets)
    .all()
    .map(({ actor }) => actor)
  expect(actors).toContain(name)
  expect(JSON.stringify(db.sql.select().from(changes).all())).not.toContain(email)
})

it('is done again for a backup that knows the person still', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-forgotten-'))
  try {
    const file = join(folder, 'copy.sqlite')
    await backup(db, file)
    forgetPerson(db, system, { email })
    const restored = openDatabase(file, tickingClock())
    expect(forgottenAgain(db, restored)).toEqual([email])
    forgetPerson(restored, system, { email })
    expect(forgottenAgain(db, restored)).toEqual([])
    expect(verify(restored)).toEqual([])
    restored.connection.close()
    // A stranger's database has nothing to do with it.
    expect(forgottenAgain(db, smallInstallation())).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('proves a history that was begun before there was anything to forget', () => {
  // As those change sets were written: nothing but what they say goes into their hash.
  let previousHash: string | null = null
  for (const { hash: _hash, ...row } of db.sql.select().from(changeSets).orderBy(asc(changeSets.number)).all()) {
    const unsalted = { ...row, previousHash, salt: null }
    db.sql.update(changeSets).set(unsalted).where(eq(changeSets.number, row.number)).run()
    const hash = contentDigest(db, row.number) ?? ''
    db.sql.update(changeSets).set({ hash }).where(eq(changeSets.number, row.number)).run()
    previousHash = hash
  }
  expect(verify(db)).toEqual([])
  forgetPerson(db, system, { email })
  expect(verify(db)).toEqual([])
})

it('is refused for the last administrator, and for somebody who is not there', () => {
  expect(() => forgetPerson(db, system, { email: 'bo@example.org' })).toThrow('last administrator')
  expect(() => forgetPerson(db, system, { email: 'ingen@example.org' })).toThrow('no account')
  expect(() => forgetPerson(db, anna, { email })).toThrow('takes administrator')
  expect(() => disableUser(db, system, { email: 'bo@example.org' })).toThrow('last administrator')
  expect(() => changeUser(db, system, { email: 'bo@example.org', role: 'editor' })).toThrow('last administrator')
})

it('does not hide that the history was changed otherwise', () => {
  forgetPerson(db, system, { email })
  db.connection.prepare("UPDATE change_sets SET actor = 'En anden' WHERE actor = 'Tidligere bruger 1'").run()
  expect(verify(db).map(({ what }) => what)).toContain('it is not what the last change set wrote')
})

it('keeps the files somebody sent, without saying who', () => {
  db.sql
    .insert(imports)
    .values({ file: 'x', name: 'tal.csv', size: 0, receivedAt: '2026-11-01', receivedBy: email, indicator: 'taler' })
    .run()
  forgetPerson(db, system, { email })
  expect(db.sql.select().from(imports).all()).toMatchObject([{ receivedBy: '1@forgotten.invalid' }])
  expect(db.sql.select().from(users).all()).toHaveLength(2)
})

it('knows a name with a comma in it as one, and leaves alone who has a part of it', () => {
  for (const [who, called] of [
    ['hansen', 'Hansen, Ida'],
    ['ida', 'Ida'],
    ['kultur', 'Ida (Kultur)'],
  ] as const)
    addCalled(`${who}@example.org`, called)
  const acted = ['Hansen, Ida', 'Hansen, Ida (x)', 'Bo, Hansen, Ida', 'Ida (a), Bo (b)', 'Bo, Ida', 'Ida (Kultur)']
  const first = importedBy().length
  for (const [at, actor] of acted.entries()) {
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 20 + at) }]
    importObservations(db, { ...anna, name: actor }, { indicator: 'taler', rows })
  }
  forgetPerson(db, system, { email: 'ida@example.org' })
  const one = 'Tidligere bruger 1'
  expect(importedBy().slice(first)).toEqual([
    'Hansen, Ida',
    'Hansen, Ida (x)',
    'Bo, Hansen, Ida',
    `${one} (a), Bo (b)`,
    `Bo, ${one}`,
    'Ida (Kultur)',
  ])
  forgetPerson(db, system, { email: 'hansen@example.org' })
  const two = 'Tidligere bruger 2'
  expect(importedBy().slice(first, first + 3)).toEqual([two, `${two} (x)`, `Bo, ${two}`])
  expect(verify(db)).toEqual([])
})

it('says so where another reader keeps the journal from being emptied, and empties it the next time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-journal-'))
  const file = join(folder, 'pejling.sqlite')
  migrateDatabase(file, tickingClock()).connection.close()
  const [ours, theirs] = [0, 0].map((busyTimeout) => openDatabase(file, tickingClock(), { busyTimeout }))
  if (!ours || !theirs) throw new Error('Two connections were opened')
  const journal = (): number => statSync(`${file}-wal`).size
  try {
    // As a continuous backup reads.
    theirs.connection.exec('BEGIN; SELECT * FROM users')
    addUser(ours, system, { email: 'b@example.org', name: 'Forglemmigej', role: 'reader' })
    expect(() => wipeDeleted(ours)).toThrow(NotWipedError)
    expect(journal()).toBeGreaterThan(0)
    theirs.connection.exec('COMMIT')
    applyRetention(ours, readConfig({}).retention)
    expect(journal()).toBe(0)
  } finally {
    for (const { connection } of [ours, theirs]) connection.close()
    rmSync(folder, { recursive: true })
  }
})
