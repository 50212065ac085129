import { z } from 'zod'

/** What a person may do: each role may also do what the ones before it may. */
export const Role = z
  .enum(['reader', 'contributor', 'editor', 'publisher', 'administrator'])
  .meta({ id: 'Role', description: 'What a person may do; each role may also do what the ones before it may.' })
export type Role = z.infer<typeof Role>
