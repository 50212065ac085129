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
 * operating system lets go of when a process dies. Answers how to give it back. Throws {@link InUseError}.
 */
export function lockFolder(folder: string, lockFile: string): () => void {
  const lock = new Sqlite(lockFile, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new InUseError(folder)
  }
  return () => lock.close()
}
