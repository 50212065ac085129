import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/database.ts'
import type { ReleaseStore } from '../releases/release-store.ts'

/** Whether something can be written: begun and given up at once. Somebody else writing just now is no hindrance. */
function isWritable({ connection }: Database): boolean {
  if (!connection.memory && !existsSync(connection.name)) return false
  const patience: unknown = connection.pragma('busy_timeout', { simple: true })
  try {
    connection.pragma('busy_timeout = 0')
    connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    return true
  } catch (error) {
    return error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY'
  } finally {
    connection.pragma(`busy_timeout = ${Number(patience)}`)
  }
}

/** What keeps the installation from doing its work; `null`: nothing does, and `release` is what it answers with. */
function hindrance(
  store: ReleaseStore,
  workspace: Database | null,
): { readonly release: number; readonly why: string | null } {
  try {
    const release = store.latestNumber()
    if (release === 0) return { release, why: 'nothing is published yet' }
    return { release, why: workspace === null || isWritable(workspace) ? null : 'the database cannot be written' }
  } catch {
    return { release: 0, why: 'the database cannot be read' }
  }
}

/** Whether the process lives (`/healthz`), and whether it can answer and keep what it is told (`/readyz`). */
export function registerHealth(app: FastifyInstance, store: ReleaseStore, workspace: Database | null): void {
  app.get('/healthz', { schema: { hide: true } }, (_request, reply) => reply.type('text/plain').send('ok\n'))
  app.get('/readyz', { schema: { hide: true } }, (_request, reply) => {
    const { release, why } = hindrance(store, workspace)
    reply.header('cache-control', 'no-store').type('text/plain')
    return why === null ? reply.send(`ready, release ${release}\n`) : reply.code(503).send(`${why}\n`)
  })
}
