import type { Release } from '@pejling/domain/release/release'
import type { releases } from '../db/schema.ts'
import type { HashedRelease } from './release-hash.ts'
import { readWords, type ReleaseWords } from './release-words.ts'

type Row = typeof releases.$inferSelect

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A release with its words as they were written, as its hash and its change set have it. */
export function releaseAsWritten(row: Row): HashedRelease & { readonly hash: string } {
  return { ...row, title: parsed(row.title), note: parsed(row.note) }
}

/**
 * The release of a row, whatever its words are: one that cannot be read must not keep the others from being read. Where it is
 * shown with other words than went into its hash (`given`, or what can be made of them), it has both.
 */
export function storedRelease(row: Row, given: ReleaseWords | null): Release {
  const words = given ?? readWords(row.number, parsed(row.title), parsed(row.note))
  const isAsWritten =
    JSON.stringify(words.title) === row.title && (words.note === null ? null : JSON.stringify(words.note)) === row.note
  return { ...row, ...words, ...(!isAsWritten && { hashedWords: { title: row.title, note: row.note } }) }
}
