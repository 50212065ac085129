import { z } from 'zod'
import { Text } from '../text.ts'

/** What is found by words in the workspace; each is a resource of its API. */
export const foundKinds = [
  'indicators',
  'goals',
  'focus-areas',
  'people',
  'meetings',
  'action-plans',
  'actions',
  'ideas',
  'decisions',
  'sources',
] as const

/** Something that was found. */
export const Found = z
  .strictObject({
    kind: z.enum(foundKinds).describe('The resource it is of'),
    id: z.string().describe('What it goes by in addresses of that resource'),
    number: z.string().nullable().describe('The number of a goal; null: it has none'),
    title: Text,
  })
  .meta({
    id: 'Found',
    description: 'Something of the workspace that was found by words.',
    examples: [{ kind: 'goals', id: 'stemme', number: '1.1', title: { da: 'Flere stemmer', en: 'More people vote' } }],
  })
export type Found = z.infer<typeof Found>

/** `/search`: what was found, the best match first. */
export const SearchAnswer = z
  .strictObject({ items: z.array(Found).max(20) })
  .meta({ id: 'SearchAnswer', description: 'What was found by words, the best match first; at most 20.' })
