/** A path into a JSON document as a JSON pointer (RFC 6901): `/categories/0/name`, with `~` and `/` escaped; the whole is ``. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
