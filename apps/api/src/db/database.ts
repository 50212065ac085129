import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
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

/** Thrown where a later version has changed the database's shape. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
  constructor(file: string) {
    super(
      `${file} has been used by a later version of Pejling. Start that version, or restore the backup made before it.`,
    )
  }
}

const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) })
const Done = z.object({ newest: z.number().nullable() })

/** Whether a change of shape has been made that these migrations do not know. */
function isNewer(connection: Sqlite.Database, folder: string): boolean {
  const known = Journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
  const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (table === undefined) return false
  const done = connection.prepare('SELECT max(created_at) AS newest FROM __drizzle_migrations').get()
  return (Done.parse(done).newest ?? 0) > Math.max(...known.entries.map(({ when }) => when))
}

/**
 * Opens the database and brings it to today's schema. `:memory:` gives an empty one of its own, an image of one (SQLite's
 * serialization) a copy in memory.
 * A file is written ahead (WAL) and forced to disk at every commit: nothing acknowledged is lost. Where a change of shape fails
 * none is made. Throws a {@link NewerDatabaseError}.
 */
export function openDatabase(
  file: string | Buffer,
  clock: Clock,
  migrations = migrationsFolder,
  salt = randomSalt,
): Database {
  const connection = new Sqlite(file)
  connection.pragma('busy_timeout = 10000')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  // Migrations may rebuild tables that others point at, so the keys are watched only after them.
  connection.pragma('foreign_keys = OFF')
  const sql = drizzle(connection, { schema })
  try {
    if (isNewer(connection, migrations)) throw new NewerDatabaseError(String(file))
    migrate(sql, { migrationsFolder: migrations })
  } catch (error) {
    connection.close()
    throw error
  }
  connection.pragma('foreign_keys = ON')
  return { sql, connection, clock, salt }
}

/** The timestamp of the machine's own clock, for {@link openDatabase} outside tests. */
export function systemClock(): string {
  return new Date().toISOString()
}
