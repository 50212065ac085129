import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'
import { ImportDetail } from '@pejling/domain/workspace/imports'
import { addToken } from '../../accounts/tokens.ts'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../db/verify.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../../testing/signed-in.fixture.ts'
import { readBlock } from '../observations/write-figures.ts'

const url = '/api/v1/workspace/imports'
const content = 'Område;2023;2024;2025\nHelsingør;61,5;..;63\n'
let db: Database
let app: FastifyInstance
let headers: Readonly<Record<string, string>>

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  headers = signedInAs(db, 'editor')
})

const send = (payload: string | Buffer, more: Readonly<Record<string, string>> = {}) =>
  app.inject({
    method: 'POST',
    url: `${url}?indicator=taler&filename=tal.csv`,
    headers: { ...headers, 'content-type': 'text/csv', ...more },
    payload,
  })
const post = (path: string, payload?: unknown) =>
  app.inject({
    method: 'POST',
    url: url + path,
    headers,
    ...(payload !== undefined && {
      payload: JSON.stringify(payload),
      headers: { ...headers, 'content-type': 'application/json' },
    }),
  })
const figures = () => readBlock(db, 'taler').observations.map(({ period, value }) => `${period} ${value}`)

it('a program sends a file, says what it means, looks at what it would do, and writes just that', async () => {
  const sent = await send(content)
  expect([sent.statusCode, sent.headers.location]).toEqual([201, `${url}/1`])
  const proposed = ImportDetail.parse(sent.json())
  expect(proposed.columns.map(({ headings, role, examples }) => [headings[0], role, examples[0]])).toEqual([
    ['Område', 'area', 'Helsingør'],
    ['2023', 'figures', '61,5'],
    ['2024', 'figures', '..'],
    ['2025', 'figures', '63'],
  ])
  const tag = String((await app.inject({ url: `${url}/1`, headers })).headers.etag)
  const said = await app.inject({
    method: 'PATCH',
    url: `${url}/1`,
    headers: { ...headers, 'if-match': tag },
    payload: { mapping: { decimal: ',', marks: { '..': 'O' } } },
  })
  expect([said.statusCode, said.json().state]).toEqual([200, 'received'])
  const before = figures()
  const tried = ImportDetail.parse((await post('/1/preview')).json())
  expect(tried.outcome).toMatchObject({ added: 2, changed: 1, unchanged: 0, rejected: 0 })
  expect(tried.outcome?.changes?.indicators).toMatchObject([{ indicator: 'taler' }])
  expect(figures()).toEqual(before)

  expect((await post('/1/apply', { digest: 'noget andet' })).statusCode).toBe(409)
  const applied = await post('/1/apply', { digest: tried.outcome?.digest })
  expect(applied.json()).toMatchObject({ state: 'applied', changeSet: expect.any(Number) })
  expect(figures()).toEqual(['2023 61.5', '2024 null', '2025 63'])
  expect((await app.inject({ url, headers })).json()).toMatchObject({ total: 1, items: [{ state: 'applied' }] })
  const undone = await post('/1/undo')
  expect(undone.json()).toEqual({ changeSet: applied.json().changeSet + 1 })
  expect(figures()).toEqual(before)
  expect(verify(db)).toEqual([])
})

it('takes a file in a form, too, and lets go of one that wrote nothing', async () => {
  const form = new FormData()
  form.set('file', new Blob([content]), 'fra-formular.csv')
  const body = new Response(form)
  const sent = await app.inject({
    method: 'POST',
    url: `${url}?indicator=taler`,
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  expect([sent.statusCode, sent.json().name]).toEqual([201, 'fra-formular.csv'])
  const gone = await app.inject({ method: 'DELETE', url: `${url}/1`, headers: { ...headers, 'if-match': '*' } })
  expect([gone.statusCode, (await app.inject({ url: `${url}/1`, headers })).statusCode]).toEqual([204, 404])
})

it('is asked again with the same key without taking the file twice', async () => {
  const key = { 'idempotency-key': 'a-file' }
  const [first, again] = [await send(content, key), await send(content, key)]
  expect([first.statusCode, again.statusCode, again.json().number]).toEqual([201, 201, 1])
  expect((await app.inject({ url, headers })).json().total).toBe(1)
  expect((await send(`${content}\n`, key)).statusCode).toBe(422)
})

it('is for those who may write the indicator, and for tokens that are good for it', async () => {
  const own = { ...tokenOf('editor@example.dk'), scopes: ['imports'], indicators: ['taler'] }
  const { secret } = addToken(db, system, own)
  const authorization = `Bearer ${secret}`
  const as = (indicator: string) =>
    app.inject({
      method: 'POST',
      url: `${url}?indicator=${indicator}`,
      headers: { authorization, 'content-type': 'text/csv' },
      payload: content,
    })
  expect([(await as('taler')).statusCode, (await as('arbejde')).statusCode]).toEqual([201, 403])
  const others = signedInAs(db, 'contributor')
  expect((await app.inject({ url: `${url}/1`, headers: others })).statusCode).toBe(404)
  const refused = await app.inject({
    method: 'POST',
    url: `${url}?indicator=taler`,
    headers: { ...others, 'content-type': 'text/csv' },
    payload: content,
  })
  expect(refused.statusCode).toBe(403)
  expect((await send(content, { 'content-type': 'application/pdf' })).statusCode).toBe(415)
})
