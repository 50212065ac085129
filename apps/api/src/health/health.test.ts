import { Connection } from '@pejling/domain/connection/connection'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { migrateDatabase, openDatabase } from '../db/database.ts'
import { fetches } from '../db/schema.ts'
import { decidePlanned, planRelease, publishDue } from '../releases/planned.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { appOver, metricsOf, metricsToken } from '../testing/app.fixture.ts'
import { emptyDatabase, smallDelivery, smallInstallation, text, tickingClock } from '../testing/installation.fixture.ts'
import { addWebhook } from '../extras/webhooks/webhooks.ts'
import { attachments, putAttached } from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import { serveMetrics } from './metrics-server.ts'
import { readiness } from './readiness.ts'

const ready = async (db: ReturnType<typeof emptyDatabase>): Promise<[number, string]> => {
  const { statusCode, body } = await (await appOver(db)).inject('/readyz')
  return [statusCode, body]
}

describe('whether the installation is ready', () => {
  it('is so once something is published, and not before', async () => {
    expect(await ready(emptyDatabase())).toEqual([503, 'nothing is published yet\n'])
    expect(await ready(smallInstallation())).toEqual([200, 'ready, release 1\n'])
  })

  it('is not so where nothing can be written or read, and lives on', async () => {
    const db = smallInstallation()
    const app = await appOver(db)
    db.connection.pragma('query_only = ON')
    expect(await app.inject('/readyz')).toMatchObject({ statusCode: 503, body: 'the database cannot be written\n' })
    db.connection.pragma('query_only = OFF')
    expect(await app.inject('/readyz')).toMatchObject({ statusCode: 200 })
    db.connection.close()
    expect(await app.inject('/readyz')).toMatchObject({ statusCode: 503, body: 'the database cannot be read\n' })
    expect(await app.inject('/healthz')).toMatchObject({ statusCode: 200 })
  })

  it('is so while somebody else writes, and not when the file is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pejling-health-'))
    const file = join(folder, 'pejling.sqlite')
    const db = migrateDatabase(file, tickingClock())
    const other = openDatabase(file, tickingClock())
    try {
      seed(db, system, { delivery: smallDelivery() })
      publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
      const app = await appOver(db)
      other.connection.exec('BEGIN IMMEDIATE')
      expect(await app.inject('/readyz')).toMatchObject({ statusCode: 200 })
      other.connection.exec('ROLLBACK')
      rmSync(file)
      expect(await app.inject('/readyz')).toMatchObject({ statusCode: 503 })
    } finally {
      for (const { connection } of [db, other]) connection.close()
      rmSync(folder, { recursive: true })
    }
  })
})

/** Reads the text format of Prometheus as strictly as its own tools do. Throws where a line is none. */
function readMetrics(body: string): Map<string, number> {
  const [types, values] = [new Map<string, string>(), new Map<string, number>()]
  if (!body.endsWith('\n')) throw new Error('The last line does not end')
  for (const line of body.trimEnd().split('\n')) {
    const [, typed, type] = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram|summary|untyped)$/.exec(line) ?? []
    // Numbers are read as Go reads them: capitals or not.
    const [, name, labels = '', value = ''] =
      /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\]|\\["\\n])*",?)*\})? (NaN|[+-]Inf|[-+\de.]+)$/i.exec(line) ?? []
    if (typed !== undefined && type !== undefined) {
      if (types.has(typed)) throw new Error(`${typed} has two types`)
      types.set(typed, type)
    } else if (name !== undefined) {
      const whole = types.get(name.replace(/_(?:bucket|sum|count)$/, ''))
      if (!types.has(name) && whole !== 'histogram' && whole !== 'summary') throw new Error(`${line}: of no type`)
      if (values.has(name + labels)) throw new Error(`${line}: twice`)
      values.set(name + labels, Number(value.replace(/inf/i, 'Infinity').replace(/nan/i, 'NaN')))
    } else if (line !== '' && !/^# HELP [a-zA-Z_:][\w:]* \S/.test(line)) {
      throw new Error(`${line}: no line of the format`)
    }
  }
  return values
}

describe('a newest release nobody can read', () => {
  it.each([
    ['its list of indicators', "UPDATE documents SET bytes = CAST('{}' AS BLOB)"],
    ['documents that are gone', 'PRAGMA foreign_keys = OFF; DELETE FROM documents'],
  ])('keeps the installation from being ready: %s', async (_, damage) => {
    const db = smallInstallation()
    db.connection.exec(damage)
    const [status, why] = await ready(db)
    expect([status, why]).toEqual([503, 'release 1 cannot be read: run "pejling verify"\n'])
  })
})

it('a title that cannot be read keeps nobody from reading the release, and the installation is ready', async () => {
  const db = smallInstallation()
  db.connection.exec('UPDATE releases SET title = \'"uden sprog"\'')
  expect(await ready(db)).toEqual([200, 'ready, release 1\n'])
})

describe('the disk', () => {
  it('must have room: 64 MB, or a twentieth of a small one', () => {
    const db = smallInstallation()
    const store = openReleaseStore(db)
    const why = (free: number, total: number) => readiness(store, db, () => ({ free, total })).why
    expect([why(64e6, 1e12), why(2e6, 24e6)]).toEqual([null, null])
    expect(why(63e6, 1e12)).toBe('the disk is full: 63 MB are free; make room on it')
    expect(why(0, 24e6)).toBe('the disk is full: 0 MB are free; make room on it')
  })

  it('has its free room among the metrics, where the database is on one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pejling-disk-'))
    const db = migrateDatabase(join(folder, 'pejling.sqlite'), tickingClock())
    const free = readMetrics(await metricsOf(await appOver(db))).get('pejling_disk_free_bytes')
    expect(free).toBeGreaterThan(0)
    db.connection.close()
    rmSync(folder, { recursive: true })
  })
})

it('asking whether a row can be written leaves none', async () => {
  const db = smallInstallation()
  const before = db.connection.serialize()
  expect(await ready(db)).toEqual([200, 'ready, release 1\n'])
  expect(db.connection.serialize().equals(before)).toBe(true)
  expect(db.connection.inTransaction).toBe(false)
})

describe('the metrics', () => {
  it('can be read by Prometheus, and say how requests go', async () => {
    const app = await appOver(smallInstallation())
    for (const url of ['/api/v1/goals/1.1', '/api/v1/goals/1.2', '/api/v1/goals/9.9']) await app.inject(url)
    const values = readMetrics(await metricsOf(app))
    expect(values.get('pejling_http_requests_total{route="/api/v1/goals/:number",status="200"}')).toBe(2)
    expect(values.get('pejling_http_requests_total{route="/api/v1/goals/:number",status="404"}')).toBe(1)
    const buckets = [...values].filter(([name]) => name.startsWith('pejling_http_request_duration_seconds_bucket{'))
    const counts = buckets.map(([, count]) => count)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(buckets.at(-1)?.[0]).toContain('le="+Inf"')
    expect(counts.at(-1)).toBe(values.get('pejling_http_request_duration_seconds_count{route="/api/v1/goals/:number"}'))
    expect(values.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
  })

  it('say what is published, and what waits', async () => {
    const db = smallInstallation()
    const app = await appOver(db)
    const now = async (): Promise<(number | undefined)[]> => {
      const values = readMetrics(await metricsOf(app))
      return ['release', 'drafts', 'fetches_failing', 'webhook_deliveries_waiting'].map((name) =>
        values.get(`pejling_${name}`),
      )
    }
    expect(await now()).toEqual([1, 0, 0, 0])
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2025', 13) }]
    importObservations(db, system, { indicator: 'taler', rows })
    write(db, system, { action: 'definition' }, (changeSet) => {
      const variables = [{ code: 'Tid', role: 'period', values: ['*'], per: null }]
      const connection = Connection.parse({ source: 'statbank', table: 'LABY08', variables, scale: 1, every: null })
      putAttached(changeSet, attachments.connection, 'arbejde', connection)
    })
    for (const problem of [null, text('Tabellen er væk')]) {
      const outcome = JSON.stringify({ added: 0, changed: 0, unchanged: 0, passedOver: [], problem })
      db.sql.insert(fetches).values({ indicator: 'arbejde', at: db.clock(), by: 'system', outcome }).run()
    }
    addWebhook(db, system, { name: 'avisen', url: 'https://example.org/pejling' })
    expect(await now()).toEqual([1, 1, 1, 0])
    publish(db, system, { title: text('Anden'), note: null, indicators: 'all' })
    expect(await now()).toEqual([2, 0, 1, 1])
    // A plan of something else than there is comes to nothing, and stays told until it is taken off the list.
    const ida = { actor: { name: 'Ida', role: 'publisher' }, email: '' } as const
    const plan = { title: text('Ny'), note: null, indicators: [], seen: 'something else' }
    planRelease(db, ida, { ...plan, publishAt: null })
    planRelease(db, ida, { ...plan, publishAt: '2099-01-01T07:00:00.000Z' })
    publishDue(db)
    const planned = async (): Promise<unknown[]> => {
      const values = readMetrics(await metricsOf(app))
      return ['waiting', 'outdated'].map((state) => values.get(`pejling_planned_releases_${state}`))
    }
    expect(await planned()).toEqual([1, 1])
    decidePlanned(db, ida, 1, 'cancel')
    expect(await planned()).toEqual([1, 0])
    const at = readMetrics(await metricsOf(app)).get('pejling_release_timestamp_seconds') ?? 0
    expect(new Date(at * 1000).toISOString()).toMatch(/^2026-11-01/)
  })
})

const statusWith = async (authorization: string | undefined): Promise<number> => {
  const app = await appOver(smallInstallation())
  const headers = authorization === undefined ? {} : { authorization }
  return (await app.inject({ url: '/metrics', headers })).statusCode
}

describe('whoever may read the metrics', () => {
  it('has the token, and nobody else', async () => {
    expect(await statusWith(`Bearer ${metricsToken}`)).toBe(200)
    for (const wrong of [undefined, '', 'Bearer ', 'Bearer x', `Bearer ${metricsToken}x`, metricsToken])
      expect([wrong, await statusWith(wrong)]).toEqual([wrong, 401])
  })

  it('or asks at an address of their own, where nothing else is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pejling-metrics-'))
    const path = join(folder, 'metrics.sock')
    const { metrics } = await appOver(smallInstallation())
    const statusOf = (asked: string): Promise<[number | undefined, string]> =>
      new Promise((resolve, reject) => {
        get({ socketPath: path, path: asked, agent: false }, (answer) => {
          void readText(answer).then((body) => resolve([answer.statusCode, body]))
        }).once('error', reject)
      })
    // A server that was killed has left its socket behind.
    writeFileSync(path, '')
    const stop = await serveMetrics(metrics, { path })
    expect(await statusOf('/metrics')).toEqual([200, expect.stringContaining('pejling_release 1')])
    expect(await statusOf('/')).toEqual([404, expect.any(String)])
    expect(await statusOf('/admin')).toEqual([404, expect.any(String)])
    await stop()
    rmSync(folder, { recursive: true })
  })
})
