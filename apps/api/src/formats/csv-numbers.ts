/** `.` or `,`. */
export type DecimalMark = '.' | ','

const written = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i
const grouped = /^[+-]?\d{1,3}[.,]\d{3}$/

/** A number as it is read: with the real minus sign made a hyphen, and without blanks around it. */
const plain = (cell: string): string => cell.trim().replace('−', '-')

/**
 * The decimal mark of a table, read off all its numbers; `mixed` where both are used. `ambiguous` where a mark that is
 * unusual for the delimiter is only ever followed by three digits, so that it may as well set off thousands.
 */
export function decimalMark(cells: readonly string[], delimiter: ',' | ';'): DecimalMark | 'mixed' | 'ambiguous' {
  const marked = cells.map(plain).filter((cell) => written.test(cell) && /[.,]/.test(cell))
  const marks = new Set(marked.map((cell) => (cell.includes('.') ? '.' : ',')))
  if (marks.size > 1) return 'mixed'
  const usual = delimiter === ';' ? ',' : '.'
  const mark = marks.has('.') ? '.' : marks.has(',') ? ',' : usual
  return mark !== usual && marked.every((cell) => grouped.test(cell)) ? 'ambiguous' : mark
}

/** Reads a number written with the given decimal mark, without thousands separators; `null` where the cell is none. */
export function parseNumber(cell: string, mark: DecimalMark): number | null {
  const text = plain(cell)
  if (!written.test(text) || text.includes(mark === '.' ? ',' : '.')) return null
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) ? value : null
}
