import { z } from 'zod'

/**
 * An identifier that stands in addresses and never changes: lower-case letters a–z, digits and single hyphens.
 * Danish letters are written out (æ → ae, ø → oe, å → aa).
 */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)
  .meta({
    id: 'Slug',
    description: 'Lower-case letters, digits and single hyphens. Never changes.',
    examples: ['valgdeltagelse-kv'],
  })
export type Slug = z.infer<typeof Slug>
