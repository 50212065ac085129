// Advance widths of Inter in hundredths of the type size, as a browser sets them: for each character the widest of the
// regular and the semibold cut, with proportional and with tabular figures, rounded up to its group.
const groups: readonly (readonly [number, string])[] = [
  [29, ' Iijl\u00A0ÍÎÏíî'],
  [36, "!',.:;`ft|·¹‘’"],
  [41, '()/[]rï⁰⁴⁵⁶⁷⁸⁹'],
  [59, '"?JL^_acksvxyz{}§°²³àáâãäåçý–“”'],
  [63, 'EFbdeghnopqu£µÈÉÊËèéêëðñòóôõöøùúûüþ'],
  [67, '#$*-0123456789BPRSZß«»'],
  [68, '&+<=>T~±×÷−'],
  [75, 'ACDGHKUVXYÀÁÂÃÄÅÇÙÚÛÜÝ'],
  [78, 'NOQÑÒÓÔÕÖØ'],
  [93, 'Mmwæ½'],
]
const widths = new Map(
  groups.flatMap(([width, characters]) => Array.from(characters, (character): [string, number] => [character, width])),
)
// The widest characters of the font, and what is not in the table.
const widest = 104
/** Letters a torn word has on either line. */
const leastTorn = 2

/** How wide a text in Inter is at the given size, in the size's unit. Never too little: rather a few per cent too much. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const character of text) hundredths += widths.get(character) ?? widest
  return (hundredths * size) / 100
}

/** The text, cut with “…” where it is wider than `width`; empty where not even one letter fits. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const characters = Array.from(text)
  while (characters.length > 0 && textWidth(`${characters.join('').trimEnd()}…`, size) > width) characters.pop()
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`
}

/** The pieces of a text that are never torn apart because of their figures: `0,5–12.000 %` has two, `0,5–` and `12.000 %`. */
export const figuresOf = (text: string): string[] => text.split(/[ \n]+|(?<=–)/).filter((piece) => /\d/.test(piece))

/** Tears a word that is wider than the line: an interval after its dash, a name where it fits with a hyphen; figures never. */
function torn(word: string, size: number, width: number): readonly [string, string] | null {
  if (textWidth(word, size) <= width) return null
  const dash = word.indexOf('–') + 1
  if (dash > 0 && dash < word.length) return [word.slice(0, dash), word.slice(dash)]
  if (figuresOf(word).length > 0) return null
  const characters = Array.from(word)
  let count = characters.length - leastTorn
  while (count > leastTorn && textWidth(`${characters.slice(0, count).join('')}-`, size) > width) count--
  if (count < leastTorn) return null
  return [`${characters.slice(0, count).join('')}-`, characters.slice(count).join('')]
}

/**
 * Breaks a text at its spaces (not the non-breaking ones) into at most `most` lines, each no wider than `width`. A word that
 * is wider than a line goes on in the next; the last line allowed is cut with “…”.
 */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  const words = text.split(/[ \n]+/)
  while (words.length > 0 && lines.length < most - 1) {
    let line = words.shift() ?? ''
    const parts = torn(line, size, width)
    if (parts) {
      lines.push(parts[0])
      words.unshift(parts[1])
      continue
    }
    while (words.length > 0 && textWidth(`${line} ${words[0]}`, size) <= width) line += ` ${words.shift()}`
    lines.push(fitText(line, size, width))
  }
  if (words.length > 0) lines.push(fitText(words.join(' '), size, width))
  return lines.filter((line) => line !== '')
}
