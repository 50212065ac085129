import { Sparse } from './sparse.ts'

/** A table of people moved away from the true one: by how many each number differs, where it does. */
export type Move = ReadonlyMap<number, number>

/** How numbers add up: for each sum its members, the whole with −1 and each part with 1. */
export interface System {
  readonly rows: readonly (readonly { readonly index: number; readonly by: 1 | -1 }[])[]
  /** The true numbers, none below 0. */
  readonly truth: readonly number[]
}

const tolerance = 1e-9
/** Less than this in the inverse is what rounding left: its numbers are fractions of small whole ones. */
const noise = 1e-7
/** What rounding may add up to in a sum before the basis is no longer trusted. */
const drift = 1e-6

const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-7

/**
 * The bounded primal simplex method (Dantzig 1955), which begins at the true table each time: every number that is shown is
 * fixed, every hidden one may take any value from 0 up. Because the truth agrees with all sums whatever is hidden, the basis
 * of one question serves the next, and only differences from the truth are computed: what a sum should amount to is of no
 * consequence. Its answers are tables of whole people wherever the true numbers are whole.
 */
export class Simplex {
  readonly #system: System
  readonly #starts: Int32Array
  readonly #indices: Int32Array
  readonly #signs: Int8Array
  readonly #columns: { row: number; by: number }[][]
  /** What is basic in each row; −1: the row's own slack, which is always 0. */
  #basis: Int32Array
  /** The row in which a number is basic; −1: in none. */
  #place: Int32Array
  /** The columns of the inverse of the basis; one that is missing, where the slack is still basic, is that of the unit matrix. */
  #inverse: (Float64Array | undefined)[] = []
  /** The rows whose slack has left the basis: those whose column of the inverse is there. */
  #left: number[] = []
  readonly #column: Sparse
  readonly #touched: number[] = []
  readonly #moved: Float64Array
  readonly #changed = new Set<number>()
  readonly #rates: Float64Array
  #asked = 0

  constructor(system: System) {
    this.#system = system
    const size = system.truth.length
    this.#columns = Array.from({ length: size }, () => [])
    for (const [row, members] of system.rows.entries()) {
      for (const { index, by } of members) this.#columns[index]?.push({ row, by })
    }
    // The members of all sums one after the other, which is what pricing goes through all the time.
    const members = system.rows.flat()
    this.#starts = new Int32Array(system.rows.length + 1)
    for (const [row, { length }] of system.rows.entries()) this.#starts[row + 1] = (this.#starts[row] ?? 0) + length
    this.#indices = Int32Array.from(members, ({ index }) => index)
    this.#signs = Int8Array.from(members, ({ by }) => by)
    this.#basis = new Int32Array(system.rows.length).fill(-1)
    this.#place = new Int32Array(size).fill(-1)
    this.#moved = new Float64Array(size)
    this.#rates = new Float64Array(size)
    this.#column = new Sparse(system.rows.length)
  }

  /**
   * Moves a number up or down (`direction`) until it differs by `enough` from the truth, or can go no further. Only `free`
   * numbers move: those marked 1 first, the others only where none of those helps, the one with the lowest mark first. Answers
   * the furthest table found, of whole people if there is one that is far enough; `null`: it cannot be moved at all, or it
   * was not found how.
   */
  push(target: number, direction: 1 | -1, enough: number, free: Float64Array): Move | null {
    // A basis that has served many questions is full of numbers that have nothing to do with the next: steps take longer, and
    // the tables found change more than they need to, so that more figures hang together.
    this.#asked += 1
    if (this.#asked % 15 === 0) this.#forget()
    for (const index of this.#changed) this.#moved[index] = 0
    this.#changed.clear()
    const mostSteps = 200 + 4 * this.#system.rows.length
    for (let [step, still] = [0, 0]; step < mostSteps && direction * this.#at(target) < enough - tolerance; step += 1) {
      const entering = this.#entering(target, direction, free, still > 40)
      if (entering === null) break
      const length = this.#step(entering, target, direction, enough, free)
      if (length === null) break
      still = length > tolerance ? 0 : still + 1
    }
    const reached = this.#table()
    if (reached === null || this.#agrees(reached)) return reached
    this.#forget()
    return null
  }

  #at(index: number): number {
    return this.#moved[index] ?? 0
  }

  #room(index: number): number {
    return (this.#system.truth[index] ?? 0) + this.#at(index)
  }

  #by(index: number, amount: number): void {
    this.#moved[index] = this.#at(index) + amount
    this.#changed.add(index)
  }

  /** The table as it stands. */
  #table(): Move | null {
    const move = new Map<number, number>()
    for (const index of this.#changed) {
      const by = this.#at(index)
      if (Math.abs(by) >= 1e-7) move.set(index, isWhole(by) ? Math.round(by) : by)
    }
    return move.size === 0 ? null : move
  }

  /** Whether every sum still holds and nothing lies below 0. */
  #agrees(move: Move): boolean {
    const sums = this.#column
    sums.clear()
    for (const [index, by] of move) {
      const there = this.#system.truth[index] ?? 0
      if (there + by < -drift) return false
      for (const column of this.#columns[index] ?? []) sums.add(column.row, column.by * by)
    }
    return sums.places.every((row) => Math.abs(sums.at(row)) <= drift)
  }

  #forget(): void {
    this.#basis.fill(-1)
    this.#place.fill(-1)
    this.#inverse = []
    this.#left = []
  }

  /** The number whose move takes the target furthest, and which way it moves; where steps stand still, the first one (Bland). */
  #entering(
    target: number,
    direction: 1 | -1,
    free: Float64Array,
    first: boolean,
  ): { readonly index: number; readonly sign: 1 | -1 } | null {
    const place = this.#place[target] ?? -1
    if (place < 0) {
      return direction < 0 && this.#room(target) <= tolerance ? null : { index: target, sign: direction }
    }
    const touched = this.#touched
    touched.length = 0
    // The target is basic in its row, so the slack of that row has left.
    for (const row of this.#left) {
      const weight = this.#inverse[row]?.[place] ?? 0
      if (weight !== 0) this.#price(row, weight, free, touched)
    }
    let [chosen, rate, mark] = [-1, tolerance, Number.POSITIVE_INFINITY]
    for (const index of touched) {
      const gain = direction * (this.#rates[index] ?? 0)
      this.#rates[index] = 0
      const size = Math.abs(gain)
      if (size <= noise || (gain < 0 && this.#room(index) <= tolerance)) continue
      const own = this.#at(index) === 0 ? (free[index] ?? 0) : 1
      const isBetter = own === mark ? (first ? index < chosen : size > Math.abs(rate) + tolerance) : own < mark
      if (chosen < 0 || isBetter) [chosen, rate, mark] = [index, gain, own]
    }
    return chosen < 0 ? null : { index: chosen, sign: rate > 0 ? 1 : -1 }
  }

  #price(row: number, weight: number, free: Float64Array, touched: number[]): void {
    const end = this.#starts[row + 1] ?? 0
    for (let at = this.#starts[row] ?? 0; at < end; at += 1) {
      const index = this.#indices[at] ?? 0
      if (free[index] === 0 || (this.#place[index] ?? -1) >= 0) continue
      const before = this.#rates[index] ?? 0
      if (before === 0) touched.push(index)
      this.#rates[index] = before - weight * (this.#signs[at] ?? 0)
    }
  }

  /** How much each basic number changes when this one grows by 1: by row, without the sign. */
  #findColumn(index: number): Sparse {
    const column = this.#column
    column.clear()
    for (const { row, by } of this.#columns[index] ?? []) {
      const inverse = this.#inverse[row]
      if (inverse) column.addAll(inverse, by)
      else column.add(row, by)
    }
    column.dropBelow(noise)
    return column
  }

  /** Moves the entering number as far as everything else allows. `null`: without end, which no one needs to follow. */
  #step(
    { index, sign }: { readonly index: number; readonly sign: 1 | -1 },
    target: number,
    direction: 1 | -1,
    enough: number,
    free: Float64Array,
  ): number | null {
    const column = this.#findColumn(index)
    let [length, leaving, pivot] = [sign < 0 ? this.#room(index) : Number.POSITIVE_INFINITY, -1, 0]
    for (const at of column.places) {
      const weight = column.at(at)
      const basic = this.#basis[at] ?? -1
      const falls =
        basic < 0 || free[basic] === 0 ? 0 : -sign * weight < 0 ? this.#room(basic) / Math.abs(weight) : null
      if (falls === null) continue
      const room = Math.max(0, falls)
      if (room < length - tolerance || (room <= length + tolerance && Math.abs(weight) > Math.abs(pivot))) {
        ;[length, leaving, pivot] = [Math.min(room, length), at, weight]
      }
    }
    const gain = index === target ? sign : -sign * column.at(this.#place[target] ?? -1)
    const wanted = (enough - direction * this.#at(target)) / Math.max(tolerance, direction * gain)
    if (direction * gain > tolerance && wanted <= length) [length, leaving] = [wanted, -1]
    if (!Number.isFinite(length)) return null
    this.#shift(index, sign, column, length)
    if (leaving >= 0) this.#exchange(index, leaving, column, pivot)
    return length
  }

  #shift(index: number, sign: number, column: Sparse, length: number): void {
    if (length === 0) return
    this.#by(index, sign * length)
    for (const at of column.places) {
      const basic = this.#basis[at] ?? -1
      if (basic >= 0) this.#by(basic, -sign * column.at(at) * length)
    }
  }

  #exchange(index: number, leaving: number, column: Sparse, pivot: number): void {
    if (!this.#inverse[leaving]) {
      const unit = new Float64Array(this.#basis.length)
      unit[leaving] = 1
      this.#inverse[leaving] = unit
      this.#left.push(leaving)
    }
    const { places } = column
    for (const row of this.#left) {
      const inverse = this.#inverse[row]
      const there = inverse?.[leaving] ?? 0
      if (!inverse || there === 0) continue
      const share = there / pivot
      const own = Math.abs(share) < noise ? 0 : share
      inverse[leaving] = own
      if (own === 0) continue
      for (const at of places) {
        if (at === leaving) continue
        const value = (inverse[at] ?? 0) - column.at(at) * own
        inverse[at] = Math.abs(value) < noise ? 0 : value
      }
    }
    const before = this.#basis[leaving] ?? -1
    if (before >= 0) this.#place[before] = -1
    this.#basis[leaving] = index
    this.#place[index] = leaving
  }
}
