/** So many wrong tries cost nothing; each one more doubles the wait, up to the longest. */
const [freeTries, firstWait, longestWait] = [5, 2, 900]
/** Wrong tries are forgotten after so many seconds without any. */
const forgottenAfter = 3600
/** So many names are kept; then the oldest are forgotten. */
const most = 10_000

interface Tries {
  readonly count: number
  readonly last: number
}

/** Slows down whoever guesses, by the account that is guessed at and by where the guesses come from. Kept in memory alone. */
export class Throttle {
  readonly #tries = new Map<string, Tries>()
  readonly #now: () => number

  /** @param now seconds that only ever grow */
  constructor(now: () => number) {
    this.#now = now
  }

  /** How many seconds the next try under any of these names must wait; 0: none. */
  waitFor(names: readonly string[]): number {
    return Math.ceil(Math.max(0, ...names.map((name) => this.#wait(name))))
  }

  /** A try that was wrong. */
  failed(names: readonly string[]): void {
    const now = this.#now()
    for (const name of names) {
      const before = this.#known(name)
      this.#tries.delete(name)
      this.#tries.set(name, { count: (before?.count ?? 0) + 1, last: now })
    }
    // The oldest stand first.
    for (const [name, { last }] of this.#tries) {
      if (this.#tries.size <= most && now - last < forgottenAfter) break
      this.#tries.delete(name)
    }
  }

  /** A try that was right: all is forgiven. */
  succeeded(names: readonly string[]): void {
    for (const name of names) this.#tries.delete(name)
  }

  #known(name: string): Tries | undefined {
    const tries = this.#tries.get(name)
    return tries && this.#now() - tries.last < forgottenAfter ? tries : undefined
  }

  #wait(name: string): number {
    const tries = this.#known(name)
    if (!tries || tries.count < freeTries) return 0
    const wait = Math.min(firstWait * 2 ** (tries.count - freeTries), longestWait)
    return tries.last + wait - this.#now()
  }
}
