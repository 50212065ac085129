/** A table of people moved away from the true one: by how many each number differs, where it does. */
export type Move = ReadonlyMap<number, number>

/** How numbers add up: for each sum its members, the whole with −1 and each part with 1. */
export interface System {
  readonly rows: readonly (readonly { readonly index: number; readonly by: 1 | -1 }[])[]
  /** The true numbers, none below 0. */
  readonly truth: readonly number[]
}

const tolerance = 1e-9
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
  readonly #columns: { row: number; by: number }[][]
  /** What is basic in each row; −1: the row's own slack, which is always 0. */
  #basis: Int32Array
  /** The row in which a number is basic; −1: in none. */
  #place: Int32Array
  /** The rows of the inverse of the basis; one that is missing is that of the unit matrix. */
  #inverse: (Float64Array | undefined)[] = []
  readonly #moved: Float64Array
  readonly #changed = new Set<number>()
  readonly #rates: Float64Array

  constructor(system: System) {
    this.#system = system
    const size = system.truth.length
    this.#columns = Array.from({ length: size }, () => [])
    for (const [row, members] of system.rows.entries()) {
      for (const { index, by } of members) this.#columns[index]?.push({ row, by })
    }
    this.#basis = new Int32Array(system.rows.length).fill(-1)
    this.#place = new Int32Array(size).fill(-1)
    this.#moved = new Float64Array(size)
    this.#rates = new Float64Array(size)
  }

  /**
   * Moves a number up or down (`direction`) until it differs by `enough` from the truth, or can go no further. Only `free`
   * numbers move. Answers the furthest table of whole people found; `null`: it cannot be moved at all, or it was not found how.
   */
  push(target: number, direction: 1 | -1, enough: number, free: Uint8Array): Move | null {
    for (const index of this.#changed) this.#moved[index] = 0
    this.#changed.clear()
    let best: Move | null = null
    const keep = (): void => {
      best = this.#whole() ?? best
    }
    const mostSteps = 200 + 4 * this.#system.rows.length
    for (let [step, still] = [0, 0]; step < mostSteps && direction * this.#at(target) < enough - tolerance; step += 1) {
      const entering = this.#entering(target, direction, free, still > 40)
      if (entering === null) break
      const length = this.#step(entering, target, direction, enough, free, keep)
      if (length === null) break
      still = length > tolerance ? 0 : still + 1
      if (length > tolerance) keep()
    }
    if (best !== null && !this.#agrees(best)) {
      this.#forget()
      return null
    }
    return best
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

  /** The table as it stands, if all of it is whole people. */
  #whole(): Move | null {
    const move = new Map<number, number>()
    for (const index of this.#changed) {
      const by = this.#at(index)
      if (Math.abs(by) < 1e-7) continue
      if (isWhole(this.#system.truth[index] ?? 0)) {
        if (!isWhole(by)) return null
        move.set(index, Math.round(by))
      } else move.set(index, by)
    }
    return move.size === 0 ? null : move
  }

  /** Whether every sum still holds and nothing lies below 0. */
  #agrees(move: Move): boolean {
    const rows = new Map<number, number>()
    for (const [index, by] of move) {
      const there = this.#system.truth[index] ?? 0
      if (there + by < -drift) return false
      for (const column of this.#columns[index] ?? []) {
        rows.set(column.row, (rows.get(column.row) ?? 0) + column.by * by)
      }
    }
    return [...rows.values()].every((left) => Math.abs(left) <= drift)
  }

  #forget(): void {
    this.#basis.fill(-1)
    this.#place.fill(-1)
    this.#inverse = []
  }

  /** The number whose move takes the target furthest, and which way it moves; where steps stand still, the first one (Bland). */
  #entering(
    target: number,
    direction: 1 | -1,
    free: Uint8Array,
    first: boolean,
  ): { readonly index: number; readonly sign: 1 | -1 } | null {
    const place = this.#place[target] ?? -1
    if (place < 0) {
      return direction < 0 && this.#room(target) <= tolerance ? null : { index: target, sign: direction }
    }
    const touched: number[] = []
    const price = (row: number, weight: number): void => {
      for (const { index, by } of this.#system.rows[row] ?? []) {
        if (free[index] !== 1 || (this.#place[index] ?? -1) >= 0) continue
        if (this.#rates[index] === 0) touched.push(index)
        this.#rates[index] = (this.#rates[index] ?? 0) - weight * by
      }
    }
    const weights = this.#inverse[place]
    if (weights) for (const [row, weight] of weights.entries()) if (weight !== 0) price(row, weight)
    if (!weights) price(place, 1)
    let [chosen, rate] = [-1, tolerance]
    for (const index of touched) {
      const gain = direction * (this.#rates[index] ?? 0)
      this.#rates[index] = 0
      const size = Math.abs(gain)
      if (size <= tolerance || (gain < 0 && this.#room(index) <= tolerance)) continue
      if (chosen < 0 || (first ? index < chosen : size > Math.abs(rate) + tolerance)) [chosen, rate] = [index, gain]
    }
    return chosen < 0 ? null : { index: chosen, sign: rate > 0 ? 1 : -1 }
  }

  /** How much each basic number changes when this one grows by 1: by row, without the sign. */
  #column(index: number): Map<number, number> {
    const column = new Map<number, number>()
    for (const { row, by } of this.#columns[index] ?? []) {
      for (let at = 0; at < this.#basis.length; at += 1) {
        const inverse = this.#inverse[at]
        const weight = inverse ? (inverse[row] ?? 0) : at === row ? 1 : 0
        if (weight !== 0) column.set(at, (column.get(at) ?? 0) + by * weight)
      }
    }
    for (const [at, weight] of column) if (Math.abs(weight) < tolerance) column.delete(at)
    return column
  }

  /** Moves the entering number as far as everything else allows. `null`: without end, which no one needs to follow. */
  #step(
    { index, sign }: { readonly index: number; readonly sign: 1 | -1 },
    target: number,
    direction: 1 | -1,
    enough: number,
    free: Uint8Array,
    keep: () => void,
  ): number | null {
    const column = this.#column(index)
    let [length, leaving, pivot] = [sign < 0 ? this.#room(index) : Number.POSITIVE_INFINITY, -1, 0]
    for (const [at, weight] of column) {
      const basic = this.#basis[at] ?? -1
      const falls = basic < 0 || free[basic] !== 1 ? 0 : -sign * weight < 0 ? this.#room(basic) / Math.abs(weight) : null
      if (falls === null) continue
      const room = Math.max(0, falls)
      if (room < length - tolerance || (room <= length + tolerance && Math.abs(weight) > Math.abs(pivot))) {
        ;[length, leaving, pivot] = [Math.min(room, length), at, weight]
      }
    }
    const gain = index === target ? sign : -sign * (column.get(this.#place[target] ?? -1) ?? 0)
    const wanted = (enough - direction * this.#at(target)) / Math.max(tolerance, direction * gain)
    if (direction * gain > tolerance && wanted <= length) [length, leaving] = [wanted, -1]
    if (!Number.isFinite(length)) return null
    if (length > tolerance && !isWhole(length)) this.#partWay(index, sign, column, Math.floor(length), keep)
    this.#shift(index, sign, column, length)
    if (leaving >= 0) this.#exchange(index, leaving, column, pivot)
    return length
  }

  #shift(index: number, sign: number, column: ReadonlyMap<number, number>, length: number): void {
    if (length === 0) return
    this.#by(index, sign * length)
    for (const [at, weight] of column) {
      const basic = this.#basis[at] ?? -1
      if (basic >= 0) this.#by(basic, -sign * weight * length)
    }
  }

  /** On the way to a table of half people lie tables of whole ones. */
  #partWay(index: number, sign: number, column: ReadonlyMap<number, number>, whole: number, keep: () => void): void {
    for (const length of [whole, 2 * Math.floor(whole / 2)]) {
      if (length <= 0) continue
      this.#shift(index, sign, column, length)
      keep()
      this.#shift(index, sign, column, -length)
    }
  }

  #exchange(index: number, leaving: number, column: ReadonlyMap<number, number>, pivot: number): void {
    const size = this.#basis.length
    const unit = (at: number): Float64Array => {
      const row = new Float64Array(size)
      row[at] = 1
      return row
    }
    const row = this.#inverse[leaving] ?? unit(leaving)
    const places: number[] = []
    for (let at = 0; at < size; at += 1) {
      const value = (row[at] ?? 0) / pivot
      row[at] = Math.abs(value) < 1e-11 ? 0 : value
      if (row[at] !== 0) places.push(at)
    }
    this.#inverse[leaving] = row
    for (const [at, weight] of column) {
      if (at === leaving) continue
      const other = this.#inverse[at] ?? unit(at)
      for (const place of places) {
        const value = (other[place] ?? 0) - weight * (row[place] ?? 0)
        other[place] = Math.abs(value) < 1e-11 ? 0 : value
      }
      this.#inverse[at] = other
    }
    const before = this.#basis[leaving] ?? -1
    if (before >= 0) this.#place[before] = -1
    this.#basis[leaving] = index
    this.#place[index] = leaving
  }
}
