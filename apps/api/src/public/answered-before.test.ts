import { Agent, IncomingMessage, request as send, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import * as fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { system } from '../db/actor.ts'
import { publish } from '../releases/publish.ts'
import { withdraw } from '../releases/withdraw.ts'
import { appOver, metricsOf } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { importObservations } from '../intake/import-observations.ts'
import { AnsweredBefore } from './answered-before.ts'
import { makeBody, makeCachedResponse } from './cached-response.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const open: FastifyInstance[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const app of open.splice(0)) await app.close()
})

/** The application over two releases, listening, and how often it has answered before routing. */
async function listening() {
  const db = smallInstallation()
  const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
  importObservations(db, system, { indicator: 'taler', rows })
  publish(db, system, { title: text('Anden'), note: null, indicators: 'all' })
  const answered = vi.spyOn(AnsweredBefore.prototype, 'answer')
  const app = await appOver(db)
  open.push(app)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const early = () => answered.mock.results.filter(({ value }) => value === true).length
  return { db, app, port, early }
}

/** What the server itself says, of the moment and the connection. */
const ofConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

const listed = (named: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(named)
    .filter(([name]) => !ofConnection.has(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort()

const asked = () => Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/x' })

type Sent = Readonly<Record<string, string>>

/** What comes back over a connection: status, headers as they were written, and bytes. */
function ask(port: number, path: string, method = 'GET', headers: Sent = {}) {
  return new Promise<{ status: number; headers: string[]; body: string }>((resolve, reject) => {
    const sent = send({ host: '127.0.0.1', port, path, method, headers, agent }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (bytes: Buffer) => pieces.push(bytes))
      answer.once('end', () => {
        const named = answer.rawHeaders.flatMap((name, at) =>
          at % 2 === 0 ? [[name, answer.rawHeaders[at + 1]] as const] : [],
        )
        resolve({
          status: answer.statusCode ?? 0,
          headers: named
            .filter(([name]) => !ofConnection.has(name.toLowerCase()))
            .map(([name, value]) => `${name}: ${value}`),
          body: Buffer.concat(pieces).toString('latin1'),
        })
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}

const addresses = fc.constantFrom(
  '/',
  '/?utm=1',
  '/indikator/deltagelse',
  '/indikator/deltagelse?opdeling=alder',
  '/indikator/valg',
  '/indikator/findes-ikke',
  '/udgivelser/1/indikator/taler',
  '/broken',
  '/assets/page.css',
  '/embed/indikator/deltagelse',
  '/moede/x',
  '/robots.txt',
  '/sitemap.xml',
  '/api',
  '/openapi.json',
  '/healthz',
  '/admin',
  '/admin/log-ind',
  '/api/v1/indicators',
  '/api/v1/indicators/',
  '/api/v1/indicators?q=navn',
  '/api/v1/indicators?q=',
  '/api/v1/indicators?release=1',
  '/api/v1/indicators?release=9',
  '/api/v1/indicators/valg',
  '/api/v1/indicators/taler?release=1',
  '/api/v1/indicators/deltagelse/observations',
  '/api/v1/indicators/deltagelse/observations.csv?dialect=da',
  '/api/v1/indicators/deltagelse/observations?alder=ukendt',
  '/api/v1/indicators/deltagelse/chart.svg',
  '/api/v1/catalogue',
  '/api/v1/meetings',
  '/api/v1/releases/2/changes?since=0',
  '/api/v1/feed.atom',
  '/api/v1/nothing',
  '//',
)
const sentHeaders = fc.record(
  {
    accept: fc.constantFrom(
      '*/*',
      'text/csv',
      'text/turtle',
      'image/png',
      'undefined',
      'text/html;q=0.5, application/json',
    ),
    'accept-encoding': fc.constantFrom('br', 'gzip', 'gzip;q=0, br;q=0', '*', 'zstd', 'identity'),
    'accept-language': fc.constantFrom('da', 'en'),
    'if-none-match': fc.constantFrom('*', '""', 'W/"x"', 'known', 'known weak', 'known among others'),
    range: fc.constant('bytes=0-3'),
    cookie: fc.constant('pejling=x'),
  },
  { requiredKeys: [] },
)

describe('an answer given before routing', () => {
  it('is the very answer of the route, in every byte and header', async () => {
    const { app, port, early } = await listening()
    const tagOf = async (path: string): Promise<string> => (await app.inject(path)).headers['etag'] ?? '"none"'
    await fc.assert(
      fc.asyncProperty(addresses, fc.constantFrom('GET', 'HEAD'), sentHeaders, async (path, method, sent) => {
        const tag = await tagOf(path)
        const tags: Sent = { known: tag, 'known weak': `W/${tag}`, 'known among others': `"a", ${tag}, "b"` }
        const condition = sent['if-none-match']
        const headers: Sent = {
          ...sent,
          ...(condition === undefined ? {} : { 'if-none-match': tags[condition] ?? condition }),
        }
        const routed = await app.inject({ method, url: path, headers: { host: `127.0.0.1:${port}`, ...headers } })
        const first = await ask(port, path, method, headers)
        const again = await ask(port, path, method, headers)
        expect(again).toEqual(first)
        expect([again.status, again.body]).toEqual([routed.statusCode, routed.rawPayload.toString('latin1')])
        expect([...again.headers].sort()).toEqual(listed(routed.headers))
      }),
      { numRuns: 300 },
    )
    // Most answers were: only what no route keeps has gone through the routes twice.
    expect(early()).toBeGreaterThan(200)
  })

  it('is counted like the others', async () => {
    const { app, port, early } = await listening()
    for (let time = 0; time < 5; time += 1) await ask(port, '/api/v1/goals/1.1')
    const body = await metricsOf(app)
    expect(early()).toBe(4)
    expect(body).toContain('pejling_http_requests_total{route="/api/v1/goals/:number",status="200"} 5')
    expect(body).toContain('pejling_http_request_duration_seconds_count{route="/api/v1/goals/:number"} 5')
  })

  it('is of the newest release as soon as there is one, and of none anything was withdrawn from', async () => {
    const { db, port } = await listening()
    const latest = '/api/v1/indicators/taler/observations'
    const pinned = `${latest}?release=2`
    const figures = async (path: string): Promise<string> => {
      const first = await ask(port, path)
      expect(await ask(port, path)).toEqual(first)
      return first.body
    }
    expect(await figures(latest)).not.toContain('2026')
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2026', 14) }]
    importObservations(db, system, { indicator: 'taler', rows })
    publish(db, system, { title: text('Tredje'), note: null, indicators: 'all' })
    expect(await figures(latest)).toContain('2026')
    expect(await figures(pinned)).toContain('"value":13')
    // As another process does it: no one tells the server.
    withdraw(db, system, { indicator: 'taler', series: '217', period: '2025', reason: text('En enkelt persons tal') })
    expect(await figures(pinned)).not.toContain('"value":13')
    expect(await figures(latest)).not.toContain('"value":13')
  })
})

it('an answer begun before a release is not kept for those who ask after it', () => {
  let generation = 1
  const answers = new AnsweredBefore(
    () => generation,
    () => undefined,
  )
  const served = makeCachedResponse(makeBody('of the first release'), {
    contentType: 'text/plain',
    lastModified: '2026-01-01',
    freshness: 'latest',
    vary: 'Accept-Encoding',
  })
  const isAnswered = (request: IncomingMessage): boolean => answers.answer(request, new ServerResponse(request))
  const [early, late] = [asked(), asked()]
  expect(isAnswered(early)).toBe(false)
  generation = 2
  expect(isAnswered(late)).toBe(false)
  answers.keep(early, '/x', served)
  expect(isAnswered(asked())).toBe(false)
  answers.keep(late, '/x', served)
  expect(isAnswered(asked())).toBe(true)
})
