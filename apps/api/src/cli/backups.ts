import { existsSync } from 'node:fs'
import { system } from '../db/actor.ts'
import { backup, BackupError, restore, type BackupContents } from '../verification/backup.ts'
import { migrateDatabase, openDatabase, schemaState, systemClock, type Database } from '../db/database.ts'
import { forgetPerson, forgottenAgain, wipeDeleted } from '../accounts/forget.ts'
import { bringTokensUpToDate } from '../accounts/tokens.ts'
import type { Config } from '../config/config.ts'
import { applyRetention, retentionLines } from '../jobs/retention/retention.ts'
import { databaseFile, lockInstallation, NoInstallationError } from '../installation/installation.ts'

/* The commands that take a copy, put one back, and bring the database to this version. */

type Print = (line: string) => void

const amount = (count: number, one: string, other: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`

/** What a backup holds, in words. */
function contentLines({ database, size, ...holds }: BackupContents): string[] {
  const newest = holds.newestChangeSet
  return [
    `It is a copy of ${database}, of ${(size / 1_000_000).toFixed(1)} MB.`,
    `It holds ${amount(holds.releases, 'release', 'releases')}, ${amount(holds.indicators, 'indicator', 'indicators')} and ${amount(holds.figures, 'figure', 'figures')}; the newest change set is ${newest === null ? 'none' : `${newest.number}, of ${newest.at}`}.`,
  ]
}

/** Writes a proven copy of the database and says what it holds. Stopped by a signal, it leaves nothing behind. */
export async function backUp(
  db: Database,
  input: { readonly file: string; readonly overwrite: boolean },
  print: Print,
): Promise<number> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, stop)
  try {
    const contents = await backup(db, input.file, { overwrite: input.overwrite, signal: stopping.signal })
    print(`${input.file} is a whole copy, proven.`)
    for (const line of contentLines(contents)) print(line)
    return 0
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

/** Who has been forgotten in the database that is replaced, and is known in the copy; `null`: it cannot be read. */
function forgottenSince(copy: Database, replaced: string): string[] | null {
  let before: Database
  try {
    before = openDatabase(replaced, systemClock)
  } catch {
    // It may be too damaged, or of another version; that may be why it is replaced.
    return null
  }
  try {
    return forgottenAgain(before, copy)
  } finally {
    before.connection.close()
  }
}

/**
 * Puts a backup in the database's place. A backup knows what has been deleted since it was made, and who has been forgotten: both go
 * from the copy before it is taken into use.
 */
export function bringBack(config: Config, demonstration: boolean, file: string, print: Print): number {
  // A name that was mistyped makes no folder.
  if (!existsSync(config.dataFolder) && !existsSync(file)) throw new BackupError(`There is no file ${file}`)
  const unlock = lockInstallation(config, demonstration)
  try {
    const lines: string[] = []
    const kept = restore(file, databaseFile(config, demonstration), systemClock, (copy, replaced) => {
      const forgotten = replaced === null ? [] : forgottenSince(copy, replaced)
      for (const email of forgotten ?? []) forgetPerson(copy, system, { email })
      if (forgotten === null)
        lines.push(
          'Who had been forgotten in the database that was replaced could not be read: forget those who asked for it since the backup again (npm run pejling -- user forget <e-mail>).',
        )
      lines.push(...retentionLines(applyRetention(copy, config.retention)))
      wipeDeleted(copy)
    })
    print(`Restored ${file}.${kept === null ? '' : ` What stood there before is kept as ${kept}.`}`)
    for (const line of lines) print(line)
    return 0
  } finally {
    unlock()
  }
}

/** Brings the database to this version's schema, as starting the server does; refused while a server runs. */
export function migrateInstallation(config: Config, demonstration: boolean, print: Print): number {
  const file = databaseFile(config, demonstration)
  if (schemaState(file) === 'none') throw new NoInstallationError(config, demonstration)
  const unlock = lockInstallation(config, demonstration)
  try {
    const isCurrent = schemaState(file) === 'current'
    const db = migrateDatabase(file, systemClock)
    try {
      const updated = bringTokensUpToDate(db, system)
      if (updated > 0) print(`${amount(updated, 'token was', 'tokens were')} given scopes, and end within a year.`)
    } finally {
      db.connection.close()
    }
    print(
      isCurrent ? `${file} has this version's schema already.` : `${file} has been migrated to this version's schema.`,
    )
    return 0
  } finally {
    unlock()
  }
}
