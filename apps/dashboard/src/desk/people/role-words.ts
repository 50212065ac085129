import { Role } from '@pejling/domain/role'
import { wordsOf } from '../client/locale.ts'
import type { Option } from '../widgets/choice.tsx'

/** What the roles are called, and what each may do, in words. */
export const roleWords = wordsOf<Readonly<Record<Role, { readonly label: string; readonly about: string }>>>({
  da: {
    reader: { label: 'Læser', about: 'Ser alt på skrivebordet, også kladder, men ændrer intet.' },
    contributor: { label: 'Indberetter', about: 'Skriver tal for de indikatorer, personen er sat på.' },
    editor: { label: 'Redaktør', about: 'Skriver alle tal, mål, indikatorer og møder.' },
    publisher: { label: 'Udgiver', about: 'Må det samme som en redaktør, og udgiver.' },
    administrator: { label: 'Administrator', about: 'Må alt, også personer, API-nøgler og hjemmesiden.' },
  },
  en: {
    reader: { label: 'Reader', about: 'Sees everything at the desk, drafts too, and changes nothing.' },
    contributor: { label: 'Contributor', about: 'Writes figures of the indicators they are assigned to.' },
    editor: { label: 'Editor', about: 'Writes all figures, goals, indicators and meetings.' },
    publisher: { label: 'Publisher', about: 'May do what an editor may, and publishes.' },
    administrator: { label: 'Administrator', about: 'May do everything, also people, API keys and the site.' },
  },
})

/** The roles as they are chosen from. */
export const roleOptions: readonly Option<Role>[] = Role.options.map((value) => ({ value, ...roleWords[value] }))
