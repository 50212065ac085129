import { expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { withdraw } from '../releases/withdraw.ts'
import { importObservations } from '../intake/import-observations.ts'
import { ReleaseCache } from './release-cache.ts'
import { makeBody, makeCachedResponse, type CachedResponse } from './cached-response.ts'

const answerOf = (words: string): CachedResponse =>
  makeCachedResponse(makeBody(words), {
    contentType: 'text/plain',
    lastModified: '2026-01-01',
    freshness: 'latest',
    vary: '',
  })

function publication() {
  const db = smallInstallation()
  let now = 0
  return { db, open: new ReleaseCache(openReleaseStore(db), () => (now += 1000)) }
}

it('what takes a while is made once for all who ask meanwhile, and again where it failed', async () => {
  const { open } = publication()
  const edition = open.edition(undefined)
  let made = 0
  const make = (): Promise<CachedResponse> => {
    made += 1
    return made === 1 ? Promise.reject(new Error('no room')) : Promise.resolve(answerOf(String(made)))
  }
  await expect(open.made(edition, 'x', make)).rejects.toThrow('no room')
  const [one, other] = await Promise.all([open.made(edition, 'x', make), open.made(edition, 'x', make)])
  expect([made, one === other, open.known(edition, 'x') === one]).toEqual([2, true, true])
})

it('what was begun before a withdrawal is not kept after it', async () => {
  const { db, open } = publication()
  const { promise, resolve } = Promise.withResolvers<CachedResponse>()
  const making = open.made(open.edition(undefined), 'x', () => promise)
  withdraw(db, system, { indicator: 'taler', series: '217', period: '2024', reason: text('Ikke vores') })
  open.notice()
  expect(open.edition(undefined).release.number).toBe(2)
  resolve(answerOf('with the figure that was withdrawn'))
  await making
  expect(open.known(open.edition(undefined), 'x')).toBe(null)
})

it('what was begun of one release is not taken for the next', async () => {
  const { db, open } = publication()
  const { promise, resolve } = Promise.withResolvers<CachedResponse>()
  const making = open.made(open.edition(undefined), 'x', () => promise)
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 14) }]
  importObservations(db, system, { indicator: 'taler', rows })
  publish(db, system, { title: text('Anden'), note: null, indicators: 'all' })
  expect(open.edition(undefined).release.number).toBe(2)
  resolve(answerOf('of the first'))
  await making
  expect(open.known(open.edition(undefined), 'x')).toBe(null)
})

it('a withdrawal by a command is seen at once, in pinned answers too, and says when it was made', () => {
  const { db, open } = publication()
  const path = 'indicators/taler'
  const before = open.document(open.edition(1), path)
  expect(before?.variants.identity.body.toString()).toContain('12.5')
  withdraw(db, system, { indicator: 'taler', series: '217', period: '2024', reason: text('Ikke vores') })
  const after = open.document(open.edition(1), path)
  expect(after?.variants.identity.body.toString()).not.toContain('12.5')
  const at = openReleaseStore(db).withdrawals()[0]?.withdrawnAt ?? ''
  expect(after?.variants.identity.headers).toContain(new Date(at).toUTCString())
  expect(open.edition(1).modifiedAt).toBe(at)
})

it('where another process keeps what is answered, a release and a withdrawal are seen in the very millisecond', () => {
  const db = smallInstallation()
  const open = new ReleaseCache(openReleaseStore(db), () => 0, false, 0)
  expect(open.document(open.edition(undefined), 'indicators/taler')?.variants.identity.body.toString()).toContain(
    '12.5',
  )
  const generation = open.generation()
  withdraw(db, system, { indicator: 'taler', series: '217', period: '2024', reason: text('Ikke vores') })
  expect(open.generation()).not.toBe(generation)
  expect(open.edition(undefined).release.number).toBe(2)
  expect(open.document(open.edition(1), 'indicators/taler')?.variants.identity.body.toString()).not.toContain('12.5')
})
