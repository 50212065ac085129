import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { system } from '../../apps/api/src/db/actor.ts'
import { migrateDatabase, openDatabase, schemaState, systemClock } from '../../apps/api/src/db/database.ts'
import { verify } from '../../apps/api/src/verification/verify.ts'
import { publish } from '../../apps/api/src/releases/publish.ts'
import { openReleaseStore } from '../../apps/api/src/releases/release-store.ts'
import { smallInstallation, text } from '../../apps/api/src/testing/installation.fixture.ts'
import { earlierMigrations, makeOlderDatabase } from '../../apps/api/src/testing/older-database.fixture.ts'
import { kinds, listDefinitions, listIndicators } from '../../apps/api/src/workspace/definitions.ts'
import { importObservations } from '../../apps/api/src/intake/import-observations.ts'
import { findObservation } from '../../apps/api/src/workspace/observation-store.ts'
import { Commands } from './commands-to-kill.ts'

/*
 * Commands are killed (SIGKILL: no goodbye) at moments spread at random over the time their work takes, each over a fresh copy of one
 * and the same data folder. Whatever had been said to be done is there, whatever had not is there whole or not at all, and the
 * database proves whole. Saving, importing, publishing and withdrawing at the desk: ./killed-at-work.test.ts.
 */

const kills = { seed: 40, import: 40, publish: 40, migrate: 50, restore: 50 }
type Db = ReturnType<typeof openDatabase>

let root: string
let commands: Commands
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-killed-'))
})
afterAll(() => rmSync(root, { recursive: true }))
beforeEach(() => {
  commands = new Commands()
})
afterEach(() => commands.leave())

const databaseIn = (data: string): string => join(data, 'pejling.sqlite')

/** What there is in a database that proves whole. */
function look<T>(data: string, at: (db: Db) => T): T {
  const db = openDatabase(databaseIn(data), systemClock)
  try {
    expect(verify(db)).toEqual([])
    return at(db)
  } finally {
    db.connection.close()
  }
}

/** A data folder with the small installation in it. */
function smallFolder(name: string): string {
  const data = join(root, name)
  mkdirSync(data)
  writeFileSync(databaseIn(data), smallInstallation().connection.serialize())
  return data
}

/** Kills a command over and over, each time over a copy of the prepared folder; `check` is told whether it said that it was done. */
async function killAgainAndAgain(
  times: number,
  argv: readonly string[],
  prepared: string,
  check: (data: string, isDone: boolean) => void | Promise<void>,
): Promise<void> {
  const copy = (name: string): string => {
    const data = join(root, name)
    cpSync(prepared, data, { recursive: true })
    return data
  }
  const whole = copy('whole')
  const time = await commands.duration(argv, whole)
  await check(whole, true)
  rmSync(whole, { recursive: true })
  for (let kill = 0; kill < times; kill += 1) {
    const data = copy(`killed-${kill}`)
    const { isDone } = await commands.run(argv, data, Math.random() * time * 1.1)
    await check(data, isDone)
    rmSync(data, { recursive: true })
  }
}

const latest = (db: Db): number => openReleaseStore(db).latestNumber()
const areWhole = (db: Db, release: number): boolean => {
  const store = openReleaseStore(db)
  return store.entries(release).every(({ hash }) => store.document(hash) !== null)
}

it(`loading a data folder leaves all of it or nothing, in ${kills.seed} kills`, async () => {
  const empty = join(root, 'empty')
  mkdirSync(empty)
  const example = fileURLToPath(new URL('../../examples/fjordby', import.meta.url))
  let all: number[] | null = null
  await killAgainAndAgain(kills.seed, ['seed', example], empty, (data, isDone) => {
    const there =
      schemaState(databaseIn(data)) === 'none'
        ? [0, 0]
        : look(data, (db) => [listDefinitions(db, kinds.framework).length, listIndicators(db).length])
    // The first is not killed.
    all ??= there
    expect(isDone ? [all] : [[0, 0], all]).toContainEqual(there)
  })
  expect(all).toEqual([2, expect.any(Number)])
})

it(`importing leaves every row or none, in ${kills.import} kills`, async () => {
  const file = join(root, 'figures.csv')
  const years = ['2018', '2019', '2020', '2021', '2022', '2023', '2024']
  writeFileSync(file, `area,period,value\n${years.map((year) => `217,${year},77.5`).join('\n')}\n`)
  const before = years.map((year) => (year === '2024' ? 12.5 : undefined))
  const after = years.map(() => 77.5)
  await killAgainAndAgain(
    kills.import,
    ['import', file, '--indicator', 'taler'],
    smallFolder('import'),
    (data, isDone) => {
      const values = look(data, (db) => years.map((year) => findObservation(db, 'taler', '217', year)?.value))
      expect(isDone ? [after] : [before, after]).toContainEqual(values)
    },
  )
})

/** Changes a figure, so that there is something to publish. */
function change(db: Db, value: number): void {
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', value) }]
  importObservations(db, system, { indicator: 'taler', rows })
}

it(`publishing leaves a whole release or none, in ${kills.publish} kills`, async () => {
  const prepared = smallFolder('publish')
  look(prepared, (db) => change(db, 50))
  await killAgainAndAgain(kills.publish, ['publish', '--title', 'Næste'], prepared, (data, isDone) => {
    const { number, isWhole } = look(data, (db) => ({ number: latest(db), isWhole: areWhole(db, latest(db)) }))
    expect(isDone ? [2] : [1, 2]).toContain(number)
    expect(isWhole).toBe(true)
  })
})

it(`migrating leaves the old schema or today's, with all there was, in ${kills.migrate} kills`, async () => {
  const prepared = join(root, 'older')
  mkdirSync(prepared)
  makeOlderDatabase(databaseIn(prepared), earlierMigrations(join(root, 'migrations'), 1))
  const untouched = join(root, 'untouched.sqlite')
  cpSync(databaseIn(prepared), untouched)
  const migrated = migrateDatabase(untouched, systemClock)
  const published = openReleaseStore(migrated).entries(1)
  migrated.connection.close()
  await killAgainAndAgain(kills.migrate, ['migrate'], prepared, (data, isDone) => {
    const state = schemaState(databaseIn(data))
    expect(isDone ? ['current'] : ['older', 'current']).toContain(state)
    // What was not done is done by the next; nothing has gone meanwhile.
    if (state === 'older') migrateDatabase(databaseIn(data), systemClock).connection.close()
    expect(look(data, (db) => openReleaseStore(db).entries(1))).toEqual(published)
  })
})

it(`restoring leaves what was there or the backup, and what was there beside it, in ${kills.restore} kills`, async () => {
  const backup = join(root, 'backup.sqlite')
  writeFileSync(backup, smallInstallation().connection.serialize())
  const current = smallFolder('current')
  const prepared = join(root, 'restore')
  // The newest release is in the journal alone, as after a loss of power.
  const db = openDatabase(databaseIn(current), systemClock)
  db.connection.pragma('wal_autocheckpoint = 0')
  change(db, 60)
  publish(db, system, { title: text('Den nyeste'), note: null, indicators: 'all' })
  mkdirSync(prepared)
  for (const suffix of ['', '-wal']) cpSync(databaseIn(current) + suffix, databaseIn(prepared) + suffix)
  db.connection.close()
  let again = 0
  await killAgainAndAgain(kills.restore, ['restore', backup], prepared, async (data, isDone) => {
    const number = look(data, latest)
    expect(isDone ? [1] : [1, 2]).toContain(number)
    const kept = readdirSync(data).filter((name) => /before-restore-[\dTZ.-]+$/.test(name))
    // What has been replaced is there beside it.
    expect(number === 1 ? [1] : [0, 1]).toContain(kept.length)
    for (const name of kept) {
      const before = openDatabase(join(data, name), systemClock)
      expect([verify(before), latest(before)]).toEqual([[], 2])
      before.connection.close()
    }
    again += 1
    if (again % 10 !== 0) return
    // The next one leaves nothing of the one that was cut short.
    expect((await commands.run(['restore', backup], data)).isDone).toBe(true)
    expect(readdirSync(data).filter((name) => /incoming|leaving/.test(name))).toEqual([])
    expect(look(data, latest)).toBe(1)
  })
})
