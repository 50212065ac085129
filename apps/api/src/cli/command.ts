import type { Config } from '../config/config.ts'
import type { Database } from '../db/database.ts'
import { openInstallation } from '../installation/installation.ts'
import type { Options } from './options.ts'

/** The input of a command. */
export interface CommandContext {
  readonly config: Config
  readonly options: Options
  readonly positionals: readonly string[]
  readonly print: (line: string) => void
}

/** A command. */
export interface Command {
  /** Each form of the call, as it is typed. Options and arguments that occur in none of them are refused. */
  readonly usages: readonly string[]
  readonly run: (context: CommandContext) => number | Promise<number>
}

/**
 * Opens the database for one command and always closes it. A command neither creates a database nor migrates one: it is refused
 * where there is none, or where the schema is of another version.
 */
export async function withDatabase(
  { config, options }: CommandContext,
  work: (db: Database) => number | Promise<number>,
): Promise<number> {
  const db = openInstallation(config, options.demo === true)
  try {
    return await work(db)
  } finally {
    db.connection.close()
  }
}
