import { afterEach, beforeEach, expect, it } from 'vitest'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { SideProcess } from './side-process.ts'
import { runTimetable } from './timetable.ts'

/*
 * A machine that lets no process be started: there are too many, or the program is just being replaced. The serving process has to
 * live on and tell of it.
 */

const { execPath } = process

beforeEach(() => {
  process.execPath = '/no/such/node'
})

afterEach(() => {
  process.execPath = execPath
})

it('a process beside the server that cannot be started is told to whoever needs it, and tried again', async () => {
  const told: string[] = []
  const side = new SideProcess({
    room: 'workshop',
    demonstration: false,
    folder: '/tmp',
    limits: { heap: 100, resident: 100, nice: 0 },
    idleFor: null,
    failed: ({ message }) => told.push(message),
  })
  await expect(side.socket()).rejects.toThrow('ENOENT')
  await expect(side.socket()).rejects.toThrow('ENOENT')
  expect(told).toEqual(['spawn /no/such/node ENOENT', 'spawn /no/such/node ENOENT'])
  await side.stop()
})

it('a task for which no process can be started has failed', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const end = runTimetable(
    smallInstallation(),
    { demonstration: false, sendsMail: false },
    {
      done: (task) => resolve(`${task} was done`),
      failed: (task, error) => resolve(`${task}: ${String(error)}`),
    },
  )
  expect(await promise).toBe('retention: Error: spawn /no/such/node ENOENT')
  await end()
})
