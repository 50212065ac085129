import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import * as fc from 'fast-check'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { deskRoutes } from '../sign-in-pages/door.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { signedInAs } from '../testing/signed-in.fixture.ts'
import { registerBodyRules } from './bodies.ts'
import { registerErrors } from './errors.ts'

/** A body that fails the test when anything of it is read. */
function unreadBody(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('the body was read'))
    },
  })
}

const own = { origin: 'http://localhost', host: 'localhost' }
const block = '/api/v1/workspace/observations/arbejde'

async function as(role: 'reader' | 'editor') {
  const db = smallInstallation()
  return { app: await appOver(db), headers: signedInAs(db, role) }
}

describe('nothing is read of a body', () => {
  it('that a stranger sends to the desk or to the workspace, whatever it says it is', async () => {
    const app = await appOver(smallInstallation())
    const forms = deskRoutes.filter(({ method, needs }) => method === 'POST' && needs !== 'nobody')
    const addresses = [...forms.flatMap(({ path }) => [path, `/en${path}`]), block]
    const types = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/x']
    for (const url of addresses) {
      for (const type of types) {
        const method = url === block ? 'PUT' : 'POST'
        const headers = { ...own, 'content-type': type, 'transfer-encoding': 'chunked' }
        const answer = await app.inject({ method, url, headers, payload: unreadBody() })
        expect([url, answer.statusCode]).toEqual([url, url === block ? 401 : 303])
      }
    }
  })

  it('that is larger than the address takes: a stranger is told to sign in, and others how large it may be', async () => {
    const { app, headers } = await as('editor')
    const sent = { ...own, 'content-type': 'application/json', 'content-length': '19000000' }
    const put = (more: Record<string, string>) =>
      app.inject({ method: 'PUT', url: block, headers: { ...sent, ...more }, payload: unreadBody() })
    expect([(await put({})).statusCode, (await put(headers)).statusCode]).toEqual([401, 413])
  })

  it('of a form that comes from another page, or from an account whose rights do not reach', async () => {
    const { app, headers } = await as('reader')
    const chunked = { ...headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const foreign = { ...chunked, origin: 'https://evil.example' }
    const post = (url: string, sent: Record<string, string>) =>
      app.inject({ method: 'POST', url, headers: sent, payload: unreadBody() })
    expect((await post('/admin/log-ind', foreign)).statusCode).toBe(403)
    const put = await app.inject({ method: 'PUT', url: block, headers: chunked, payload: unreadBody() })
    expect(put.statusCode).toBe(403)
  })

  it('written for an indicator that is not there', async () => {
    const { app, headers } = await as('editor')
    const sent = { ...headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
    const url = '/api/v1/workspace/observations/findes-ikke'
    expect((await app.inject({ method: 'PUT', url, headers: sent, payload: unreadBody() })).statusCode).toBe(404)
  })

  it('at a public address, in any method and of any type: there are no such bodies', async () => {
    const app = await appOver(smallInstallation())
    const url = fc.constantFrom(
      '/',
      '/indikator/deltagelse',
      '/en/search?q=x',
      '/soeg',
      '/api',
      '/api/v1/indicators',
      '/api/v1/nothing',
      '/api/v1/indicators/deltagelse/observations.csv',
      '/api/v1/releases/1',
      '/openapi.json',
      '/assets/page.css',
      '/embed/x',
      '/moede/x',
      '/healthz',
      '/admin/nothing',
    )
    const method = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
    const type = fc.option(fc.constantFrom('application/json', 'text/plain', 'multipart/form-data; boundary=x'))
    const length = fc.option(fc.integer({ min: 1, max: 1e9 }).map(String))
    await fc.assert(
      fc.asyncProperty(url, method, type, length, async (address, verb, contentType, contentLength) => {
        const headers = {
          'accept-language': 'en',
          ...(contentType === null ? {} : { 'content-type': contentType }),
          ...(contentLength === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': contentLength }),
        }
        const answer = await app.inject({ method: verb, url: address, headers, payload: unreadBody() })
        expect(answer.statusCode).toBe(verb === 'OPTIONS' ? 413 : 405)
        expect(answer.headers['content-type']).toContain('application/problem+json')
        expect(String(answer.headers['allow']).startsWith('GET, HEAD')).toBe(verb !== 'OPTIONS')
      }),
      { numRuns: 150 },
    )
  })
})

/** The form to sign in with, more than anybody's name and password. */
const signIn = {
  method: 'POST' as const,
  headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
}

describe('a body that is too large', () => {
  it('is told as such on a page, in both languages', async () => {
    const app = await appOver(smallInstallation())
    const payload = `email=${'x'.repeat(5000)}`
    for (const url of ['/admin/log-ind', '/en/admin/log-ind']) {
      const answer = await app.inject({ ...signIn, url, payload })
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
      expect(answer.body).toContain('"problem":"too-large"')
    }
    const streamed = await app.inject({
      ...signIn,
      url: '/admin/log-ind',
      headers: { ...signIn.headers, 'transfer-encoding': 'chunked' },
      payload: Readable.from([Buffer.from('email='), Buffer.alloc(5000, 'x')]),
    })
    expect(streamed.statusCode).toBe(413)
  })

  it('is told as such to a program, with what to do instead', async () => {
    const { app, headers } = await as('editor')
    const observations = Array.from({ length: 9000 }, () => ({
      area: '217',
      categories: {},
      ...exampleObservation('2024', 1),
    }))
    const answer = await app.inject({
      method: 'PUT',
      url: block,
      headers: { ...headers, 'accept-language': 'en' },
      payload: { reason: '', observations },
    })
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ type: '/api#content-too-large', status: 413 })
    expect(answer.body).toContain('at most 1 MB at a time. Split the content, or import it as a file')
  })
})

it('a body of a type nobody reads is told as such: a page at the desk, a document to a program', async () => {
  const { app, headers } = await as('editor')
  const sent = { ...headers, 'content-type': 'text/plain', 'accept-language': 'en' }
  const page = await app.inject({ method: 'POST', url: '/en/admin/adgangskode', headers: sent, payload: 'x' })
  expect([page.statusCode, page.body.includes('"problem":"wrong-type"')]).toEqual([415, true])
  const document = await app.inject({ method: 'PUT', url: block, headers: sent, payload: 'x' })
  expect([document.statusCode, document.json()]).toMatchObject([415, { type: '/api#unsupported-media-type' }])
})

describe('a body that arrives a byte at a time', () => {
  it.each([
    ['that the address takes', 'POST /form', ''],
    ['that has been refused', 'POST /nothing', 'HTTP/1.1 405'],
  ])('is cut off where it is one %s', async (_, line, beginning) => {
    const app = Fastify({ bodyLimit: 1 })
    registerErrors(app)
    registerBodyRules(app, { fixed: 100, rate: 1000, refused: 100 })
    app.post('/form', { bodyLimit: 1000 }, () => 'read')
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const socket = connect(port, '127.0.0.1')
    let answered = ''
    socket.on('data', (bytes) => (answered += bytes.toString()))
    socket.on('error', () => undefined)
    const ended = new Promise<void>((resolve) => {
      socket.once('close', () => resolve())
    })
    socket.write(`${line} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{`)
    const drip = setInterval(() => socket.write(' '), 20)
    await ended
    clearInterval(drip)
    expect(answered.slice(0, 12)).toBe(beginning)
    await app.close()
  })
})
