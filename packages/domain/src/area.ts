import { z } from 'zod'
import { slugFrom } from './slug.ts'
import { Text } from './text.ts'

/** A code of Danmarks Statistik for a place: `217` Helsingør, `000` the whole country, `084` a region. Leading zeros count. */
export const AreaCode = z
  .string()
  .regex(/^[0-9A-Za-z]{1,12}$/)
  .meta({
    id: 'AreaCode',
    description: 'Code of an area; the codes of Danmarks Statistik where they exist.',
    examples: ['217'],
  })
export type AreaCode = z.infer<typeof AreaCode>

/** A place figures are about. Every area but the framework's own is a benchmark. */
export const Area = z
  .strictObject({
    code: AreaCode,
    name: Text,
    kind: z.enum(['municipality', 'municipality-group', 'region', 'country', 'district']),
    parents: z
      .array(AreaCode)
      .default([])
      .describe(
        'The areas it lies in: figures of areas of one kind add up to those of an area they lie in. None given: a district lies in the indicator’s own area, everything else in the country',
      ),
  })
  .meta({ id: 'Area', description: 'A place figures are about.' })
export type Area = z.infer<typeof Area>

/** The area's name in addresses, in every language the same: `hele-landet`; its code where the name has no letters for one. */
export function areaSlug({ code, name }: Area): string {
  return slugFrom(name.da) || code
}
