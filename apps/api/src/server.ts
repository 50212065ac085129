import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { databaseFile, lockInstallation, setUp, type FirstStart } from './cli/installation.ts'
import type { Config } from './config.ts'
import { removeCutShort } from './db/backup.ts'
import { migrateDatabase, systemClock } from './db/database.ts'
import { findChromium, printWith } from './formats/pdf.ts'
import { tellOfRejections } from './last-resort.ts'
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
  /** Answers what is under way, then lets go of everything. */
  readonly stop: () => Promise<void>
}

/** What is to be undone when the server stops, the last first. */
type Undo = () => unknown

/**
 * Takes the data folder for itself, brings the database to today's schema, makes the installation ready, builds the application
 * and listens. Where any of it fails, everything is given back and nothing listens.
 */
export async function startServer(
  config: Config,
  options: { readonly demonstration: boolean },
): Promise<RunningServer> {
  const undo: Undo[] = []
  const stop = async (): Promise<void> => {
    for (let last = undo.pop(); last !== undefined; last = undo.pop()) await last()
  }
  try {
    return { ...(await start(config, options, undo)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  config: Config,
  { demonstration }: { readonly demonstration: boolean },
  undo: Undo[],
): Promise<Omit<RunningServer, 'stop'>> {
  const file = databaseFile(config, demonstration)
  // Before anything else: a second server must not change the database beneath the first.
  undo.push(lockInstallation(config, demonstration))
  removeCutShort(file)
  const db = migrateDatabase(file, systemClock)
  undo.push(() => db.connection.close())
  const firstStart = setUp(db, demonstration)
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
  undo.push(() => app.close())
  const failedAt = (what: string) => (err: unknown) => app.log.error({ err }, `${what} failed`)
  undo.push(tellOfRejections(failedAt('something nobody waited for')))
  const post = { fetch: globalThis.fetch, siteUrl: config.site.url }
  const forget = (): void => {
    const gone = applyRetention(db, config.retention)
    if (Object.values(gone).some((count) => count > 0)) app.log.info({ gone }, 'past their term')
  }
  try {
    forget()
  } catch (error) {
    // What is too old may wait; readers may not.
    failedAt('deleting what is past its term')(error)
  }
  undo.push(
    repeat(() => Promise.resolve(forget()), forgetEvery, failedAt('deleting what is past its term')),
    repeat(() => deliverDue(db, post), deliverEvery, failedAt('telling of a release')),
    // Nobody asked for invented figures to be renewed.
    ...(demonstration ? [] : [repeat(() => renewDue(db, sources), renewEvery, failedAt('fetching figures'))]),
  )
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  return { app, url: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`, firstStart }
}
