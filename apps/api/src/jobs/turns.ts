/**
 * Spreads work that arrives all at once over turns of the event loop, so that whatever else has arrived is answered between:
 * what is forwarded costs a fraction of a millisecond, but two hundred of them in one turn keep a reader waiting.
 */
export class Turns {
  readonly #perTurn: number
  #waiting: (() => void)[] = []

  /** `perTurn`: so many may begin in one turn. */
  constructor(perTurn: number) {
    this.#perTurn = perTurn
  }

  /** Resolves when it is the caller's turn: in the order of asking. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      if (this.#waiting.length === 1) setImmediate(this.#begin)
    })
  }

  readonly #begin = (): void => {
    for (const begin of this.#waiting.splice(0, this.#perTurn)) begin()
    if (this.#waiting.length > 0) setImmediate(this.#begin)
  }
}
