import { existsSync } from 'node:fs'
import { system } from '../db/actor.ts'
import { backup, BackupError, restore, type BackupContents } from '../verification/backup.ts'
import { migrateDatabase, openDatabase, schemaState, systemClock, type Database } from '../db/database.ts'
import { forgetPerson, forgottenAgain, wipeDeleted } from '../accounts/forget.ts'
import { bringTokensUpToDate } from '../accounts/tokens.ts'
import type { Config } from '../config/config.ts'
import { applyRetention, retentionLines } from '../jobs/retention/retention.ts'
import { databaseFile, lockInstallation, NoInstallationError } from '../installation/installation.ts'

/* The commands that back up, restore and migrate the database. */

type Print = (line: string) => void

const amount = (count: number, one: string, other: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`

/** Describes the contents of a backup. */
function contentLines({ database, size, ...holds }: BackupContents): string[] {
  const newest = holds.newestChangeSet
  return [
    `Copied from ${database}, ${(size / 1_000_000).toFixed(1)} MB.`,
    `It contains ${amount(holds.releases, 'release', 'releases')}, ${amount(holds.indicators, 'indicator', 'indicators')} and ${amount(holds.figures, 'figure', 'figures')}; the newest change set is ${newest === null ? 'none' : `${newest.number}, of ${newest.at}`}.`,
  ]
}

/** Writes a verified copy of the database and describes it. Where a signal stops it, it leaves no file behind. */
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
    print(`${input.file} is a complete, verified copy.`)
    for (const line of contentLines(contents)) print(line)
    return 0
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}

/** The people who are forgotten in the replaced database but not in the copy; `null`: the replaced one cannot be read. */
function forgottenSince(copy: Database, replaced: string): string[] | null {
  let before: Database
  try {
    before = openDatabase(replaced, systemClock)
  } catch {
    // It may be damaged or of another version, which may be why it is replaced.
    return null
  }
  try {
    return forgottenAgain(before, copy)
  } finally {
    before.connection.close()
  }
}

/**
 * Restores a backup. A backup still contains what has been deleted since it was made, and who has been forgotten: both are removed
 * from the copy before it is used.
 */
export function bringBack(config: Config, demonstration: boolean, file: string, print: Print): number {
  // A mistyped name must not create a folder.
  if (!existsSync(config.dataFolder) && !existsSync(file)) throw new BackupError(`There is no file ${file}`)
  const unlock = lockInstallation(config, demonstration)
  try {
    const lines: string[] = []
    const kept = restore(file, databaseFile(config, demonstration), systemClock, (copy, replaced) => {
      const forgotten = replaced === null ? [] : forgottenSince(copy, replaced)
      for (const email of forgotten ?? []) forgetPerson(copy, system, { email })
      if (forgotten === null)
        lines.push(
          'The replaced database could not be read, so the people forgotten since the backup are unknown. Forget them again: npm run pejling -- user forget <e-mail>.',
        )
      lines.push(...retentionLines(applyRetention(copy, config.retention)))
      wipeDeleted(copy)
    })
    print(`Restored ${file}.${kept === null ? '' : ` The replaced database is kept as ${kept}.`}`)
    for (const line of lines) print(line)
    return 0
  } finally {
    unlock()
  }
}

/** Migrates the database to this version's schema, as starting the server does; refused while a server runs. */
export function migrateInstallation(config: Config, demonstration: boolean, print: Print): number {
  const file = databaseFile(config, demonstration)
  if (schemaState(file) === 'none') throw new NoInstallationError(config, demonstration)
  const unlock = lockInstallation(config, demonstration)
  try {
    const isCurrent = schemaState(file) === 'current'
    const db = migrateDatabase(file, systemClock)
    try {
      const updated = bringTokensUpToDate(db, system)
      if (updated > 0)
        print(`${amount(updated, 'token was', 'tokens were')} given scopes and a last day within a year.`)
    } finally {
      db.connection.close()
    }
    print(
      isCurrent ? `${file} already has this version's schema.` : `${file} has been migrated to this version's schema.`,
    )
    return 0
  } finally {
    unlock()
  }
}
