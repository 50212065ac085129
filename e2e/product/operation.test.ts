import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { earlierMigrations, makeOlderDatabase, migrations } from '../../apps/api/src/testing/older-database.fixture.ts'
import { pejling, start } from './command-line.ts'

/* What can go wrong while an installation is run, and what is let go of. The guide itself is done in documentation.test.ts. */

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-operation-'))
})
afterAll(() => rmSync(root, { recursive: true }))

const originIn = (said: string): string => /Pejling: (\S+)/.exec(said)?.[1] ?? ''

/** A data folder as the version with so many migrations left it. */
function olderFolder(name: string, count = migrations.length): string {
  const data = join(root, name)
  mkdirSync(data)
  makeOlderDatabase(join(data, 'pejling.sqlite'), earlierMigrations(join(root, `${name}-migrations`), count))
  return data
}

it('brings a database of the first version to today, and serves what it had published', async () => {
  const data = olderFolder('first', 1)
  expect((await pejling(['verify'], data)).output).toContain('The database and all releases are whole.')
  const running = start(['serve'], data, { PORT: '0' })
  const origin = originIn(await running.said(/Pejling: \S+/))
  const answer = await fetch(`${origin}/api/v1/indicators/deltagelse?release=1`)
  expect([answer.status, (await fetch(`${origin}/readyz`)).status]).toEqual([200, 200])
  running.process.kill('SIGTERM')
  await running.ended
})

it('refuses a damaged backup, says what is wrong, and leaves what is there', async () => {
  const [data, file] = [olderFolder('whole'), join(root, 'damaged.sqlite')]
  expect(await pejling(['backup', file], data)).toMatchObject({ code: 0 })
  const damaged = openDatabase(file, systemClock)
  damaged.connection.exec("UPDATE releases SET title = replace(title, 'udgivelse', 'forfalskning')")
  damaged.connection.close()
  const refused = await pejling(['restore', file], data)
  expect(refused.code).toBe(1)
  expect(refused.output).toMatch(/can't be restored; nothing was replaced\.[^]*release 1: its fields/)
  writeFileSync(file, 'ikke en database')
  expect((await pejling(['restore', file], data)).output).toContain('is no database of Pejling')
  expect(await pejling(['verify'], data)).toMatchObject({ code: 0 })
})

it('lets go of what is past its term, and forgets somebody who asks, in a restored copy too', async () => {
  const [data, file] = [olderFolder('people'), join(root, 'people.sqlite')]
  const email = 'carla@example.org'
  await pejling(['user', 'add', email, '--name', 'Carla Husket', '--role', 'editor'], data)
  expect(await pejling(['backup', file], data)).toMatchObject({ code: 0 })
  expect((await pejling(['user', 'show', email], data)).output).toContain('"name": "Carla Husket"')
  expect((await pejling(['retention'], data)).output).toContain('Nothing is past its term.')
  expect((await pejling(['user', 'forget', email], data)).output).toContain('Tidligere bruger 1')
  expect(await pejling(['restore', file], data)).toMatchObject({ code: 0 })
  expect((await pejling(['user', 'show', email], data)).output).toContain('There is no account')
  expect(readFileSync(join(data, 'pejling.sqlite'), 'latin1')).not.toContain('Husket')
  expect(await pejling(['verify'], data)).toMatchObject({ code: 0 })
})
