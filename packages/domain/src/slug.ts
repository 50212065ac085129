import { z } from 'zod'

/**
 * An identifier that stands in addresses and never changes: lower-case letters a–z, digits and single hyphens.
 * Danish letters are written out (æ → ae, ø → oe, å → aa).
 */
export const Slug = z
  .string()
  // Figures are kept by the names of their dimensions, and every object has a `constructor` already.
  .regex(/^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
  .meta({
    id: 'Slug',
    description: 'Lower-case letters, digits and single hyphens. Never changes.',
    examples: ['valgdeltagelse-kv'],
  })
export type Slug = z.infer<typeof Slug>

const writtenOut: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', ð: 'd', þ: 'th', ł: 'l' }

/** A slug made from words, `Hele landet` → `hele-landet`; empty where they have neither letter nor digit of the Latin script. */
export function slugFrom(words: string): string {
  return words
    .toLowerCase()
    .replace(/[æøåßðþł]/g, (letter) => writtenOut[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
}

/** A name in addresses that no one else has. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const base = slugFrom(name).slice(0, 60).replace(/-+$/, '') || 'uden-navn'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
