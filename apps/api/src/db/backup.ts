import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase, type Clock, type Database } from './database.ts'
import { verify, type Finding } from './verify.ts'

/** Thrown where a backup is not whole; nothing has been replaced. */
export class BackupError extends Error {
  readonly findings: readonly Finding[]
  constructor(message: string, findings: readonly Finding[] = []) {
    super(message)
    this.name = 'BackupError'
    this.findings = findings
  }
}

function forceToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** A database in WAL mode stands in three files; these two belong to the one that is being taken away. */
function removeJournals(file: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
}

function check(file: string, clock: Clock): void {
  let findings: readonly Finding[]
  try {
    const copy = openDatabase(file, clock)
    try {
      findings = verify(copy)
      // One file, no journal beside it: a backup is carried about alone.
      copy.connection.pragma('journal_mode = DELETE')
    } finally {
      copy.connection.close()
    }
  } catch (error) {
    throw new BackupError(
      `${file} is no database of Pejling: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (findings.length > 0) throw new BackupError(`${file} is damaged`, findings)
}

/**
 * Copies the database to a file while it is in use. The copy is proven whole before it takes the name asked for; a file
 * of that name is replaced only then. Throws {@link BackupError}.
 */
export async function backup(db: Database, file: string): Promise<void> {
  const incoming = `${file}.incoming`
  rmSync(incoming, { force: true })
  removeJournals(incoming)
  await db.connection.backup(incoming)
  check(incoming, db.clock)
  forceToDisk(incoming)
  renameSync(incoming, file)
  forceToDisk(dirname(file))
}

/**
 * Puts a backup in the database's place. It is proven whole first; what stood there before is kept beside it under the
 * name that is answered (`null` where there was nothing). Nobody may be using the database. Throws {@link BackupError}.
 */
export function restore(backupFile: string, databaseFile: string, clock: Clock): string | null {
  if (!existsSync(backupFile)) throw new BackupError(`There is no file ${backupFile}`)
  const incoming = `${databaseFile}.incoming`
  copyFileSync(backupFile, incoming)
  try {
    check(incoming, clock)
  } catch (error) {
    rmSync(incoming, { force: true })
    removeJournals(incoming)
    if (error instanceof BackupError)
      throw new BackupError(`${backupFile} can't be restored; nothing was replaced. ${error.message}`, error.findings)
    throw error
  }
  forceToDisk(incoming)
  const kept = existsSync(databaseFile) ? setAside(databaseFile, clock) : null
  renameSync(incoming, databaseFile)
  forceToDisk(dirname(databaseFile))
  return kept
}

/**
 * Copies today's database aside and takes its journal away, so that the rename that follows replaces all of it at once.
 * A database too damaged to be opened is copied as it lies, journal and all: that may be why it is being restored.
 */
function setAside(databaseFile: string, clock: Clock): string {
  const kept = `${databaseFile}.before-restore-${clock().replaceAll(':', '')}`
  try {
    const current = openDatabase(databaseFile, clock)
    current.connection.pragma('wal_checkpoint(TRUNCATE)')
    current.connection.pragma('journal_mode = DELETE')
    current.connection.close()
  } catch {
    if (existsSync(`${databaseFile}-wal`)) copyFileSync(`${databaseFile}-wal`, `${kept}-wal`)
  }
  copyFileSync(databaseFile, kept)
  forceToDisk(kept)
  removeJournals(databaseFile)
  return kept
}
