import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { withoutSalt } from '@pejling/domain/release/salt'
import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { tokenRecord } from '../accounts/token-record.ts'
import { addUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import { migrationsFolder, type Database } from '../db/database.ts'
import { contentDigest } from '../db/forgetting.ts'
import { changes, changeSets, documents, releaseDocuments, releases, tokens } from '../db/schema.ts'
import { documentHash, releaseHash } from '../releases/release-hash.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { compress } from '../releases/document-writer.ts'
import { releaseAsWritten } from '../releases/stored-release.ts'
import { smallInstallation } from './installation.fixture.ts'

/** The list drizzle keeps of the migrations. */
const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string(), when: z.number() })) })

const journalFile = (folder: string): string => join(folder, 'meta', '_journal.json')
const readJournal = (folder: string): z.infer<typeof Journal> =>
  Journal.parse(JSON.parse(readFileSync(journalFile(folder), 'utf8')))

const latest = (entries: readonly { readonly when: number }[]): number => Math.max(...entries.map(({ when }) => when))

/** The migrations there are, oldest first. */
export const migrations = readJournal(migrationsFolder).entries.map(({ tag }) => tag)

/** The migrations of an earlier version, the first so many, in a folder of their own. */
export function earlierMigrations(folder: string, count: number): string {
  cpSync(migrationsFolder, folder, { recursive: true })
  const journal = readJournal(folder)
  writeFileSync(journalFile(folder), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }))
  return folder
}

/** The migrations of a version to come: those there are, and so many more that add a table each. */
export function laterMigrations(folder: string, more: number): string {
  cpSync(migrationsFolder, folder, { recursive: true })
  const journal = readJournal(folder)
  const { entries } = journal
  for (let step = 1; step <= more; step += 1) {
    const tag = `${entries.length}_later_${step}`
    writeFileSync(join(folder, `${tag}.sql`), `CREATE TABLE later_${step} (name TEXT PRIMARY KEY) STRICT;`)
    entries.push({ idx: entries.length, version: '6', tag, when: latest(entries) + 1000, breakpoints: true })
  }
  writeFileSync(journalFile(folder), JSON.stringify(journal))
  return folder
}

/** As releases were made before their documents had any salt. */
export function makeReleasesUnsalted(db: Database): void {
  db.connection.pragma('foreign_keys = OFF')
  for (const { hash: salted, bytes } of db.sql.select().from(documents).all()) {
    const plain = Buffer.from(withoutSalt(bytes.toString()))
    const hash = documentHash(plain)
    db.sql
      .update(documents)
      .set({ hash, bytes: plain, ...compress(plain) })
      .where(eq(documents.hash, salted))
      .run()
    db.sql.update(releaseDocuments).set({ hash }).where(eq(releaseDocuments.hash, salted)).run()
  }
  let previousHash: string | null = null
  const store = openReleaseStore(db)
  for (const row of db.sql.select().from(releases).orderBy(asc(releases.number)).all()) {
    const release = { ...releaseAsWritten(row), previousHash }
    const hash = releaseHash(release, store.entries(row.number))
    db.sql.update(releases).set({ previousHash, hash }).where(eq(releases.number, row.number)).run()
    const record = and(eq(changes.kind, 'release'), eq(changes.key, String(row.number)))
    db.sql
      .update(changes)
      .set({ after: JSON.stringify({ ...release, hash }) })
      .where(record)
      .run()
    previousHash = hash
  }
  db.connection.pragma('foreign_keys = ON')
  makeHistoryUnsalted(db)
}

/** As change sets were written before their hashes had any salt. */
function makeHistoryUnsalted(db: Database): void {
  let previousHash: string | null = null
  for (const { number } of db.sql.select().from(changeSets).orderBy(asc(changeSets.number)).all()) {
    const own = eq(changeSets.number, number)
    db.sql.update(changeSets).set({ previousHash, salt: null }).where(own).run()
    previousHash = contentDigest(db, number)
    db.sql
      .update(changeSets)
      .set({ hash: previousHash ?? '' })
      .where(own)
      .run()
  }
}

/** As accounts were before they had ids, and one-time passwords before they ended; the migration gives the ids. */
function makeAccountsIdless(db: Database): void {
  db.connection.exec(`UPDATE users SET id = 'earlier-' || hex(randomblob(8)), one_time_until = NULL;
    UPDATE changes SET after = json_remove(after, '$.id', '$.oneTimeUntil') WHERE kind = 'user'`)
}

const Columns = z.array(z.object({ name: z.string(), hidden: z.number() }))
const Tables = z.array(z.object({ name: z.string() }))

/** Where columns of earlier versions are found today. */
const elsewhere: Readonly<Record<string, string>> = { 'action_plans.year': 'CAST(name AS INTEGER)' }

/** A token as they were made before they named what they open. */
function addOlderToken(
  db: Database,
  given: { readonly name: string; readonly user: string; readonly expiresOn: string },
): void {
  const row = {
    ...given,
    hash: 'f'.repeat(64),
    scope: null,
    scopes: null,
    indicators: null,
    createdAt: null,
    lastUsedAt: null,
  }
  write(db, system, { action: 'token add' }, (changeSet) => {
    db.sql.insert(tokens).values(row).run()
    changeSet.record('token', row.name, null, tokenRecord(row))
  })
}

/** Makes a database file as an earlier version would have left it, with a policy, a release, accounts and a history. */
export function makeOlderDatabase(file: string, folder: string): void {
  const today = smallInstallation()
  addUser(today, system, { email: 'anna@example.org', name: 'Anna', role: 'administrator' })
  addOlderToken(today, { name: 'fagsystemet', user: 'anna@example.org', expiresOn: '2099-12-31' })
  makeAccountsIdless(today)
  makeReleasesUnsalted(today)
  const older = new Sqlite(file)
  older.pragma('journal_mode = WAL')
  older.pragma('foreign_keys = OFF')
  migrate(drizzle(older), { migrationsFolder: folder })
  const tables = Tables.parse(
    older
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
      )
      .all(),
  )
  for (const { name } of tables) {
    // Columns the database reads out of others itself are not written.
    const columns = Columns.parse(older.pragma(`table_xinfo(${name})`)).filter(({ hidden }) => hidden === 0)
    const list = columns.map((column) => `"${column.name}"`).join(', ')
    const insert = older.prepare(`INSERT INTO "${name}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`)
    const now = columns.map((column) => elsewhere[`${name}.${column.name}`] ?? `"${column.name}"`).join(', ')
    for (const row of today.connection.prepare(`SELECT ${now} FROM "${name}"`).raw().all()) insert.run(row)
  }
  older.close()
}
