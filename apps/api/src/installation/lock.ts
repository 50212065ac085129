import Sqlite from 'better-sqlite3'

/** Thrown where another process is using the data folder. */
export class InUseError extends Error {
  constructor(folder: string) {
    super(`Another Pejling is using ${folder}. Stop it first, or set PEJLING_DATA to another folder.`)
    this.name = 'InUseError'
  }
}

/**
 * Locks a data folder for this process until the process ends, however it ends: the lock is SQLite's own, which the operating
 * system releases when a process dies. Returns the function that unlocks it. Throws {@link InUseError}, or SQLite's error where the
 * lock cannot be created.
 */
export function lockFolder(folder: string, lockFile: string): () => void {
  const lock = new Sqlite(lockFile, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const isTaken = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
    throw isTaken ? new InUseError(folder) : error
  }
  return () => lock.close()
}
