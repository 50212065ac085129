import { randomBytes } from 'node:crypto'

/** 32 letters and digits, 5 bits each; none looks like another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A random secret that can be read aloud and typed: `groups` groups of `letters` letters with hyphens between, 5 bits a letter. */
export const readableSecret = (groups: number, letters: number): string =>
  Array.from({ length: groups }, () =>
    [...randomBytes(letters)].map((byte) => alphabet[byte % alphabet.length]).join(''),
  ).join('-')
