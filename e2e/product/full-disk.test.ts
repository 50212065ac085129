import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { danishDay } from '@pejling/domain/period/danish-day'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openSession } from '../../apps/api/src/accounts/sessions.ts'
import { usualTerms } from '../../apps/api/src/accounts/session-terms.ts'
import { addToken, lastTokenDay } from '../../apps/api/src/accounts/tokens.ts'
import { addUser } from '../../apps/api/src/accounts/users.ts'
import { system } from '../../apps/api/src/db/actor.ts'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { verify } from '../../apps/api/src/verification/verify.ts'
import { beginImport, findImport } from '../../apps/api/src/intake/imports.ts'
import { keepFile } from '../../apps/api/src/intake/kept-files.ts'
import { takeStep } from '../../apps/api/src/intake/steps.ts'
import { choosePassword } from '../../apps/api/src/testing/accounts.fixture.ts'
import { smallInstallation } from '../../apps/api/src/testing/installation.fixture.ts'
import { tokenOf } from '../../apps/api/src/testing/signed-in.fixture.ts'
import { findObservation } from '../../apps/api/src/workspace/observation-store.ts'
import { cli, pejling, start, type Running } from './command-line.ts'

/*
 * A disk on which nothing more can be written, while the server runs: readers are served, those who watch over it are told,
 * nothing that was said to be done is lost, nothing ends, and work goes on when there is room.
 */

/** A way to take the room for writing away from a server, and to give it back. */
interface Disk {
  readonly data: string
  readonly fill: (server: number) => void
  readonly makeRoom: (server: number) => void
  /** Whether the disk itself has no room, so that `/readyz` can see it without a figure being lost. */
  readonly isFull: boolean
}

const run = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0

let root: string
let mounted: string
let canMount: boolean
let running: Running | undefined
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-full-disk-'))
  mounted = join(root, 'mounted')
  mkdirSync(mounted)
  canMount = run('/usr/bin/mount', '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', mounted)
})
afterEach(async () => {
  running?.process.kill('SIGKILL')
  await running?.ended
})
afterAll(() => {
  if (canMount) run('/usr/bin/umount', mounted)
  rmSync(root, { recursive: true })
})

/** A process and those it has started. */
function withChildren(pid: number): number[] {
  const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((one) => one !== '')
  return [pid, ...started.flatMap((one) => withChildren(Number(one)))]
}

/** A file system of its own, filled to its last byte. Mounting takes an administrator; without one, as the other. */
function smallDisk(): Disk {
  if (!canMount) return limitedProcess('small')
  const filling = join(mounted, 'filling')
  const fillWith = (bytes: Buffer): void => {
    try {
      for (;;) appendFileSync(filling, bytes)
    } catch {
      // There is no room for as much any more.
    }
  }
  return {
    data: join(mounted, 'data'),
    fill: () => [1 << 20, 1 << 12, 1].forEach((size) => fillWith(Buffer.alloc(size))),
    makeRoom: () => rmSync(filling),
    isFull: true,
  }
}

/** Limits how large a file a server may write, in bytes. */
function limit(server: number, size: string): void {
  for (const pid of withChildren(server))
    expect(run('/usr/bin/prlimit', `--pid=${pid}`, `--fsize=${size}:unlimited`)).toBe(true)
}

/** A server that may write nothing: each of its writes to a file fails, as by a quota that is used up. */
function limitedProcess(name = 'limited'): Disk {
  return {
    data: join(root, name),
    fill: (server) => limit(server, '0'),
    makeRoom: (server) => limit(server, 'unlimited'),
    isFull: false,
  }
}

it('a command for which there is no room ends with one line and leaves nothing half done', () => {
  const data = join(root, 'commands')
  mkdirSync(data)
  writeFileSync(join(data, 'pejling.sqlite'), smallInstallation().connection.serialize())
  const table = join(root, 'tal.csv')
  writeFileSync(table, 'area;period;value\n217;2024;13\n')
  const copy = join(root, 'copy.sqlite')
  for (const [size, command] of [
    [100_000, ['backup', copy]],
    [0, ['import', table, '--indicator', 'taler']],
  ] as const) {
    const limited = [`--fsize=${size}`, process.execPath, cli, ...command]
    const env = { ...process.env, PEJLING_DATA: data }
    const { status, stdout, stderr } = spawnSync('/usr/bin/prlimit', limited, { env, encoding: 'utf8' })
    expect([status, stdout, stderr.trimEnd().split('\n').length, stderr]).toEqual([1, '', 1, expect.any(String)])
  }
  expect(readdirSync(root).filter((name) => name.startsWith('copy'))).toEqual([])
  const db = openDatabase(join(data, 'pejling.sqlite'), systemClock)
  expect([verify(db), findObservation(db, 'taler', '217', '2024')?.value]).toEqual([[], 12.5])
  db.connection.close()
})

const email = 'eva@example.org'

const watch = { progress: () => undefined, isCancelled: () => false }

/** A data folder with an import that is ready to be written, and a token for who may. */
async function prepare(data: string): Promise<{ file: string; token: string; cookie: string; importNumber: number }> {
  mkdirSync(data)
  const file = join(data, 'pejling.sqlite')
  writeFileSync(file, smallInstallation().connection.serialize())
  const db = openDatabase(file, systemClock)
  const { password } = addUser(db, system, { email, name: 'Eva', role: 'publisher' })
  await choosePassword(db, email, password, 'en ganske lang adgangssætning')
  const { secret } = addToken(db, system, { ...tokenOf(email), expiresOn: lastTokenDay(danishDay(systemClock())) })
  const rows = Array.from({ length: 30 }, (_, index) => `217;${1990 + index};${index},5`)
  const kept = await keepFile(db, Readable.from([Buffer.from(`area;period;value\n${rows.join('\n')}\n`)]), 1_000_000)
  const importNumber = beginImport(db, { file: kept, name: 'tal.csv', receivedBy: email, indicator: 'arbejde' })
  await takeStep(db, importNumber, { do: 'look', dialect: {}, place: null }, watch)
  await takeStep(db, importNumber, { do: 'try' }, watch)
  expect(findImport(db, importNumber)?.outcome).toMatchObject({ added: 30, rejected: 0 })
  const cookie = `pejling=${openSession(db, { email, agent: '', by: 'password', terms: usualTerms })}`
  db.connection.close()
  return { file, token: secret, cookie, importNumber }
}

it.each([
  ['a disk without room', smallDisk],
  ['a process that may write no more', limitedProcess],
])('%s', async (_, make) => {
  const disk = make()
  const { file, token, cookie, importNumber } = await prepare(disk.data)
  running = start(['serve'], disk.data, { PORT: '0' })
  const { process, said, ended } = running
  const origin = /Pejling: (\S+)/.exec(await said(/Pejling: \S+/))?.[1] ?? ''
  const server = process.pid ?? 0
  const authorization = `Bearer ${token}`
  const statusOf = async (path: string): Promise<number> => (await fetch(origin + path)).status

  /** Writes a figure as a program does; answers the status. */
  const write = async (value: number): Promise<number> => {
    const block = `${origin}/api/v1/workspace/observations/taler`
    const etag = (await fetch(block, { headers: { authorization } })).headers.get('etag') ?? ''
    const figure = { area: '217', categories: {}, period: '2023', value, numerator: null, denominator: null }
    const body = {
      reason: `Nr. ${value}`,
      observations: [{ ...figure, footnote: null, provenance: null, status: 'A', sampleSize: null, margin: null }],
    }
    const headers = { authorization, 'if-match': etag, 'content-type': 'application/json' }
    return (await fetch(block, { method: 'PUT', headers, body: JSON.stringify(body) })).status
  }
  /** Asks for the import to be written, as a person at the desk does. */
  const applyImport = async (): Promise<void> => {
    const headers = { cookie, origin, 'content-type': 'application/json' }
    const url = `${origin}/api/v1/workspace/imports/${importNumber}`
    const [, digest = ''] = /"digest":"([^"]+)"/.exec(await (await fetch(url, { headers })).text()) ?? []
    const answer = await fetch(`${url}/apply`, { method: 'POST', headers, body: JSON.stringify({ digest }) })
    await answer.text()
  }

  expect([await write(1), await statusOf('/readyz')]).toEqual([200, 200])
  disk.fill(server)
  // What fits into what SQLite holds already may still be kept, and is then said to be.
  let kept = 1
  let status = 200
  for (let value = 2; status === 200 && value < 90; value += 1) {
    status = await write(value)
    if (status === 200) kept = value
  }
  expect(status).toBeGreaterThanOrEqual(500)
  await applyImport()
  await applyImport()
  for (const path of ['/', '/maal/1.1', '/en/indicator/deltagelse', '/api/v1/indicators/deltagelse', '/healthz'])
    expect([path, await statusOf(path)]).toEqual([path, 200])
  await expect.poll(() => statusOf('/readyz')).toBeOneOf(disk.isFull ? [503] : [200, 503])
  // Refused, or kept where an import that was given up has left room in the journal: what is said is what is so.
  const last = await write(0)
  if (last === 200) kept = 0
  expect(last === 200 || last >= 500).toBe(true)

  disk.makeRoom(server)
  await expect.poll(() => statusOf('/readyz')).toBe(200)
  const valueNow = (indicator = 'taler', period = '2023'): number | null | undefined => {
    const db = openDatabase(file, systemClock)
    try {
      expect(verify(db)).toEqual([])
      return findObservation(db, indicator, '217', period)?.value
    } finally {
      db.connection.close()
    }
  }
  expect(valueNow()).toBe(kept)
  expect(await write(99)).toBe(200)
  // Where it could be noted that there was no room, what the file would do has to be found out again.
  const db = openDatabase(file, systemClock)
  if (findImport(db, importNumber)?.outcome === null) await takeStep(db, importNumber, { do: 'try' }, watch)
  db.connection.close()
  await applyImport()
  // The page answers before a long import has ended; what is published is what has been written.
  await expect.poll(() => valueNow('arbejde', '1990')).toBe(0.5)
  const published = await pejling(['publish', '--title', 'Igen'], disk.data)
  expect(published).toMatchObject({ code: 0, output: expect.stringContaining('release 2') })
  await expect
    .poll(async () => (await fetch(`${origin}/api/v1/indicators/arbejde/observations.csv`)).text())
    .toContain('1990,0.5')
  process.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0 })
  expect(valueNow()).toBe(99)
})
