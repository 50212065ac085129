/** Numbers by place, most of them 0: emptied at the cost of what is in it. */
export class Sparse {
  /** Where there may be something else than 0. */
  places: number[] = []
  readonly #numbers: Float64Array
  readonly #isThere: Uint8Array

  constructor(size: number) {
    this.#numbers = new Float64Array(size)
    this.#isThere = new Uint8Array(size)
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  add(place: number, by: number): void {
    if (this.#isThere[place] === 0) {
      this.#isThere[place] = 1
      this.places.push(place)
    }
    this.#numbers[place] = this.at(place) + by
  }

  /** Adds a multiple of what is given place by place. */
  addAll(numbers: Float64Array, times: number): void {
    for (let place = 0; place < numbers.length; place += 1) {
      const number = numbers[place] ?? 0
      if (number !== 0) this.add(place, times * number)
    }
  }

  /** Takes out what is smaller than this. */
  dropBelow(least: number): void {
    let kept = 0
    for (const place of this.places) {
      if (Math.abs(this.at(place)) < least) {
        this.#numbers[place] = 0
        this.#isThere[place] = 0
      } else {
        this.places[kept] = place
        kept += 1
      }
    }
    this.places.length = kept
  }

  clear(): void {
    for (const place of this.places) {
      this.#numbers[place] = 0
      this.#isThere[place] = 0
    }
    this.places.length = 0
  }
}
