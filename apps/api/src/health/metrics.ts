import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { ReleaseStore } from '../releases/release-store.ts'

/** What the process has done, for Prometheus at `/metrics`: counts and durations by route, never by reader. */
export function registerMetrics(app: FastifyInstance, store: ReleaseStore): void {
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
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ route, status: reply.raw.statusCode })
    durations.observe({ route }, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
