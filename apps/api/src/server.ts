import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { databaseFile, openInstallation, setUp, type FirstStart } from './cli/installation.ts'
import { lockFolder } from './cli/lock.ts'
import type { Config } from './config.ts'
import { openDatabase, openReadOnly, systemClock } from './db/database.ts'
import { findChromium, printWith } from './formats/pdf.ts'
import { stopAnswering } from './http/stop.ts'
import { forgetUnfinished } from './importing/kept-files.ts'
import { SideProcesses } from './jobs/side-processes.ts'
import { keepTime } from './jobs/timetable.ts'
import { loadPages } from './public/page-renderer.ts'
import { openReleaseStore } from './releases/release-store.ts'
import { outsideSources } from './sources/sources.ts'

/** A server that is listening. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly url: string
  readonly firstStart: FirstStart
  /** Answers what is under way, for half a minute at most, then closes everything. */
  readonly stop: () => Promise<void>
}

/** Makes the installation ready, and says what that made. */
function makeReady(config: Config, demonstration: boolean): FirstStart {
  const db = openInstallation(config, demonstration)
  try {
    // Of files whose arrival was cut short by the last stop: nothing is arriving yet.
    forgetUnfinished(db)
    return setUp(db, demonstration)
  } finally {
    db.connection.close()
  }
}

/**
 * Makes the installation ready, builds the application and listens. This process answers readers and nothing else: its one
 * connection can only read, the desk and all that takes long is done by processes beside it.
 */
export async function startServer(
  config: Config,
  { demonstration }: { readonly demonstration: boolean },
): Promise<RunningServer> {
  const file = databaseFile(config, demonstration)
  const firstStart = makeReady(config, demonstration)
  const release = lockFolder(config.dataFolder, `${file}.lock`)
  const db = openReadOnly(file, systemClock)
  // Asked now and then whether it could write; it never does, and never waits.
  const watched = openDatabase(file, systemClock, { busyTimeout: 0 })
  const chromium = findChromium(config.chromium)
  const pages = loadPages()
  const beside = new SideProcesses(demonstration, (error) =>
    app.log.error({ err: error }, 'a process beside the server ended'),
  )
  const app: FastifyInstance = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => performance.now(),
    config,
    pages,
    sources: outsideSources(config.sourceUrls),
    printPdf: chromium === null ? null : printWith(chromium),
    workspace: null,
    watched,
    elsewhere: beside,
  })
  const endTimetable = keepTime(db, demonstration, {
    done: (task, report) => report !== null && app.log.info({ task, ...report }, 'done by the clock'),
    failed: (task, err) => app.log.error({ err, task }, 'failed; tried again later'),
  })
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  // The first reader need not wait for it.
  void pages.pages()
  return {
    app,
    url: `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`,
    firstStart,
    stop: async () => {
      await stopAnswering(app)
      await Promise.all([endTimetable(), beside.stop()])
      watched.connection.close()
      db.connection.close()
      release()
    },
  }
}
