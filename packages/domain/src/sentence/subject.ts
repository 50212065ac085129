import type { Locale, Text } from '../text.ts'

/** What begins a subordinate clause in Danish; the clause ends with a comma before the verb of the main clause. */
const subordinate = /, (?:der|som|hvis|hvor|hvad|hvem|at|når|om|fordi) [^,]*$/

/**
 * The subject a sentence begins with, ready for its verb. A Danish relative clause at its end is closed with a comma:
 * “Andelen, der ofte føler sig ensomme, faldt”.
 */
export function subjectWords(subject: Text, locale: Locale): string {
  const words = subject[locale]
  return locale === 'da' && subordinate.test(words) ? `${words},` : words
}
