import { countSamePeople } from '../disclosure/earlier.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { hasValue } from '../observation/observation.ts'
import type { SeriesObservations } from '../series-observations.ts'
import type { ValidationFinding } from './validation-finding.ts'

/** How many equal numbers are no coincidence. */
const fewestAlike = 3
/** Smaller numbers are alike by chance. */
const smallest = 10

/** How many different hashes there are: together with the number of a period they fit into a whole number of 53 bits. */
const hashes = 2 ** 40

/** A hash of 40 bits (FNV-1a, twice with different primes): enough that three numbers never agree by chance. */
function hashOf(text: string): number {
  let [one, two] = [2_166_136_261, 84_696_351]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 16_777_619)
    two = Math.imul(two ^ code, 2_246_822_519)
  }
  return (one >>> 0) * 256 + (two >>> 24)
}

/** What is kept of an indicator: 8 bytes for each number of people it is about, in ascending order. */
interface Counted {
  readonly indicator: Indicator
  readonly numbers: Float64Array
}

/** How many numbers two indicators have in common, and the last of them. */
function inCommon(one: Float64Array, other: Float64Array): { readonly count: number; readonly last: number } {
  let [count, last, at, to] = [0, 0, 0, 0]
  while (at < one.length && to < other.length) {
    const [a, b] = [one[at] ?? 0, other[to] ?? 0]
    if (a === b) [count, last] = [count + 1, a]
    if (a <= b) at += 1
    if (b <= a) to += 1
  }
  return { count, last }
}

/**
 * Which indicators have numbers of people in common, kept as indicators change: only the figures of the one that changed are
 * needed. Of those the rule on few people is applied to.
 */
export class PeopleIndex {
  readonly #counted = new Map<string, Counted>()
  /** By indicator, those that seem to count the same people, with a period in which they do. */
  readonly #alike = new Map<string, Map<string, string>>()
  readonly #periods: string[] = []
  readonly #numberOf = new Map<string, number>()

  /** Takes in an indicator with its figures, in place of what was known of it. */
  put(indicator: Indicator, series: readonly SeriesObservations[]): void {
    const { slug, disclosure } = indicator
    this.remove(slug)
    if (disclosure.exempt !== null) return
    const numbers = this.#numbersOf(indicator, series)
    const own = new Map<string, string>()
    for (const [other, counted] of this.#counted) {
      if (countSamePeople(indicator, counted.indicator)) continue
      const { count, last } = inCommon(numbers, counted.numbers)
      if (count < fewestAlike) continue
      const period = this.#periods[Math.floor(last / hashes)] ?? ''
      own.set(other, period)
      this.#alike.get(other)?.set(slug, period)
    }
    this.#counted.set(slug, { indicator, numbers })
    this.#alike.set(slug, own)
  }

  /** Forgets an indicator, if it is known. */
  remove(slug: string): void {
    this.#counted.delete(slug)
    for (const other of this.#alike.get(slug)?.keys() ?? []) this.#alike.get(other)?.delete(slug)
    this.#alike.delete(slug)
  }

  /** Indicators that look as if they count the same people, though they do not say so: they would be protected apart. */
  unlinkedWarnings(slug: string): readonly ValidationFinding[] {
    const { area = '' } = this.#counted.get(slug)?.indicator ?? {}
    return [...(this.#alike.get(slug) ?? [])]
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([other, period]) => ({
        kind: 'unlinked-people',
        series: area,
        period,
        text: {
          da: `Tæller tilsyneladende de samme personer som indikatoren ${other}. Giv dem samme navn under disclosure.populations i begge indikatorer, så de beskyttes sammen.`,
          en: `Seems to count the same people as the indicator ${other}. Give them the same name under disclosure.populations in both indicators, so that they are protected together.`,
        },
      }))
  }

  /** The numbers of people an indicator is about, each with its series and period, as one number. */
  #numbersOf({ unit }: Indicator, series: readonly SeriesObservations[]): Float64Array {
    const numbers = new Set<number>()
    for (const { key, observations } of series) {
      for (const { period, value, numerator, denominator } of observations.filter(hasValue)) {
        for (const count of unit === 'count' ? [value] : [numerator, denominator]) {
          if (count !== null && count >= smallest) {
            numbers.add(this.#periodNumber(period) * hashes + hashOf(`${key}|${count}`))
          }
        }
      }
    }
    return Float64Array.from(numbers).sort()
  }

  #periodNumber(period: string): number {
    const known = this.#numberOf.get(period)
    if (known !== undefined) return known
    const number = this.#periods.push(period) - 1
    this.#numberOf.set(period, number)
    return number
  }
}
