import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { Problem } from './problem.ts'

/* Conditional requests (RFC 9110, section 13) on what the workspace has: entity tags are made of the bytes of the answer. */

/** The strong entity tag of an answer: SHA-256 of its bytes, in quotes. */
export const entityTag = (body: string | Buffer): string => `"${createHash('sha256').update(body).digest('base64url')}"`

/** What stands in `If-Match` or `If-None-Match`: tags, or `*`. */
type TagList = '*' | readonly { readonly isWeak: boolean; readonly tag: string }[]

/** Reads a list of entity tags (RFC 9110, 8.8.3); what is none in it is left out, and matches nothing. */
function tagsIn(header: string): TagList {
  if (header.trim() === '*') return '*'
  return [...header.matchAll(/(W\/)?("[\u0021\u0023-\u007e\u0080-\u00ff]*")/g)].map(([, weak, tag = '']) => ({
    isWeak: weak !== undefined,
    tag,
  }))
}

/** Whether one of the tags is the given one by the strong comparison: a weak tag never is. */
export function matchesStrongly(header: string, tag: string): boolean {
  const tags = tagsIn(header)
  return tags === '*' || tags.some((one) => !one.isWeak && one.tag === tag)
}

/** Whether one of the tags is the given one by the weak comparison: whether they are weak does not matter. */
export function matchesWeakly(header: string, tag: string): boolean {
  const tags = tagsIn(header)
  return tags === '*' || tags.some((one) => one.tag === tag)
}

const required = new Problem('precondition-required', {
  da: 'Send If-Match med det ETag, du fik, da du hentede det, så ingen skriver oven i en anden. `If-Match: *` ændrer, hvad der end står.',
  en: 'Send If-Match with the ETag you got when you fetched this, so that nobody writes over somebody else. `If-Match: *` changes whatever stands there.',
})

const changed = (current: unknown): Problem =>
  new Problem(
    'precondition-failed',
    {
      da: 'Det er ændret, siden du hentede det. `current` er, hvad der står nu; se hvad der er ændret, og send din ændring igen med det nye ETag.',
      en: 'It has been changed since you fetched it. `current` is what stands now; see what has changed, and send your change again with the new ETag.',
    },
    [],
    { current },
  )

/** Which conditional headers a request has. */
export type Conditions = Pick<IncomingHttpHeaders, 'if-match' | 'if-none-match'>

/**
 * Evaluates what a request that changes something demands of what stands there now (RFC 9110, 13.2.2). Throws a Problem: 428 where
 * it demands nothing, 412 with what stands now where it demands something else.
 */
export function requireMatch(headers: Conditions, current: unknown): void {
  const tag = entityTag(JSON.stringify(current))
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  if (ifMatch === undefined) throw required
  if (!matchesStrongly(ifMatch, tag)) throw changed(current)
  if (ifNoneMatch !== undefined && matchesWeakly(ifNoneMatch, tag)) throw changed(current)
}

/** Whether whoever reads has an answer with this tag already (304). Throws a Problem (412) where `If-Match` names other tags. */
export function isKnownToReader(headers: Conditions, tag: string): boolean {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers
  if (ifMatch !== undefined && !matchesStrongly(ifMatch, tag)) throw changed(undefined)
  return ifNoneMatch !== undefined && matchesWeakly(ifNoneMatch, tag)
}
