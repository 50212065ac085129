import { statusesWithoutValue, type Observation } from '../observation/observation.ts'
import type { Locale, Text } from '../text.ts'
import { readNumber } from '../unit/read-number.ts'
import {
  beyondLimits,
  isInPercent,
  joinedThousands,
  notInPercent,
  notWhole,
  numeralOf,
  readNumeral,
  shareOf,
  writeNumber,
  type CellRules,
} from './figure-text.ts'
import { isOpenMark, meaningOf, statusOf } from './status-words.ts'

/*
 * A figure as it is typed or pasted into a cell: `71,5`, `34 / 120` (numerator and denominator), with its status behind it (`71,5 P`), or a
 * status or a mark alone where there is no figure (`L`, `..`). The words and limits are those of files; a person who types can be asked
 * at once, so what could mean two things is refused. An empty cell is no figure at all.
 */

/** What of an observation stands in a cell. */
export type CellFigure = Pick<Observation, 'value' | 'numerator' | 'denominator' | 'status'>

/** What a cell says: a figure, nothing (`null`), or why it cannot be read. */
export type ReadCell = { readonly figure: CellFigure | null } | { readonly problem: Text }

const usualMark = { da: ',', en: '.' } as const

/** Writes a figure as it is typed; the inverse of {@link readCell}. */
export function writeCell(figure: CellFigure | null, locale: Locale): string {
  if (figure === null) return ''
  const { value, numerator, denominator, status } = figure
  if (value === null) return status
  const counted = numerator !== null && denominator !== null
  const number = counted
    ? `${writeNumber(numerator, locale)}/${writeNumber(denominator, locale)}`
    : writeNumber(value, locale)
  return status === 'A' ? number : `${number} ${status}`
}

const noNumber = (text: string): Text => ({
  da: `“${text}” er ikke et tal. Skriv 71,5 eller 34/120, eller et af bogstaverne O, L, M, Q.`,
  en: `“${text}” is no number. Write 71.5 or 34/120, or one of the letters O, L, M, Q.`,
})
const twoNumbers = (text: string): Text => ({
  da: `“${text}” kan læses på to måder. Skriv tallet uden tusindtalsskilletegn.`,
  en: `“${text}” can be read in two ways. Write the number without a separator of thousands.`,
})
const openMark = (text: string): Text => ({
  da: `“${text}” kan betyde nul, og det kan betyde, at tallet mangler. Skriv 0 eller O.`,
  en: `“${text}” can mean zero, and it can mean that the figure is missing. Write 0 or O.`,
})
const eitherOr = (status: string): Text => ({
  da: `${status} siger, at der intet tal er, men her står et. Skriv det ene eller det andet.`,
  en: `${status} says that there is no figure, but one is given. Write one or the other.`,
})

/** Reads a number as one types it, or says why it is none. Spaces may separate thousands. */
export function readTypedNumber(text: string, locale: Locale): number | Text {
  const read = readNumber(joinedThousands(text), usualMark[locale])
  if (typeof read === 'number') return read
  return read === 'two' ? twoNumbers(text) : noNumber(text)
}

const without = (status: CellFigure['status']): ReadCell => ({
  figure: { value: null, numerator: null, denominator: null, status },
})

function held(rules: CellRules, figure: CellFigure & { readonly value: number }): ReadCell {
  const problem = beyondLimits(rules, figure.value) ?? notWhole(rules, figure.value)
  return problem ? { problem } : { figure }
}

/** Reads the number of a whole cell: one that counts whole things can be only one of two readings, `1.234` people are 1234. */
function readWholeNumber(rules: CellRules, text: string, locale: Locale): number | Text {
  const counted = rules.unit === 'count' && rules.decimals === 0 ? readNumeral(text, null, rules) : 'none'
  return typeof counted === 'number' ? counted : readTypedNumber(text, locale)
}

/** `34 / 120`: numerator and denominator of a share. */
function readShare(
  rules: CellRules,
  above: string,
  below: string,
  status: CellFigure['status'],
  locale: Locale,
): ReadCell {
  const [numerator, denominator] = [readTypedNumber(above, locale), readTypedNumber(below, locale)]
  if (typeof numerator !== 'number') return { problem: numerator }
  if (typeof denominator !== 'number') return { problem: denominator }
  const value = shareOf(rules, numerator, denominator)
  return typeof value === 'number' ? held(rules, { value, numerator, denominator, status }) : { problem: value }
}

/** Reads what was typed or pasted into a cell, in the language it was typed in. */
export function readCell(rules: CellRules, text: string, locale: Locale): ReadCell {
  const trimmed = text.trim()
  if (trimmed === '') return { figure: null }
  if (isOpenMark(trimmed)) return { problem: openMark(trimmed) }
  const meaning = meaningOf(trimmed)
  if (meaning === 'O' || meaning === 'L' || meaning === 'M' || meaning === 'Q') return without(meaning)
  const [, above, below, letter = ''] = /^([^/]*\d)\s*\/\s*(\d[^/A-Za-z]*?)\s*([A-Za-z]?)$/.exec(trimmed) ?? []
  const shareStatus = letter === '' ? 'A' : statusOf(letter)
  if (above !== undefined && below !== undefined && shareStatus !== null && !statusesWithoutValue.has(shareStatus)) {
    return readShare(rules, above, below, shareStatus, locale)
  }
  const taken = numeralOf(trimmed)
  if (taken === null) return { problem: noNumber(trimmed) }
  const { number, isPercent, status } = taken
  if (status !== null && statusesWithoutValue.has(status)) return { problem: eitherOr(status) }
  if (isPercent && !isInPercent(rules)) return { problem: notInPercent(trimmed) }
  const value = readWholeNumber(rules, number, locale)
  if (typeof value !== 'number') return { problem: value }
  return held(rules, { value, numerator: null, denominator: null, status: status ?? 'A' })
}
