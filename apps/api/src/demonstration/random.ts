/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number
  /** A number from `low` up to `high`. */
  readonly between: (low: number, high: number) => number
  /** A whole number from `low` up to and including `high`. */
  readonly whole: (low: number, high: number) => number
}

/** Mulberry32 by Tommy Ettinger, begun at an FNV-1a hash of seed and name, so that what is drawn for one name never depends on another. */
export function randomFor(seed: number, name: string): Random {
  let state = 2_166_136_261 ^ seed
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + next() * (high - low)
  return { next, between, whole: (low, high) => Math.floor(between(low, high + 1)) }
}
