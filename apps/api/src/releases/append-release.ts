import type { Release } from '@pejling/domain/release/release'
import { sql } from 'drizzle-orm'
import type { Actor } from '../db/actor.ts'
import type { ChangeSet } from '../db/change-set.ts'
import { releaseDocuments, releases } from '../db/schema.ts'
import { storedText } from '../db/stored-text.ts'
import { queueRelease } from './announcements.ts'
import { releaseHash } from './release-hash.ts'
import { openReleaseStore } from './release-store.ts'
import type { ReleaseWords } from './release-words.ts'
import type { DocumentWriter } from './document-writer.ts'

/**
 * Makes the documents on a shelf the next release, chained to the one before. Answers `null`, and makes none, where they are the
 * documents of the last release and it is made only `where-changed`. The words have been parsed.
 */
export function appendRelease(
  changeSet: ChangeSet,
  actor: Actor,
  words: ReleaseWords,
  writer: DocumentWriter,
  made: 'where-changed' | 'always' = 'where-changed',
): Release | null {
  const { db, at } = changeSet
  const store = openReleaseStore(db)
  const last = store.latestNumber()
  const before = new Map(store.entries(last).map(({ path, hash }) => [path, hash]))
  const entries = writer.list()
  const isSame = entries.length === before.size && entries.every(({ path, hash }) => before.get(path) === hash)
  if (isSame && made === 'where-changed') return null
  const header = {
    number: last + 1,
    publishedAt: at,
    title: words.title,
    note: words.note,
    publishedBy: storedText(actor.name),
    previousHash: store.release(last)?.hash ?? null,
  }
  const release = { ...header, hash: releaseHash(header, entries) }
  db.sql
    .insert(releases)
    .values({
      ...release,
      title: JSON.stringify(release.title),
      note: release.note === null ? null : JSON.stringify(release.note),
    })
    .run()
  const insert = db.sql
    .insert(releaseDocuments)
    .values({ path: sql.placeholder('path'), release: release.number, hash: sql.placeholder('hash') })
    .prepare()
  for (const { path, hash } of entries) if (before.get(path) !== hash) insert.run({ path, hash })
  for (const path of before.keys()) if (!writer.entries.has(path)) insert.run({ path, hash: null })
  changeSet.record('release', String(release.number), null, JSON.stringify(release))
  queueRelease(db, release.number, at)
  return release
}
