import { solve } from 'yalps'
import type { Table } from './table.ts'

/**
 * What a reader can reckon of the numbers that are withheld, from everything that is shown and how it adds up: the smallest and
 * the greatest each could be. A bound is only believed with a whole table that proves it: numbers that agree with all that is
 * shown. So an attacker's own linear program can never be tighter than what stands here, whatever the solver did.
 */
export class Attack {
  readonly #table: Table
  readonly #quantity: number
  /** How far apart bounds need to be followed. */
  readonly #enough: number
  #low: Float64Array
  #high: Float64Array

  constructor(table: Table, quantity: number, enough: number) {
    this.#table = table
    this.#quantity = quantity
    this.#enough = enough
    this.#low = new Float64Array(table.unknowns.length).fill(Number.POSITIVE_INFINITY)
    this.#high = new Float64Array(table.unknowns.length).fill(Number.NEGATIVE_INFINITY)
  }

  /** Whether the withheld number could be any of so many that they are enough apart, when these are hidden. */
  isProtected(target: number, hidden: ReadonlySet<number>): boolean {
    if (this.#isWide(target)) return true
    this.#widen(target, hidden, 'maximize')
    if (this.#isWide(target)) return true
    this.#widen(target, hidden, 'minimize')
    return this.#isWide(target)
  }

  /** Whether there is any table at all that agrees with what is shown. */
  hasSolution(hidden: ReadonlySet<number>): boolean {
    for (const index of hidden) {
      if (!Number.isFinite(this.#low[index])) this.#widen(index, hidden, 'minimize')
      if (!Number.isFinite(this.#low[index])) return false
    }
    return true
  }

  /** The same reader, who has forgotten what bounds were found: for a table of which more is shown. */
  afresh(): Attack {
    return new Attack(this.#table, this.#quantity, this.#enough)
  }

  /** The same reader with the bounds found so far, for trying what else could be hidden. */
  copy(): Attack {
    const copy = this.afresh()
    copy.#low = this.#low.slice()
    copy.#high = this.#high.slice()
    return copy
  }

  #isWide(target: number): boolean {
    return (this.#high[target] ?? 0) - (this.#low[target] ?? 0) >= this.#enough - 1e-6
  }

  #truth(index: number): number {
    return this.#table.unknowns[index]?.counts?.[this.#quantity] ?? 0
  }

  /** The sums that hang together with the target by what is hidden; the others say nothing of it. */
  #sumsAround(target: number, hidden: ReadonlySet<number>): ReadonlySet<number> {
    const around = new Set<number>()
    const reached = new Set([target])
    for (const index of reached) {
      for (const row of this.#table.sumsOf.get(index) ?? []) {
        around.add(row)
        const { whole, parts } = this.#table.sums[row] ?? { whole: index, parts: [] }
        for (const other of [whole, ...parts]) if (hidden.has(other)) reached.add(other)
      }
    }
    return around
  }

  #widen(target: number, hidden: ReadonlySet<number>, direction: 'maximize' | 'minimize'): void {
    const coefficients = new Map<number, Map<number, number>>()
    const put = (index: number, row: number, by: number): void => {
      const column = coefficients.get(index) ?? new Map<number, number>()
      column.set(row, (column.get(row) ?? 0) + by)
      coefficients.set(index, column)
    }
    const constraints = new Map<number, { equal: number } | { max: number }>()
    const around = this.#sumsAround(target, hidden)
    for (const row of around) {
      const { whole, parts } = this.#table.sums[row] ?? { whole: target, parts: [] }
      let known = 0
      for (const part of parts) {
        if (hidden.has(part)) put(part, row, 1)
        else known += this.#truth(part)
      }
      if (hidden.has(whole)) put(whole, row, -1)
      else known -= this.#truth(whole)
      constraints.set(row, { equal: -known })
    }
    const objective = this.#table.sums.length
    put(target, objective, 1)
    // Further than this nobody needs to go, and a number that nothing bounds would have no greatest.
    if (direction === 'maximize') constraints.set(objective, { max: this.#truth(target) + 2 * this.#enough })
    const solution = solve(
      { direction, objective, constraints, variables: coefficients },
      { includeZeroVariables: true, maxPivots: 2000 },
    )
    if (solution.status === 'optimal') this.#believe(new Map(solution.variables), around, hidden)
  }

  /** Takes the numbers for possible where they are: every sum right, and none of them below 0. */
  #believe(solution: ReadonlyMap<number, number>, around: ReadonlySet<number>, hidden: ReadonlySet<number>): void {
    const valueOf = (index: number): number =>
      hidden.has(index) ? (solution.get(index) ?? Number.NaN) : this.#truth(index)
    for (const row of around) {
      const { whole, parts } = this.#table.sums[row] ?? { whole: row, parts: [] }
      const total = valueOf(whole)
      const sum = parts.reduce((so, part) => so + valueOf(part), 0)
      if (!(Math.abs(total - sum) <= 1e-6 * Math.max(1, Math.abs(total)))) return
    }
    for (const value of solution.values()) if (value < -1e-6) return
    for (const [index, value] of solution) {
      this.#low[index] = Math.min(this.#low[index] ?? value, value)
      this.#high[index] = Math.max(this.#high[index] ?? value, value)
    }
  }
}
