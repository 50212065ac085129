import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { addUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { beginImport, findImport } from './imports.ts'
import { ImportJobs } from './jobs.ts'
import { keepFile } from './kept-files.ts'

it('a failed import of which nothing can be noted ends, is logged, and the next is taken as soon as there is room', async () => {
  const db = smallInstallation()
  const receivedBy = 'eva@example.org'
  addUser(db, system, { email: receivedBy, name: 'Eva', role: 'editor' })
  const failed: unknown[] = []
  const jobs = new ImportJobs(db, (error) => failed.push(error))
  const receive = async (value: number): Promise<number> => {
    const file = await keepFile(db, Readable.from([Buffer.from(`area;period;value\n217;2024;${value}\n`)]), 1_000_000)
    return beginImport(db, { file, name: 'tal.csv', receivedBy, indicator: 'taler' })
  }
  const look = (number: number): Promise<void> => jobs.begin(number, { do: 'look', dialect: {}, place: null }, 20_000)
  const numbers = [await receive(12), await receive(13)]
  db.connection.pragma('query_only = ON')
  await Promise.all(numbers.map(look))
  expect(failed).toHaveLength(2)
  expect([...numbers.map((number) => jobs.progress(number)), jobs.isWriting()]).toEqual([null, null, false])
  db.connection.pragma('query_only = OFF')
  await Promise.all(numbers.map(look))
  for (const number of numbers) expect(findImport(db, number)?.look?.sheets).toHaveLength(1)
  expect(failed).toHaveLength(2)
  await jobs.stop()
})
