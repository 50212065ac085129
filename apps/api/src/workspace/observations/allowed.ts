import type { Caller } from '../../workspace-http/door.ts'

/** Of the indicators that are asked for (left out: all), those a caller may read: a token may be good for some alone. */
export function allowedIndicators(
  { indicators }: Pick<Caller, 'indicators'>,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  if (indicators === null) return wanted
  return wanted === undefined ? indicators : wanted.filter((slug) => indicators.includes(slug))
}
