/* Addresses with parts that are filled in, `/goals/:number`: written and read by the same pattern. */

type NamesIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

/** The parts a pattern has to be filled with, by name. */
export type PartsOf<Pattern extends string> = { readonly [Name in NamesIn<Pattern>]: string | number }

/** Arguments for a pattern: none where it has nothing to fill in. */
export type Filling<Pattern extends string> = [NamesIn<Pattern>] extends [never] ? [] : [parts: PartsOf<Pattern>]

/** Parts that were read from an address, or that one is written with. */
export type Parts = Readonly<Record<string, string | number>>

/** A pattern with its parts filled in; each is encoded, so that it stays one part. */
export function fill(pattern: string, parts: Parts = {}): string {
  return pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(parts[name] ?? '').toWellFormed()),
  )
}

/** A part of an address as it was before it was encoded; what is no encoding stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const compiled = new Map<string, RegExp>()

function expressionOf(pattern: string): RegExp {
  const known = compiled.get(pattern)
  if (known) return known
  const source = pattern.replaceAll('.', String.raw`\.`).replace(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)')
  const expression = new RegExp(`^${source}/?$`)
  compiled.set(pattern, expression)
  return expression
}

/** What a path has at the names of a pattern; `null`: the path is another. A slash at the end makes no difference. */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const found = expressionOf(pattern).exec(path)
  if (!found) return null
  return Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, part]) => [name, decoded(part)]))
}

/** The first pattern of a table that a path is of, with what the path has at its names. */
export function matchOne<Place extends string>(
  patterns: Readonly<Record<Place, string>>,
  path: string,
): { readonly place: Place; readonly parts: Readonly<Record<string, string>> } | null {
  for (const place in patterns) {
    const parts = match(patterns[place], path)
    if (parts !== null) return { place, parts }
  }
  return null
}
