import { z } from 'zod'
import { ruleIssue } from '../issue.ts'
import { Locale, Text } from '../text.ts'
import { Colours } from './colours.ts'

/** How many bytes a logo has at most: it is on every page. */
export const mostLogoBytes = 100_000

/** A picture that stands beside the name. It says nothing the name does not say. */
export const Logo = z
  .strictObject({
    ending: z.enum(['svg', 'png']),
    base64: z.base64().max(Math.ceil(mostLogoBytes / 3) * 4),
  })
  .meta({ id: 'Logo', description: 'A logo: an SVG or PNG picture, base64.' })
export type Logo = z.infer<typeof Logo>

/** How a site presents itself: what it is called, the languages it is in, its logo and colours. */
export const Profile = z
  .strictObject({
    name: Text.describe('What the site is called'),
    languages: z
      .array(Locale)
      .min(1)
      .refine((languages) => new Set(languages).size === languages.length, {
        ...ruleIssue([], { da: 'Nævn hvert sprog én gang', en: 'Name each language once' }),
      })
      .describe('The languages the site is in; the first is what readers get who ask for another'),
    colours: Colours.nullable().describe('null: those the product comes with'),
    logo: Logo.nullable(),
  })
  .meta({ id: 'Profile', description: 'How the site presents itself.' })
export type Profile = z.infer<typeof Profile>

/** A site that has chosen nothing for itself. */
export const plainProfile: Profile = {
  name: { da: 'Pejling', en: 'Pejling' },
  languages: ['da', 'en'],
  colours: null,
  logo: null,
}

/** A text as it was written for a site: where that is in one language, what stands in it is meant for all. */
export function asMeant({ da, en }: Text, { languages }: { readonly languages: readonly Locale[] }): Text {
  if (languages.length > 1) return { da, en }
  const only = da.trim() === '' ? en : da
  return { da: only, en: only }
}

/** The language a reader gets who asks for one: that one, where the site is in it, else its first. */
export function languageFor({ languages }: { readonly languages: readonly Locale[] }, asked: Locale): Locale {
  return languages.includes(asked) ? asked : (languages[0] ?? 'da')
}
