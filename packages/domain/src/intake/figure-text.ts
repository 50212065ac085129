import { Indicator } from '../indicator/indicator.ts'
import type { ObservationStatus } from '../observation/observation.ts'
import type { Text } from '../text.ts'
import { parseNumber, decimalMarkEvidence, type DecimalMark } from '../unit/read-number.ts'
import { shareScale, Unit } from '../unit/unit.ts'
import { z } from 'zod'
import { statusOf } from './status-words.ts'

/*
 * The rules for a figure, whichever way it comes in: from a file, another producer's table's, a cell that is typed or pasted, a program.
 */

/** What a figure of an indicator may be. */
export const CellRules = z.object({
  unit: Unit,
  limits: Indicator.shape.limits,
  /** Decimals shown; a count without decimals counts whole things. Left out: not known. */
  decimals: z.int().optional(),
})
export type CellRules = z.infer<typeof CellRules>

const decimalMark = { da: ',', en: '.' } as const

/** Writes a number with all its decimals, as one types it; never in powers of ten, and never grouped. */
export function writeNumber(value: number, locale: 'da' | 'en'): string {
  const plain = /e/i.test(String(value)) ? value.toFixed(12).replace(/\.?0+$/, '') : String(value)
  return plain.replace('.', decimalMark[locale])
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

/** Why a value cannot be a count of whole things; `null`: it can, or the indicator counts none. */
export function notWhole({ unit, decimals }: CellRules, value: number): Text | null {
  if (unit !== 'count' || decimals !== 0 || Number.isInteger(value)) return null
  return {
    da: `${writeNumber(value, 'da')} er ikke et helt tal, men indikatoren tæller hele. Ret tallet, eller vis indikatoren med decimaler.`,
    en: `${writeNumber(value, 'en')} is not a whole number, but the indicator counts whole things. Correct the figure, or show the indicator with decimals.`,
  }
}

/** Why a text in percent is no figure of the indicator. */
export function notInPercent(text: string): Text {
  return {
    da: `“${text}” står i procent, men indikatoren regnes ikke i procent. Skriv tallet i indikatorens enhed.`,
    en: `“${text}” is in percent, but the indicator is not counted in percent. Write the figure in the indicator’s unit.`,
  }
}

/** Whether a figure shown in percent is one of the indicator's. */
export const isInPercent = ({ unit }: Pick<CellRules, 'unit'>): boolean => unit === 'percent' || unit === 'per-hundred'

/** The value of a share from its two parts, in the unit; or why there is none. */
export function shareOf({ unit }: Pick<CellRules, 'unit'>, numerator: number, denominator: number): number | Text {
  const scale = shareScale[unit]
  if (scale === undefined) {
    return {
      da: 'Tæller og nævner kan kun skrives for procenter og andre andele.',
      en: 'Numerator and denominator can only be given for percentages and other shares.',
    }
  }
  if (denominator <= 0) return { da: 'Nævneren skal være over 0.', en: 'The denominator must be above 0.' }
  return (scale * numerator) / denominator
}

/** A text without what separates its thousands, where that can be nothing else. */
export const joinedThousands = (text: string): string => text.replace(/(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g, '')

/** A numeral taken apart: the number as a text, whether it is in percent, and the status written behind it. */
export interface Numeral {
  readonly number: string
  readonly isPercent: boolean
  readonly status: ObservationStatus | null
}

const status = String.raw`\*|[A-Za-z]|\(?(?:foreløbige?t?|foreløbige tal|provisional|skøn|estimated)\)?|\([A-Za-z]\)`
const numeral = new RegExp(
  `^([^A-Za-z%*(]*?\\d[^A-Za-z%*(]*?(?:[eE][+-]?\\d+)?)\\s*(%|pct\\.?|procent)?\\s*(${status})?$`,
  'u',
)

/** Takes apart `71,5`, `71,5 %`, `71,5% P`, `71,5*`; `null`: it is no numeral with a status. */
export function numeralOf(text: string): Numeral | null {
  const [whole, number = '', percent, letter] = numeral.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const said = letter === undefined ? null : statusOf(letter.replace(/ tal/, ''))
  return letter !== undefined && said === null
    ? null
    : { number: number.trim(), isPercent: percent !== undefined, status: said }
}

/** Why a text is no number. */
export type NumberProblem = 'none' | 'two'

/**
 * Reads a number by the decimal mark of its file; `null`: the file does not tell it. A count of whole things can be only one of two
 * readings: `1.234` people are 1234.
 */
export function readNumeral(text: string, mark: DecimalMark | null, rules: CellRules): number | NumberProblem {
  const joined = joinedThousands(text)
  if (mark !== null) return parseNumber(joined, mark) ?? 'none'
  const told = decimalMarkEvidence(joined)
  if (told === 'none') return 'none'
  if (told !== 'two') return parseNumber(joined, told === ',' ? ',' : '.') ?? 'none'
  const [point, comma] = [parseNumber(joined, '.'), parseNumber(joined, ',')]
  if (point === null || comma === null) return 'two'
  const isPossible = (value: number): boolean =>
    rules.unit === 'count' && rules.decimals === 0 && Number.isInteger(value)
  if (isPossible(point) === isPossible(comma)) return 'two'
  return isPossible(point) ? point : comma
}
