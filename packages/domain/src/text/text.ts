import { z } from 'zod'

/** The languages every public text exists in. Danish comes first. */
export const Locale = z.enum(['da', 'en'])
export type Locale = z.infer<typeof Locale>
export const locales = Locale.options

/** A text in Danish and English. Both are required: English is complete, not optional. */
export const Text = z
  .strictObject({
    da: z.string().trim().min(1).describe('Danish'),
    en: z.string().trim().min(1).describe('English'),
  })
  .meta({ id: 'Text', description: 'A text in Danish and English.' })
export type Text = z.infer<typeof Text>
