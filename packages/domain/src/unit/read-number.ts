/** What separates the whole part of a number from its decimals. */
export type DecimalMark = '.' | ','

const plain: Record<DecimalMark, RegExp> = {
  '.': /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  ',': /^[+-]?\d+(?:,\d+)?(?:e[+-]?\d+)?$/i,
}
const grouped: Record<DecimalMark, RegExp> = {
  '.': /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
  ',': /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
}

function toNumber(text: string, mark: DecimalMark): number | null {
  const number = text.replace('−', '-')
  if (plain[mark].test(number)) return Number(number.replace(',', '.'))
  if (!grouped[mark].test(number)) return null
  return Number(mark === '.' ? number.replaceAll(',', '') : number.replaceAll('.', '').replace(',', '.'))
}

/**
 * Reads a number by the given decimal mark; the other mark may separate thousands. `null` where it is no number so, or
 * one too large to be kept.
 */
export function parseNumber(text: string, mark: DecimalMark): number | null {
  const number = toNumber(text, mark)
  return number !== null && Number.isFinite(number) ? number : null
}

/** What a text tells of its decimal mark: one of them, `either` reads it the same, or it could mean `two` numbers. */
export function decimalMarkEvidence(text: string): DecimalMark | 'either' | 'two' | 'none' {
  const [point, comma] = [parseNumber(text, '.'), parseNumber(text, ',')]
  if (point === null && comma === null) return 'none'
  if (comma === null) return '.'
  if (point === null) return ','
  return point === comma ? 'either' : 'two'
}

/**
 * Reads a number on its own by whichever mark it has. Where it could mean two numbers, `usual` is taken for its decimal mark if
 * it has that one; otherwise it is `two`, and no one guesses. `none`: it is no number.
 */
export function readNumber(text: string, usual: DecimalMark): number | 'none' | 'two' {
  const told = decimalMarkEvidence(text)
  if (told === 'none' || (told === 'two' && !text.includes(usual))) return told
  return parseNumber(text, told === 'two' || told === 'either' ? usual : told) ?? 'none'
}
