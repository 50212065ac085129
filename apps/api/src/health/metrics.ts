import { siteFiles } from '@pejling/addresses/words'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { isSameSecret } from '../http/same-secret.ts'
import { failedKinds } from '../accounts/sign-in-record.ts'
import type { Database } from '../db/database.ts'
import { diskSpace } from '../db/disk-space.ts'
import type { AnsweredRequest } from '../public/answered-before.ts'
import type { ReleaseStore } from '../releases/release-store.ts'

/** What waits in the workspace, counted when it is asked for. */
function workspaceGauges(db: Database): Gauge[] {
  const counted = (name: string, help: string, query: string): Gauge => {
    const count = db.connection.prepare<[], { count: number }>(query)
    return new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(count.get()?.count ?? 0)
      },
    })
  }
  return [
    counted(
      'pejling_drafts',
      'Indicators that have been changed since they were last published',
      `SELECT count(*) AS count FROM indicators LEFT JOIN compilations ON compilations.indicator = indicators.slug
       WHERE compilations.change_set IS NOT indicators.changed_in`,
    ),
    counted(
      'pejling_fetches_failing',
      'Connected indicators whose figures could not be fetched the last time',
      // SQLite takes the bare column from the row that holds the maximum.
      `SELECT count(*) AS count FROM (SELECT fetches.outcome, max(fetches.number) FROM fetches
       JOIN connections ON connections.indicator = fetches.indicator GROUP BY fetches.indicator)
       WHERE json_extract(outcome, '$.problem') IS NOT NULL`,
    ),
    counted(
      'pejling_planned_releases_waiting',
      'Releases and withdrawals that wait for their time or for approval',
      "SELECT count(*) AS count FROM planned_releases WHERE json_extract(body, '$.state') = 'waiting'",
    ),
    counted(
      'pejling_planned_releases_outdated',
      'Planned releases and withdrawals that could not come out and that nobody has taken off the list',
      "SELECT count(*) AS count FROM planned_releases WHERE json_extract(body, '$.state') = 'outdated'",
    ),
    counted(
      'pejling_break_glass_sign_ins',
      'How often the break-glass account has been signed in with, as long as that is remembered',
      "SELECT coalesce(sum(count), 0) AS count FROM sign_ins WHERE kind = 'break-glass'",
    ),
    counted(
      'pejling_sign_in_failures',
      'Sign-ins and codes in the last hour that opened nothing',
      `SELECT coalesce(sum(count), 0) AS count FROM sign_ins
       WHERE kind IN (${failedKinds.map((kind) => `'${kind}'`).join(', ')})
         AND last_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 hour')`,
    ),
    counted(
      'pejling_webhook_deliveries_waiting',
      'What webhooks are still to be told',
      'SELECT count(*) AS count FROM deliveries WHERE next_at IS NOT NULL',
    ),
    counted(
      'pejling_webhook_deliveries_failed',
      'What webhooks could not be told and was given up, as long as it is remembered',
      "SELECT count(*) AS count FROM deliveries WHERE next_at IS NULL AND status <> 'arrived'",
    ),
  ]
}

/** The room left on the disk the database is on. */
function diskGauge(db: Database): Gauge {
  return new Gauge({
    name: 'pejling_disk_free_bytes',
    help: 'Room on the disk of the database, in bytes; /readyz says 503 below 64 MB, or 5 % of a small disk',
    registers: [],
    collect() {
      this.set(diskSpace(db)?.free ?? 0)
    },
  })
}

/** The metrics of a process, as Prometheus reads them. */
export interface Metrics {
  readonly contentType: string
  readonly read: () => Promise<string>
}

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics
  }
}

/**
 * What the process has done, for Prometheus: counts and durations by route, never by reader. They tell what waits to be published,
 * so that `/metrics` answers whoever has `token`, and no one where there is none. Returns what an answer is counted with that no
 * route has given.
 */
export function registerMetrics(
  app: FastifyInstance,
  store: ReleaseStore,
  workspace: Database | null,
  token: string | null,
): AnsweredRequest {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'pejling_http_requests_total',
    help: 'Answers by route and status',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'pejling_http_request_duration_seconds',
    help: 'Time from request to answer, in seconds',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const release = new Gauge({
    name: 'pejling_release',
    help: 'Number of the newest release',
    registers: [],
    collect() {
      this.set(store.latestNumber())
    },
  })
  registry.registerMetric(release)
  const releasedAt = new Gauge({
    name: 'pejling_release_timestamp_seconds',
    help: 'When the newest release was made, in seconds since 1970; its age is time() minus this',
    registers: [],
    collect() {
      const newest = store.release(store.latestNumber())
      this.set(newest ? Date.parse(newest.publishedAt) / 1000 : 0)
    },
  })
  registry.registerMetric(releasedAt)
  if (workspace !== null) for (const gauge of workspaceGauges(workspace)) registry.registerMetric(gauge)
  if (workspace !== null && diskSpace(workspace) !== null) registry.registerMetric(diskGauge(workspace))
  const tell: AnsweredRequest = (route, status, seconds) => {
    requests.inc({ route, status })
    durations.observe({ route }, seconds)
  }
  app.addHook('onResponse', (request, reply, done) => {
    tell(request.routeOptions.url ?? 'none', reply.raw.statusCode, reply.elapsedTime / 1000)
    done()
  })
  const metrics: Metrics = { contentType: registry.contentType, read: () => registry.metrics() }
  app.decorate('metrics', metrics)
  if (token !== null) {
    app.get(siteFiles.metrics, { schema: { hide: true } }, async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const isSent = isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`)
      if (isSent) return reply.type(metrics.contentType).send(await metrics.read())
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .type('text/plain')
        .send('The token is missing or wrong\n')
    })
  }
  return tell
}
