import type { Series, SeriesKey } from '../series.ts'
import { completed, quantities } from './counts.ts'
import type { Counts, Quantity } from './counts.ts'
import type { Division } from './divisions.ts'
import { saidIn, withoutWrongGuess } from './guesses.ts'

/** The figure of one cell as one state of publication has it, with the people behind it. */
export interface TableCell {
  readonly indicator: string
  readonly key: SeriesKey
  readonly series: Series
  readonly counts: Counts
  readonly value: number | null
  /** What its value rests on without saying how many; that may be guessed once others say it. */
  readonly unsaid: readonly Quantity[]
  /** Whether its counts only fit its value: they may be others. */
  readonly isGuess: boolean
  /** `open`: may be shown; `withheld`: must not be; `known`: everybody has it already. */
  readonly state: 'open' | 'suppressed' | 'known'
}

/** What the table must know of an indicator that has cells in it. */
export interface TableRule {
  readonly minimum: number
  /** The name under which a quantity adds up; the same for indicators that count the same people. */
  readonly nameOf: (quantity: Quantity) => string
  /** Whether its denominators are counted by another indicator too, and so have to be told from numerator and complement. */
  readonly tellsWhole: boolean
  readonly isTooFew: (counts: Counts) => boolean
}

/**
 * A number of people a reader would like to know: a quantity of a cell, what a division leaves of its whole for groups that
 * were not recorded (`rest`), or one of several such groups (`absent`). The last two are never shown, but can be found.
 */
export interface Unknown {
  readonly count: number
  readonly state: TableCell['state'] | 'rest' | 'absent'
  /** Within fewer people than this no one may bound it, once it is suppressed. */
  readonly minimum: number
  /** Whether it is about too few people itself. */
  readonly few: boolean
}

/** A number as the sum of others, by their places among the unknowns. */
export interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
}

/** The figures of one period and everything that is known of how they add up: whole = sum of parts. */
export interface Table {
  readonly unknowns: readonly Unknown[]
  readonly sums: readonly Sum[]
  /** The unknowns that each figure of the newest state shows, by indicator and series. */
  readonly figures: ReadonlyMap<string, readonly number[]>
  /** What the only member of a suppressed group knows. */
  readonly insiders: readonly (readonly number[])[]
}

/** A table some of whose numbers no one has said: `null`, until {@link settleAbsent} gives them values that are possible. */
export interface OpenTable extends Omit<Table, 'unknowns'> {
  readonly unknowns: readonly (Omit<Unknown, 'count'> & { count: number | null })[]
}

/** The name of an indicator's figure of one series. */
export const figureKey = (indicator: string, key: SeriesKey): string => `${indicator} ${key}`

type Draft = { count: number | null; state: Unknown['state']; minimum: number; few: boolean }

const strength = { open: 0, suppressed: 1, known: 2, rest: -1, absent: -1 } as const
/** What floating point leaves of a sum that is exact. */
const rounding = (count: number): number => 1e-6 * Math.max(1, count)
/** Whether two counts of the same people can be one number: no one said one of them, or they are equal. */
const mayBe = (one: number | null, other: number | null): boolean => one === null || other === null || one === other
/** Parts that make this much more than their whole are an error of measurement, not groups that overlap. */
const measurement = (count: number, minimum: number): number => Math.max(minimum - 1e-6, 0.02 * count)

interface Newest {
  readonly tag: string
  readonly place: number
}

/** A layer: what stands beside each other in one state of publication, and how it adds up. */
export interface Layer {
  readonly cells: readonly TableCell[]
  readonly divisions: ReadonlyMap<string, Division>
}

/** The table as it grows, state by state. A figure that is as it was before is the same unknown as there. */
class Growing {
  readonly unknowns: Draft[] = []
  readonly sums = new Map<string, Sum>()
  readonly insiders = new Map<string, readonly number[]>()
  readonly #rules: ReadonlyMap<string, TableRule>
  /** By quantity and series, what each indicator said last. */
  readonly #newest = new Map<string, Map<string, Newest>>()
  /** Figures that do not say how many people they rest on. */
  readonly #unsaid: ReadonlyMap<Quantity, number>[] = []
  /** Rests, unrecorded cells and unsaid numbers, by what they are of and then by quantity. */
  readonly #unrecorded = new Map<string, Map<string, number>>()

  readonly #isExact: boolean

  constructor(rules: ReadonlyMap<string, TableRule>, isExact: boolean) {
    this.#rules = rules
    this.#isExact = isExact
  }

  add(count: number | null, state: Unknown['state'], minimum = 0, few = false): number {
    return this.unknowns.push({ count, state, minimum, few }) - 1
  }

  put(whole: number, parts: readonly number[]): void {
    this.sums.set(`${whole}=${[...parts].sort((a, b) => a - b).join('+')}`, { whole, parts })
  }

  /** Adds what stands beside each other in one state, and answers the unknowns of its cells. */
  layer({ cells, divisions }: Layer, number: number): ReadonlyMap<string, readonly number[]> {
    const shown = new Map<string, Map<Quantity, number>>()
    const byName = new Map<string, Map<SeriesKey, number>>()
    for (const cell of cells) {
      const rule = this.#rules.get(cell.indicator)
      if (!rule) continue
      const places = new Map<Quantity, number>()
      for (const [quantity, count] of this.#quantitiesOf(cell, rule)) {
        const name = rule.nameOf(quantity)
        const place = this.#cell(name, cell, count, rule)
        places.set(quantity, place)
        if (cell.unsaid.length > 0) this.#unrecord(`${number}|${cell.key}|unsaid`, name, place)
        const there = byName.get(name) ?? new Map<SeriesKey, number>()
        // Where two indicators say different things of the same people, the difference is small or they are not the same.
        const other = there.get(cell.key)
        if (other === undefined) there.set(cell.key, place)
        else if (other !== place) this.#alike(other, place)
        byName.set(name, there)
      }
      shown.set(figureKey(cell.indicator, cell.key), places)
      const [numerator, complement, denominator] = (['numerator', 'complement', 'denominator'] as const).map((one) =>
        places.get(one),
      )
      if (rule.tellsWhole && numerator !== undefined && complement !== undefined && denominator !== undefined) {
        this.put(denominator, [numerator, complement])
      }
      if (cell.unsaid.length > 0) this.#unsaid.push(places)
      else if (cell.state === 'suppressed') this.#alone(places)
    }
    for (const [name, places] of byName) this.#divide(name, places, divisions, number)
    return new Map([...shown].map(([key, places]) => [key, [...places.values()]]))
  }

  /**
   * Rests, and numbers of figures that do not say them, that are too few to be known: by the rule of whichever indicator they
   * are left of. They are known once all layers are there.
   */
  guardRests(): void {
    for (const places of this.#unsaid) this.#alone(places)
    for (const places of this.#unrecorded.values()) {
      for (const rule of this.#rules.values()) this.#guardRest(places, rule)
    }
  }

  #guardRest(places: ReadonlyMap<string, number>, rule: TableRule): void {
    const counts = new Map<Quantity, number>()
    const own: number[] = []
    for (const quantity of quantities) {
      const place = places.get(rule.nameOf(quantity))
      const count = place === undefined ? undefined : this.unknowns[place]?.count
      if (place === undefined || count === null || count === undefined) continue
      counts.set(quantity, count)
      own.push(place)
    }
    // Of a share both parts are needed: a rest no one is in is no small group.
    if (counts.size === 0 || !rule.isTooFew(completed(counts))) return
    for (const place of own) {
      const unknown = this.unknowns[place]
      if (!unknown) continue
      unknown.minimum = Math.max(unknown.minimum, rule.minimum)
      unknown.few = true
    }
  }

  #quantitiesOf({ counts, unsaid }: TableCell, rule: TableRule): (readonly [Quantity, number | null])[] {
    if (unsaid.length > 0) {
      const own = [...counts, ...unsaid.map((quantity) => [quantity, null] as const)]
      return rule.tellsWhole && !counts.has('denominator') ? [...own, ['denominator', null]] : own
    }
    const whole = counts.get('denominator') ?? (counts.get('numerator') ?? 0) + (counts.get('complement') ?? 0)
    const isShare = counts.has('numerator') && counts.has('complement')
    const all = [...counts].filter(([quantity]) => quantity !== 'denominator' || !isShare)
    return rule.tellsWhole && isShare ? [...all, ['denominator', whole]] : all
  }

  #cell(name: string, cell: TableCell, count: number | null, rule: TableRule): number {
    const key = `${name}|${cell.key}`
    const said = this.#newest.get(key) ?? new Map<string, Newest>()
    this.#newest.set(key, said)
    const tag = JSON.stringify([...cell.counts, ...(cell.unsaid.length > 0 ? [cell.value] : [])])
    const own = said.get(cell.indicator)
    const alike = [...said]
      .filter(([indicator]) => indicator !== cell.indicator)
      .find(([, { place }]) => mayBe(count, this.unknowns[place]?.count ?? null))
    const place = own?.tag === tag ? own.place : (alike?.[1].place ?? this.add(count, cell.state))
    said.set(cell.indicator, { tag, place })
    const there = this.unknowns[place]
    if (there) {
      there.count ??= count
      if (strength[cell.state] > strength[there.state]) there.state = cell.state
      there.minimum = Math.max(there.minimum, rule.minimum)
      there.few ||= cell.state === 'suppressed' && rule.isTooFew(cell.counts)
    }
    return place
  }

  /** Numbers of the same people by two registers, which differ by no more than registers do. */
  #alike(one: number, other: number): void {
    const [a, b] = [this.unknowns[one], this.unknowns[other]]
    const minimum = Math.max(a?.minimum ?? 0, b?.minimum ?? 0)
    if (this.#isExact) return
    if (Math.abs((a?.count ?? 0) - (b?.count ?? 0)) <= measurement(a?.count ?? 0, minimum)) this.put(one, [other])
  }

  /** A group of one knows itself; where one alone is counted in it, that one knows at least as much. */
  #alone(places: ReadonlyMap<Quantity, number>): void {
    // Of whom no one has said how many they are, one may be alone.
    if ([...places.values()].some((place) => this.unknowns[place]?.count === null)) {
      const all = [...places.values()]
      this.insiders.set(all.join(), all)
      return
    }
    const counts = new Map([...places].map(([quantity, place]) => [quantity, this.unknowns[place]?.count ?? 0]))
    const pairs: readonly (readonly [Quantity, Quantity])[] = [
      ['numerator', 'complement'],
      ['respondents-in', 'respondents-out'],
    ]
    const isOne =
      counts.get('denominator') === 1 ||
      counts.get('respondents') === 1 ||
      pairs.some(([one, other]) => counts.has(other) && (counts.get(one) ?? 0) + (counts.get(other) ?? 0) === 1)
    const groups = isOne
      ? [[...places.values()]]
      : [...places].filter(([quantity]) => counts.get(quantity) === 1).map(([, place]) => [place])
    for (const group of groups) this.insiders.set(group.join(), group)
  }

  #leftOf(sum: Sum, minimum: number): number | null {
    const count = this.unknowns[sum.whole]?.count
    if (count === null || count === undefined) return null
    const left = sum.parts.reduce((rest, place) => rest - (this.unknowns[place]?.count ?? 0), count)
    const slack = this.#isExact ? 0 : measurement(count, minimum)
    if (left < -Math.max(rounding(count), slack)) return null
    return left <= rounding(count) ? 0 : left
  }

  #missingIn({ parts }: Sum): number[] {
    return parts.filter((place) => this.unknowns[place]?.count === null)
  }

  #unrecord(of: string, name: string, place: number): void {
    const there = this.#unrecorded.get(of) ?? new Map<string, number>()
    this.#unrecorded.set(of, there.set(name, place))
  }

  #divide(
    name: string,
    places: ReadonlyMap<SeriesKey, number>,
    divisions: ReadonlyMap<string, Division>,
    layer: number,
  ): void {
    const minimum = Math.max(...[...places.values()].map((place) => this.unknowns[place]?.minimum ?? 0))
    const absent = new Map<string, number>()
    const placeOf = (key: string): number => {
      const place = places.get(key) ?? absent.get(key) ?? this.add(null, 'absent')
      if (!places.has(key)) absent.set(key, place)
      return place
    }
    const sums = [...divisions].map(([of, { whole, parts }]) => ({
      of,
      sum: { whole: placeOf(whole), parts: parts.map(placeOf) },
    }))
    this.#findMissing(
      sums.map(({ sum }) => sum),
      minimum,
    )
    for (const [key, place] of absent) this.#unrecord(`${layer}|${key}`, name, place)
    for (const { of, sum } of sums) {
      const left = this.#leftOf(sum, minimum)
      if (left === null) {
        if (this.unknowns[sum.whole]?.count === null) this.put(sum.whole, sum.parts)
        continue
      }
      const missing = this.#missingIn(sum)
      if (missing.length === 0 && left === 0) {
        this.put(sum.whole, sum.parts)
        continue
      }
      const rest = this.add(left, 'rest')
      this.#unrecord(`${layer}|${of}|rest`, name, rest)
      this.put(sum.whole, [...sum.parts.filter((place) => !missing.includes(place)), rest])
      if (missing.length > 0) this.put(rest, missing)
    }
  }

  /**
   * unrecorded cells, but anybody can find from those around them: their counts. Where several sums leave different
   * numbers for one, some people are in none of the groups, and it can be no more than the least of them.
   */
  #findMissing(sums: readonly Sum[], minimum: number): void {
    for (let found = true; found;) {
      const least = new Map<number, number>()
      for (const sum of sums) {
        const [only, ...more] = this.#missingIn(sum)
        if (only === undefined || more.length > 0) continue
        const left = this.#leftOf(sum, minimum)
        if (left !== null) least.set(only, Math.min(left, least.get(only) ?? left))
      }
      for (const [place, count] of least) {
        const unknown = this.unknowns[place]
        if (unknown?.state === 'absent') unknown.state = 'rest'
        if (unknown) unknown.count = count
      }
      found = least.size > 0
    }
  }
}

/**
 * How the figures of one period add up, in the newest state of publication (the last layer) and in those before it. Numbers
 * that no one has said are left open. `isExact`: only what adds up to the last person does.
 */
export function tableOf(layers: readonly Layer[], rules: ReadonlyMap<string, TableRule>, isExact: boolean): OpenTable {
  const table = new Growing(rules, isExact)
  const said = saidIn(
    layers.flatMap(({ cells }) => cells),
    rules,
  )
  let figures: OpenTable['figures'] = new Map()
  for (const [number, { cells, divisions }] of layers.entries()) {
    figures = table.layer({ cells: cells.map((cell) => withoutWrongGuess(cell, said, rules)), divisions }, number)
  }
  table.guardRests()
  return {
    unknowns: table.unknowns,
    sums: [...table.sums.values()],
    figures,
    insiders: [...table.insiders.values()],
  }
}
