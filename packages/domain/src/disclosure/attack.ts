import { Simplex } from './simplex.ts'
import type { Move } from './simplex.ts'
import type { Table } from './table.ts'

/** Tables of whole people that agree with all that is shown: one or two, between which a number is far enough from itself. */
export type Proof = readonly number[]

/**
 * What a reader can find out of the numbers that are suppressed, from everything that is shown and how it adds up. Nothing is
 * believed of a suppressed number but what whole tables prove: people in the cells that agree with all that is shown. So neither
 * linear nor integer programs can bound it more closely than is said here.
 */
export class Attack {
  readonly #simplexes: readonly { readonly simplex: Simplex; readonly places: readonly number[] }[]
  /** In which of the simplexes an unknown stands, and where. */
  readonly #at: ReadonlyMap<number, { readonly part: number; readonly index: number }>
  readonly #counts: readonly number[]
  readonly #hidden: Uint8Array
  readonly #free: readonly Float64Array[]
  readonly #moves: Move[] = []
  /** The tables in which each unknown differs from the truth. */
  readonly #touching: number[][]
  /** How many numbers that are shown each table would change: one that changes any is impossible. */
  readonly #impossible: number[] = []

  /** `hidden`: the places of the unknowns that are not shown. */
  constructor(table: Table, hidden: ReadonlySet<number>) {
    const parts = partsOf(table)
    this.#counts = table.unknowns.map(({ count }) => count)
    this.#at = new Map(
      parts.flatMap(({ places }, part) => places.map((place, index) => [place, { part, index }] as const)),
    )
    this.#simplexes = parts.map(({ places, rows }) => {
      const truth = places.map((place) => table.unknowns[place]?.count ?? 0)
      const indexOf = (place: number): number => this.#at.get(place)?.index ?? -1
      return {
        places,
        simplex: new Simplex({
          truth,
          rows: rows.map((row) => {
            const { whole, parts: members } = table.sums[row] ?? { whole: -1, parts: [] }
            return [
              { index: indexOf(whole), by: -1 as const },
              ...members.map((member) => ({ index: indexOf(member), by: 1 as const })),
            ].filter(({ index }) => index >= 0)
          }),
        }),
      }
    })
    this.#hidden = new Uint8Array(table.unknowns.length)
    this.#free = parts.map(({ places }) => new Float64Array(places.length))
    this.#touching = table.unknowns.map(() => [])
    for (const place of hidden) this.set(place, true)
  }

  isHidden(place: number): boolean {
    return this.#hidden[place] === 1
  }

  /** Hides a number, or shows it again. */
  set(place: number, isHidden: boolean): void {
    if (this.isHidden(place) === isHidden) return
    this.#hidden[place] = isHidden ? 1 : 0
    this.#setFree(place, isHidden)
    for (const move of this.#touching[place] ?? []) {
      this.#impossible[move] = (this.#impossible[move] ?? 0) + (isHidden ? -1 : 1)
    }
  }

  /** Whether the tables of a proof still agree with all that is shown. */
  holds(proof: Proof): boolean {
    return proof.every((move) => this.#impossible[move] === 0)
  }

  /** Whether a proof changes one of these numbers, so that it is none to whoever knows them. */
  touches(proof: Proof, places: readonly number[]): boolean {
    return proof.some((move) => places.some((place) => this.#moves[move]?.has(place)))
  }

  /**
   * Proves that a reader who also knows some of the suppressed numbers (`knows`) cannot bound the target within fewer than
   * `enough` people. Returns the proof with the width it proves, at most `enough`; what is less than that is all there is.
   */
  prove(target: number, enough: number, knows: readonly number[]): { readonly proof: Proof; readonly width: number } {
    const known = this.#known(target, knows)
    const found = this.#among(target, enough, known)
    if (found.width >= enough) return found
    for (const place of knows) this.#setFree(place, false)
    this.#push(target, 1, enough + Math.min(0, known.low))
    let next = this.#among(target, enough, this.#known(target, knows))
    if (next.width < enough) {
      this.#push(target, -1, enough)
      next = this.#among(target, enough, this.#known(target, knows))
    }
    for (const place of knows) this.#setFree(place, this.isHidden(place))
    return next
  }

  /**
   * What would have to be hidden as well, so that the target could differ by `enough` for a reader who knows some of the
   * suppressed numbers: those of the open numbers that the nearest such table changes, preferring numbers of low rank.
   */
  wanting(
    target: number,
    enough: number,
    knows: readonly number[],
    open: ReadonlyMap<number, number>,
  ): readonly number[] {
    const at = this.#at.get(target)
    const part = at && this.#simplexes[at.part]
    const free = at && this.#free[at.part]
    if (!part || !free) return []
    const may = free.slice()
    for (const [index, place] of part.places.entries()) {
      const rank = open.get(place)
      if (may[index] === 0 && rank !== undefined) may[index] = 2 + rank
      if (knows.includes(place)) may[index] = 0
    }
    const move = part.simplex.push(at.index, 1, enough, may)
    return [...(move ?? new Map<number, number>()).keys()].flatMap((index) =>
      free[index] === 0 ? (part.places[index] ?? []) : [],
    )
  }

  /** How far a number of people moves in a table in which not everything is whole people. */
  #whole(place: number, by: number): number {
    return Number.isInteger(this.#counts[place]) ? Math.trunc(by + Math.sign(by) * 1e-7) : by
  }

  #setFree(place: number, isFree: boolean): void {
    const at = this.#at.get(place)
    const free = at && this.#free[at.part]
    if (free) free[at.index] = isFree ? 1 : 0
  }

  /** How far the tables found so far go down and up. */
  #known(target: number, knows: readonly number[]) {
    let [low, high, lowest, highest] = [0, 0, -1, -1]
    for (const move of this.#touching[target] ?? []) {
      if (this.#impossible[move] !== 0) continue
      const by = this.#whole(target, this.#moves[move]?.get(target) ?? 0)
      // Whether it is of use is asked first: looking up what is known takes longer.
      if ((by >= low && by <= high) || this.touches([move], knows)) continue
      if (by < low) [low, lowest] = [by, move]
      if (by > high) [high, highest] = [by, move]
    }
    return { low, high, lowest, highest }
  }

  #among(
    target: number,
    enough: number,
    { low, high, lowest, highest }: { low: number; high: number; lowest: number; highest: number },
  ) {
    const least = enough - 1e-6
    const single = high >= least ? [highest] : -low >= least ? [lowest] : null
    const proof = single ?? [lowest, highest].filter((move) => move >= 0)
    return { proof, width: high - low >= least ? enough : high - low, target }
  }

  #push(target: number, direction: 1 | -1, enough: number): void {
    const at = this.#at.get(target)
    const part = at && this.#simplexes[at.part]
    const free = at && this.#free[at.part]
    if (!part || !free) return
    const move = part.simplex.push(at.index, direction, enough, free)
    if (!move) return
    const moved = new Map([...move].map(([index, by]) => [part.places[index] ?? -1, by]))
    const number = this.#moves.push(moved) - 1
    this.#impossible[number] = 0
    for (const place of moved.keys()) this.#touching[place]?.push(number)
  }
}

/** What hangs together by the sums, whatever of it is hidden. What everybody knows holds nothing together. */
function partsOf({ unknowns, sums }: Table): { readonly places: number[]; readonly rows: number[] }[] {
  const group = unknowns.map((_, place) => place)
  const rootOf = (place: number): number => {
    let at = place
    while (group[at] !== at) at = group[at] = group[group[at] ?? at] ?? at
    return at
  }
  const unsaid = ({ whole, parts }: Table['sums'][number]): number[] =>
    [whole, ...parts].filter((place) => unknowns[place]?.state !== 'known')
  for (const sum of sums) {
    const [first, ...others] = unsaid(sum)
    if (first !== undefined) for (const other of others) group[rootOf(other)] = rootOf(first)
  }
  const parts = new Map<number, { places: number[]; rows: number[] }>()
  for (const [place, { state }] of unknowns.entries()) {
    if (state === 'known') continue
    const part = parts.get(rootOf(place)) ?? { places: [], rows: [] }
    part.places.push(place)
    parts.set(rootOf(place), part)
  }
  for (const [row, sum] of sums.entries()) {
    const [first] = unsaid(sum)
    if (first !== undefined) parts.get(rootOf(first))?.rows.push(row)
  }
  return [...parts.values()]
}
