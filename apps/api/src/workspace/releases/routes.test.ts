import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { requireApproval } from '../../releases/approval.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import { signedInAs, type OwnBrowser } from '../../testing/signed-in.fixture.ts'

const url = '/api/v1/workspace'
let db: Database
let app: FastifyInstance
let ida: OwnBrowser
let bo: OwnBrowser

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  ida = signedInAs(db, 'publisher', 'ida@example.dk')
  bo = signedInAs(db, 'administrator', 'bo@example.dk')
})

const get = async (path: string, headers = ida) => (await app.inject({ url: url + path, headers })).json()
const post = (path: string, payload: object | null, headers = ida) =>
  app.inject({ method: 'POST', url: url + path, headers, ...(payload && { payload }) })
const write = (period: string, value: number) =>
  app.inject({
    method: 'PATCH',
    url: `${url}/observations/taler`,
    headers: { ...ida, 'if-match': '*', 'content-type': 'application/json' },
    payload: JSON.stringify({ observations: [{ area: '217', period, value }] }),
  })
const release = async (more: object = {}) => ({
  title: text('Årets tal'),
  seen: (await get('/releases/preview')).seen,
  ...more,
})

it('what was looked at is published, and nothing else', async () => {
  expect((await post('/releases', await release())).json()).toEqual({ release: null, planned: null })
  await write('2025', 13)
  const asked = await release({ indicators: ['taler'] })
  await write('2025', 14)
  expect((await get('/releases/preview?texts=only')).items).toMatchObject([{ id: 'indicator:taler', chosen: false }])
  const stale = await post('/releases', asked)
  expect([stale.statusCode, stale.json().type]).toEqual([409, '/api#conflict'])
  const trial = await post('/releases?dryRun=true', await release())
  expect(trial.json()).toMatchObject({
    dryRun: true,
    status: 201,
    preview: { changes: { indicators: [{ indicator: 'taler', observations: [{ period: '2025' }] }] } },
  })
  expect(openReleaseStore(db).latestNumber()).toBe(1)
  const made = await post('/releases', await release())
  expect([made.statusCode, made.json().release.number]).toEqual([201, 2])
  expect(await get('/releases?limit=1')).toMatchObject({ total: 2, items: [{ number: 2 }] })
  expect(verify(db)).toEqual([])
})

it('a release waits for its time and for another person, and comes out when it is approved', async () => {
  requireApproval(db, system, true)
  await write('2025', 13)
  const asked = await post('/releases', await release())
  expect([asked.statusCode, asked.headers.location]).toEqual([202, `${url}/releases/planned/1`])
  expect(await get('/releases/planned/1')).toMatchObject({ own: true, needsApproval: true, problem: null })
  expect((await post('/releases/planned/1/approve', null)).statusCode).toBe(409)
  // What was looked at is no longer what would come out.
  await write('2024', 12)
  expect(await get('/releases/planned/1')).toMatchObject({ state: 'waiting', problem: 'changed' })
  const again = await app.inject({
    method: 'PUT',
    url: `${url}/releases/planned/1`,
    headers: { ...ida, 'if-match': '*' },
    payload: await release(),
  })
  expect(again.json()).toMatchObject({ problem: null, approvedBy: null })
  const approved = await post('/releases/planned/1/approve', null, bo)
  expect(approved.json()).toMatchObject({ release: { number: 2 }, planned: { state: 'published' } })
  expect((await post('/releases/planned/1/cancel', null, bo)).statusCode).toBe(409)
  const past = await post('/releases', await release({ publishAt: '2020-01-01T00:00:00.000Z' }))
  expect(past.statusCode).toBe(422)
})

it('a published figure is withdrawn from every release, after it has been seen where it is told', async () => {
  const figure = { indicator: 'taler', series: '217', period: '2024' }
  expect(await get('/withdrawals/figures?indicator=taler')).toMatchObject({
    items: [{ series: '217', period: '2024', said: [{ value: 12.5 }], current: true }],
  })
  const telling = await get(`/withdrawals/telling?${new URLSearchParams(figure)}`)
  expect(telling.documents).toBeGreaterThan(0)
  const reason = text('Det fortalte om én person')
  const trial = await post('/withdrawals?dryRun=true', { ...figure, reason })
  expect(trial.json()).toMatchObject({
    dryRun: true,
    status: 201,
    preview: {
      changes: { indicators: [{ indicator: 'taler', observations: [{ period: '2024', before: { value: 12.5 } }] }] },
      assessments: [{ indicator: 'taler', after: { verdict: 'no-data' } }],
    },
  })
  expect(await get('/withdrawals')).toMatchObject({ total: 0 })
  requireApproval(db, system, true)
  const asked = await post('/withdrawals', { ...figure, reason })
  expect([asked.statusCode, asked.json().withdrawal]).toEqual([202, null])
  const approved = await post('/releases/planned/1/approve', null, bo)
  expect(approved.json()).toMatchObject({ release: { number: 2 } })
  expect(await get('/withdrawals')).toMatchObject({ total: 1, items: [{ period: '2024', reason }] })
  expect((await post('/withdrawals', { ...figure, reason })).statusCode).toBe(404)
  expect(verify(db)).toEqual([])
})
