import type { ObservationStatus } from '../observation/observation.ts'
import type { Text } from '../text.ts'
import { isInPercent, notInPercent, numeralOf, readNumeral, type CellRules } from './figure-text.ts'
import type { Mapping } from './mapping.ts'
import type { ReasonCode } from './reasons.ts'
import { cellContent, sourceText, type SourceCell } from './source-table.ts'
import { meaningOf } from './status-words.ts'
import { factorTo, isUnitOf, unitSaid } from './unit-words.ts'
import { ownEntry } from '../record/own-entry.ts'

/** Why a cell cannot be taken. */
export interface Refusal {
  readonly code: ReasonCode
  readonly why: Text
}

/** What stands in a cell where a number is expected; `null`: nothing, or a mark that is passed over. */
export type ReadValue =
  | { readonly value: number | null; readonly status: ObservationStatus | null; readonly isPercent: boolean }
  | Refusal
  | { readonly skipped: string }
  | null

export const isRefusal = (read: object | null): read is Refusal => read !== null && 'why' in read

const plain = (value: number): ReadValue => ({ value, status: null, isPercent: false })

function otherUnit(text: string): Refusal {
  return {
    code: 'unit',
    why: {
      da: `“${text}” står i en anden enhed end indikatorens. Skriv tallet i indikatorens enhed.`,
      en: `“${text}” is in another unit than the indicator’s. Write the figure in the indicator’s unit.`,
    },
  }
}

function inPercent(value: number, text: string, rules: CellRules): ReadValue {
  if (isInPercent(rules)) return { value, status: null, isPercent: true }
  return { code: 'unit', why: notInPercent(text) }
}

/** A number with words its format adds: `71.5 %` as a literal, `4.2 mio.` */
function withUnit(number: number, unit: string, text: string, rules: CellRules): ReadValue {
  if (/^[%\s]+$/.test(unit)) return inPercent(number, text, rules)
  const said = unitSaid(unit)
  if (said === null) return plain(number)
  if (isUnitOf(rules.unit, said)) return plain(number)
  // The format says by how much: there is nothing to ask.
  const factor = said.unit === 'count' && rules.unit === 'kroner' ? said.factor : factorTo(rules.unit, said)
  return factor === null ? otherUnit(text) : plain(Number((number * factor).toPrecision(12)))
}

/** What of a mapping says how numbers are written. */
type NumberRules = Pick<Mapping, 'marks' | 'decimal' | 'isOwn' | 'dialect'>

/** Reads a text by what its numbers and marks are said to mean. */
function readText(text: string, { marks, decimal, isOwn, dialect }: NumberRules, rules: CellRules): ReadValue {
  const meaning = ownEntry(marks, text) ?? meaningOf(text)
  if (meaning === 'zero') return plain(0)
  if (meaning === 'skip') return { skipped: text }
  if (meaning !== null && meaning !== undefined) return { value: null, status: meaning, isPercent: false }
  const taken = numeralOf(text)
  const usual = isOwn && dialect !== null ? (dialect.delimiter === ';' ? ',' : '.') : null
  const isUsual = usual !== null && taken?.number.includes(usual) === true
  const value = taken === null ? 'none' : readNumeral(taken.number, decimal ?? (isUsual ? usual : null), rules)
  if (taken === null || value === 'none') {
    return {
      code: 'not-a-number',
      why: {
        da: `“${text}” er ikke et tal. Sig, hvad det betyder, eller ret det i filen.`,
        en: `“${text}” is no number. Say what it means, or correct it in the file.`,
      },
    }
  }
  if (value === 'two') {
    return {
      code: 'two-readings',
      why: {
        da: `“${text}” kan læses på to måder. Vælg filens decimaltegn.`,
        en: `“${text}” can be read in two ways. Choose the decimal mark of the file.`,
      },
    }
  }
  const read = taken.isPercent ? inPercent(value, text, rules) : plain(value)
  return read === null || isRefusal(read) || 'skipped' in read ? read : { ...read, status: taken.status }
}

/** Reads a cell where a number is expected, before it is held against the indicator's limits. */
export function readValue(cell: SourceCell | undefined, mapping: NumberRules, rules: CellRules): ReadValue {
  const text = sourceText(cell)
  if (text === '') return null
  if (typeof cell === 'object' && cell !== null && 'merged' in cell && /:/.test(cell.range)) {
    return {
      code: 'merged',
      why: {
        da: `Cellerne ${cell.range} er flettet, så det kan ikke ses, hvilken af dem tallet gælder.`,
        en: `The cells ${cell.range} are merged, so nobody can tell which of them the figure is of.`,
      },
    }
  }
  const content = cellContent(cell)
  if (typeof content === 'number') return plain(content)
  if (typeof content === 'object' && content !== null) {
    if ('percent' in content) return inPercent(content.percent, text, rules)
    if ('number' in content) return withUnit(content.number, content.unit, text, rules)
  }
  return readText(text, mapping, rules)
}
