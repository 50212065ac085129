/** A text as it stands in a cell: a spreadsheet takes one that begins with `=` for a formula; the apostrophe keeps it a text. */
export function toCellText(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** The text of a cell; the inverse of {@link toCellText}. */
export function fromCellText(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
