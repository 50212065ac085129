import { useLocation, useRouter } from '@tanstack/react-router'
import type { z } from 'zod'

/* The part of an address behind the question mark: filters, tabs and order of a view, so that each view has an address of its own. */

/** Reads the part behind the question mark: every value is a text. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  const given = new URLSearchParams(text)
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name)
    read[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return read
}

/** Writes the part behind the question mark, with the mark; what is empty is left out. */
export function writeSearch(values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one !== '') search.append(name, one)
    }
  }
  return search.size === 0 ? '' : `?${search}`
}

/**
 * What the address says of a view, and how to change part of it. `schema` reads it, with defaults by `.catch`; what is changed to
 * `undefined` or an empty text leaves the address. A filter replaces the entry in the history; `isStep` adds one.
 */
export function useSearchState<Schema extends z.ZodType>(
  schema: Schema,
): readonly [
  value: z.output<Schema>,
  change: (part: Readonly<Record<string, string | readonly string[] | undefined>>, isStep?: boolean) => void,
] {
  const { history } = useRouter()
  const { searchStr } = useLocation()
  const value = schema.parse(parseSearch(searchStr))
  const change = (part: Readonly<Record<string, string | readonly string[] | undefined>>, isStep = false): void => {
    const { pathname, search } = history.location
    const next = `${pathname}${writeSearch({ ...parseSearch(search), ...part })}`
    if (isStep) history.push(next)
    else history.replace(next)
  }
  return [value, change]
}
