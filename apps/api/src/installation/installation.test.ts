import { beforeEach, expect, it } from 'vitest'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { addUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { publicMeetings } from '../workspace/shared-meetings.ts'
import { emptyDatabase, smallDelivery } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import { deliveredFolder, readDeliveryFolder, setUp } from './installation.ts'

/* Nothing is published that no one asked to publish: starting on an empty folder is asking, loading data is not. */

let db: Database
beforeEach(() => {
  db = emptyDatabase()
})

const released = (): number => openReleaseStore(db).latestNumber()
const delivered = readDeliveryFolder(deliveredFolder)
/** What a start had done when it was cut short after loading its data. */
const loadAsFirstStart = (): void => void seed(db, system, { delivery: delivered, isFirstStart: true })
const figure = (value: number) => ({
  indicator: 'valgdeltagelse-kv',
  rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025-11-18', value) }],
})

it('the first start publishes what it loads, once, and makes an administrator', () => {
  expect(setUp(db, false)).toMatchObject({ release: 1, administrator: { email: 'administrator@pejling.local' } })
  expect(setUp(db, false)).toEqual({ release: 1, administrator: null })
  expect(verify(db)).toEqual([])
})

it.each([
  ['figures', smallDelivery()],
  ['invented figures', { ...smallDelivery(), demonstration: true }],
])('%s that a person has loaded are not published by starting, the first time or later', (_, delivery) => {
  seed(db, system, { delivery })
  for (let start = 0; start < 2; start += 1) {
    expect(setUp(db, false).release).toBe(0)
    expect(released()).toBe(0)
  }
})

it('a workspace in which only accounts have been made is not filled and published', () => {
  addUser(db, system, { email: 'eva@example.org', name: 'Eva', role: 'administrator' })
  expect(setUp(db, false)).toEqual({ release: 0, administrator: null })
})

it('a first start that was cut short is finished by the next', () => {
  loadAsFirstStart()
  // An account made meanwhile is no material of a release.
  addUser(db, system, { email: 'eva@example.org', name: 'Eva', role: 'administrator' })
  expect(setUp(db, false).release).toBe(1)
  expect(verify(db)).toEqual([])
})

it.each([
  [
    'loaded data',
    () =>
      seed(db, system, {
        delivery: { ...delivered, goals: delivered.goals.map((goal) => ({ ...goal, text: { da: 'Nyt', en: 'New' } })) },
      }),
  ],
  ['imported figures', () => importObservations(db, system, figure(99))],
])('a first start that was cut short is not finished where a person has %s since', (_, work) => {
  loadAsFirstStart()
  work()
  expect(setUp(db, false).release).toBe(0)
})

it('the demonstration set is published with its meetings, however often it is cut short', () => {
  expect(setUp(db, true).release).toBe(1)
  const meetings = publicMeetings(db).length
  expect(meetings).toBeGreaterThan(0)
  expect(setUp(db, true).release).toBe(1)
  expect(publicMeetings(db)).toHaveLength(meetings)
  expect(verify(db)).toEqual([])
})
