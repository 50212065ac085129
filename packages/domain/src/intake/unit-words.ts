import type { Unit } from '../unit/unit.ts'
import { compared } from './compared.ts'

/** What a heading, a unit line or a cell says its figures are counted in: a unit, and how many of it one figure stands for. */
export interface UnitSaid {
  /** `share` is a share of unknown scale, `money` an amount of unknown currency. */
  readonly unit: Unit | 'share' | 'other'
  readonly factor: number
  /** The words it was said in. */
  readonly words: string
}

const scales: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/(?:mia\.?|milliarder?|billions?)(?! \p{L}*personer)/u, 1e9],
  [/(?:mio\.?|millioner|million|millions)/u, 1e6],
  [/(?:(?<![\d.,])1[. ]?000|tusinde[r]?|thousands?|\bt\.?kr|\bt\.? ?kr|'000|\(000\))/u, 1000],
]

/** Rates first: `pr. 1.000 indbyggere` is no thousand of anything. */
const units: readonly (readonly [pattern: RegExp, unit: UnitSaid['unit']])[] = [
  [/(?:pr\.?|per) ?1[. ]?000\b|promille|‰|per thousand/u, 'per-thousand'],
  [/(?:pr\.?|per) ?100\b(?![. ]?000)|per hundred/u, 'per-hundred'],
  [/(?:pr\.?|per) ?\d/u, 'other'],
  [/procentpoint|pct\.?-?point|percentage points?|%-point/u, 'percentage-point'],
  [/procent|(?:^|[^\p{L}])(?:i )?pct\b\.?|%|percent/u, 'percent'],
  [/\bindeks|\bindex/u, 'index-100'],
  [/(?:^|[^\p{L}])t?\.? ?kr\b\.?|kroner|\bdkk\b|beløb|udgift(?:er)?(?:$|[^\p{L}])|amount/u, 'kroner'],
  [/^(?:andel|andele|share|proportion|rate)\b|(?:andel|share)$/u, 'share'],
  [/^(?:antal|number|numbers|count|no\. of|number of|personer|persons|people)\b|^#/u, 'count'],
  [/\bkarakter|\bgrade/u, 'mark'],
  [/\bscore|\bpoint\b/u, 'score'],
  [/^ratio\b|forholdstal/u, 'ratio'],
  [/^(?:timer|dage|km|ton|m2|kvm|minutter|uger|hours|days|kwh|kg)\b/u, 'other'],
]

/** The unit a text states; `null`: it states none. */
export function unitSaid(text: string): UnitSaid | null {
  const word = compared(text)
  const found = units.find(([pattern]) => pattern.test(word))?.[1]
  // In a rate the 1,000 is what is divided by.
  const isRate = found === 'per-thousand' || found === 'per-hundred' || found === 'other'
  const factor = isRate ? 1 : (scales.find(([pattern]) => pattern.test(word))?.[1] ?? 1)
  if (found === undefined && factor === 1) return null
  return { unit: found ?? 'count', factor, words: text.trim() }
}

const shares: ReadonlySet<UnitSaid['unit']> = new Set(['percent', 'per-hundred', 'per-thousand', 'ratio'])
const plain: Readonly<Partial<Record<Unit, readonly UnitSaid['unit'][]>>> = {
  percent: ['percent', 'per-hundred', 'share'],
  'per-hundred': ['per-hundred', 'percent', 'share'],
  'per-thousand': ['per-thousand', 'share'],
  ratio: ['ratio', 'share'],
  mark: ['mark', 'score'],
  score: ['score', 'mark'],
}
const scaleOf: Readonly<Partial<Record<UnitSaid['unit'], number>>> = {
  percent: 100,
  'per-hundred': 100,
  'per-thousand': 1000,
  ratio: 1,
}

/** Whether figures said to be in a unit are the indicator's as they stand. */
export function isUnitOf(unit: Unit, said: UnitSaid): boolean {
  return said.factor === 1 && (plain[unit] ?? [unit]).includes(said.unit)
}

/** What figures said to be in a unit have to be multiplied by to be the indicator's; `null`: nothing makes them so. */
export function factorTo(unit: Unit, said: UnitSaid): number | null {
  if (isUnitOf(unit, said)) return 1
  if ((plain[unit] ?? [unit]).includes(said.unit)) return said.factor
  const [to, from] = [scaleOf[unit], scaleOf[said.unit]]
  return to !== undefined && from !== undefined && shares.has(unit) ? (to / from) * said.factor : null
}
