import { z } from 'zod'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'

/** A calendar date, `2026-02-12`. Fields that hold one are called `…On`. */
export const CalendarDate = z.iso
  .date()
  .meta({ id: 'CalendarDate', description: 'A calendar date.', examples: ['2026-02-12'] })
export type CalendarDate = z.infer<typeof CalendarDate>

/** Who produces a figure, where it can be seen, and on what terms it may be used again. */
export const Source = z
  .strictObject({
    slug: Slug,
    producer: Text,
    title: Text.describe('The publication or table'),
    table: z.string().nullable().describe('Table number at the producer, e.g. LABY08'),
    url: z.url().nullable(),
    licence: z.strictObject({ name: Text, url: z.url().nullable() }).nullable(),
  })
  .meta({ id: 'Source', description: 'Producer of a figure, with address and licence.' })
export type Source = z.infer<typeof Source>

/** How a figure reached us. `viaThirdParty` is said on the page until the figure is fetched again from its producer. */
export const Provenance = z
  .strictObject({
    slug: Slug,
    text: Text,
    viaThirdParty: z.boolean(),
    url: z.url().nullable(),
    retrievedOn: CalendarDate.nullable(),
  })
  .meta({ id: 'Provenance', description: 'How a figure reached this installation.' })
export type Provenance = z.infer<typeof Provenance>
