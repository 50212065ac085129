import { z } from 'zod'
import { invalidRequest } from './input.ts'
import { expectedOf, parameters } from './parameters.ts'

/*
 * Lists of the workspace's API, a page at a time. A cursor says the place of the last item in the order of the list, not how many
 * came before: what is added or deleted meanwhile moves nothing that has been read, and nothing is read twice.
 */

/** The parameters of every list. */
export const pageParameters = { limit: parameters.limit.default(100), cursor: parameters.cursor.optional() }

/** The place of an item in the order of its list, compared part by part; the last part is unique. */
export type Place = readonly (string | number)[]

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** How many items the whole list has. */
  readonly total: number
  /** The place of the last item; `null`: there is no further page. */
  readonly last: Place | null
}

/** What of a list is asked for. */
export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
}

const WrittenPlace = z.array(z.union([z.string(), z.number()])).min(1)

/** A place as it stands in an address. */
export const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

/** Reads a cursor. Throws a Problem for what no page has given. */
export function readCursor(cursor: string): Place {
  const place = WrittenPlace.safeParse(parsed(cursor))
  if (place.success) return place.data
  const { da, en } = expectedOf('cursor')
  throw invalidRequest([{ pointer: '/cursor', detail: { da: `Skriv ${da}.`, en: `Write ${en}.` } }])
}

/** Orders two places. Numbers come before texts. */
export function comparePlaces(one: Place, other: Place): number {
  for (const [index, a] of one.entries()) {
    const b = other[index]
    if (b === undefined) return 1
    if (a === b) continue
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
    return a < b ? -1 : 1
  }
  return one.length - other.length
}

/** A page of a list that is in memory whole. The items may come in any order. */
export function pageOf<Item>(
  all: readonly Item[],
  placeOf: (item: Item) => Place,
  { limit, cursor }: PageRequest,
): Page<Item> {
  const after = cursor === undefined ? null : readCursor(cursor)
  const placed = all.map((item) => ({ item, place: placeOf(item) }))
  const rest = placed
    .filter(({ place }) => after === null || comparePlaces(place, after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place))
  const items = rest.slice(0, limit)
  return {
    items: items.map(({ item }) => item),
    total: all.length,
    last: rest.length > limit ? (items.at(-1)?.place ?? null) : null,
  }
}
