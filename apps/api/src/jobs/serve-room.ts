import { performance } from 'node:perf_hooks'
import { openSealer } from '../accounts/sealer.ts'
import { buildApp } from '../app.ts'
import { databaseFile } from '../installation/installation.ts'
import { readConfig } from '../config/config.ts'
import { openDatabase, systemClock } from '../db/database.ts'
import { findChromium, printWith } from '../meetings/pdf.ts'
import { stopAnswering } from '../http/stop.ts'
import { loadPages } from '../public/page-renderer.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import type { Room } from '../http/rooms.ts'

/** How long SQLite blocks a process that waits for the write lock, in milliseconds; after that it is tried again without blocking. */
const busyTimeout = 50

/** Returns what belongs to a room at a socket. Returns how to stop, with what is under way answered. */
export async function serveRoom({
  room,
  socket,
  demonstration,
}: {
  readonly room: Room
  readonly socket: string
  readonly demonstration: boolean
}): Promise<() => Promise<void>> {
  const config = readConfig(process.env)
  const db = openDatabase(databaseFile(config, demonstration), systemClock, { busyTimeout })
  // Moving a long journal into the database takes long; the timetable does it. A workshop may.
  if (room === 'desk') db.connection.pragma('wal_autocheckpoint = 0')
  const chromium = findChromium(config.chromium)
  const app = await buildApp({
    store: openReleaseStore(db),
    milliseconds: () => performance.now(),
    // Who asks is said by the serving process, the only one that reaches the socket.
    // The metrics are the serving process's.
    config: { ...config, proxies: true, metricsToken: null },
    pages: loadPages(),
    sources: outsideSources(config.sourceUrls),
    printPdf: chromium === null ? null : printWith(chromium),
    workspace: { db, sealer: openSealer(config.dataFolder) },
    elsewhere: null,
    // The serving process keeps what it is answered as an answer of the newest release it knows. It must not be of an older one,
    // which may say what has just been withdrawn.
    noticeWithin: 0,
  })
  await app.listen({ path: socket })
  return async () => {
    await stopAnswering(app)
    db.connection.close()
  }
}
