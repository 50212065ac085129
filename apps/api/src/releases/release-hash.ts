import { createHash } from 'node:crypto'
import type { Release, ReleaseEntry } from '@pejling/domain/release/release'

/** What of a release goes into its hash, beside the list of its documents: the words as they are stored. */
export type HashedRelease = Pick<Release, 'number' | 'publishedAt' | 'publishedBy' | 'previousHash'> & {
  readonly title: unknown
  readonly note: unknown
}

/** The hash of a release: of its own fields and the whole list of its documents, one `path hash` a line. */
export function releaseHash(release: HashedRelease, entries: readonly ReleaseEntry[]): string {
  const { number, publishedAt, title, note, publishedBy, previousHash } = release
  const digest = createHash('sha256')
  digest.update(`${JSON.stringify([number, publishedAt, title, note, publishedBy, previousHash])}\n`)
  for (const { path, hash } of entries) digest.update(`${path} ${hash}\n`)
  return digest.digest('hex')
}

/** The hash a document is stored by: SHA-256 of its bytes. */
export function documentHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
