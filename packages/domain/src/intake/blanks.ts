import { isFigureLike } from './cell-kinds.ts'
import type { BlankMeaning, MappedRole } from './mapping.ts'
import { sourceText, type SourceRow } from './source-table.ts'

/*
 * What an empty cell among the words of a table means, where the table itself leaves only one answer. Two rows can never be of the same:
 * a meaning by which they would be is none. Where labels are printed once, every label has the same rows under it.
 */

interface WordColumn {
  readonly column: number
  readonly role: MappedRole
}

/** The texts of the word columns of each row with a figure. */
function wordsOf(rows: readonly SourceRow[], roles: readonly MappedRole[], columns: readonly WordColumn[]): string[][] {
  return rows
    .filter(({ cells }) => cells.some((cell, column) => roles[column] === 'figures' && isFigureLike(cell)))
    .map(({ cells }) => columns.map(({ column }) => sourceText(cells[column])))
}

/** The rows as they would read; `null` where an empty cell has nothing above it. */
function readAs(rows: readonly string[][], meanings: readonly (BlankMeaning | null)[]): string[][] | null {
  const last: string[] = []
  const read: string[][] = []
  for (const row of rows) {
    const words: string[] = []
    for (const [index, text] of row.entries()) {
      if (text !== '') last[index] = text
      const above = last[index]
      if (text === '' && meanings[index] === 'above') {
        if (above === undefined) return null
        words.push(above)
      } else words.push(text)
    }
    read.push(words)
  }
  return read
}

const isUnique = (rows: readonly string[][] | null): boolean =>
  rows !== null && new Set(rows.map((words) => JSON.stringify(words))).size === rows.length

/** Whether the labels of a column are printed once over rows that are the same under each of them. */
function isPrintedOnce(rows: readonly string[][], index: number): boolean {
  const filled = readAs(rows, rows[0]?.map(() => 'above' as const) ?? [])
  if (filled === null) return false
  const blocks: Set<string>[] = []
  rows.forEach((row, at) => {
    if (row[index] !== '') blocks.push(new Set())
    blocks.at(-1)?.add(JSON.stringify(filled[at]?.filter((_, other) => other > index)))
  })
  const [first] = blocks
  return (
    first !== undefined &&
    blocks.length > 1 &&
    first.size > 1 &&
    blocks.every((block) => block.size === first.size && [...block].every((one) => first.has(one)))
  )
}

/** What the empty cells of each column of words mean, where that is certain; columns are counted from 0. */
export function certainBlanks(
  rows: readonly SourceRow[],
  roles: readonly MappedRole[],
): { readonly certain: Readonly<Record<string, BlankMeaning>>; readonly open: readonly number[] } {
  const columns = roles.flatMap((role, column): WordColumn[] =>
    role === 'period' || role === 'area' || role === 'breakdown' || role.startsWith('dim:') ? [{ column, role }] : [],
  )
  const words = wordsOf(rows, roles, columns)
  const blank = columns.flatMap((_, index) => (words.some((row) => row[index] === '') ? [index] : []))
  if (blank.length === 0 || blank.length > 5)
    return { certain: {}, open: blank.map((index) => columns[index]?.column ?? 0) }
  const possible = Array.from({ length: 2 ** blank.length }, (_, bits) =>
    columns.map((__, index): BlankMeaning | null => {
      const bit = blank.indexOf(index)
      return bit === -1 ? null : (bits >> bit) % 2 === 0 ? 'above' : 'total'
    }),
  )
    // A period is never everything together.
    .filter((meanings) => meanings.every((meaning, index) => meaning !== 'total' || columns[index]?.role !== 'period'))
    .filter((meanings) => isUnique(readAs(words, meanings)))
  const certain: Record<string, BlankMeaning> = {}
  const open: number[] = []
  for (const index of blank) {
    const { column, role } = columns[index] ?? { column: 0, role: 'ignore' }
    const meanings = new Set(possible.map((one) => one[index]))
    const labels = words.filter((row) => row[index] !== '').length
    // One place over all rows is a label printed once; no one leaves the country's name out of every row but one.
    const isOnlyPlace = role === 'area' && labels === 1 && words[0]?.[index] !== '' && words.length > 2
    const [only] = meanings
    if (meanings.size === 1 && only && !(role === 'area' && only === 'total')) certain[String(column)] = only
    else if (meanings.has('above') && (isPrintedOnce(words, index) || isOnlyPlace)) certain[String(column)] = 'above'
    else open.push(column)
  }
  return { certain, open }
}
