import { lowered, type Locale, type Text } from '../text.ts'

const people: Readonly<Record<Locale, RegExp>> = {
  da: /^(?:personer|kvinder|mænd|piger|drenge|børn|unge|ældre|voksne|elever|borgere|indvandrere|efterkommere|førstegangsvælgere|alle) ?/i,
  en: /^(?:people|persons|women|men|girls|boys|children|young people|older people|adults|pupils|citizens|immigrants|descendants|first-time voters|all) ?/i,
}

/** A group of people by its age as running text has it: `30–44-årige`, `personer på 75 år og derover`; `null`: none. */
function byAge(name: string, locale: Locale): string | null {
  const range = /^(?:Aged )?(\d+)(?:[–-](\d+))?(?: år)?$/.exec(name)
  if (range && (name.startsWith('Aged ') || name.endsWith(' år'))) {
    const ages = range[2] === undefined ? range[1] : `${range[1]}–${range[2]}`
    return locale === 'da' ? `${ages}-årige` : `${ages}-year-olds`
  }
  if (locale === 'da') {
    if (/^\d+ år og (?:derover|opefter|ældre)$/.test(name)) return `personer på ${name}`
    return /^under \d+ år$/i.test(name) ? `personer ${lowered(name)}` : null
  }
  return /^(?:aged \d+ (?:and|or) (?:over|older|above)|aged under \d+|under \d+)$/i.test(name)
    ? `people ${/^under/i.test(name) ? `aged ${lowered(name)}` : lowered(name)}`
    : null
}

/** A group after the word that ties it to a figure: `blandt 30–44-årige`, `blandt kvinder`, `for “Bygge og anlæg”`. */
export function amongGroup(name: Text, locale: Locale): string {
  const words = name[locale]
  const group = byAge(words, locale) ?? (people[locale].test(words) ? lowered(words) : null)
  if (group === null) return `for “${words}”`
  return `${locale === 'da' ? 'blandt' : 'among'} ${group}`
}
