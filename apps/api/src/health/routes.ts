import { siteFiles } from '@pejling/addresses/words'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import type { ReleaseStore } from '../releases/release-store.ts'
import { readiness } from './readiness.ts'

/** Whether the process lives (`/healthz`), and whether it can answer and keep what it is told (`/readyz`). */
export function registerHealth(app: FastifyInstance, store: ReleaseStore, workspace: Database | null): void {
  app.get(siteFiles.health, { schema: { hide: true } }, (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get(siteFiles.ready, { schema: { hide: true } }, (_request, reply) => {
    const { release, why } = readiness(store, workspace)
    reply.header('cache-control', 'no-store').type('text/plain')
    return why === null ? reply.send(`ready, release ${release}\n`) : reply.code(503).send(`${why}\n`)
  })
}
