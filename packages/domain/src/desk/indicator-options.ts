import { Direction } from '../indicator/indicator.ts'
import { PeriodKind } from '../period/period.ts'
import { Unit } from '../unit/unit.ts'
import type { FieldOption } from './fields.ts'

/* What may be chosen of an indicator, by the names people know it by. */

/** One of what may be chosen, with its names. */
export const option = (value: string, da: string, en: string): FieldOption => ({ value, name: { da, en } })

/** What an indicator measures. */
export const kinds: readonly FieldOption[] = [
  option('outcome', 'Virkning: hvordan det går borgerne', 'Outcome: how citizens fare'),
  option('output', 'Indsats: hvad kommunen gør', 'Output: what the municipality does'),
  option('context', 'Baggrund: vurderes aldrig', 'Context: never judged'),
]
const directionNames: Readonly<Record<Direction, readonly [da: string, en: string]>> = {
  increase: ['Mere er bedre', 'More is better'],
  decrease: ['Mindre er bedre', 'Less is better'],
  maintain: ['Skal blive inden for et bånd', 'Shall stay within a band'],
  towards: ['Jo nærmere en værdi, jo bedre', 'The closer to a value, the better'],
  context: ['Ingen: kun til baggrund', 'None: for background only'],
}
/** What is better. */
export const directions = Direction.options.map((one) => option(one, ...directionNames[one]))
const unitNames: Readonly<Record<Unit, readonly [da: string, en: string]>> = {
  percent: ['Procent', 'Percent'],
  'percentage-point': ['Procentpoint', 'Percentage points'],
  count: ['Antal', 'Count'],
  'per-hundred': ['Pr. 100', 'Per 100'],
  'per-thousand': ['Pr. 1.000', 'Per 1,000'],
  'index-100': ['Indeks, 100 er lighed', 'Index, 100 is parity'],
  ratio: ['Forhold, 1 er lighed', 'Ratio, 1 is parity'],
  score: ['Gennemsnit på en skala', 'Mean on a scale'],
  mark: ['Karakter', 'Mark'],
  kroner: ['Kroner', 'Kroner'],
}
/** What figures are in. */
export const units = Unit.options.map((one) => option(one, ...unitNames[one]))
const periodNames: Readonly<Record<PeriodKind, readonly [da: string, en: string]>> = {
  year: ['År', 'Year'],
  'school-year': ['Skoleår', 'School year'],
  quarter: ['Kvartal', 'Quarter'],
  'municipal-election': ['Kommunalvalg', 'Municipal election'],
  'general-election': ['Folketingsvalg', 'General election'],
  'european-election': ['Europa-Parlamentsvalg', 'European election'],
  'regional-election': ['Regionsrådsvalg', 'Regional election'],
  'school-board-election': ['Skolebestyrelsesvalg', 'School board election'],
  'survey-wave': ['Undersøgelse', 'Survey'],
}
/** What figures are of. */
export const periodKinds = PeriodKind.options.map((one) => option(one, ...periodNames[one]))
