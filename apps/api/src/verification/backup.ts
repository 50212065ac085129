import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { count, max } from 'drizzle-orm'
import { migrateDatabase, openDatabase, schemaState, type Clock, type Database } from '../db/database.ts'
import { changeSets, indicators, observations, releases } from '../db/schema.ts'
import { verify, type IntegrityProblem } from './verify.ts'

/** How many pages of 4 kB are copied before other work goes on. */
const pagesAtATime = 1000

/** Thrown where a backup is not whole, or cannot be made; nothing has been replaced. */
export class BackupError extends Error {
  readonly findings: readonly IntegrityProblem[]
  constructor(message: string, findings: readonly IntegrityProblem[] = []) {
    super(message)
    this.name = 'BackupError'
    this.findings = findings
  }
}

/** What a backup holds. */
export interface BackupContents {
  /** The database it is a copy of. */
  readonly database: string
  /** How many releases there are; they are numbered from 1. */
  readonly releases: number
  readonly indicators: number
  readonly figures: number
  /** The newest change set and when it was made; `null`: nothing has been changed yet. */
  readonly newestChangeSet: { readonly number: number; readonly at: string } | null
  /** The size of the copy in bytes. */
  readonly size: number
}

function forceToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** A database in WAL mode is three files; these two belong to the one that is being taken away. */
function removeJournals(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

function removeUnfinished(file: string): void {
  rmSync(file, { force: true })
  removeJournals(file)
}

/** Makes an empty file that only its owner may read: a copy of a database holds hashes, secrets and suppressed figures. */
function makeOwn(file: string): void {
  removeUnfinished(file)
  closeSync(openSync(file, 'wx', 0o600))
}

/** Copies a database's file to one that only its owner may read. */
function copyOwn(from: string, to: string): void {
  makeOwn(to)
  copyFileSync(from, to)
  // Copying gives it the mode of what it is a copy of.
  chmodSync(to, 0o600)
}

/** The names a copy and what is replaced have until they are whole. */
const incomingOf = (file: string): string => `${file}.incoming`
const leavingOf = (file: string): string => `${file}.leaving`

/** Removes what a restoring that was cut short left beside a database. Only for whoever holds its folder's lock. */
export function removeCutShort(databaseFile: string): void {
  for (const file of [incomingOf(databaseFile), leavingOf(databaseFile)]) removeUnfinished(file)
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function contentsOf(db: Database): Omit<BackupContents, 'database' | 'size'> {
  const rows = (table: typeof releases | typeof indicators | typeof observations): number =>
    db.sql.select({ count: count() }).from(table).get()?.count ?? 0
  const newest = db.sql
    .select({ number: max(changeSets.number), at: changeSets.at })
    .from(changeSets)
    .get()
  return {
    releases: rows(releases),
    indicators: rows(indicators),
    figures: rows(observations),
    newestChangeSet: newest?.number ? { number: newest.number, at: newest.at } : null,
  }
}

/** Proves a copy whole; `then` is done with it while it is open. Afterwards it is one file, with no journal beside it. */
function prove<T>(copy: Database, name: string, then: (copy: Database) => T): T {
  try {
    const findings = verify(copy)
    if (findings.length > 0) throw new BackupError(`${name} is damaged`, findings)
    const result = then(copy)
    // A backup is carried about alone.
    copy.connection.pragma('journal_mode = DELETE')
    return result
  } finally {
    copy.connection.close()
  }
}

const isSameFile = (one: string, other: string): boolean =>
  existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)

function requirePlace(db: Database, file: string, overwrite: boolean): void {
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)} to write the backup to`)
  if (!existsSync(file)) return
  if (isSameFile(file, db.connection.name)) throw new BackupError(`${file} is the database itself; name another file`)
  if (!statSync(file).isFile())
    throw new BackupError(`${file} is no file; name the file to write, such as ${join(file, 'pejling.sqlite')}`)
  if (!overwrite) throw new BackupError(`${file} is there already; name another file, or add --overwrite to replace it`)
}

/**
 * Copies the database to a file while it is in use, readable by its owner alone. The copy is proven whole before it takes the name
 * asked for; a file of that name is replaced only then, and only with `overwrite`. Whatever keeps it from being made, and where
 * `signal` says to stop, no part of a copy is left. Returns what the copy holds. Throws a {@link BackupError}.
 */
export async function backup(
  db: Database,
  file: string,
  { overwrite = false, signal }: { readonly overwrite?: boolean; readonly signal?: AbortSignal } = {},
): Promise<BackupContents> {
  requirePlace(db, file, overwrite)
  const incoming = incomingOf(file)
  const goOn = (): void => {
    if (signal?.aborted === true) throw new BackupError(`Stopped; ${file} was not written`)
  }
  try {
    makeOwn(incoming)
    await db.connection.backup(incoming, {
      progress: () => {
        goOn()
        return pagesAtATime
      },
    })
    const contents = prove(openDatabase(incoming, db.clock), incoming, contentsOf)
    forceToDisk(incoming)
    goOn()
    requirePlace(db, file, overwrite)
    const { size } = statSync(incoming)
    renameSync(incoming, file)
    forceToDisk(dirname(file))
    return { database: db.connection.name, ...contents, size }
  } catch (error) {
    if (error instanceof BackupError) throw error
    throw new BackupError(`${file} was not written: ${reasonOf(error)}`)
  } finally {
    removeUnfinished(incoming)
  }
}

/** What a restoring does with the copy before it takes the database's place. */
export type BeforeRestored = (copy: Database, replaced: string | null) => void

/**
 * Puts a backup in the database's place. A copy of it is proven whole first, brought to today's schema where it is of an earlier
 * version, and handed to `before` with the file it replaces; the backup itself is not changed. What was there before is kept
 * beside it under the name that is answered (`null` where there was nothing). The caller holds the folder's lock. Throws a
 * {@link BackupError}.
 */
export function restore(
  backupFile: string,
  databaseFile: string,
  clock: Clock,
  before: BeforeRestored = () => undefined,
): string | null {
  if (!existsSync(backupFile)) throw new BackupError(`There is no file ${backupFile}`)
  if (isSameFile(backupFile, databaseFile)) throw new BackupError(`${backupFile} is the database itself`)
  const incoming = incomingOf(databaseFile)
  const replaced = existsSync(databaseFile) ? databaseFile : null
  try {
    copyOwn(backupFile, incoming)
    const state = schemaState(incoming)
    if (state === 'none' || state === 'foreign') throw new BackupError(`It is no database of Pejling`)
    if (state === 'newer') throw new BackupError('It was made by a later version of Pejling; restore it with that one')
    prove(migrateDatabase(incoming, clock), basename(backupFile), (copy) => before(copy, replaced))
    forceToDisk(incoming)
    const kept = replaced === null ? null : setAside(replaced, clock)
    renameSync(incoming, databaseFile)
    forceToDisk(dirname(databaseFile))
    return kept
  } catch (error) {
    const findings = error instanceof BackupError ? error.findings : []
    throw new BackupError(`${backupFile} can't be restored; nothing was replaced. ${reasonOf(error)}`, findings)
  } finally {
    removeUnfinished(incoming)
  }
}

/**
 * Copies the database aside and takes its journal away, so that the rename that follows replaces all of it at once. Its schema may
 * be any. A database too damaged to be opened is copied as it lies, journal and all: that may be why it is being restored.
 */
function setAside(databaseFile: string, clock: Clock): string {
  const kept = `${databaseFile}.before-restore-${clock().replaceAll(':', '')}`
  const leaving = leavingOf(databaseFile)
  try {
    const current = new Sqlite(databaseFile, { fileMustExist: true })
    try {
      current.pragma('wal_checkpoint(TRUNCATE)')
      current.pragma('journal_mode = DELETE')
    } finally {
      current.close()
    }
  } catch {
    if (existsSync(`${databaseFile}-wal`)) copyFileSync(`${databaseFile}-wal`, `${kept}-wal`)
  }
  copyOwn(databaseFile, leaving)
  forceToDisk(leaving)
  renameSync(leaving, kept)
  removeJournals(databaseFile)
  return kept
}
