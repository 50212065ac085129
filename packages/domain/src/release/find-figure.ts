import { parseNumber } from '../unit/read-number.ts'

/*
 * Finds where a text that a person typed says a figure, however it is written there. What it finds is shown to a person who
 * decides; so it rather finds too much than too little.
 */

/** A figure as texts may say it. */
export interface SoughtFigure {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** Whether the value is in percent: then a share of 0.073 and "7 %" are it, too. */
  readonly isPercent: boolean
}

const words: Readonly<Record<string, number>> = {
  nul: 0,
  zero: 0,
  én: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
  syv: 7,
  seven: 7,
  otte: 8,
  eight: 8,
  ni: 9,
  nine: 9,
  ti: 10,
  ten: 10,
  elleve: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
}

const gap = String.raw`[ \u00A0\u202F]`
/** A number in digits, its thousands perhaps apart. */
const digits = String.raw`[-−]?\d+(?:[.,'’]\d+|${gap}\d{3}(?!\d))*`
const number = `(?<![\\p{L}\\d])(?:${digits}|${Object.keys(words).join('|')})(?![\\p{L}\\d])`
const inText = new RegExp(number, 'giu')
/** What stands between a part and its whole: "3 af 41", "3 ud af 41", "3 af de 41", "3 out of 41", "3/41". */
const ofWhole = new RegExp(
  `(${number})${gap}*(?:(?:ud${gap}+af|af|out${gap}+of|of|in|blandt|among)(?:${gap}+(?:de|the|all|alle|i${gap}+alt))?${gap}|/)${gap}*(${number})`,
  'giu',
)
const percentAfter = new RegExp(`^${gap}*(?:%|pct|procent|percent|per${gap}cent)`, 'iu')

/** Every number a text may mean there, with the decimals it is written with. */
function meanings(text: string): { readonly value: number; readonly decimals: number }[] {
  const word = words[text.toLowerCase()]
  if (word !== undefined) return [{ value: word, decimals: 0 }]
  const plain = text.replaceAll(/[ \u00A0\u202F'’]/g, '').replace('−', '-')
  return (['.', ','] as const).flatMap((mark) => {
    const value = parseNumber(plain, mark)
    if (value === null) return []
    const at = plain.lastIndexOf(mark)
    return [{ value, decimals: at === -1 ? 0 : plain.length - at - 1 }]
  })
}

/** Whether a number written with some decimals is another one rounded to them, up, down or to the nearest. */
function isRounded(written: number, decimals: number, value: number): boolean {
  return Math.abs(written - value) < 10 ** -decimals - 1e-12 * Math.abs(value) || written === value
}

function saysValue(text: string, after: string, { value, isPercent }: SoughtFigure): boolean {
  if (value === null) return false
  return meanings(text).some(({ value: written, decimals }) => {
    // A whole number beside a figure with decimals is it only where it is a percentage, or large.
    const isWhole = decimals === 0 && !Number.isInteger(value)
    if (isRounded(written, decimals, value))
      return !isWhole || Math.abs(value) >= 100 || (isPercent && percentAfter.test(after))
    return isPercent && decimals >= 2 && isRounded(written * 100, decimals - 2, value)
  })
}

const says = (text: string, whole: number): boolean => meanings(text).some(({ value }) => value === whole)

/**
 * Where a text says a figure: as its value, in Danish or English, to any number of decimals (`7,3`, `7.317`, `7 %`, `1.234`,
 * `1,234`), or as a part of a whole (`3 af 41`, `tre ud af 41`, `3 of 41`, `3/41`). Returns each place as it is written there.
 */
export function findFigure(text: string, figure: SoughtFigure): string[] {
  const { numerator, denominator } = figure
  const parts =
    numerator === null || denominator === null
      ? []
      : [...text.matchAll(ofWhole)].flatMap(([found, part = '', whole = '']) =>
          says(part, numerator) && says(whole, denominator) ? [found] : [],
        )
  const values = [...text.matchAll(inText)].flatMap(({ 0: found, index }) => {
    const after = text.slice(index + found.length)
    if (!saysValue(found, after, figure)) return []
    return [`${found}${percentAfter.exec(after)?.[0] ?? ''}`]
  })
  return [...new Set([...parts, ...values])]
}
