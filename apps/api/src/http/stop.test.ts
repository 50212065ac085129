import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { stopAnswering } from './stop.ts'

const large = 'x'.repeat(30_000_000)

/** The application with a page that waits to be finished and one that is large, listening. */
async function listening() {
  const app = await appOver(smallInstallation())
  const [begun, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
  app.get('/slow', async () => {
    begun.resolve()
    return finished.promise
  })
  app.get('/large', () => large)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { app, begun: begun.promise, finish: finished.resolve, port }
}

const agent = new Agent({ keepAlive: true })
const ask = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ port, path, agent, host: '127.0.0.1' }, (answer) => {
      let text = ''
      answer.on('data', (bytes: Buffer) => (text += bytes.toString()))
      answer.once('end', () => resolve(text))
      answer.once('error', reject)
    }).once('error', reject)
  })

it('an answer under way is finished, nothing new is begun, and idle connections keep nobody waiting', async () => {
  const { app, begun, finish, port } = await listening()
  // Two connections that stay open: one idle, one waiting for its answer.
  await ask(port, '/healthz')
  const slow = ask(port, '/slow')
  await begun
  const stopped = stopAnswering(app)
  await expect(ask(port, '/healthz')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/)
  finish('finished')
  expect(await slow).toBe('finished')
  await stopped
})

it('a large answer is sent to its end to a reader who takes it slowly', async () => {
  const { app, port } = await listening()
  const socket = connect(port, '127.0.0.1')
  const received = Promise.withResolvers<number>()
  let size = 0
  let stopped: Promise<void> | undefined
  socket.on('data', (bytes) => {
    size += bytes.length
    // Told to stop when it has just begun; each piece is taken before the next is asked for.
    stopped ??= stopAnswering(app)
    socket.pause()
    setImmediate(() => socket.resume())
  })
  socket.once('close', () => received.resolve(size))
  socket.write('GET /large HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(await received.promise).toBeGreaterThan(large.length)
  await stopped
})

it('what takes longer than there is patience for is cut off', async () => {
  const { app, begun, port } = await listening()
  const slow = ask(port, '/slow').catch(() => 'cut off')
  await begun
  await stopAnswering(app, 100)
  expect(await slow).toBe('cut off')
})
