import type { Release, ReleaseEntry } from '@pejling/domain/release/release'
import type { Withdrawal } from '@pejling/domain/release/withdrawal'
import type { MeetingsDocument } from '@pejling/domain/meeting/meeting'
import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { documents, releases, withdrawnDocuments } from '../db/schema.ts'
import { givenWords } from './given-words.ts'
import { storedRelease } from './stored-release.ts'
import { newestShared, publicMeetings, type SharedMeeting } from '../workspace/shared-meetings.ts'
import { withdrawnIndexReader } from './withdrawn-index.ts'

/** A document's bytes as they are sent, plain and compressed. */
export interface StoredDocument {
  readonly hash: string
  readonly bytes: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  readonly packedHash: string
}

/** A document as one of its releases first had it. */
export interface DocumentVersion {
  readonly hash: string
  /** The number of the first release that has it so, and when that was published. */
  readonly release: number
  readonly publishedAt: string
  /** When what is answered became what it is: when it was published, or when something was last withdrawn from it. */
  readonly modifiedAt: string
}

/**
 * What is published, and nothing else. This is all that public routes get to see: there is no way from here to the
 * workspace.
 */
export interface ReleaseStore {
  /** The number of the newest release; 0 where nothing is published. */
  latestNumber(): number
  /** The number of the newest release, 0 where nothing is published, and how many figures have been withdrawn. */
  state(): { readonly number: number; readonly withdrawals: number }
  /** The release of that number, or `null`. */
  release(number: number): Release | null
  /** The releases up to and with that number, newest first. */
  releases(upTo: number): Release[]
  /** The release's list path → hash, by path. */
  entries(release: number): ReleaseEntry[]
  /** The document at a path in a release: its hash and when it was first published so; `null` where there is none. */
  version(path: string, release: number): DocumentVersion | null
  /** When there was first a document at a path; `null`: there is none up to that release. */
  firstPublishedAt(path: string, release: number): string | null
  /** The document that was published with that hash, or `null`. Its own hash is another where something was withdrawn from it. */
  document(hash: string): StoredDocument | null
  /** How many bytes the document that was published with that hash has; 0: there is none. */
  size(hash: string): number
  /** The figures that have been withdrawn, newest first. */
  withdrawals(): readonly Withdrawal[]
  /** When what a release answers became what it is: when it was made, or when something was last withdrawn from its documents. */
  modifiedAt(release: Release): string
  /**
   * The hash a document is told by to others: its own, but for one that would confirm a guess at what was withdrawn from the
   * document; then that of what is answered in its place.
   */
  shownHash(hash: string): string
  /** A meeting as it was last shared; `null`: it never was. */
  meeting(slug: string): SharedMeeting | null
  /** The meetings everybody may see, the newest first. */
  meetings(): MeetingsDocument
}

/** The reading side of a database's releases. */
export function openReleaseStore(db: Database): ReleaseStore {
  const latest = db.connection.prepare<[], { number: number | null }>('SELECT max(number) AS number FROM releases')
  const state = db.connection.prepare<[], { number: number; withdrawals: number }>(
    `SELECT (SELECT coalesce(max(number), 0) FROM releases) AS number,
            (SELECT coalesce(max(number), 0) FROM withdrawals) AS withdrawals`,
  )
  const size = db.connection.prepare<[string], { size: number }>(
    'SELECT length(bytes) AS size FROM documents WHERE hash = ?',
  )
  const version = db.connection.prepare<
    [string, number],
    { hash: string | null; release: number; publishedAt: string }
  >(
    `SELECT release_documents.hash, release, published_at AS publishedAt FROM release_documents
     JOIN releases ON releases.number = release_documents.release
     WHERE path = ? AND release <= ? ORDER BY release DESC LIMIT 1`,
  )
  const first = db.connection.prepare<[string, number], { publishedAt: string | null }>(
    `SELECT min(published_at) AS publishedAt FROM release_documents
     JOIN releases ON releases.number = release_documents.release
     WHERE path = ? AND release <= ? AND release_documents.hash IS NOT NULL`,
  )
  const entries = db.connection.prepare<[number], ReleaseEntry>(
    // SQLite takes the bare column `hash` from the row that holds the maximum.
    `SELECT path, hash FROM (SELECT path, hash, max(release) FROM release_documents WHERE release <= ? GROUP BY path)
     WHERE hash IS NOT NULL ORDER BY path`,
  )
  const withdrawn = withdrawnIndexReader(db)
  const toRelease = (row: typeof releases.$inferSelect): Release => storedRelease(row, givenWords(db, row.number))
  return {
    state: () => state.get() ?? { number: 0, withdrawals: 0 },
    size: (hash) => size.get(hash)?.size ?? 0,
    latestNumber: () => latest.get()?.number ?? 0,
    release(number) {
      const row = db.sql.select().from(releases).where(eq(releases.number, number)).get()
      return row ? toRelease(row) : null
    },
    releases: (upTo) =>
      db.sql
        .select()
        .from(releases)
        .where(sql`${releases.number} <= ${upTo}`)
        .orderBy(desc(releases.number))
        .all()
        .map(toRelease),
    entries: (release) => entries.all(release),
    version(path, release) {
      const row = version.get(path, release)
      if (!row || row.hash === null) return null
      const { hash, publishedAt } = row
      return { hash, release: row.release, publishedAt, modifiedAt: withdrawn().withdrawnAt.get(hash) ?? publishedAt }
    },
    firstPublishedAt: (path, release) => first.get(path, release)?.publishedAt ?? null,
    document(key) {
      const row = db.sql
        .select()
        .from(documents)
        .leftJoin(withdrawnDocuments, eq(withdrawnDocuments.hash, documents.hash))
        .where(eq(documents.hash, key))
        .get()
      // What something was withdrawn from has other bytes than it was published with, and their hash.
      return row ? { ...row.documents, hash: row.withdrawn_documents?.replacement ?? row.documents.hash } : null
    },
    meeting: (slug) => newestShared(db, slug),
    meetings: () => ({
      meetings: publicMeetings(db).map(({ slug, committee, date, items }) => ({
        slug,
        committee,
        date,
        items: items.length,
      })),
    }),
    withdrawals: () => withdrawn().withdrawals,
    modifiedAt({ number, publishedAt }) {
      const { withdrawnAt } = withdrawn()
      if (withdrawnAt.size === 0) return publishedAt
      return entries.all(number).reduce((at, { hash }) => {
        const own = withdrawnAt.get(hash) ?? at
        return own > at ? own : at
      }, publishedAt)
    },
    shownHash: (hash) => withdrawn().unsafe.get(hash) ?? hash,
  }
}
