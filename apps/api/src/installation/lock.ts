import Sqlite from 'better-sqlite3'

/** Thrown where another process is using the data folder. */
export class InUseError extends Error {
  constructor(folder: string) {
    super(
      `Another Pejling is running on ${folder}. Stop it first, or give this one a folder of its own with PEJLING_DATA.`,
    )
    this.name = 'InUseError'
  }
}

/**
 * Takes a data folder for this process alone, until it ends, however it ends: the lock is SQLite's own, which the
 * operating system gives up when a process dies. Returns how to give it back. Throws {@link InUseError}; where the lock cannot be
 * made at all, what SQLite says of it.
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
