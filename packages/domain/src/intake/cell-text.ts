/** A text as it stands in a cell: a spreadsheet takes one that begins with `=` for a formula; the apostrophe keeps it a text. */
export function toCellText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The text of a cell; the inverse of {@link toCellText}. */
export function fromCellText(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}

/** Codes a Danish Excel would take for something else: numbers with leading zeros, dates (`4-6`, `2011/12`), powers of ten. A whole date may become one. */
const wouldChange = /^(?:0\d+|\d+(?:[-/.:]\d+)+|\d+[eE]\d+)$/
const wholeDate = /^\d{4}-\d{2}-\d{2}$/

/** A code as a Danish Excel leaves it alone: `="4-6"` is the text 4-6. */
export function asExcelText(code: string): string {
  return wouldChange.test(code) && !wholeDate.test(code) ? `="${code}"` : code
}

/** The code in a cell of a Danish table; the inverse of {@link asExcelText}. */
export const fromExcelText = (cell: string): string => /^="(.*)"$/.exec(cell)?.[1] ?? cell
