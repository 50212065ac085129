import { Colour, colourProblems, Colours, ownColours } from '../profile/colours.ts'
import type { Profile } from '../profile/profile.ts'
import { Locale, type Text } from '../text.ts'
import {
  choice,
  fieldsOf,
  plain,
  problemOf,
  readAll,
  words,
  type Editor,
  type Field,
  type FieldOption,
} from './fields.ts'

/* The form of how the site presents itself. The logo is a file and has a form of its own. */

interface SiteDraft extends Readonly<Record<keyof Colours, string>> {
  readonly siteName: Text
  readonly languages: string
}

const option = (value: string, da: string, en: string): FieldOption => ({ value, name: { da, en } })

const languageChoices: readonly FieldOption[] = [
  option('da,en', 'Dansk, og også engelsk', 'Danish, and English, too'),
  option('da', 'Kun dansk', 'Danish alone'),
  option('en,da', 'Engelsk, og også dansk', 'English, and Danish, too'),
  option('en', 'Kun engelsk', 'English alone'),
]

/** A colour; left empty, it is the one the product comes with. */
const colourField = (name: keyof Colours): Field<SiteDraft> =>
  plain(
    { name, form: 'line', optional: true },
    (draft) => draft[name],
    (draft, text) =>
      text === '' || Colour.safeParse(text).success
        ? { ...draft, [name]: text }
        : problemOf(
            `“${text}” er ikke en farve. Skriv den som ${ownColours[name]}.`,
            `“${text}” is no colour. Write it as ${ownColours[name]}.`,
          ),
  )

const fields: readonly Field<SiteDraft>[] = [
  words('siteName', 'line'),
  choice('languages', languageChoices),
  colourField('accent'),
  colourField('ink'),
  colourField('paper'),
]

const draftOf = ({ name, languages, colours }: Profile): SiteDraft => ({
  siteName: name,
  languages: languages.join(','),
  ink: colours?.ink ?? '',
  paper: colours?.paper ?? '',
  accent: colours?.accent ?? '',
})

function coloursOf({ ink, paper, accent }: SiteDraft): Colours | null {
  if (ink === '' && paper === '' && accent === '') return null
  return Colours.parse({
    ink: ink || ownColours.ink,
    paper: paper || ownColours.paper,
    accent: accent || ink || ownColours.accent,
  })
}

/** The name, languages and colours of the site. Colours no one could read are refused, at their field. */
export const siteEditor: Editor<Profile> = {
  fields: (profile, locale) => fieldsOf(fields, draftOf(profile), locale),
  read: (profile, typed, locale) => {
    const read = readAll(fields, draftOf(profile), typed, locale)
    if ('fields' in read) return read
    const colours = coloursOf(read.value)
    const problems = colours === null ? [] : colourProblems(colours)
    if (problems.length > 0) {
      const shown = fieldsOf(fields, read.value, locale)
      const problemAt = (name: string) => problems.find(({ colour }) => colour === name)?.problem ?? null
      return { fields: shown.map((field) => ({ ...field, problem: problemAt(field.name) })) }
    }
    const languages = read.value.languages.split(',').map((language) => Locale.parse(language))
    return { value: { ...profile, name: read.value.siteName, languages, colours } }
  },
}
