import { createServer, type Server } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { deliveries } from '../../db/schema.ts'
import { verify } from '../../verification/verify.ts'
import { planRelease, publishDue } from '../../releases/planned.ts'
import { previewPublication } from '../../releases/preview.ts'
import { publish } from '../../releases/publish.ts'
import { emptyDatabase, smallDelivery, text } from '../../testing/installation.fixture.ts'
import { importObservations } from '../../intake/import-observations.ts'
import { seed } from '../../workspace/seed.ts'
import { deliverDue } from './deliver.ts'
import { addWebhook, removeWebhook } from './webhooks.ts'

interface Heard {
  readonly body: string
  readonly headers: Record<string, string>
}

let now: string
let db: Database
let server: Server
let url: string
let heard: Heard[]
/** What is answered, one for each message; then 204. */
let answers: number[]

beforeEach(async () => {
  now = new Date().toISOString()
  db = emptyDatabase(() => now)
  seed(db, system, { delivery: smallDelivery() })
  publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
  heard = []
  answers = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => {
      body += piece.toString()
    })
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      heard.push({ body, headers })
      response.writeHead(answers.shift() ?? 204).end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/pejling`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const deliver = (): Promise<void> => deliverDue(db, { fetch: globalThis.fetch, siteUrl: 'https://maal.example.dk' })
const later = (seconds: number): void => {
  now = new Date(Date.parse(now) + seconds * 1000).toISOString()
}
function release(value: number): void {
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', value) }]
  importObservations(db, system, { indicator: 'taler', rows })
  publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
}

it('a release is told once, signed so that it can be neither made up nor sent again', async () => {
  const { secret } = addWebhook(db, system, { name: 'avisen', url })
  release(14)
  previewPublication(db)
  await deliver()
  await deliver()
  expect(heard).toHaveLength(1)
  const [{ body, headers } = { body: '', headers: {} }] = heard
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'release.published',
    data: { release: 2, changes: 'https://maal.example.dk/api/v1/releases/2/changes' },
  })
  expect(() => new Webhook(secret).verify(body.replace('2', '3'), headers)).toThrow('signature')
  const old = { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 3600) }
  expect(() => new Webhook(secret).verify(body, old)).toThrow(/old|signature/)
  expect(verify(db)).toEqual([])
})

it('a planned release that could not come out is told, and not what was in it', async () => {
  addWebhook(db, system, { name: 'vagten', url })
  const ida = { actor: { name: 'Ida', role: 'publisher' }, email: '' } as const
  const about = { title: text('Hemmelig'), note: null, indicators: ['taler'], publishAt: null }
  planRelease(db, ida, { ...about, seen: 'something else' })
  expect(publishDue(db).outdated).toHaveLength(1)
  await deliver()
  expect(heard.map(({ body }) => z.json().parse(JSON.parse(body)))).toEqual([
    {
      type: 'planned-release.outdated',
      timestamp: now,
      data: { planned: 1, problem: 'changed', page: 'https://maal.example.dk/admin/udgiv' },
    },
  ])
  expect(heard[0]?.headers['webhook-id']).toBe('planned-release-1-vagten')
})

it('is told again with longer and longer pauses where it does not arrive, and given up in the end', async () => {
  addWebhook(db, system, { name: 'avisen', url })
  answers = Array.from({ length: 20 }, () => 503)
  release(14)
  await deliver()
  later(4)
  await deliver()
  expect(heard).toHaveLength(1)
  later(1)
  await deliver()
  expect(heard).toHaveLength(2)
  for (const pause of [300, 1800, 7200, 18_000, 36_000, 86_400]) {
    later(pause)
    await deliver()
  }
  expect(heard).toHaveLength(7)
  expect(db.sql.select().from(deliveries).all()).toMatchObject([{ attempts: 7, nextAt: null, status: '503' }])
})

it('keeps its identity when it is told again, so that who hears it twice can tell', async () => {
  addWebhook(db, system, { name: 'avisen', url })
  answers = [500]
  release(14)
  await deliver()
  later(5)
  await deliver()
  expect(new Set(heard.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['release-2-avisen']))
  expect(new Set(heard.map(({ body }) => body)).size).toBe(1)
})

it('is not told to those who are gone, or to those who have been taken away', async () => {
  addWebhook(db, system, { name: 'avisen', url })
  answers = [410]
  release(14)
  await deliver()
  later(100_000)
  await deliver()
  expect(heard).toHaveLength(1)
  release(15)
  removeWebhook(db, system, 'avisen')
  await deliver()
  expect(heard).toHaveLength(1)
  expect(() => addWebhook(db, system, { name: 'x', url: 'ftp://x' })).toThrow(/is no address/)
})

it('one that cannot be told, or whose outcome cannot be noted, does not keep the others from being told', async () => {
  for (const name of ['avisen', 'bladet', 'caféen']) addWebhook(db, system, { name, url })
  release(14)
  release(15)
  // For one webhook nothing can be signed, and of another nothing can be noted.
  db.connection.exec(`
    UPDATE webhooks SET secret = 'whsec_ødelagt' WHERE name = 'bladet';
    CREATE TRIGGER no_room BEFORE UPDATE ON deliveries WHEN old.webhook = 'avisen' BEGIN SELECT RAISE(ABORT, 'no room'); END`)
  await expect(deliver()).rejects.toMatchObject({ message: expect.stringContaining('avisen of release 3') })
  expect(heard).toHaveLength(4)
  const outcomes = db.sql.select().from(deliveries).all()
  expect(outcomes.filter(({ webhook }) => webhook === 'caféen')).toMatchObject([
    { status: 'arrived', nextAt: null },
    { status: 'arrived', nextAt: null },
  ])
  // What could not be made is tried again later, like what did not arrive.
  expect(outcomes.find(({ release: of, webhook }) => of === 2 && webhook === 'bladet')).toMatchObject({ attempts: 1 })
})
