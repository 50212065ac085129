/*
 * What people know from a spreadsheet, for the sheet of figures: arrows and Enter go from cell to cell, and a block that was
 * copied in Excel is pasted as a block. Without this script the sheet is a form like any other.
 */

const sheet = document.querySelector<HTMLFormElement>('.desk-sheet')

function cellAt(row: number, column: number): HTMLInputElement | null {
  return sheet?.querySelector(`input[data-row="${row}"][data-column="${column}"]`) ?? null
}

function placeOf(target: EventTarget | null): { cell: HTMLInputElement; row: number; column: number } | null {
  if (!(target instanceof HTMLInputElement) || target.dataset['row'] === undefined) return null
  return { cell: target, row: Number(target.dataset['row']), column: Number(target.dataset['column']) }
}

function goTo(row: number, column: number): boolean {
  const next = cellAt(row, column)
  next?.focus()
  next?.select()
  return next !== null
}

/** Whether the caret stands where the arrow would leave the text. */
function atEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true
  if (selectionStart !== selectionEnd) return false
  return key === 'ArrowLeft' ? selectionStart === 0 : selectionEnd === value.length
}

sheet?.addEventListener('keydown', (event) => {
  const place = placeOf(event.target)
  if (!place || event.altKey || event.ctrlKey || event.metaKey) return
  const { cell, row, column } = place
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  const aside = (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && atEdge(cell, event.key)
  const moved =
    (down && goTo(row + 1, column)) ||
    (up && goTo(row - 1, column)) ||
    (aside && goTo(row, column + (event.key === 'ArrowLeft' ? -1 : 1)))
  // Enter in the last row must not send the sheet by surprise.
  if (moved || event.key === 'Enter') event.preventDefault()
})

sheet?.addEventListener('paste', (event) => {
  const place = placeOf(event.target)
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!place || !/[\t\n]/.test(text.trimEnd())) return
  event.preventDefault()
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  for (const [down, line] of lines.entries()) {
    for (const [across, value] of line.split('\t').entries()) {
      const cell = cellAt(place.row + down, place.column + across)
      if (cell) cell.value = value.trim()
    }
  }
})

/** Leaving with something typed and not saved asks first. */
let sent = false
sheet?.addEventListener('submit', () => {
  sent = true
})
window.addEventListener('beforeunload', (event) => {
  const cells = sheet?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? []
  if (!sent && [...cells].some((cell) => cell.value !== cell.defaultValue)) event.preventDefault()
})
