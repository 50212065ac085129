import type { Locale } from '@pejling/domain/text'
import { fill, matchOne, type Filling, type Parts } from './pattern.ts'
import { deskPages, deskParameters, languagePrefix } from './words.ts'

/** A page or form of the desk, by what it is for. */
export type DeskPlace = keyof typeof deskPages

/** Its pattern, as a router reads it. */
export type DeskPattern = (typeof deskPages)[DeskPlace]

/** The address of a page of the desk in a language, with what its name leaves open. */
export function deskPath<Place extends DeskPlace>(
  locale: Locale,
  place: Place,
  ...[parts]: Filling<(typeof deskPages)[Place]>
): string {
  return languagePrefix[locale] + fill(deskPages[place], parts)
}

/** The pattern of a place as the router of the desk reads it, below its language: `/admin/tal/$slug`. */
export const deskRoutePath = (place: DeskPlace): string => deskPages[place].replaceAll(':', '$')

/** Parameters of the desk behind an address, with the question mark; nothing where all of them are empty. */
export function deskQuery(
  parameters: readonly (readonly [name: keyof typeof deskParameters, value: string])[],
): string {
  const given = parameters.filter(([, value]) => value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [deskParameters[name], value]))
  return query.size === 0 ? '' : `?${query}`
}

/** Whether a path, without its language, is the desk or below it. */
export const isBelowDesk = (path: string): boolean => path === deskPages.home || path.startsWith(`${deskPages.home}/`)

/** The page of the desk at a path without its language; `null`: there is none. */
export const deskPlaceAt = (path: string): { readonly place: DeskPlace; readonly parts: Parts } | null =>
  matchOne<DeskPlace>(deskPages, path)
