import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import {
  earlierMigrations,
  laterMigrations,
  makeOlderDatabase,
  migrations,
} from '../../apps/api/src/testing/older-database.fixture.ts'
import { cli, pejling, start, type Running } from './command-line.ts'
import { repository } from './examples.ts'

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

/** The program as a version to come: the same, with so many more migrations. */
function laterVersion(more: number): string {
  const there = join(root, `version-${more}`)
  const api = join(there, 'apps', 'api')
  mkdirSync(join(api, 'dist'), { recursive: true })
  cpSync(dirname(cli), join(api, 'dist', 'server'), { recursive: true })
  laterMigrations(join(api, 'migrations'), more)
  for (const path of ['apps/api/node_modules', 'apps/dashboard', 'data'])
    symlinkSync(join(repository, path), join(there, path))
  return join(api, 'dist', 'server', basename(cli))
}

/** A server of some version, and its address. */
async function serving(data: string, program = cli): Promise<Running & { readonly origin: string }> {
  const running = start(['serve'], data, { PORT: '0' }, program)
  return { ...running, origin: originIn(await running.said(/Pejling: \S+/)) }
}

async function stop({ process, ended }: Running): Promise<void> {
  process.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
}

/** What a server answers readers, the desk and those who watch over it. */
async function answers(origin: string): Promise<number[]> {
  const paths = ['/api/v1/indicators/deltagelse?release=1', '/admin/log-ind', '/readyz']
  return Promise.all(paths.map(async (path) => (await fetch(origin + path)).status))
}

/** A command that is refused, in one line. */
const refused = (says: RegExp) => ({
  code: 1,
  output: expect.stringMatching(new RegExp(`^[^\\n]*${says.source}[^\\n]*\\n$`)),
})

it('upgrades as the handbook says, twice, with the version before running, and back again', async () => {
  const data = olderFolder('upgraded', migrations.length - 1)
  // The first version here is today's, over a database of the one before: nothing but `migrate` and the server takes it.
  expect(await pejling(['verify'], data)).toMatchObject(refused(/schema of an earlier version/))
  let [earlier, program] = [cli, cli]
  let server = await serving(data)
  for (const more of [1, 2]) {
    const [next, copy] = [laterVersion(more), join(root, `before-upgrade-${more}.sqlite`)]
    // Pulled too early: nothing the new version does changes anything for the one that runs.
    const early = [['verify'], ['backup', copy], ['user', 'password', 'anna@example.org'], ['publish', '--title', 'Nu']]
    for (const command of early)
      expect(await pejling(command, data, next)).toMatchObject(
        refused(/schema of an earlier version.*npm run pejling -- migrate/),
      )
    for (const command of [['migrate'], ['serve'], ['restore', copy]])
      expect(await pejling(command, data, next)).toMatchObject(refused(/Another Pejling is running/))
    expect(await answers(server.origin)).toEqual([200, 200, 200])
    await stop(server)
    expect(await pejling(['backup', copy], data, program)).toMatchObject({ code: 0 })
    server = await serving(data, next)
    expect(await answers(server.origin)).toEqual([200, 200, 200])
    expect(await pejling(['verify'], data, next)).toMatchObject({ code: 0 })
    expect((await pejling(['user', 'show', 'anna@example.org'], data, next)).output).toContain('"name": "Anna"')
    earlier = program
    program = next
  }
  // And back: the version before refuses what the later one has changed, and takes its own backup.
  await stop(server)
  expect(await pejling(['serve'], data, earlier)).toMatchObject(refused(/used by a later version.*restore the backup/))
  const restored = await pejling(['restore', join(root, 'before-upgrade-2.sqlite')], data, earlier)
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('could not be read: forget') })
  server = await serving(data, earlier)
  expect(await answers(server.origin)).toEqual([200, 200, 200])
  await stop(server)
  expect(await pejling(['verify'], data, earlier)).toMatchObject({ code: 0 })
})

it('starts unpublished where a person has loaded data and not published them, and says how', async () => {
  const data = join(root, 'loaded')
  expect((await pejling(['seed', join(repository, 'examples', 'fjordby')], data)).output).toMatch(
    /^Made .*pejling\.sqlite/,
  )
  for (let time = 0; time < 2; time += 1) {
    const server = await serving(data)
    const said = await server.said(/Nothing is published.*\n/)
    expect(said).toContain(`${server.origin}/admin/udgiv, or by npm run pejling -- publish --title`)
    const page = await fetch(server.origin)
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('/admin/udgiv')])
    await stop(server)
  }
  expect((await pejling(['releases'], data)).output).toBe('')
})

it('refuses a damaged backup, says what is wrong, and leaves what is there', async () => {
  const [data, file] = [olderFolder('whole'), join(root, 'damaged.sqlite')]
  expect(await pejling(['backup', file], data)).toMatchObject({ code: 0 })
  const damaged = openDatabase(file, systemClock)
  damaged.connection.exec("UPDATE releases SET title = replace(title, 'udgivelse', 'forfalskning')")
  damaged.connection.close()
  const damage = await pejling(['restore', file], data)
  expect(damage.code).toBe(1)
  expect(damage.output).toMatch(/can't be restored; nothing was replaced\.[^]*release 1: its fields/)
  writeFileSync(file, 'ikke en database')
  expect((await pejling(['restore', file], data)).output).toContain('is no database of Pejling')
  expect(await pejling(['verify'], data)).toMatchObject({ code: 0 })
})

it('goes on answering when a promise nobody waits for is rejected, and logs it', async () => {
  const rejecting = encodeURIComponent("setInterval(() => Promise.reject(new Error('Ingen venter')), 300).unref()")
  const data = olderFolder('rejecting')
  const running = start(['serve'], data, { PORT: '0', NODE_OPTIONS: `--import=data:text/javascript,${rejecting}` })
  const origin = originIn(await running.said(/Pejling: \S+/))
  const said = await running.said(/something nobody waited for failed[^]*something nobody waited for failed/)
  expect(said).toContain('Ingen venter')
  expect(await answers(origin)).toEqual([200, 200, 200])
  await stop(running)
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
