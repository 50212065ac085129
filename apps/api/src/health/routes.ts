import type { FastifyInstance } from 'fastify'
import type { ReleaseStore } from '../releases/release-store.ts'

/** Whether the process lives (`/healthz`), and whether it has something to answer with (`/readyz`). */
export function registerHealth(app: FastifyInstance, store: ReleaseStore): void {
  app.get('/healthz', { schema: { hide: true } }, (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get('/readyz', { schema: { hide: true } }, (_request, reply) => {
    const release = store.latestNumber()
    return release > 0
      ? reply.type('text/plain').send(`ready, release ${release}\n`)
      : reply.code(503).type('text/plain').send('nothing is published yet\n')
  })
}
