import type { Locale } from '../text.ts'

/*
 * Numbers in running text, in Danish and English: digits with thousands and decimals either way, and small numbers in words.
 * “En” and “one” are left out: they are articles and pronouns first.
 */

const words: Readonly<Record<Locale, readonly (readonly string[])[]>> = {
  da: [[], ['én', 'ét', 'eneste'], ['to'], ['tre'], ['fire'], ['fem'], ['seks'], ['syv'], ['otte'], ['ni'], ['ti']],
  en: [[], ['single'], ['two'], ['three'], ['four'], ['five'], ['six'], ['seven'], ['eight'], ['nine'], ['ten']],
}

/** A number as it was written: its value, and how many decimals it was rounded to. */
interface Written {
  readonly value: number
  readonly decimals: number
}

/** What digits may mean: a last group after one separator is decimals, or thousands where it has three digits. */
function readings(digits: string): Written[] {
  const plain = digits.replaceAll(/[\s ]/g, '')
  const [, whole = plain, last] = /^(.*)[.,](\d+)$/.exec(plain) ?? []
  const asWhole = { value: Number(plain.replaceAll(/[.,]/g, '')), decimals: 0 }
  if (last === undefined) return [asWhole]
  const asDecimals = { value: Number(`${whole.replaceAll(/[.,]/g, '')}.${last}`), decimals: last.length }
  return last.length === 3 ? [asWhole, asDecimals] : [asDecimals]
}

function writtenIn(text: string, locale: Locale): Written[] {
  const digits = [...text.matchAll(/\d+(?:[.,\s ]\d{3})*(?:[.,]\d+)?/g)].flatMap(([found]) => [
    ...readings(found),
    // What looks like thousands may be two numbers beside each other.
    ...found.split(/[\s ]/).flatMap(readings),
  ])
  const named = [...text.toLocaleLowerCase(locale).matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const value = words[locale].findIndex((names) => names.includes(word))
    return value < 0 ? [] : [{ value, decimals: 0 }]
  })
  return [...digits, ...named]
}

/**
 * Whether a text names one of the numbers, exactly or rounded as it is written. The period itself, where the text names it, is
 * no such number.
 */
export function tellsNumber(text: string, locale: Locale, numbers: readonly number[], period: string): boolean {
  const written = writtenIn(text.replaceAll(period, ' '), locale)
  return numbers.some((number) =>
    written.some(({ value, decimals }) => Math.abs(value - number) <= 0.5 * 10 ** -decimals + 1e-9),
  )
}
