import Fastify from 'fastify'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { sendFromWorkshop } from './from-workshop.ts'
import { ReleaseCache } from './release-cache.ts'

it('a reader who does not say which host is meant is answered as others are', async () => {
  const publication = new ReleaseCache(openReleaseStore(smallInstallation()), () => 0)
  const asked: unknown[] = []
  const app = Fastify()
  app.get('/picture', (request, reply) =>
    sendFromWorkshop(
      {
        answer: () => Promise.reject(new Error('It is asked for, not passed on')),
        ask: (_room, _path, headers) => {
          asked.push(...Object.values(headers))
          return Promise.resolve({
            status: 200,
            headers: [['content-type', 'text/plain']],
            body: Buffer.from('A picture'),
          })
        },
      },
      publication,
      request,
      reply,
    ),
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const socket = connect(address !== null && typeof address === 'object' ? address.port : 0, '127.0.0.1')
  socket.write('GET /picture HTTP/1.0\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [^]*A picture$/)
  // Node refuses to send a header without a value.
  expect(asked).not.toContain(undefined)
  await app.close()
})
