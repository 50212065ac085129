import Negotiator from 'negotiator'
import type { Locale } from '@pejling/domain/text'

/*
 * What a reader accepts (RFC 9110, 12.5): weights, wildcards and parameters of media types are read in this one place, for
 * every address that answers in more than one form.
 */

/**
 * The media type a reader prefers among those there are, or `null` where it accepts none of them. Types may carry parameters
 * (`text/x; version=2`): a reader that names a parameter accepts only a type that has it. Where a reader has no preference, it
 * is the first.
 */
export function preferredType<Type extends string>(accept: string | undefined, types: readonly Type[]): Type | null {
  const headers = accept === undefined ? {} : { accept }
  const [preferred] = new Negotiator({ headers }).mediaTypes([...types])
  return types.find((type) => type === preferred) ?? null
}

/** Danish or English, whichever the reader puts first; Danish where neither is asked for. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const headers = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage }
  return new Negotiator({ headers }).languages(['da', 'en'])[0] === 'en' ? 'en' : 'da'
}

/** A content coding answers are sent in. */
export type Coding = 'identity' | 'gzip' | 'br'

const smallestFirst: readonly Coding[] = ['br', 'gzip', 'identity']

/** Where a coding of a list stands among those there are, by size. */
function rankOf(part: string): number {
  const rank = smallestFirst.findIndex((coding) => part.trim().startsWith(coding))
  return rank < 0 ? smallestFirst.length : rank
}

/** A list of codings with the smallest first: of those with equal weight the first is taken. */
const sortedBySize = (list: string): string =>
  list
    .split(',')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .join(',')

const codings = new Map<string, Coding>()

/**
 * The coding to send to a reader that accepts these: the one it gives the most weight, and among equals the smallest. Readers
 * send few different lists, so each is read once.
 */
export function preferredCoding(acceptEncoding: string | undefined): Coding {
  if (acceptEncoding === undefined) return 'identity'
  const known = codings.get(acceptEncoding)
  if (known) return known
  const headers = { 'accept-encoding': sortedBySize(acceptEncoding.toLowerCase()) }
  const [preferred] = new Negotiator({ headers }).encodings([...smallestFirst])
  const coding = preferred === 'br' || preferred === 'gzip' ? preferred : 'identity'
  if (codings.size < 1000) codings.set(acceptEncoding, coding)
  return coding
}
