import type { Source } from './source.ts'

/** The licence figures may be used on: one is said only where all their sources have it, with its address; `null` otherwise. */
export function sharedLicence(sources: readonly Pick<Source, 'licence'>[]): string | null {
  const [first, ...others] = new Set(sources.map(({ licence }) => licence?.url ?? null))
  return others.length === 0 ? (first ?? null) : null
}
