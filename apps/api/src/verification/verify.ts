import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { asc, sql } from 'drizzle-orm'
import { documentHash, releaseHash } from '../releases/release-hash.ts'
import { openReleaseStore, type StoredDocument } from '../releases/release-store.ts'
import { sharedRecord } from '../workspace/shared-meetings.ts'
import { releaseAsWritten } from '../releases/stored-release.ts'
import { factorRecord } from '../accounts/second-factors.ts'
import { tokenRecord } from '../accounts/token-record.ts'
import { userFingerprint } from '../accounts/users.ts'
import { openFile } from '../intake/kept-files.ts'
import { webhookRecord } from '../extras/webhooks/webhooks.ts'
import { attachments, kinds } from '../workspace/definitions.ts'
import { observationKey, toObservation } from '../workspace/observation-store.ts'
import { changeLine, changeSetLine, type ChangeKind } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { contentDigest, forgottenIn } from '../db/forgetting.ts'
import {
  changes,
  changeSets,
  documents,
  imports,
  indicators,
  mailSettings,
  observations,
  plannedReleases,
  releases,
  settings,
  sharedMeetings,
  targets,
  tokens,
  users,
  webhooks,
  withdrawals,
  withdrawnDocuments,
} from '../db/schema.ts'

/** Something that is not as it was written: where, and what is wrong with it. */
export interface IntegrityProblem {
  readonly where: string
  readonly what: string
}

/**
 * Proves the database: SQLite's own structure and foreign keys, every document against its hash and its compressed
 * forms, the chain of releases, the chain of change sets, and every row of the workspace against the last change set
 * that wrote it, and every file figures came from against its hash. Returns what is wrong; an empty list is a clean bill.
 */
export function verify(db: Database): IntegrityProblem[] {
  return [
    ...structure(db),
    ...documentBytes(db),
    ...releaseChain(db),
    ...changeSetChain(db),
    ...recordedState(db),
    ...replacedDocuments(db),
    ...keptFiles(db),
  ]
}

function* structure(db: Database): Generator<IntegrityProblem> {
  const integrity = db.connection.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
  for (const { integrity_check: message } of integrity) {
    if (message !== 'ok') yield { where: 'database file', what: message }
  }
  const broken = db.connection.prepare<[], { table: string; rowid: number | null; parent: string }>(
    'PRAGMA foreign_key_check',
  )
  for (const { table, parent } of broken.all()) {
    yield { where: `table ${table}`, what: `a row points at something that is not in ${parent}` }
  }
}

function* documentBytes(db: Database): Generator<IntegrityProblem> {
  const hashes = db.sql.select({ hash: documents.hash }).from(documents).orderBy(asc(documents.hash)).all()
  const store = openReleaseStore(db)
  for (const { hash } of hashes) {
    const document = store.document(hash)
    if (!document) continue
    const where = `document ${hash} (${pathsOf(db, hash)})`
    // Where a figure was withdrawn, the withdrawal says what stands there now; the change sets prove it.
    if (documentHash(document.bytes) !== document.hash) yield { where, what: 'its bytes do not give its hash' }
    if (documentHash(Buffer.concat([document.gzip, document.brotli])) !== document.packedHash) {
      yield { where, what: 'its compressed forms are damaged' }
    } else if (!unpacks(document)) {
      yield { where, what: 'its compressed forms do not unpack to it' }
    }
  }
}

function unpacks({ bytes, gzip, brotli }: StoredDocument): boolean {
  try {
    return gunzipSync(gzip).equals(bytes) && brotliDecompressSync(brotli).equals(bytes)
  } catch {
    return false
  }
}

function pathsOf(db: Database, hash: string): string {
  const rows = db.sql.all<{ path: string; release: number }>(
    sql`SELECT path, release FROM release_documents WHERE hash = ${hash}`,
  )
  return rows.map(({ path, release }) => `${path} in release ${release}`).join(', ')
}

function* releaseChain(db: Database): Generator<IntegrityProblem> {
  const store = openReleaseStore(db)
  let previous: string | null = null
  let expected = 1
  for (const row of db.sql.select().from(releases).orderBy(asc(releases.number)).all()) {
    const where = `release ${row.number}`
    if (row.number !== expected) yield { where, what: `release ${expected} is missing before it` }
    if (row.previousHash !== previous) yield { where, what: 'it does not name the hash of the release before it' }
    if (releaseHash(releaseAsWritten(row), store.entries(row.number)) !== row.hash) {
      yield { where, what: 'its fields and list of documents do not give its hash' }
    }
    previous = row.hash
    expected = row.number + 1
  }
}

/** What is damaged may be too damaged to be read. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function* changeSetChain(db: Database): Generator<IntegrityProblem> {
  const lines = db.sql
    .select()
    .from(changes)
    .where(sql`${changes.changeSet} = ${sql.placeholder('number')}`)
    .orderBy(asc(changes.position))
    .prepare()
  const forgotten = new Set(forgottenIn(db))
  let previous: string | null = null
  let expected = 1
  for (const header of db.sql.select().from(changeSets).orderBy(asc(changeSets.number)).all()) {
    const where = `change set ${header.number}`
    if (header.number !== expected) yield { where, what: `change set ${expected} is missing before it` }
    if (header.previousHash !== previous) yield { where, what: 'it does not name the hash of the one before it' }
    const digest = createHash('sha256').update(changeSetLine(header))
    for (const line of lines.all({ number: header.number })) digest.update(changeLine(line))
    // What a person was taken out of is proven by the change set of that.
    if (digest.digest('hex') !== header.hash && !forgotten.has(header.number)) {
      yield { where, what: 'its changes do not give its hash' }
    }
    previous = header.hash
    expected = header.number + 1
  }
}

/** What stands in the place of documents is what the last withdrawal from each says, and nothing else. */
function* replacedDocuments(db: Database): Generator<IntegrityProblem> {
  const said = new Map(
    orNull(() => openReleaseStore(db).withdrawals())
      ?.toReversed()
      .flatMap((one) => one.documents.map(({ hash, replacement }) => [hash, replacement] as const)),
  )
  const rows = db.sql.select().from(withdrawnDocuments).all()
  for (const { hash, replacement } of rows) {
    if (said.get(hash) !== replacement)
      yield { where: `document ${hash}`, what: 'no withdrawal says what stands there' }
    said.delete(hash)
  }
  for (const hash of said.keys())
    yield { where: `document ${hash}`, what: 'a figure was withdrawn from it, and is back' }
}

function* keptFiles(db: Database): Generator<IntegrityProblem> {
  const rows = db.sql.selectDistinct({ hash: imports.file, size: imports.size }).from(imports).all()
  for (const { hash, size } of rows) {
    const digest = createHash('sha256')
    const whole = orNull(() => {
      for (const piece of openFile(db, { hash, size }).pieces()) digest.update(piece)
      return digest.digest('hex') === hash
    })
    if (whole !== true) yield { where: `file ${hash}`, what: 'its bytes do not give its hash' }
  }
}

function* recordedState(db: Database): Generator<IntegrityProblem> {
  const last = db.connection.prepare<[string, string], { after: string | null }>(
    'SELECT "after" FROM changes WHERE kind = ? AND key = ? ORDER BY change_set DESC, position DESC LIMIT 1',
  )
  const seen = new Map<ChangeKind, number>()
  for (const { kind, key, state } of currentState(db)) {
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    const recorded = last.get(kind, key)
    if (state === null || recorded?.after !== state)
      yield { where: `${kind} ${key}`, what: 'it is not what the last change set wrote' }
  }
  const counts = db.connection.prepare<[], { kind: ChangeKind; alive: number }>(
    `SELECT kind, count(*) FILTER (WHERE "after" IS NOT NULL) AS alive FROM (
       SELECT kind, key, "after", row_number() OVER (PARTITION BY kind, key ORDER BY change_set DESC, position DESC) AS age
       FROM changes) WHERE age = 1 GROUP BY kind`,
  )
  for (const { kind, alive } of counts.all()) {
    const found = seen.get(kind) ?? 0
    if (found < alive) yield { where: `${kind}s`, what: `${alive - found} recorded in change sets are not there` }
  }
}

/** Everything the workspace holds now, in the form change sets record it. */
function* currentState(db: Database): Generator<{ kind: ChangeKind; key: string; state: string | null }> {
  for (const { name, table, key } of Object.values(kinds)) {
    const rows = db.sql.all<{ id: string | number; state: string }>(
      sql`SELECT ${key} AS id, body AS state FROM ${table}`,
    )
    for (const { id, state } of rows) yield { kind: name, key: String(id), state }
  }
  for (const row of db.sql.select().from(indicators).all()) {
    yield { kind: 'indicator', key: row.slug, state: row.body }
  }
  for (const row of db.sql.select().from(targets).all()) {
    yield { kind: 'target', key: `${row.indicator}/${row.slug}`, state: row.body }
  }
  for (const { name, table } of Object.values(attachments)) {
    for (const row of db.sql.select().from(table).all()) yield { kind: name, key: row.indicator, state: row.body }
  }
  for (const row of db.sql.select().from(settings).all()) yield { kind: 'setting', key: row.name, state: row.body }
  for (const row of db.sql.select().from(users).all()) {
    yield { kind: 'user', key: row.email, state: userFingerprint(row) }
    const factors = factorRecord(db, row.id)
    if (factors !== null) yield { kind: 'second-factor', key: row.id, state: factors }
  }
  for (const row of db.sql.select().from(mailSettings).all()) {
    yield { kind: 'mail-settings', key: row.account, state: row.body }
  }
  for (const number of forgottenIn(db)) {
    yield { kind: 'forgetting', key: String(number), state: contentDigest(db, number) }
  }
  for (const row of db.sql.select().from(tokens).all()) {
    yield { kind: 'token', key: row.name, state: tokenRecord(row) }
  }
  for (const row of db.sql.select().from(webhooks).all()) {
    yield { kind: 'webhook', key: row.name, state: webhookRecord(row) }
  }
  for (const { number, body } of db.sql.select().from(plannedReleases).all()) {
    yield { kind: 'planned-release', key: String(number), state: body }
  }
  for (const { number, body } of db.sql.select().from(withdrawals).all()) {
    yield { kind: 'withdrawal', key: String(number), state: body }
  }
  for (const row of db.sql.select().from(sharedMeetings).all()) {
    yield { kind: 'shared-meeting', key: `${row.slug}/${row.version}`, state: sharedRecord(row) }
  }
  for (const row of db.sql.select().from(releases).all()) {
    yield { kind: 'release', key: String(row.number), state: JSON.stringify(releaseAsWritten(row)) }
  }
  for (const row of db.sql.select().from(observations).all()) {
    yield {
      kind: 'observation',
      key: observationKey(row.indicator, row.series, row.period),
      state: orNull(() => JSON.stringify(toObservation(row))),
    }
  }
}
