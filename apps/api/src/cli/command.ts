import type { Config } from '../config/config.ts'
import type { Database } from '../db/database.ts'
import { openInstallation } from '../installation/installation.ts'
import type { Options } from './options.ts'

/** What a command is given. */
export interface CommandContext {
  readonly config: Config
  readonly options: Options
  readonly positionals: readonly string[]
  readonly print: (line: string) => void
}

/** A command. */
export interface Command {
  /** Each way to call it, as it is written. Options and arguments that are in none of them are refused. */
  readonly usages: readonly string[]
  readonly run: (context: CommandContext) => number | Promise<number>
}

/**
 * Opens the database for one command, and closes it whatever happens. A command makes no database and changes the schema of none:
 * where there is none, or one of another version, it is refused.
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
