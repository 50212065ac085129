import type { IncomingHttpHeaders } from 'node:http'

/** What tells one state of an answer from another. */
export interface Validators {
  /** SHA-256 of the plain bytes; the entity tags of the codings are this, with the coding behind it. */
  readonly hash: string
  /** When it was last changed, as an HTTP date; empty: no one can say. */
  readonly lastModified: string
}

/** The entity tags of a list, without the marks of weak ones: If-None-Match compares weakly (RFC 9110, 13.1.2). */
const tagsIn = (list: string): string[] => [...list.matchAll(/"([^"]*)"/g)].map(([, tag = '']) => tag)

/**
 * Whether the copy a reader has is still good (RFC 9110, 13.1): one of its entity tags names this answer, in any coding; where
 * it sends no tags, nothing has changed since its date. A date that cannot be read counts for nothing.
 */
export function isUnchanged(headers: IncomingHttpHeaders, { hash, lastModified }: Validators): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) {
    return tags.trim() === '*' || tagsIn(tags).some((tag) => tag === hash || tag.startsWith(`${hash}-`))
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return Date.parse(lastModified) <= since
}
