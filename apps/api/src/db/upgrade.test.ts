import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetPerson } from '../accounts/forget.ts'
import { addUser } from '../accounts/users.ts'
import { earlierMigrations, makeOlderDatabase, migrations } from '../testing/older-database.fixture.ts'
import { contentsOf, smallInstallation, tickingClock } from '../testing/installation.fixture.ts'
import { system } from './actor.ts'
import { migrateDatabase, openDatabase, SchemaVersionError } from './database.ts'
import { verify } from '../verification/verify.ts'

/* A database of any earlier version becomes one of today, whole; or it stays what it was. */

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-upgrade-'))
  file = join(folder, 'pejling.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

it.each(migrations.map((tag, index) => [tag, index + 1] as const))(
  'a database as of %s is brought to today',
  (_, count) => {
    makeOlderDatabase(file, earlierMigrations(join(folder, 'migrations'), count))
    const db = migrateDatabase(file, tickingClock('2026-12-01T08:00:00.000Z'))
    expect(verify(db)).toEqual([])
    expect(contentsOf(db, 1)).toEqual(contentsOf(smallInstallation(), 1))
    // And it can be worked with: also what came with later versions.
    addUser(db, system, { email: 'bo@example.org', name: 'Bo', role: 'administrator' })
    forgetPerson(db, system, { email: 'anna@example.org' })
    expect(verify(db)).toEqual([])
    db.connection.close()
  },
)

it('a change of shape that fails leaves the database as it was, and the version before goes on with it', () => {
  // Before change sets had salt.
  const count = migrations.indexOf('0011_forgetting')
  const before = earlierMigrations(join(folder, 'before'), count)
  makeOlderDatabase(file, before)
  const broken = earlierMigrations(join(folder, 'broken'), migrations.length)
  writeFileSync(join(broken, `${migrations.at(-1)}.sql`), 'ALTER TABLE `nowhere` ADD `nothing` text;')
  expect(() => migrateDatabase(file, tickingClock(), { migrations: broken })).toThrow('nowhere')
  const old = openDatabase(file, tickingClock(), { migrations: before })
  const columns = old.connection.pragma('table_xinfo(change_sets)')
  expect(JSON.stringify(columns)).not.toContain('salt')
  old.connection.close()
  const mended = migrateDatabase(file, tickingClock('2026-12-01T08:00:00.000Z'))
  expect(verify(mended)).toEqual([])
  mended.connection.close()
})

it('an earlier version does not touch a database of a later one', () => {
  makeOlderDatabase(file, earlierMigrations(join(folder, 'migrations'), migrations.length))
  const earlier = earlierMigrations(join(folder, 'earlier'), migrations.length - 1)
  const before = readFileSync(file)
  for (const open of [openDatabase, migrateDatabase]) {
    expect(() => open(file, tickingClock(), { migrations: earlier })).toThrow(SchemaVersionError)
    expect(() => open(file, tickingClock(), { migrations: earlier })).toThrow('has been used by a later version')
  }
  expect(readFileSync(file)).toEqual(before)
})
