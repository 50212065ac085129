import type { Division } from '../cube/cube.ts'
import { seriesKey } from '../series/series.ts'
import type { Series, SeriesKey } from '../series/series.ts'
import type { Counts } from './counts.ts'

/** A cell of one area and period, with the people behind its figure. */
export interface TableCell {
  readonly series: Series
  readonly counts: Counts
  /** `open`: may be shown; `withheld`: must not be; `known`: everybody has it already. */
  readonly state: 'open' | 'withheld' | 'known'
}

/**
 * A number of people a reader would like to know: a cell, what a division leaves of its whole for groups that were not
 * recorded (`rest`), or one of several such groups (`absent`). The last two are never shown, but can be reckoned.
 */
export interface Unknown {
  /** How many; `null`: nobody has said. */
  readonly counts: Counts | null
  readonly state: TableCell['state'] | 'rest' | 'absent'
}

/** A cell as the sum of others, by their places among the unknowns. */
interface Sum {
  readonly whole: number
  readonly parts: readonly number[]
}

/** The figures of one area and period and everything that is known of how they add up: whole = sum of parts. */
export interface Table {
  readonly unknowns: readonly Unknown[]
  readonly sums: readonly Sum[]
  /** For each unknown the sums it is a member of. */
  readonly sumsOf: ReadonlyMap<number, readonly number[]>
  /** Where among the unknowns the cells of the newest release stand. */
  readonly places: ReadonlyMap<SeriesKey, number>
}

const subtract = (a: Counts, b: Counts): Counts => a.map((count, index) => count - (b[index] ?? 0))
/** What rounding may leave of a sum that is exact. */
const slackOf = (counts: Counts): number => 1e-6 * Math.max(1, ...counts)

const strength = { open: 0, withheld: 1, known: 2 } as const

const same = (a: Counts, b: Counts): boolean => a.every((count, index) => count === b[index])

/** The table as it grows. A cell that is as the release before had it is the same unknown as there. */
class Growing {
  readonly unknowns: { counts: Counts | null; state: Unknown['state'] }[] = []
  readonly sums: Sum[] = []
  readonly #newest = new Map<SeriesKey, { readonly counts: Counts; readonly place: number }>()

  add(counts: Counts | null, state: Unknown['state']): number {
    return this.unknowns.push({ counts, state }) - 1
  }

  cell(key: SeriesKey, { counts, state }: TableCell): number {
    const newest = this.#newest.get(key)
    const place = newest && same(newest.counts, counts) ? newest.place : this.add(counts, state)
    this.#newest.set(key, { counts, place })
    const there = this.unknowns[place]
    if (there && there.state in strength) {
      const before = there.state === 'known' || there.state === 'withheld' ? there.state : 'open'
      if (strength[state] > strength[before]) there.state = state
    }
    return place
  }
}

/**
 * What is left of a whole by its recorded parts. `null`: the whole is not recorded, or its parts overlap, so that they make
 * more than it and say nothing of each other.
 */
function leftOf({ unknowns }: Growing, { whole, parts }: Sum): Counts | null {
  const counts = unknowns[whole]?.counts
  if (!counts) return null
  const left = parts.reduce<Counts>((rest, place) => subtract(rest, unknowns[place]?.counts ?? []), counts)
  const slack = slackOf(counts)
  if (left.some((count) => count < -slack)) return null
  return left.map((count) => (count <= slack ? 0 : count))
}

const missingIn = ({ unknowns }: Growing, { parts }: Sum): number[] =>
  parts.filter((place) => unknowns[place]?.counts === null)

/**
 * Cells that nobody recorded, but anybody can reckon from those around them: their counts. Where several sums leave different
 * numbers for one, somebody is in none of the groups, and it can be no more than the least of them.
 */
function reckonMissing(table: Growing, sums: readonly Sum[]): void {
  for (let found = true; found;) {
    const reckoned = new Map<number, Counts>()
    for (const sum of sums) {
      const [only, ...more] = missingIn(table, sum)
      const left = leftOf(table, sum)
      if (only === undefined || more.length > 0 || !left) continue
      const least = reckoned.get(only) ?? left
      reckoned.set(
        only,
        left.map((count, index) => Math.min(count, least[index] ?? count)),
      )
    }
    for (const [place, counts] of reckoned) table.unknowns[place] = { counts, state: 'rest' }
    found = reckoned.size > 0
  }
}

/** Adds what one release tells, and answers where its cells stand. */
function addRelease(table: Growing, cells: readonly TableCell[], divisions: readonly Division[]): Table['places'] {
  const places = new Map(cells.map((cell) => [seriesKey(cell.series), table.cell(seriesKey(cell.series), cell)]))
  const absent = new Map<SeriesKey, number>()
  const placeOf = (series: Series): number => {
    const key = seriesKey(series)
    const place = places.get(key) ?? absent.get(key) ?? table.add(null, 'absent')
    if (!places.has(key)) absent.set(key, place)
    return place
  }
  const sums = divisions.map(({ whole, parts }): Sum => ({ whole: placeOf(whole), parts: parts.map(placeOf) }))
  reckonMissing(table, sums)
  for (const sum of sums) {
    const left = leftOf(table, sum)
    if (!left) {
      if (table.unknowns[sum.whole]?.counts === null) table.sums.push(sum)
      continue
    }
    const missing = missingIn(table, sum)
    if (missing.length === 0 && left.every((count) => count === 0)) {
      table.sums.push(sum)
      continue
    }
    const rest = table.add(left, 'rest')
    table.sums.push({ whole: sum.whole, parts: [...sum.parts.filter((place) => !missing.includes(place)), rest] })
    if (missing.length > 0) table.sums.push({ whole: rest, parts: missing })
  }
  return places
}

/**
 * Reckons how the cells of one area and period add up by their divisions, in the newest release (the last) and in those
 * before it.
 */
export function tableOf(
  releases: readonly (readonly TableCell[])[],
  divide: (cells: readonly TableCell[]) => readonly Division[],
): Table {
  const table = new Growing()
  let places: Table['places'] = new Map()
  for (const cells of releases) places = addRelease(table, cells, divide(cells))
  const sumsOf = new Map<number, number[]>()
  for (const [row, { whole, parts }] of table.sums.entries()) {
    for (const index of [whole, ...parts]) sumsOf.set(index, [...(sumsOf.get(index) ?? []), row])
  }
  return { unknowns: table.unknowns, sums: table.sums, sumsOf, places }
}
