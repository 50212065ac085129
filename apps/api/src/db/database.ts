import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import * as schema from './schema.ts'

/** Tells the time as a timestamp in UTC. Given from outside, so that nothing compiled depends on the moment it ran. */
export type Clock = () => string

/** The open database: drizzle for queries, the connection beneath it for what only SQLite itself can do. */
export interface Database {
  readonly sql: BetterSQLite3Database<typeof schema>
  readonly connection: Sqlite.Database
  readonly clock: Clock
}

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/**
 * Opens the database and brings it to today's schema. `:memory:` gives an empty one of its own.
 * A file is written ahead (WAL) and forced to disk at every commit: nothing acknowledged is lost.
 */
export function openDatabase(file: string, clock: Clock): Database {
  const connection = new Sqlite(file)
  connection.pragma('busy_timeout = 10000')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  // Migrations may rebuild tables that others point at, so the keys are watched only after them.
  connection.pragma('foreign_keys = OFF')
  const sql = drizzle(connection, { schema })
  migrate(sql, { migrationsFolder })
  connection.pragma('foreign_keys = ON')
  return { sql, connection, clock }
}

/** The timestamp of the machine's own clock, for {@link openDatabase} outside tests. */
export function systemClock(): string {
  return new Date().toISOString()
}
