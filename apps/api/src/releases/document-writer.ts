import type { ReleaseEntry } from '@pejling/domain/release/release'
import { withoutSalt, withSalt } from '@pejling/domain/release/salt'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { documents } from '../db/schema.ts'
import { compressedForms, type CompressedForms } from './compression.ts'
import { documentHash } from './release-hash.ts'

/**
 * Up to this size, in bytes, a document is packed thoroughly; above it the time is felt and the gain is not. Brotli's 10
 * makes the delivered documents a tenth smaller than 9, and in a tenth of the time.
 */
const thoroughUpTo = 200_000

/** The forms a document is sent in. */
export function compress(bytes: Buffer): CompressedForms & { readonly packedHash: string } {
  const { gzip, brotli } = compressedForms(bytes, { gzip: 9, brotli: bytes.length > thoroughUpTo ? 5 : 10 })
  return { gzip, brotli, packedHash: documentHash(Buffer.concat([gzip, brotli])) }
}

/** The bytes of a document with a new salt. */
export function saltedBytes(db: Database, content: string): Buffer {
  return Buffer.from(withSalt(content, db.salt()))
}

/** Takes documents in, stores those that say something new, each with a salt of its own, and keeps the list path → hash. */
export class DocumentWriter {
  readonly entries = new Map<string, string>()
  readonly #db: Database

  /** Begins with the documents of a release. */
  constructor(db: Database, entries: readonly ReleaseEntry[]) {
    this.#db = db
    for (const { path, hash } of entries) this.entries.set(path, hash)
  }

  /** Puts a document at a path. Where the document there says the same, it stays, with its hash and its salt. */
  put<Schema extends z.ZodType>(path: string, schema: Schema, value: z.input<Schema>): void {
    const content = JSON.stringify(schema.parse(value))
    if (this.#contentAt(path) !== content) this.store(path, saltedBytes(this.#db, content))
  }

  /** Puts bytes that have their salt at a path. */
  store(path: string, bytes: Buffer): void {
    const hash = documentHash(bytes)
    this.entries.set(path, hash)
    this.#db.sql
      .insert(documents)
      .values({ hash, bytes, ...compress(bytes) })
      .run()
  }

  /** Takes every path away that begins so and is not among those to keep. */
  keepOnly(prefix: string, kept: ReadonlySet<string>): void {
    for (const path of this.entries.keys()) if (path.startsWith(prefix) && !kept.has(path)) this.entries.delete(path)
  }

  /** The list of documents, by path. */
  list(): ReleaseEntry[] {
    return [...this.entries].map(([path, hash]) => ({ path, hash })).sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  #contentAt(path: string): string | null {
    const hash = this.entries.get(path)
    if (hash === undefined) return null
    const row = this.#db.sql.select({ bytes: documents.bytes }).from(documents).where(eq(documents.hash, hash)).get()
    return row ? withoutSalt(row.bytes.toString()) : null
  }
}
