import type { SourceCell, SourceRow } from '@pejling/domain/intake/source-table'
import { Parser } from 'htmlparser2'
import { CellLimit } from './cell-limit.ts'
import { MergedCells, type MergedRange } from './merged.ts'
import type { OpenFile } from './open-file.ts'
import { zipEntryText } from './zip-entries.ts'

/** How many times may a cell or row with something in it be said to be repeated; one without is only counted. */
const mostRepeats = 10_000
/** Rows beyond this no spreadsheet has. */
const lastRow = 1_048_576

type Attributes = Readonly<Record<string, string>>

const countOf = (text: string | undefined): number => Math.max(1, Number.parseInt(text ?? '1', 10) || 1)

/** A percentage is kept as a fraction: 0.715 is shown as 71.5 %. */
const asPercent = (fraction: number): SourceCell => ({ percent: Number((fraction * 100).toPrecision(15)) })

/** A cell as it is written: its value by its type, and the text that is shown. */
function toCell(attributes: Attributes, shown: string, inPercent: boolean): SourceCell {
  const value = Number(attributes['office:value'])
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency': {
      if (!Number.isFinite(value)) return shown
      if (inPercent) return asPercent(value)
      const [unit = ''] = /[\p{L}%‰$€£][\p{L}%‰$€£. ]*$/u.exec(shown.replace(/e[+-]?\d+$/i, '')) ?? []
      return unit === '' ? value : { number: value, unit: unit.trim() }
    }
    case 'percentage':
      return Number.isFinite(value) ? asPercent(value) : shown
    case 'date': {
      const [date = '', time = ''] = (attributes['office:date-value'] ?? '').split('T')
      if (date === '') return shown
      if (time !== '' && !time.startsWith('00:00:00')) return `${date}T${time}`
      return { date, shows: datePartsShown(shown) }
    }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
    case undefined:
      // A formula that has not been calculated has no value.
      return shown === '' ? (attributes['table:formula'] ?? null) : shown
    default:
      return shown === '' ? (attributes['office:string-value'] ?? null) : shown
  }
}

/** Which parts of a date are shown: a day has three, `feb 25` two, `2021` one. */
function datePartsShown(shown: string): 'year' | 'month' | 'day' {
  const parts = shown.match(/[\p{L}\d]+/gu)?.length ?? 3
  return parts === 1 ? 'year' : parts === 2 ? 'month' : 'day'
}

interface OdsSheet {
  readonly name: string
  isHidden: boolean
  readonly rows: SourceRow[]
  readonly merges: MergedRange[]
  readonly hiddenColumns: number[]
  width: number
}

/** Follows the elements of content.xml and keeps the sheets. */
class OdsSheets {
  readonly sheets: OdsSheet[] = []
  private readonly limit = new CellLimit()
  private readonly hiddenStyles = new Set<string>()
  /** Data styles in percent, and the cell styles that use a data style. */
  private readonly percentStyles = new Set<string>()
  private readonly dataStyles = new Map<string, string>()
  private styleName = ''
  private row = 0
  private column = 0
  private columnsSeen = 0
  private rowAttributes: Attributes = {}
  private cells: SourceCell[] = []
  private cell: Attributes | null = null
  private paragraphs: string[] = []
  private depthOfNotes = 0

  open(name: string, attributes: Attributes): void {
    const sheet = this.sheets.at(-1)
    if (name === 'style:style') {
      this.styleName = attributes['style:name'] ?? ''
      this.dataStyles.set(this.styleName, attributes['style:data-style-name'] ?? '')
    } else if (name === 'number:percentage-style') this.percentStyles.add(attributes['style:name'] ?? '')
    else if (name === 'style:table-properties' && attributes['table:display'] === 'false') {
      this.hiddenStyles.add(this.styleName)
    } else if (name === 'table:table') {
      const isHidden = this.hiddenStyles.has(attributes['table:style-name'] ?? '')
      const title = attributes['table:name'] ?? `Ark${this.sheets.length + 1}`
      this.sheets.push({ name: title, isHidden, rows: [], merges: [], hiddenColumns: [], width: 0 })
      ;[this.row, this.columnsSeen] = [0, 0]
    } else if (!sheet) return
    else if (name === 'table:table-column') this.openColumn(sheet, attributes)
    else if (name === 'table:table-row') {
      this.rowAttributes = attributes
      ;[this.cells, this.column] = [[], 0]
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.cell = attributes
      this.paragraphs = []
    } else if (name === 'office:annotation') this.depthOfNotes += 1
    else if (this.depthOfNotes > 0 || this.cell === null) return
    else if (name === 'text:p') this.paragraphs.push('')
    else if (name === 'text:s') this.write(' '.repeat(Math.min(countOf(attributes['text:c']), mostRepeats)))
    else if (name === 'text:tab') this.write('\t')
    else if (name === 'text:line-break') this.write('\n')
  }

  write(text: string): void {
    const last = this.paragraphs.length - 1
    if (this.cell !== null && this.depthOfNotes === 0 && last >= 0) this.paragraphs[last] += text
  }

  close(name: string): void {
    const sheet = this.sheets.at(-1)
    if (!sheet) return
    if (name === 'office:annotation') this.depthOfNotes -= 1
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.closeCell(sheet)
    else if (name === 'table:table-row') this.closeRow(sheet)
  }

  private isPercent(attributes: Attributes): boolean {
    return this.percentStyles.has(this.dataStyles.get(attributes['table:style-name'] ?? '') ?? '')
  }

  private openColumn(sheet: OdsSheet, attributes: Attributes): void {
    const count = Math.min(countOf(attributes['table:number-columns-repeated']), mostRepeats)
    const isHidden = ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '')
    if (isHidden) sheet.hiddenColumns.push(...Array.from({ length: count }, (_, at) => this.columnsSeen + at))
    this.columnsSeen += count
  }

  private closeCell(sheet: OdsSheet): void {
    const attributes = this.cell ?? {}
    this.cell = null
    const content = toCell(attributes, this.paragraphs.join('\n'), this.isPercent(attributes))
    const columns = countOf(attributes['table:number-columns-repeated'])
    const [wide, high] = [
      countOf(attributes['table:number-columns-spanned']),
      countOf(attributes['table:number-rows-spanned']),
    ]
    if (wide > 1 || high > 1) {
      const [startRow, startCol] = [this.row, this.column]
      sheet.merges.push({ startRow, startCol, endRow: startRow + high - 1, endCol: startCol + wide - 1 })
    }
    this.column += columns
    if (content === null || content === '') return
    while (this.cells.length < this.column - columns) this.cells.push(null)
    for (let at = 0; at < Math.min(columns, mostRepeats); at += 1) this.cells.push(content)
  }

  private closeRow(sheet: OdsSheet): void {
    const repeats = countOf(this.rowAttributes['table:number-rows-repeated'])
    const isHidden = ['collapse', 'filter'].includes(this.rowAttributes['table:visibility'] ?? '')
    sheet.width = Math.max(sheet.width, this.cells.length)
    const isTouched = this.cells.length > 0 || sheet.merges.some(({ endRow }) => endRow >= this.row)
    if (isTouched) {
      for (let at = 0; at < Math.min(repeats, mostRepeats) && this.row + at < lastRow; at += 1) {
        this.limit.add(this.cells.length + 1)
        sheet.rows.push({ row: this.row + at + 1, cells: this.cells, ...(isHidden && { isHidden }) })
      }
    }
    this.row += repeats
  }
}

function* rowsOf({ rows, merges, width }: OdsSheet): Generator<SourceRow> {
  const merged = new MergedCells(merges)
  for (const row of rows) yield { ...row, cells: merged.fill(row.row - 1, row.cells, width) }
}

/** Opens an OpenDocument workbook (.ods). */
export async function openOds(bytes: Buffer): Promise<OpenFile> {
  const found = new OdsSheets()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => found.open(name, attributes),
      ontext: (text) => found.write(text),
      onclosetag: (name) => found.close(name),
    },
    { xmlMode: true, decodeEntities: true },
  )
  for await (const piece of zipEntryText(bytes, 'content.xml')) parser.write(piece)
  parser.end()
  const sheets = found.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    hiddenColumns: sheet.hiddenColumns.filter((column) => column < sheet.width),
    rows: () => rowsOf(sheet),
  }))
  return { format: 'ods', dialect: null, large: false, sheets }
}
