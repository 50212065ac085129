import { localeOfPath, withoutLanguage } from './language.ts'
import { fill, match } from './pattern.ts'
import { deskPages, formerDeskPages, languagePrefix } from './words.ts'

/** Where a page of the desk is now that had another address before, in the same language; `null`: the address is no former one. */
export function presentDeskPath(asked: string): string | null {
  const [path = ''] = asked.split('?')
  const own = withoutLanguage(path)
  for (const [pattern, place] of formerDeskPages) {
    const parts = match(pattern, own)
    if (parts !== null) return languagePrefix[localeOfPath(path)] + fill(deskPages[place], parts)
  }
  return null
}
