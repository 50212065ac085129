import { Text } from '@pejling/domain/text'
import type { Release } from '@pejling/domain/release/release'
import { z } from 'zod'

/*
 * The title and the note of a release. They go into its hash, and a release is never changed: what cannot be read must not get
 * in. Releases from before this was checked are read all the same; see docs/decisions/0032.
 */

/** What a release is called, and what is said of it. */
export type ReleaseWords = Pick<Release, 'title' | 'note'>

/** Thrown where the title or the note of a release cannot stand; the message says which and what to write. */
export class ReleaseWordsError extends Error {
  override name = 'ReleaseWordsError'
}

const languages = { da: 'Danish', en: 'English' } as const

function parseText(what: string, text: unknown): Text {
  const read = Text.safeParse(text)
  if (read.success) return read.data
  const language = z.enum(['da', 'en']).safeParse(read.error.issues[0]?.path[0])
  const where = language.success ? ` in ${languages[language.data]}` : ''
  throw new ReleaseWordsError(`The ${what} is empty${where}. Write it in Danish and English`)
}

/** The reason of a withdrawal, which everybody can read. Throws a {@link ReleaseWordsError}. */
export const parseReason = (reason: Text): Text => parseText('reason', reason)

/** The words of a release as they are published: trimmed, and in both languages. Throws a {@link ReleaseWordsError}. */
export function parseWords({ title, note }: ReleaseWords): ReleaseWords {
  return {
    title: parseText('title of the release', title),
    note: note === null ? null : parseText('note of the release', note),
  }
}

const StoredText = z.object({ da: z.string(), en: z.string() }).partial()

/** A text of which perhaps only one language was written, in both; `null`: there is nothing to read. */
function readable(stored: unknown): Text | null {
  const { da = '', en = '' } = StoredText.catch({}).parse(stored)
  const read = Text.safeParse({ da: da.trim() === '' ? en : da, en: en.trim() === '' ? da : en })
  return read.success ? read.data : null
}

/** The words a stored release is shown with, whatever was stored. Nothing that was ever published keeps others from being read. */
export function readWords(number: number, title: unknown, note: unknown): ReleaseWords {
  return {
    title: readable(title) ?? { da: `Udgivelse ${number}`, en: `Release ${number}` },
    note: note === null ? null : readable(note),
  }
}
