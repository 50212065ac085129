/*
 * Texts as formats can write them. A text from outside may hold any characters; XML 1.0 has no way of writing some of them (control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF), and one such character makes a whole file unreadable.
 */

const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text without what XML 1.0 has no way of writing (the production `Char`). Nothing is escaped. */
export const writableText = (text: string): string => text.replace(unwritable, '')

/** A workbook’s cell holds so many letters (UTF-16 units) at most; programs repair a file with a longer one. */
export const longestCellText = 32_767

const cut = (text: string, longest: number): string =>
  // Half of a pair at the end goes as well.
  text.length <= longest ? text : `${writableText(text.slice(0, longest - 1))}…`

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

/** A document with every text in it as {@link writableText} makes it, and cut at `longest` letters. Its shape stays. */
export function writableTexts<Document>(document: Document, longest?: number): Document
export function writableTexts(document: unknown, longest = Number.POSITIVE_INFINITY): unknown {
  if (typeof document === 'string') return cut(writableText(document), longest)
  if (Array.isArray(document)) return document.map((one) => writableTexts<unknown>(one, longest))
  if (typeof document !== 'object' || document === null || !isPlain(document)) return document
  return Object.fromEntries(Object.entries(document).map(([key, one]) => [key, writableTexts<unknown>(one, longest)]))
}
