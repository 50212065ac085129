import { asc } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { releaseDocuments } from '../db/schema.ts'
import type { ReleaseStore } from './release-store.ts'

/** A document at a path, and the release that first had it there. */
export interface PublishedDocument {
  readonly path: string
  readonly hash: string
  readonly release: number
}

/** Every document that has ever been published, at each path it stood at, the oldest release first. */
export function publishedDocuments(db: Database): PublishedDocument[] {
  const rows = db.sql
    .select()
    .from(releaseDocuments)
    .orderBy(asc(releaseDocuments.release), asc(releaseDocuments.path))
    .all()
  return rows.flatMap(({ path, hash, release }) => (hash === null ? [] : [{ path, hash, release }]))
}

/** A published document as it stands now, read; `null`: there is none of that hash. */
export function readPublished<Schema extends z.ZodType>(
  store: ReleaseStore,
  hash: string,
  schema: Schema,
): z.output<Schema> | null {
  const document = store.document(hash)
  return document && schema.parse(JSON.parse(document.bytes.toString()))
}
