/*
 * Somebody else's save while a form was open. Three states are compared field by field: what the form was opened on, what has been
 * typed, and what stands now. Only what both have changed, to different things, is a conflict.
 */

/** A field that both have changed. `path` names it, as the form does: `name.da`. */
export interface Conflict {
  readonly path: string
  readonly mine: unknown
  readonly theirs: unknown
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether two JSON values are the same, whatever the order of their fields; what is left out and `undefined` are one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isFields(one) || !isFields(other)) return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]))
}

/** What has to be sent to make one value of another (RFC 7396): what has changed, `null` for what has been taken away. */
export function patchBetween(base: Fields, mine: Fields): Record<string, unknown> {
  const patch: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    const [before, after] = [base[name], mine[name]]
    if (isSame(before, after)) continue
    patch[name] = isFields(before) && isFields(after) ? patchBetween(before, after) : (after ?? null)
  }
  return patch
}

/** What comes of three states: the merged value, with `mine` where there is a conflict. */
export function mergeThreeWays(
  base: Fields,
  mine: Fields,
  theirs: Fields,
  above = '',
): { readonly merged: Record<string, unknown>; readonly conflicts: readonly Conflict[] } {
  const merged: Record<string, unknown> = {}
  const conflicts: Conflict[] = []
  for (const name of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [b, m, t] = [base[name], mine[name], theirs[name]]
    const path = above + name
    if (isSame(m, b) || isSame(m, t)) merged[name] = t
    else if (isSame(t, b)) merged[name] = m
    else if (isFields(m) && isFields(t)) {
      const within = mergeThreeWays(isFields(b) ? b : {}, m, t, `${path}.`)
      merged[name] = within.merged
      conflicts.push(...within.conflicts)
    } else {
      merged[name] = m
      conflicts.push({ path, mine: m, theirs: t })
    }
  }
  return { merged, conflicts }
}
