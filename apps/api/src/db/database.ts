import { randomBytes } from 'node:crypto'
import { chmodSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { z } from 'zod'
import * as schema from './schema.ts'

/** Tells the time as a timestamp in UTC. Given from outside, so that nothing compiled depends on the moment it ran. */
export type Clock = () => string

/** Gives 128 random bits in base64url. Given from outside like the clock, so that a test can say what is random. */
export type RandomSalt = () => string

/** Random bits of the machine, for {@link openDatabase} outside tests. */
export const randomSalt: RandomSalt = () => randomBytes(16).toString('base64url')

/** The open database: drizzle for queries, the connection beneath it for what only SQLite itself can do. */
export interface Database {
  readonly sql: BetterSQLite3Database<typeof schema>
  readonly connection: Sqlite.Database
  readonly clock: Clock
  /** What makes the hashes of documents and change sets confirm no guess. */
  readonly salt: RandomSalt
}

/** How a database comes to today's schema, step by step. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Thrown where there is no database: no file, or one in which nothing has been made yet. */
export class NoDatabaseError extends Error {
  override name = 'NoDatabaseError'
  constructor(file: string) {
    super(`There is no database ${file}.`)
  }
}

/** The schema of a database beside the one this version works with. `foreign`: it is no database of Pejling. */
export type SchemaState = 'none' | 'older' | 'current' | 'newer' | 'foreign'

const refusals: Readonly<Record<'older' | 'newer' | 'foreign', (file: string) => string>> = {
  older: (file) =>
    `${file} has the schema of an earlier version of Pejling; nothing was changed. Stop the server, make a backup with the earlier version, and migrate the database: npm run pejling -- migrate (starting the server migrates it, too).`,
  newer: (file) =>
    `${file} has been used by a later version of Pejling; nothing was changed. Use that version, or restore the backup made before it.`,
  foreign: (file) => `${file} is no database of Pejling; nothing was changed.`,
}

/** Thrown where a database does not have the schema of this version; it has not been changed. */
export class SchemaVersionError extends Error {
  readonly state: keyof typeof refusals
  constructor(file: string, state: keyof typeof refusals) {
    super(refusals[state](file))
    this.name = 'SchemaVersionError'
    this.state = state
  }
}

const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) })
const Done = z.object({ newest: z.number().nullable() })
const Tables = z.array(z.object({ name: z.string() }))

/** When each of these migrations was made; the database keeps the same numbers of those it has been through. */
function madeAt(folder: string): number[] {
  const known = Journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
  return known.entries.map(({ when }) => when)
}

function newestMigration(connection: Sqlite.Database): number | null {
  const done = connection.prepare('SELECT max(created_at) AS newest FROM __drizzle_migrations').get()
  return Done.parse(done).newest
}

/** Reads which schema a database has. Nothing is written. */
function stateOf(connection: Sqlite.Database, folder: string): SchemaState {
  try {
    const tables = Tables.parse(
      connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .all(),
    ).map(({ name }) => name)
    if (!tables.includes('__drizzle_migrations')) return tables.length === 0 ? 'none' : 'foreign'
    const newest = newestMigration(connection)
    // Its own list is made first, so it may stand there alone.
    if (newest === null) return tables.length === 1 ? 'none' : 'foreign'
    const today = Math.max(...madeAt(folder))
    if (newest === today) return 'current'
    return newest > today ? 'newer' : 'older'
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_NOTADB') return 'foreign'
    throw error
  }
}

/** How a database is opened. */
export interface OpenOptions {
  /** The folder of the migrations. */
  readonly migrations?: string
  /** How long SQLite blocks the process while another connection is writing, in milliseconds, before it refuses. */
  readonly busyTimeout?: number
  /** Where the salt of documents comes from; random where that is not given. */
  readonly salt?: () => string
}

/** Opens SQLite without changing anything. */
function connect(file: string | Buffer, busyTimeout = 10_000): Sqlite.Database {
  const connection = new Sqlite(file, { fileMustExist: typeof file === 'string' && file !== ':memory:' })
  connection.pragma(`busy_timeout = ${busyTimeout}`)
  return connection
}

/** A file is written ahead (WAL) and forced to disk at every commit: nothing acknowledged is lost. */
function prepare(connection: Sqlite.Database, clock: Clock, salt = randomSalt): Database {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  return { sql: drizzle(connection, { schema }), connection, clock, salt }
}

/**
 * Opens a database that has today's schema; an image of one (SQLite's serialization) as a copy in memory. It makes none and
 * changes the schema of none: see {@link migrateDatabase}. Throws a {@link NoDatabaseError} or a {@link SchemaVersionError}.
 */
export function openDatabase(
  file: string | Buffer,
  clock: Clock,
  { migrations = migrationsFolder, busyTimeout, salt }: OpenOptions = {},
): Database {
  const name = typeof file === 'string' ? file : 'The image'
  if (typeof file === 'string' && !existsSync(file)) throw new NoDatabaseError(file)
  const connection = connect(file, busyTimeout)
  try {
    const state = stateOf(connection, migrations)
    if (state === 'none') throw new NoDatabaseError(name)
    if (state !== 'current') throw new SchemaVersionError(name, state)
    return prepare(connection, clock, salt)
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Opens a database file for reading alone: it never waits for another connection and cannot change anything. The file must
 * have today's schema.
 */
export function openReadOnly(file: string, clock: Clock): Database {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 0 })
  connection.pragma('query_only = ON')
  return { sql: drizzle(connection, { schema }), connection, clock, salt: randomSalt }
}

/** Which schema a database file has; `none` where there is no file. Its content is not changed. */
export function schemaState(file: string, migrations = migrationsFolder): SchemaState {
  if (!existsSync(file)) return 'none'
  const connection = connect(file)
  try {
    return stateOf(connection, migrations)
  } finally {
    connection.close()
  }
}

/** Takes the steps that are missing, with the note that they have been taken: all of them, in one transaction, or none. */
function takeSteps(connection: Sqlite.Database, folder: string): void {
  const steps = readMigrationFiles({ migrationsFolder: folder })
  // Migrations may rebuild tables that others point at, so the keys are looked at when all is done.
  connection.pragma('foreign_keys = OFF')
  connection
    .transaction(() => {
      // As drizzle's own migrator keeps it, which earlier versions have used.
      connection.exec(
        'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
      )
      const note = connection.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      const newest = newestMigration(connection) ?? 0
      for (const { sql, hash, folderMillis } of steps.filter(({ folderMillis: when }) => when > newest)) {
        for (const statement of sql) connection.exec(statement)
        note.run(hash, folderMillis)
      }
      const dangling = z.array(z.object({ table: z.string() })).parse(connection.pragma('foreign_key_check'))
      const [first] = dangling
      if (first) throw new Error(`Migrating left ${dangling.length} rows that point at nothing, in ${first.table}`)
    })
    .immediate()
}

/**
 * Makes a database's file where there is none, and lets only its owner read it and the journal beside it: they hold hashes,
 * secrets and suppressed figures. SQLite gives a journal the mode of its database.
 */
function keepFromOthers(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  for (const each of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      if (existsSync(each)) chmodSync(each, 0o600)
    } catch (error) {
      // A process that may write the file but does not own it cannot change its mode.
      if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error
    }
  }
}

/**
 * Opens a database and brings it to today's schema; where there is no file, one is made that only its owner may read. `:memory:`
 * gives an empty one of its own. Where a step fails none has been taken, and the version before goes on with it. A file may only
 * be migrated by whoever holds its folder's lock. Throws a {@link SchemaVersionError}.
 */
export function migrateDatabase(
  file: string,
  clock: Clock,
  { migrations = migrationsFolder, busyTimeout, salt }: OpenOptions = {},
): Database {
  if (file !== ':memory:') keepFromOthers(file)
  const connection = connect(file, busyTimeout)
  try {
    const state = stateOf(connection, migrations)
    if (state === 'newer' || state === 'foreign') throw new SchemaVersionError(file, state)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    if (state !== 'current') takeSteps(connection, migrations)
    return prepare(connection, clock, salt)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The timestamp of the machine's own clock, for databases outside tests. */
export function systemClock(): string {
  return new Date().toISOString()
}
