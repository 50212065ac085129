import { z } from 'zod'
import { Indicator } from '../indicator/indicator.ts'
import { ObservationStatus, statusesWithoutValue } from '../observation/observation.ts'
import type { Observation } from '../observation/observation.ts'
import type { Locale, Text } from '../text.ts'
import { readNumber } from '../unit/read-number.ts'
import { shareScale, Unit } from '../unit/unit.ts'

/*
 * A figure as it is typed into a cell: `71,5`, `34/120` (numerator and denominator), with its status behind it (`71,5 P`), or a
 * status alone where there is no figure (`L`). An empty cell is no figure at all.
 */

/** What a figure of an indicator may be. */
export const CellRules = z.object({ unit: Unit, limits: Indicator.shape.limits })
export type CellRules = z.infer<typeof CellRules>

/** What of an observation stands in a cell. */
export type CellFigure = Pick<Observation, 'value' | 'numerator' | 'denominator' | 'status'>

/** What a cell says: a figure, nothing (`null`), or why it cannot be read. */
export type ReadCell = { readonly figure: CellFigure | null } | { readonly problem: Text }

const decimalMark = { da: ',', en: '.' } as const

/** Writes a number with all its decimals, as one types it; never in powers of ten, and never grouped. */
export function writeNumber(value: number, locale: Locale): string {
  const plain = /e/i.test(String(value)) ? value.toFixed(12).replace(/\.?0+$/, '') : String(value)
  return plain.replace('.', decimalMark[locale])
}

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

/** Reads a number as one types it, or says why it is none. Spaces may separate thousands. */
export function readTypedNumber(text: string, locale: Locale): number | Text {
  const read = readNumber(text.replace(/[ \u00A0\u202F](?=\d{3}\b)/g, ''), decimalMark[locale])
  if (typeof read === 'number') return read
  return read === 'two' ? twoNumbers(text) : noNumber(text)
}

/** Why a value cannot be one of the indicator's; `null`: it can. */
export function beyondLimits({ limits }: Pick<CellRules, 'limits'>, value: number): Text | null {
  const { lower, upper } = limits
  if ((lower === null || value >= lower) && (upper === null || value <= upper)) return null
  const limit = (lower !== null && value < lower ? lower : upper) ?? 0
  return {
    da: `${writeNumber(value, 'da')} ligger uden for det mulige (${writeNumber(limit, 'da')}). Ret tallet, eller indikatorens grænse.`,
    en: `${writeNumber(value, 'en')} lies outside what is possible (${writeNumber(limit, 'en')}). Correct the figure, or the indicator’s limit.`,
  }
}

type ReadNumber = (Omit<CellFigure, 'status'> & { readonly value: number }) | { readonly problem: Text }

function readPlain(text: string, locale: Locale): ReadNumber {
  const value = readTypedNumber(text, locale)
  return typeof value === 'number' ? { value, numerator: null, denominator: null } : { problem: value }
}

function readShare(
  indicator: Pick<CellRules, 'unit'>,
  [above = '', below = '']: readonly string[],
  locale: Locale,
): ReadNumber {
  const [numerator, denominator] = [readTypedNumber(above, locale), readTypedNumber(below, locale)]
  if (typeof numerator !== 'number') return { problem: numerator }
  if (typeof denominator !== 'number') return { problem: denominator }
  const scale = shareScale[indicator.unit]
  if (scale === undefined) {
    return {
      problem: {
        da: 'Tæller og nævner kan kun skrives for procenter og andre andele.',
        en: 'Numerator and denominator can only be given for percentages and other shares.',
      },
    }
  }
  if (denominator <= 0) {
    return { problem: { da: 'Nævneren skal være over 0.', en: 'The denominator must be above 0.' } }
  }
  return { value: (scale * numerator) / denominator, numerator, denominator }
}

/** Reads what was typed into a cell, in the language it was typed in. */
export function readCell(indicator: CellRules, text: string, locale: Locale): ReadCell {
  const trimmed = text.trim().replace(/\s*%$/, '')
  if (trimmed === '') return { figure: null }
  const [whole, number = '', letter = ''] = /^([^A-Za-z]*?)\s*([A-Za-z]?)$/.exec(trimmed) ?? []
  const status = letter === '' ? 'A' : (ObservationStatus.safeParse(letter.toUpperCase()).data ?? null)
  const isMissing = trimmed === '..' || trimmed === '-' || trimmed === '–'
  if (isMissing) return { figure: { value: null, numerator: null, denominator: null, status: 'O' } }
  if (whole === undefined || status === null) return { problem: noNumber(trimmed) }
  if (number === '') {
    if (!statusesWithoutValue.has(status)) return { problem: noNumber(trimmed) }
    return { figure: { value: null, numerator: null, denominator: null, status } }
  }
  if (statusesWithoutValue.has(status)) {
    return {
      problem: {
        da: `${status} siger, at der intet tal er, men her står et. Skriv det ene eller det andet.`,
        en: `${status} says that there is no figure, but one is given. Write one or the other.`,
      },
    }
  }
  const parts = number.split('/')
  if (parts.length > 2) return { problem: noNumber(trimmed) }
  const read = parts.length === 2 ? readShare(indicator, parts, locale) : readPlain(number, locale)
  if ('problem' in read) return read
  const outside = beyondLimits(indicator, read.value)
  return outside ? { problem: outside } : { figure: { ...read, status } }
}
