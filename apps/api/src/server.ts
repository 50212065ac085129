import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { databaseFile, openInstallation, setUp, type FirstStart } from './cli/installation.ts'
import { lockFolder } from './cli/lock.ts'
import type { Config } from './config.ts'
import { findChromium, printWith } from './formats/pdf.ts'
import { stopAnswering } from './http/stop.ts'
import { loadPages } from './public/page-renderer.ts'
import { repeat } from './repeat.ts'
import { applyRetention } from './retention/retention.ts'
import { renewDue } from './sources/renew.ts'
import { deliverDue } from './webhooks/deliver.ts'
import { outsideSources } from './sources/sources.ts'
import { openReleaseStore } from './releases/release-store.ts'

/**
 * How often it is looked whether a webhook is to be told something, whether figures are to be fetched, and whether anything is
 * past its term, in milliseconds.
 */
const [deliverEvery, renewEvery, forgetEvery] = [5000, 3_600_000, 6 * 3_600_000]

/** A server that is listening. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly url: string
  readonly firstStart: FirstStart
  /** Answers what is under way, for half a minute at most, then closes everything. */
  readonly stop: () => Promise<void>
}

/** Makes the installation ready, builds the application and listens. */
export async function startServer(
  config: Config,
  options: { readonly demonstration: boolean },
): Promise<RunningServer> {
  const db = openInstallation(config, options.demonstration)
  const release = lockFolder(config.dataFolder, `${databaseFile(config, options.demonstration)}.lock`)
  const firstStart = setUp(db, options.demonstration)
  const sources = outsideSources(config.sourceUrls)
  const chromium = findChromium(config.chromium)
  const app = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => performance.now(),
    config,
    pages: loadPages(),
    sources,
    printPdf: chromium === null ? null : printWith(chromium),
    workspace: db,
  })
  const failedAt = (what: string) => (err: unknown) => app.log.error({ err }, `${what} failed`)
  const post = { fetch: globalThis.fetch, siteUrl: config.site.url }
  const forget = (): void => {
    const gone = applyRetention(db, config.retention)
    if (Object.values(gone).some((count) => count > 0)) app.log.info({ gone }, 'past their term')
  }
  try {
    forget()
  } catch (error) {
    // What is too old may wait; readers may not.
    failedAt('letting go of what is past its term')(error)
  }
  const repeated = [
    repeat(() => Promise.resolve(forget()), forgetEvery, failedAt('letting go of what is past its term')),
    repeat(() => deliverDue(db, post), deliverEvery, failedAt('telling of a release')),
    // Nobody asked for invented figures to be renewed.
    ...(options.demonstration ? [] : [repeat(() => renewDue(db, sources), renewEvery, failedAt('fetching figures'))]),
  ]
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  return {
    app,
    url: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    firstStart,
    stop: async () => {
      for (const end of repeated) end()
      await stopAnswering(app)
      db.connection.close()
      release()
    },
  }
}
