import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { openSealer } from './accounts/sealer.ts'
import { buildApp } from './app.ts'
import { databaseFile, lockInstallation, setUp, type FirstStart } from './installation/installation.ts'
import type { Config } from './config/config.ts'
import { removeCutShort } from './verification/backup.ts'
import { migrateDatabase, openDatabase, openReadOnly, systemClock } from './db/database.ts'
import { findChromium, printWith, whyNotPrinted, type PrintPdf } from './meetings/pdf.ts'
import { stopAnswering } from './http/stop.ts'
import { serveMetrics } from './health/metrics-server.ts'
import { forgetUnfinished } from './intake/kept-files.ts'
import { SideProcesses } from './jobs/side-processes.ts'
import { runTimetable } from './jobs/timetable.ts'
import { logUnhandledRejections } from './jobs/unhandled-rejections.ts'
import { loadPages } from './public/page-renderer.ts'
import { openReleaseStore } from './releases/release-store.ts'
import { outsideSources } from './intake/sources/sources.ts'

/** A server that is listening. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly url: string
  readonly firstStart: FirstStart
  /** Returns what is under way, for half a minute at most, then closes everything. */
  readonly stop: () => Promise<void>
}

/** What is to be undone when the server stops, the last first. */
type Undo = () => unknown

/** Says in the log that no PDF files can be made here, before the evening of the meeting. */
async function tryPrinting({ log }: FastifyInstance, print: PrintPdf): Promise<void> {
  const err = await whyNotPrinted(print)
  if (err) {
    log.warn(
      { err },
      'no PDF files can be made: readers are sent to the page that their own browser prints. Set PEJLING_CHROMIUM to a Chromium that can (not a snap)',
    )
  }
}

/** Brings the database to today's schema and makes the installation ready; says what that made. */
function makeReady(file: string, demonstration: boolean): FirstStart {
  const db = migrateDatabase(file, systemClock)
  try {
    // Of files whose arrival was cut short by the last stop: nothing is arriving yet.
    forgetUnfinished(db)
    return setUp(db, demonstration)
  } finally {
    db.connection.close()
  }
}

/**
 * Takes the data folder for itself, makes the installation ready, builds the application and listens. This process answers readers
 * and nothing else: its one connection can only read, the desk and all that takes long is done by processes beside it. Where any of
 * it fails, everything is given back and nothing listens.
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
  // Made before the processes are started that need it.
  openSealer(config.dataFolder)
  const firstStart = makeReady(file, demonstration)
  const db = openReadOnly(file, systemClock)
  undo.push(() => db.connection.close())
  // Asked now and then whether it could write; it never does, and never waits.
  const watched = openDatabase(file, systemClock, { busyTimeout: 0 })
  undo.push(() => watched.connection.close())
  const chromium = findChromium(config.chromium)
  const print = chromium === null ? null : printWith(chromium)
  const pages = loadPages()
  const beside = new SideProcesses(demonstration, (error) =>
    app.log.error({ err: error }, 'in a process beside the server'),
  )
  const app: FastifyInstance = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => performance.now(),
    config: { ...config, metricsToken: config.metrics.token },
    pages,
    sources: outsideSources(config.sourceUrls),
    printPdf: print,
    workspace: null,
    watched,
    elsewhere: beside,
  })
  undo.push(logUnhandledRejections((err) => app.log.error({ err }, 'something nobody waited for failed')))
  undo.push(() => beside.stop())
  const endTimetable = runTimetable(
    db,
    { demonstration, sendsMail: config.mail !== null },
    {
      done: (task, report) => report && app.log[report.level]({ task, ...report.about }, 'done by the clock'),
      failed: (task, err) => app.log.error({ err, task }, 'failed; tried again later'),
    },
  )
  undo.push(endTimetable, () => stopAnswering(app))
  if (config.metrics.listen !== null) undo.push(await serveMetrics(app.metrics, config.metrics.listen))
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  // The first reader need not wait for it.
  void pages.pages()
  if (print !== null) void tryPrinting(app, print)
  return { app, url: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`, firstStart }
}
