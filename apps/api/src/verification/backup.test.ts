import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, assert, beforeEach, describe, expect, it } from 'vitest'
import { openReleaseStore } from '../releases/release-store.ts'
import { publish } from '../releases/publish.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import { earlierMigrations, makeOlderDatabase } from '../testing/older-database.fixture.ts'
import { smallDelivery, text, tickingClock } from '../testing/installation.fixture.ts'
import { system } from '../db/actor.ts'
import { backup, BackupError, restore } from './backup.ts'
import { migrateDatabase, openDatabase, schemaState, type Database } from '../db/database.ts'
import { verify } from './verify.ts'

const clock = tickingClock()
let folder: string
let file: string
let copy: string
let db: Database

const change = (value: number) =>
  importObservations(db, system, {
    indicator: 'taler',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2024', value) }],
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-backup-'))
  file = join(folder, 'pejling.sqlite')
  copy = join(folder, 'copy.sqlite')
  db = migrateDatabase(file, clock)
  seed(db, system, { delivery: smallDelivery() })
  publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
})

afterEach(() => {
  db.connection.close()
  rmSync(folder, { recursive: true })
})

describe('a backup', () => {
  it('is taken while the database is in use, stands alone, and brings everything back', async () => {
    await backup(db, copy)
    change(99)
    publish(db, system, { title: text('Efter'), note: null, indicators: 'all' })
    db.connection.close()
    for (const one of [copy, file]) chmodSync(one, 0o644)
    const kept = restore(copy, file, clock)
    db = openDatabase(file, clock)
    expect(openReleaseStore(db).latestNumber()).toBe(1)
    expect([file, kept ?? ''].map((one) => statSync(one).mode & 0o777)).toEqual([0o600, 0o600])
    const before = openDatabase(kept ?? '', clock)
    expect(openReleaseStore(before).latestNumber()).toBe(2)
    before.connection.close()
    expect(readdirSync(folder).filter((name) => name.includes('incoming'))).toEqual([])
  })

  it('holds what was written while it was being taken, or what was before, never half', async () => {
    const taken = backup(db, copy)
    change(98)
    await taken
    restore(copy, join(folder, 'elsewhere.sqlite'), clock)
    const elsewhere = openDatabase(join(folder, 'elsewhere.sqlite'), clock)
    expect(openReleaseStore(elsewhere).latestNumber()).toBe(1)
    elsewhere.connection.close()
  })

  it('that is damaged replaces nothing, and says where the damage is', async () => {
    await backup(db, copy)
    const bytes = readFileSync(copy)
    // The words may also lie in a page that SQLite has given up; those are nobody's.
    for (let place = bytes.indexOf('Flere taler'); place >= 0; place = bytes.indexOf('Flere taler')) {
      bytes.write('Flere tiger', place)
    }
    writeFileSync(copy, bytes)
    const before = readFileSync(file)
    expect(() => restore(copy, file, clock)).toThrow(BackupError)
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.includes('incoming'))).toEqual([])
  })

  it('that is no database at all is refused', () => {
    writeFileSync(copy, 'Dette er et regneark')
    expect(() => restore(copy, file, clock)).toThrow(/no database of Pejling/)
    expect(() => restore(join(folder, 'findes-ikke'), file, clock)).toThrow(/no file/)
  })

  it('of an earlier version is brought to today’s schema in its copy, and stays as it is', () => {
    makeOlderDatabase(copy, earlierMigrations(join(folder, 'migrations'), 1))
    const before = readFileSync(copy)
    const elsewhere = join(folder, 'elsewhere.sqlite')
    restore(copy, elsewhere, clock)
    expect([schemaState(copy), schemaState(elsewhere)]).toEqual(['older', 'current'])
    expect(readFileSync(copy)).toEqual(before)
    const restored = openDatabase(elsewhere, clock)
    expect([verify(restored), openReleaseStore(restored).latestNumber()]).toEqual([[], 1])
    restored.connection.close()
  })

  it('keeps what it replaces in the schema that has', async () => {
    await backup(db, copy)
    const older = join(folder, 'older.sqlite')
    makeOlderDatabase(older, earlierMigrations(join(folder, 'migrations'), 1))
    expect(schemaState(restore(copy, older, clock) ?? '')).toBe('older')
    expect(schemaState(older)).toBe('current')
  })

  it('replaces nothing where what has to be done with the copy first fails, and leaves no part of it', async () => {
    await backup(db, copy)
    const before = readFileSync(file)
    expect(() => restore(copy, file, clock, () => assert.fail('nobody can be forgotten'))).toThrow(
      /nothing was replaced.*nobody can be forgotten/,
    )
    expect(readFileSync(file)).toEqual(before)
    expect(readdirSync(folder).filter((name) => /incoming|leaving|before/.test(name))).toEqual([])
  })

  it('can take the place of a database that cannot be opened any more', async () => {
    await backup(db, copy)
    db.connection.close()
    writeFileSync(file, 'ødelagt')
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    const kept = restore(copy, file, clock)
    expect(readFileSync(kept ?? '', 'utf8')).toBe('ødelagt')
    db = openDatabase(file, clock)
    expect(openReleaseStore(db).latestNumber()).toBe(1)
    expect(existsSync(`${file}.incoming`)).toBe(false)
  })
})
