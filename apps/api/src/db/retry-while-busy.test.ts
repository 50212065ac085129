import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BusyError, retryWhileBusy } from './retry-while-busy.ts'

const folder = mkdtempSync(join(tmpdir(), 'pejling-busy-'))
const file = join(folder, 'one.sqlite')
const [ours, theirs] = [new Sqlite(file, { timeout: 0 }), new Sqlite(file, { timeout: 0 })]

beforeAll(() => {
  ours.pragma('journal_mode = WAL')
  ours.exec('CREATE TABLE lines (text TEXT)')
})
afterAll(() => {
  ours.close()
  theirs.close()
  rmSync(folder, { recursive: true })
})

const write = (): number => ours.prepare("INSERT INTO lines VALUES ('one')").run().changes

test('what could not be written while another connection was writing is written when that is done, and others run meanwhile', async () => {
  theirs.exec('BEGIN IMMEDIATE')
  const written = retryWhileBusy(write)
  // Whatever else waits for its turn gets it while the lock is held.
  await Promise.resolve()
  const others = new Promise((resolve) => setImmediate(resolve))
  await others
  theirs.exec('COMMIT')
  expect(await written).toBe(1)
})

test('who waits too long is told', async () => {
  theirs.exec('BEGIN IMMEDIATE')
  await expect(retryWhileBusy(write, 30)).rejects.toThrow(BusyError)
  theirs.exec('COMMIT')
})

test('any other failure is not tried again', async () => {
  let tries = 0
  const failing = retryWhileBusy(() => {
    tries += 1
    ours.exec('INSERT INTO others VALUES (1)')
  })
  await expect(failing).rejects.toThrow('no such table')
  expect(tries).toBe(1)
})
