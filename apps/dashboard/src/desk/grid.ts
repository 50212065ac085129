/*
 * What people know from a spreadsheet, for the sheet of figures: arrows and Enter go from cell to cell, a block that was copied
 * in Excel is pasted as a block, Ctrl+Z and Ctrl+Y undo and redo, Ctrl+D and Ctrl+R fill from the cell above and from the left,
 * and what is typed survives a reload. Without this script the sheet is a form like any other.
 */

import { deskParameters } from '@pejling/addresses/words'
import { cellsOfText } from '@pejling/domain/intake/block'
import { readCell } from '@pejling/domain/intake/cell'
import { CellRules } from '@pejling/domain/intake/figure-text'

const sheet = document.querySelector<HTMLFormElement>('.desk-sheet')
const cells = [...(sheet?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [])]
const byPlace = new Map(cells.map((cell) => [`${cell.dataset['row'] ?? ''} ${cell.dataset['column'] ?? ''}`, cell]))

const cellAt = (row: number, column: number): HTMLInputElement | null => byPlace.get(`${row} ${column}`) ?? null

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

/** What a figure of the sheet may be. */
const rules = sheet ? CellRules.parse(JSON.parse(sheet.dataset['rules'] ?? '{}')) : null
const locale = document.documentElement.lang === 'en' ? 'en' : 'da'

/** Shows what is wrong with a cell below it, and says it; `null`: nothing is. */
function showProblem(cell: HTMLInputElement, problem: string | null): void {
  const id = `problem-${cell.dataset['row'] ?? ''}-${cell.dataset['column'] ?? ''}`
  const shown = document.querySelector(`#${id}`)
  if (problem === null) {
    shown?.remove()
    cell.removeAttribute('aria-invalid')
    cell.removeAttribute('aria-describedby')
    return
  }
  const place = shown ?? document.createElement('span')
  place.id = id
  place.className = 'desk-cell-problem'
  place.textContent = problem
  cell.after(place)
  cell.setAttribute('aria-invalid', 'true')
  cell.setAttribute('aria-describedby', id)
  const said = sheet?.querySelector('[data-said]')
  if (said) said.textContent = `${cell.getAttribute('aria-label') ?? ''}: ${problem}`
}

/** Tells at once what the server would say of a cell. */
function check(cell: HTMLInputElement): void {
  if (!rules) return
  const read = isTyped(cell) ? readCell(rules, cell.value, locale) : null
  showProblem(cell, read && 'problem' in read ? read.problem[locale] : null)
}

/** How long, in ms, the keys must rest before cells are checked: a problem makes its row higher and all below it move. */
const pause = 200
const toCheck = new Set<HTMLInputElement>()
let checking: ReturnType<typeof setTimeout> | undefined

function checkSoon(written: readonly HTMLInputElement[]): void {
  for (const cell of written) toCheck.add(cell)
  clearTimeout(checking)
  checking = setTimeout(() => {
    toCheck.forEach(check)
    toCheck.clear()
  }, pause)
}

/** A cell that was written, by hand or by paste. */
interface Written {
  readonly cell: HTMLInputElement
  readonly was: string
  readonly is: string
}

/** What stands in each cell as far as has been noted; what is just being typed is not yet. */
const noted = new Map(cells.map((cell) => [cell, cell.value]))
const done: Written[][] = []
const undone: Written[][] = []

/** What stood in the cell when the sheet was made; the server holds the next change against it. */
function beforeOf(cell: HTMLInputElement): HTMLInputElement | null {
  const before = cell.previousElementSibling
  return before instanceof HTMLInputElement ? before : null
}

const isTyped = (cell: HTMLInputElement): boolean => cell.value !== beforeOf(cell)?.value

const draftKey = `pejling ${window.location.pathname}`

/** Keeps what is typed and not saved, for this tab alone. */
function keepDraft(): void {
  const draft = cells.filter(isTyped).map((cell) => [cell.name, beforeOf(cell)?.value ?? '', cell.value])
  if (draft.length === 0) sessionStorage.removeItem(draftKey)
  else sessionStorage.setItem(draftKey, JSON.stringify(draft))
}

function note(written: readonly Written[]): void {
  const changed = written.filter(({ was, is }) => was !== is)
  if (changed.length === 0) return
  done.push(changed)
  undone.length = 0
  for (const { cell, is } of changed) noted.set(cell, is)
  keepDraft()
  checkSoon(changed.map(({ cell }) => cell))
}

function fill(values: readonly (readonly [cell: HTMLInputElement, value: string])[]): void {
  const written = values.map(([cell, is]) => ({ cell, was: noted.get(cell) ?? '', is }))
  for (const { cell, is } of written) cell.value = is
  note(written)
}

/** Takes the last step back, or forward again. */
function step(from: Written[][], to: Written[][], valueOf: (written: Written) => string): void {
  const written = from.pop()
  if (!written) return
  for (const one of written) {
    one.cell.value = valueOf(one)
    noted.set(one.cell, one.cell.value)
    check(one.cell)
  }
  written[0]?.cell.focus()
  to.push(written)
  keepDraft()
}

/** Does what a spreadsheet does for Ctrl and a letter; answers whether it was anything. */
function command(
  key: string,
  isShift: boolean,
  { cell, row, column }: NonNullable<ReturnType<typeof placeOf>>,
): boolean {
  // What is just being typed the browser itself takes back.
  const isTyping = cell.value !== noted.get(cell)
  if (key === 'z' && !isShift && !isTyping) step(done, undone, ({ was }) => was)
  else if ((key === 'y' || (key === 'z' && isShift)) && !isTyping) step(undone, done, ({ is }) => is)
  else if (key === 'd' || key === 'r') {
    const source = key === 'd' ? cellAt(row - 1, column) : cellAt(row, column - 1)
    if (source) fill([[cell, source.value]])
  } else return false
  return true
}

/** Brings back what was typed before a reload. Where the figure has changed since, the server will say so: it is told what stood there then. */
function restoreDraft(): void {
  const stored: unknown = JSON.parse(sessionStorage.getItem(draftKey) ?? '[]')
  const draft = Array.isArray(stored) ? stored : []
  let restored = 0
  for (const entry of draft) {
    const [name, before, value]: unknown[] = Array.isArray(entry) ? entry : []
    const cell = cells.find((one) => one.name === name)
    const standing = cell && beforeOf(cell)
    if (!cell || !standing || isTyped(cell) || typeof before !== 'string' || typeof value !== 'string') continue
    standing.value = before
    cell.value = value
    noted.set(cell, value)
    check(cell)
    restored += 1
  }
  const notice = document.querySelector<HTMLElement>('[data-kept]')
  if (notice && restored > 0) notice.hidden = false
  notice?.querySelector('button')?.addEventListener('click', () => {
    sessionStorage.removeItem(draftKey)
    sent = true
    window.location.reload()
  })
}

/** Leaving with something typed and not saved asks first. */
let sent = false

/** Makes the sheet of figures, where this page has one, behave as people know it from a spreadsheet. */
export function startGrid(): void {
  if (!sheet) return
  sheet.addEventListener('change', (event) => {
    const place = placeOf(event.target)
    if (place) note([{ cell: place.cell, was: noted.get(place.cell) ?? '', is: place.cell.value }])
  })

  sheet.addEventListener('input', keepDraft)

  sheet.addEventListener('keydown', (event) => {
    const place = placeOf(event.target)
    if (toCheck.size > 0) checkSoon([])
    if (!place || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (command(event.key.toLowerCase(), event.shiftKey, place)) event.preventDefault()
      return
    }
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

  sheet.addEventListener('paste', (event) => {
    const place = placeOf(event.target)
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!place || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    fill(
      cellsOfText(text).flatMap((line, down) =>
        line.flatMap((value, across) => {
          const cell = cellAt(place.row + down, place.column + across)
          return cell ? [[cell, value.trim()] as const] : []
        }),
      ),
    )
  })

  sheet.addEventListener('submit', () => {
    sent = true
  })

  window.addEventListener('beforeunload', (event) => {
    if (!sent && cells.some(isTyped)) event.preventDefault()
  })

  // What has been saved is no draft any more.
  if (new URLSearchParams(window.location.search).has(deskParameters.saved)) sessionStorage.removeItem(draftKey)
  else restoreDraft()
}
