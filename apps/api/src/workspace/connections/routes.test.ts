import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { deliveredFiles, wellRead } from '../../data-folder/delivered.fixture.ts'
import {
  startStatbank,
  turnoutConnection,
  turnoutTable,
  type FakeStatbank,
} from '../../intake/sources/statbank.fixture.ts'
import { openStatbank } from '../../intake/sources/statbank.ts'
import { appOver, plainPages } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs, type OwnBrowser } from '../../testing/signed-in.fixture.ts'
import { findObservation } from '../observation-store.ts'

const slug = 'valgdeltagelse-kv'
const url = '/api/v1/workspace/connections'
const delivered = wellRead(deliveredFiles)
let db: Database
let app: FastifyInstance
let far: FakeStatbank
let editor: OwnBrowser

beforeEach(async () => {
  db = smallInstallation({
    ...delivered,
    indicators: delivered.indicators.filter((one) => one.slug === slug),
    observations: delivered.observations.filter(({ indicator }) => indicator === slug),
    targets: [],
    connections: [],
  })
  far = await startStatbank([turnoutTable])
  const reach = { base: far.url, fetch: globalThis.fetch, wait: () => Promise.resolve(), timeout: 10_000 }
  app = await appOver(db, plainPages, null, { statbank: openStatbank({ ...reach, largest: 1_000_000 }) })
  editor = signedInAs(db, 'editor')
})
afterEach(() => far.close())

const get = (path: string, headers = editor) => app.inject({ url: url + path, headers })
const send = (method: 'POST' | 'PUT', path: string, payload: object | null, headers = editor) =>
  app.inject({ method, url: url + path, headers: { ...headers, 'if-match': '*' }, ...(payload && { payload }) })

it('a table is found, tried, connected and fetched, as a job with an address of its own', async () => {
  expect((await get('/sources')).json().sources).toMatchObject([{ key: 'statbank' }])
  expect((await get('/tables?source=statbank&q=LABY08')).json().tables).toMatchObject([{ table: 'LABY08' }])
  const table = (await get('/table?source=statbank&table=LABY08')).json()
  expect(table.variables.length).toBeGreaterThan(1)
  const preview = (await send('POST', `/${slug}/preview`, turnoutConnection)).json()
  expect(preview.result).toMatchObject({ problem: null })
  expect((await send('POST', `/${slug}/fetch`, null)).statusCode).toBe(409)
  expect((await send('PUT', `/${slug}`, turnoutConnection)).json()).toMatchObject({ connection: { table: 'LABY08' } })
  const before = findObservation(db, slug, '217', '2025-11-18')

  const begun = await send('POST', `/${slug}/fetch`, null)
  expect([begun.statusCode, begun.json().state]).toEqual([202, 'running'])
  const status = () => app.inject({ url: begun.headers.location ?? '', headers: editor })
  await expect.poll(async () => (await status()).json().state).toBe('done')
  expect((await status()).json().result).toMatchObject(preview.result)
  expect(findObservation(db, slug, '217', '2025-11-18')).not.toEqual(before)
  expect((await get(`/${slug}/fetches`)).json().fetches).toHaveLength(1)
  expect((await get('')).json()).toMatchObject({ total: 1, items: [{ indicator: slug, toDecide: 0 }] })
})

it('what a source takes back is a question that an administrator answers', async () => {
  await send('PUT', `/${slug}`, turnoutConnection)
  const fetched = async () => {
    const { headers } = await send('POST', `/${slug}/fetch`, null)
    const status = () => app.inject({ url: headers.location ?? '', headers: editor })
    await expect.poll(async () => (await status()).json().state).toBe('done')
  }
  await fetched()
  const variables = turnoutTable.variables.map((one) => ({
    ...one,
    values: one.values.filter(({ id }) => id !== '2025'),
  }))
  far.tables.set('LABY08', { ...turnoutTable, variables })
  await fetched()
  const { questions } = (await get(`/${slug}/questions`)).json()
  expect(questions).toMatchObject([
    { kind: 'withdrawn', series: '217', period: '2025-11-18', value: 70.49 },
    { kind: 'withdrawn', series: '000', period: '2025-11-18' },
  ])
  const decision = { answer: 'remove', figures: [{ series: '217', period: '2025-11-18' }] }
  expect((await send('POST', `/${slug}/decisions`, decision)).statusCode).toBe(403)
  const administrator = signedInAs(db, 'administrator')
  const left = await send('POST', `/${slug}/decisions`, decision, administrator)
  expect(left.json().questions).toHaveLength(1)
  expect(findObservation(db, slug, '217', '2025-11-18')).toBe(null)
  expect((await send('POST', `/${slug}/decisions`, decision, administrator)).statusCode).toBe(409)
  expect(verify(db)).toEqual([])
})
