import {
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askFor, forward } from './forward.ts'

let folder: string
const servers: Server[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-forward-'))
})

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true, force: true })
})

function listen(listener: RequestListener, where: string | number): Promise<Server> {
  const { promise, resolve } = Promise.withResolvers<Server>()
  const server = createServer(listener)
  servers.push(server)
  server.listen(where, () => resolve(server))
  return promise
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens at no port')
  return address.port
}

const asker = { ip: '192.0.2.1', host: 'maal.example.dk', protocol: 'https' }

describe('a request that another process answers', () => {
  it.each(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST', 'PUT'])(
    'stays one request whatever its body holds: %s',
    async (method) => {
      const socket = join(folder, 'room')
      const seen: string[] = []
      const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        const body = await text(request)
        const { host, 'x-forwarded-for': from, 'x-forwarded-proto': protocol } = request.headers
        seen.push(`${request.method} ${String(protocol)}://${host}${request.url} of ${String(from)}: ${body}`)
        response.end()
      }
      await listen((request, response) => void answer(request, response), socket)
      const serving = await listen((request, response) => void forward(socket, request, response, asker), 0)

      const hidden =
        'POST /admin/log-ind HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.51.100.9\r\nContent-Length: 0\r\n\r\n'
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const headers = { 'transfer-encoding': 'chunked', 'x-forwarded-for': '198.51.100.9' }
      const asked = ask({ port: portOf(serving), method, path: '/admin/udgiv', headers, agent: false })
      asked.once('error', reject)
      asked.once('response', (answered) => answered.resume().once('end', resolve))
      asked.end(hidden)
      await promise
      // What would have been hidden in the body has been answered by now: a connection answers in the order it is asked.
      await new Promise((done) => setImmediate(done))

      expect(seen).toEqual([`${method} https://maal.example.dk/admin/udgiv of 192.0.2.1: ${hidden}`])
    },
  )

  it('is over when whoever asked has left before the process was there', async () => {
    const socket = join(folder, 'room')
    await listen((_request, response) => response.end('An answer'), socket)
    const over = Promise.withResolvers<string>()
    const serving = await listen((request, response) => {
      response.once('close', () => {
        forward(socket, request, response, asker).then(
          () => over.resolve('over'),
          () => over.resolve('failed'),
        )
      })
      leaving.destroy()
    }, 0)
    const leaving = connect(portOf(serving), '127.0.0.1', () => {
      leaving.write('GET /admin/udgiv HTTP/1.1\r\nHost: x\r\n\r\n')
    })

    expect(await over.promise).toBe('over')
  })
})

it.each([
  ['does not begin to answer', () => undefined],
  ['stops in the middle of an answer', (response: ServerResponse) => void response.write('half')],
])('a process that %s is not waited for without end', async (_, answer) => {
  const socket = join(folder, 'room')
  await listen((_request, response) => answer(response), socket)
  await expect(askFor(socket, '/chart.png', {}, 50)).rejects.toThrow(/no answer within|aborted/)
})

it('a hundred answers that are delayed on purpose keep nobody else from being answered', async () => {
  const socket = join(folder, 'room')
  const delayed: ServerResponse[] = []
  const full = Promise.withResolvers<void>()
  await listen((request, response) => {
    if (request.url !== '/guess') response.end('answered')
    else if (delayed.push(response) === 100) full.resolve()
  }, socket)
  const serving = await listen((request, response) => void forward(socket, request, response, asker), 0)
  const get = (path: string): Promise<string> =>
    fetch(`http://127.0.0.1:${portOf(serving)}${path}`).then((one) => one.text())
  const guesses = Array.from({ length: 100 }, () => get('/guess'))
  await full.promise
  expect(await get('/owner')).toBe('answered')
  for (const response of delayed) response.end('late')
  expect(new Set(await Promise.all(guesses))).toEqual(new Set(['late']))
})
