import { existsSync } from 'node:fs'
import { IndicatorsDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import Sqlite from 'better-sqlite3'
import type { Database } from '../db/database.ts'
import { diskSpace, isRoomy, type DiskSpace } from '../db/disk-space.ts'
import type { ReleaseStore } from '../releases/release-store.ts'

/** Whether a row can be written: written and taken back at once. That another process writes just now is no hindrance. */
function isWritable({ connection }: Database): boolean {
  if (!connection.memory && !existsSync(connection.name)) return false
  const busyTimeout: unknown = connection.pragma('busy_timeout', { simple: true })
  try {
    connection.pragma('busy_timeout = 0')
    connection.exec('BEGIN IMMEDIATE')
    try {
      connection.exec("INSERT INTO settings (name, body) VALUES ('readiness', 'null')")
      return true
    } finally {
      connection.exec('ROLLBACK')
    }
  } catch (error) {
    return error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY'
  } finally {
    connection.pragma(`busy_timeout = ${Number(busyTimeout)}`)
  }
}

/** Whether a release can be read as readers get it: its title and note, and its list of indicators. */
function isReadable(store: ReleaseStore, release: number): boolean {
  const hash = store.release(release) && store.version(documentPath.indicators, release)?.hash
  const document = hash ? store.document(hash) : null
  return document !== null && IndicatorsDocument.safeParse(JSON.parse(document.bytes.toString())).success
}

/** What keeps the installation from doing its work, in words; `null`: nothing does. */
export interface Readiness {
  /** The newest release; 0: there is none, or it cannot be told. */
  readonly release: number
  readonly why: string | null
}

/** Whether the installation can answer readers and keep what it is told, tried out. `spaceOf`: the room there is for a database. */
export function readiness(
  store: ReleaseStore,
  workspace: Database | null,
  spaceOf: (db: Database) => DiskSpace | null = diskSpace,
): Readiness {
  let release = 0
  try {
    release = store.latestNumber()
    if (release === 0) return { release, why: 'nothing is published yet' }
    if (!isReadable(store, release)) return { release, why: `release ${release} cannot be read: run "pejling verify"` }
  } catch {
    const why =
      release === 0 ? 'the database cannot be read' : `release ${release} cannot be read: run "pejling verify"`
    return { release, why }
  }
  if (workspace === null) return { release, why: null }
  const space = spaceOf(workspace)
  if (space && !isRoomy(space)) {
    return { release, why: `the disk is full: ${Math.floor(space.free / 1_000_000)} MB are free; make room on it` }
  }
  return { release, why: isWritable(workspace) ? null : 'the database cannot be written' }
}
