import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { ProblemDocument } from './problem.ts'

let app: FastifyInstance
let port: number
beforeAll(async () => {
  app = await appOver(smallInstallation())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  port = address !== null && typeof address === 'object' ? address.port : 0
})
afterAll(() => app.close())

/** Sends bytes as they are, and reads everything that is answered. */
async function sent(bytes: string): Promise<{ head: string; body: string }> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  const answer = await text(socket)
  const end = answer.indexOf('\r\n\r\n')
  return { head: answer.slice(0, end), body: answer.slice(end + 4) }
}

const rest = 'HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n'

describe('an error is a problem document, also', () => {
  it.each([
    ['of a method no one knows', `FOO /api/v1/indicators ${rest}\r\n`, 501],
    ['of an address that is too long', `GET /api/v1/indicators?q=${'x'.repeat(20_000)} ${rest}\r\n`, 431],
    ['of headers that are too long', `GET /api/v1/indicators ${rest}x-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['of what is no request', 'hello\r\n\r\n', 501],
    ['of headers that are none', `GET /api/v1/indicators ${rest}no colon\r\n\r\n`, 400],
  ])('%s', async (_, bytes, status) => {
    const { head, body } = await sent(bytes)
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('content-type: application/problem+json')
    expect(head).toContain('x-content-type-options: nosniff')
    const problem = ProblemDocument.parse(JSON.parse(body))
    expect(problem.status).toBe(status)
    const place = problem.type.slice(problem.type.indexOf('#') + 1)
    expect((await app.inject('/api')).body).toContain(`id="${place}"`)
  })

  it.each(['PROPFIND', 'TRACE', 'MKCOL', 'LOCK', 'PURGE', 'SEARCH'])(
    'of %s, which others answer, at every public address',
    async (method) => {
      for (const address of [
        '/api/v1/indicators',
        '/api/v1/observations.csv',
        '/api/v1/feed.atom',
        '/openapi.json',
        '/',
      ]) {
        const { head, body } = await sent(`${method} ${address} ${rest}\r\n`)
        const { status } = ProblemDocument.parse(JSON.parse(body))
        expect([method, address, [405, 501].includes(status)]).toEqual([method, address, true])
        expect([method, address, head]).toEqual([method, address, expect.stringContaining('application/problem+json')])
        expect([method, address, status === 501 || /allow: GET, HEAD/i.test(head)]).toEqual([method, address, true])
      }
    },
  )
})
