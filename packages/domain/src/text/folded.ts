const writtenOut: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ö: 'oe', ä: 'ae', ü: 'u', ß: 'ss' }

const writeOut = (text: string): string => text.replace(/[æøåöäüß]/g, (letter) => writtenOut[letter] ?? letter)

/** A word as it is compared: without case and accents, and with Danish letters written out, for those who have none on their keyboard. */
export function folded(word: string): string {
  // Once more at the end: an accent taken off may leave one of them, as it does of ǽ.
  return writeOut(writeOut(word.normalize('NFKC').toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, ''))
}
