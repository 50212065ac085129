import { networkOf } from './network.ts'

/*
 * Slows down guessing of passwords and codes. A try is counted before it is verified, and taken back when it was right, so that a
 * thousand at once are no better than a thousand one after another.
 *
 * The wait belongs to the pair of the account and the place the guesses come from, so that no one can make others wait: neither an
 * owner at another place, nor a colleague behind the same address. A browser the account has been signed in with is a place of its
 * own. Guesses at one account from many places, and at many accounts from one, are only answered more slowly.
 */

/** How many wrong tries cost nothing; each one more doubles the wait, up to the longest. In seconds. */
const [freeTries, firstWait, longestWait] = [5, 2, 900]
/** After so many wrong tries at one account, or from one place, each further one makes strangers' answers this much later. */
const soft = { account: 20, network: 100, step: 50, longest: 5000 } as const
/** After how many seconds without a wrong try the count is dropped. */
const forgottenAfter = 3600
/** How many names are kept; then the oldest are forgotten. */
const most = 50_000

interface Tries {
  readonly count: number
  readonly last: number
}

/** Who guesses at what. */
export interface Guesser {
  /** What is guessed at: an e-mail address, whether it has an account or not. */
  readonly account: string
  /** The network address the try comes from. */
  readonly from: string
  /** A browser or a session that has been the account's before; `null`: it is not known. */
  readonly known: string | null
}

/** Whether a try may be made. */
export type Try =
  /** Not before this number of seconds has passed. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Yes, answered after this number of milliseconds; it counts as wrong until `succeeded` is called. */
  | { readonly kind: 'go'; readonly delay: number; readonly succeeded: () => void }

/** Counts wrong tries, in memory alone. */
export class Guesses {
  readonly #tries = new Map<string, Tries>()
  readonly #now: () => number

  /** @param now seconds that only ever grow */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts a try as wrong, unless it has to wait. */
  begin({ account, from, known }: Guesser): Try {
    const network = networkOf(from)
    const pair = `pair ${account} ${known === null ? network : `known ${known}`}`
    const seconds = this.#wait(pair)
    if (seconds > 0) return { kind: 'wait', seconds: Math.ceil(seconds) }
    const shared = known === null ? [`account ${account}`, `network ${network}`] : []
    const delay = Math.max(0, ...shared.map((name) => this.#delay(name)))
    for (const name of [pair, ...shared]) this.#count(name)
    this.#forgetOldest()
    const succeeded = (): void => {
      this.#tries.delete(pair)
      for (const name of shared) this.#takeBack(name)
    }
    return { kind: 'go', delay, succeeded }
  }

  #known(name: string): Tries | undefined {
    const tries = this.#tries.get(name)
    return tries && this.#now() - tries.last < forgottenAfter ? tries : undefined
  }

  #count(name: string): void {
    const count = (this.#known(name)?.count ?? 0) + 1
    // The oldest come first.
    this.#tries.delete(name)
    this.#tries.set(name, { count, last: this.#now() })
  }

  #takeBack(name: string): void {
    const tries = this.#tries.get(name)
    if (tries) this.#tries.set(name, { ...tries, count: Math.max(0, tries.count - 1) })
  }

  #forgetOldest(): void {
    for (const [name, { last }] of this.#tries) {
      if (this.#tries.size <= most && this.#now() - last < forgottenAfter) break
      this.#tries.delete(name)
    }
  }

  #wait(name: string): number {
    const tries = this.#known(name)
    if (!tries || tries.count < freeTries) return 0
    const wait = Math.min(firstWait * 2 ** (tries.count - freeTries), longestWait)
    return Math.max(0, tries.last + wait - this.#now())
  }

  #delay(name: string): number {
    const free = name.startsWith('account ') ? soft.account : soft.network
    return Math.min(soft.longest, Math.max(0, (this.#known(name)?.count ?? 0) - free) * soft.step)
  }
}
