import type { SourceRow } from '@pejling/domain/intake/source-table'
import { Parser } from 'htmlparser2'
import { CellLimit } from './cell-limit.ts'
import { MergedCells, type MergedRange } from './merged.ts'
import type { OpenFile } from './open-file.ts'
import { unreadable } from './unreadable.ts'

interface HtmlTable {
  caption: string
  readonly rows: { readonly cells: (string | null)[]; isHidden: boolean }[]
  readonly merges: MergedRange[]
  /** By column: the first row that no cell from above reaches into. */
  readonly freeFrom: number[]
}

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
const spanOf = (text: string | undefined): number => Math.min(Math.max(1, Number.parseInt(text ?? '1', 10) || 1), 1000)
const isHiddenBy = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes || /display:\s*none/i.test(attributes['style'] ?? '')

/** Follows the elements of a page and keeps its tables, and the words around them. */
class HtmlTables {
  readonly tables: HtmlTable[] = []
  /** What stands outside of any table, a line each. */
  readonly words: string[] = []
  private readonly open: HtmlTable[] = []
  private readonly limit = new CellLimit()
  private text = ''
  private spans = { wide: 1, high: 1 }
  private inCell = false
  private ignored = 0

  openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (['script', 'style', 'title', 'xml'].includes(name)) this.ignored += 1
    if (name === 'table') {
      this.endWords()
      const table: HtmlTable = { caption: '', rows: [], merges: [], freeFrom: [] }
      this.open.push(table)
      this.tables.push(table)
      return
    }
    const table = this.open.at(-1)
    if (name === 'tr' && table) table.rows.push({ cells: [], isHidden: isHiddenBy(attributes) })
    else if ((name === 'td' || name === 'th' || name === 'caption') && table) {
      if (name !== 'caption' && table.rows.length === 0) table.rows.push({ cells: [], isHidden: false })
      this.text = ''
      this.inCell = true
      this.spans = { wide: spanOf(attributes['colspan']), high: spanOf(attributes['rowspan']) }
    } else if (name === 'br') this.text += '\n'
    else if (!this.inCell && /^(?:p|div|h[1-6]|li)$/.test(name)) this.endWords()
  }

  write(text: string): void {
    if (this.ignored === 0) this.text += this.inCell ? text.replace(/\s+/g, ' ') : text
  }

  closeTag(name: string): void {
    if (['script', 'style', 'title', 'xml'].includes(name)) this.ignored -= 1
    const table = this.open.at(-1)
    if (name === 'caption' && table) {
      table.caption = tidy(this.text)
      this.endCell()
    } else if ((name === 'td' || name === 'th') && table && this.inCell) {
      this.addCell(table, tidy(this.text))
      this.endCell()
    } else if (name === 'table') {
      this.open.pop()
      this.endCell()
    } else if (!this.inCell && /^(?:p|div|h[1-6]|li|body|html)$/.test(name)) this.endWords()
  }

  endWords(): void {
    const words = tidy(this.text)
    if (words !== '' && !this.inCell) this.words.push(words)
    this.text = ''
  }

  private endCell(): void {
    this.text = ''
    this.inCell = false
  }

  /** Places a cell where the HTML table model puts it: in the next column that no cell from above reaches into. */
  private addCell({ rows, merges, freeFrom }: HtmlTable, text: string): void {
    const cells = rows.at(-1)?.cells
    if (!cells) return
    const startRow = rows.length - 1
    while ((freeFrom[cells.length] ?? 0) > startRow) cells.push(null)
    const startCol = cells.length
    const { wide, high } = this.spans
    this.limit.add(wide)
    cells.push(text === '' ? null : text)
    for (let at = 0; at < wide; at += 1) {
      if (at > 0) cells.push(null)
      freeFrom[startCol + at] = startRow + high
    }
    if (wide > 1 || high > 1) {
      merges.push({ startRow, startCol, endRow: startRow + high - 1, endCol: startCol + wide - 1 })
    }
  }
}

function* rowsOf({ rows, merges }: HtmlTable): Generator<SourceRow> {
  const merged = new MergedCells(merges)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const [index, { cells, isHidden }] of rows.entries()) {
    yield { row: index + 1, cells: merged.fill(index, cells, width), ...(isHidden && { isHidden }) }
  }
}

/**
 * Opens the tables of a page, as systems send them under the name .xls: one sheet each, with the caption or the number of the
 * table for its name. Throws an UnreadableFileError where there is none.
 */
export function openHtml(text: string): OpenFile {
  const found = new HtmlTables()
  const parser = new Parser({
    onopentag: (name, attributes) => found.openTag(name, attributes),
    ontext: (piece) => found.write(piece),
    onclosetag: (name) => found.closeTag(name),
    onend: () => found.endWords(),
  })
  parser.write(text)
  parser.end()
  const tables = found.tables.filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell !== null)))
  if (tables.length === 0) {
    throw unreadable(
      'Det er en internetside uden tabeller. Hent selve filen med tal, eller kopiér tabellen til et regneark.',
      'This is a web page without tables. Fetch the file with the figures itself, or copy the table to a spreadsheet.',
    )
  }
  const [title = null, ...notes] = found.words
  const names = new Set<string>()
  const sheets = tables.map((table, index) => {
    const wanted = table.caption === '' ? `Tabel ${index + 1}` : table.caption
    const name = names.has(wanted) ? `${wanted} (${index + 1})` : wanted
    names.add(name)
    const about = { title: table.caption === '' ? title : table.caption, unit: null, source: null, notes }
    return { name, about, rows: () => rowsOf(table) }
  })
  return { format: 'html', dialect: null, large: false, sheets }
}
