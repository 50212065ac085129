import { setTimeout as pause } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../http/problem.ts'
import { cost } from './users.ts'

/*
 * Verifying a password takes long on purpose. One is verified at a time, and only so many wait, those of browsers that are known
 * first: whoever floods the sign-in with guesses keeps neither readers nor the people who work here from being answered.
 */

/** How many of each may wait: browsers that are known, and strangers. */
const longestQueue = 20
/** How many strangers may wait for their answer to be delayed: far fewer than the connections the serving process has to this one. */
const mostDelayed = 16

/** The problem of a password that cannot be verified now, because too many wait already. */
const tooMany = new Problem('busy', {
  da: 'Der er for mange, der prøver at logge ind lige nu. Prøv igen om lidt.',
  en: 'Too many sign-ins are being tried just now. Try again in a moment.',
})

/** Hashes and verifies passwords, one at a time. */
export class PasswordQueue {
  readonly #waiting: Record<'known' | 'stranger', (() => void)[]> = { known: [], stranger: [] }
  #isWorking = false
  #delayed = 0

  /**
   * Whether a password matches its hash, answered `delay` milliseconds later than it need be. Rejects with a {@link Problem} where too
   * many wait.
   */
  async verify(hashed: string, password: string, who: 'known' | 'stranger', delay = 0): Promise<boolean> {
    if (delay > 0) {
      if (this.#delayed >= mostDelayed) throw tooMany
      this.#delayed += 1
      await pause(delay).finally(() => (this.#delayed -= 1))
    }
    return this.#inTurn(who, () => verify(hashed, password))
  }

  /** The hash of a password of a person who is signed in. Rejects as {@link verify} does. */
  hash(password: string): Promise<string> {
    return this.#inTurn('known', () => hash(password, cost))
  }

  async #inTurn<T>(who: 'known' | 'stranger', work: () => Promise<T>): Promise<T> {
    if (this.#isWorking) {
      const queue = this.#waiting[who]
      if (queue.length >= longestQueue) throw tooMany
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    this.#isWorking = true
    try {
      return await work()
    } finally {
      const next = this.#waiting.known.shift() ?? this.#waiting.stranger.shift()
      if (next) next()
      else this.#isWorking = false
    }
  }
}
