import type { Dimension } from '../dimension.ts'
import { compared, isTotalWord } from './compared.ts'

/** The same group in the words of other tables. Only where the dimension has a group of the first name. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  kvinder: ['kvinde', 'women', 'woman', 'female', 'females'],
  mænd: ['mand', 'men', 'man', 'male', 'males'],
}
/** Letters Danmarks Statistik writes for the sexes; they count only in a column that is said to be about sex. */
const letters: Readonly<Record<string, readonly string[]>> = { kvinder: ['k'], mænd: ['m'] }

/** An age in one way of writing, so that `18-29-årige`, `18–29 år` and `aged 18 to 29` are the same; `null`: it is no age. */
function ageOf(word: string): string | null {
  const text = word
    .replace(/^(?:aged|age|alder|alderen) /, '')
    .replace(/ ?(?:-årige|årige|years old|years|year|år\.?|yrs)(?= |$)/g, '')
    .replace(/ (?:til|to|-) /, '-')
    .trim()
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return `${Number(from)}-${Number(to)}`
  const [, least] = /^(\d{1,3}) ?(?:\+|(?:og|eller|and|or) (?:derover|over|ældre|mere|older|above))$/.exec(text) ?? []
  return least === undefined ? null : `${Number(least)}+`
}

/**
 * Reads the names of a dimension's groups. `null`: everybody together (`i alt`, `Alder i alt`); `undefined`: there is no such group.
 * `isSaid`: the text stands where a group of this dimension is expected.
 */
export function categoryReader({
  slug,
  name,
  categories,
}: Dimension): (text: string, isSaid: boolean) => string | null | undefined {
  const groups = new Map<string, string>()
  const said = new Map<string, string>()
  const ages = new Map<string, string | null>()
  for (const one of categories) {
    for (const word of [one.slug, one.name.da, one.name.en].map(compared)) groups.set(word, one.slug)
    for (const word of otherNames[compared(one.name.da)] ?? []) if (!groups.has(word)) groups.set(word, one.slug)
    for (const word of letters[compared(one.name.da)] ?? []) said.set(word, one.slug)
    if (one.code !== null) said.set(compared(one.code), one.slug)
    for (const word of [one.slug, one.name.da]) {
      const age = ageOf(compared(word))
      // Two groups of the same ages are told apart by their names alone.
      if (age !== null) ages.set(age, ages.has(age) && ages.get(age) !== one.slug ? null : one.slug)
    }
  }
  const dimensionWords = new Set([slug, name.da, name.en].map(compared))
  const groupOf = (word: string, isSaid: boolean): string | undefined =>
    groups.get(word) ?? (isSaid ? said.get(word) : undefined) ?? ages.get(ageOf(word) ?? '') ?? undefined
  return (text, isSaid) => {
    const word = compared(text)
    const found = groupOf(word, isSaid)
    if (found !== undefined) return found
    if (isTotalWord(word) || /^(?:tot(?:al)?|_t)$/.test(word)) return null
    const [, before] = /^(.+?),? (?:i alt|total|totalt|samlet)$/.exec(word) ?? []
    const [, after] = /^(?:i alt|total|totalt|samlet),? (.+)$/.exec(word) ?? []
    const rest = before ?? after
    if (rest === undefined) return undefined
    if (
      dimensionWords.has(rest.replace(/^tot /, '')) ||
      /^(?:personer|borgere|indbyggere|befolkningen|alle)$/.test(rest)
    )
      return null
    return groupOf(rest, isSaid)
  }
}
