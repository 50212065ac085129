import type { SourceCell, SourceRow } from '@pejling/domain/intake/source-table'
import { Parser } from 'htmlparser2'
import { CellLimit } from './cell-limit.ts'
import { MergedCells, type MergedRange } from './merged.ts'
import { datePartsOf, shownNumber } from './number-format.ts'
import type { OpenFile } from './open-file.ts'

/** Formats that have a name instead of a pattern. */
const namedFormats: Readonly<Record<string, string>> = {
  Percent: '0.00%',
  'General Date': 'd',
  'Short Date': 'd',
  'Medium Date': 'd',
  'Long Date': 'd',
}

type Attributes = Readonly<Record<string, string>>

function toCell(type: string, text: string, format: string): SourceCell {
  if (text === '') return null
  if (type === 'Number' && Number.isFinite(Number(text))) {
    const value = Number(text)
    const { isPercent, unit } = shownNumber(format, value)
    if (isPercent) return { percent: Number((value * 100).toPrecision(15)) }
    return unit === '' ? value : { number: value, unit }
  }
  if (type === 'DateTime') {
    const [date = '', time = ''] = text.split('T')
    return time.startsWith('00:00:00') || time === '' ? { date, shows: datePartsOf(format || 'd') } : text
  }
  if (type === 'Boolean') return text === '1' ? 'TRUE' : 'FALSE'
  return text
}

interface XmlSheet {
  readonly name: string
  isHidden: boolean
  readonly rows: { readonly row: number; readonly cells: SourceCell[]; readonly isHidden: boolean }[]
  readonly merges: MergedRange[]
  readonly hiddenColumns: number[]
}

/** Follows the elements of a workbook; the prefix of their names does not count. */
class XmlSheets {
  readonly sheets: XmlSheet[] = []
  private readonly limit = new CellLimit()
  private readonly formats = new Map<string, string>()
  private style = ''
  private row = 0
  private column = 0
  private columnsSeen = 0
  private cell: { readonly column: number; readonly style: string } = { column: 0, style: '' }
  private data: { type: string; text: string } | null = null
  private text: string | null = null

  open(tag: string, given: Attributes): void {
    const name = tag.replace(/^\w+:/, '')
    const attributes = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key.replace(/^\w+:/, ''), value]),
    )
    const at = (key: string): number | null => {
      const number = Number.parseInt(attributes[key] ?? '', 10)
      return Number.isInteger(number) && number >= 0 && number <= 1_048_576 ? number : null
    }
    const sheet = this.sheets.at(-1)
    if (name === 'Style') this.style = attributes['ID'] ?? ''
    else if (name === 'NumberFormat') {
      const format = attributes['Format'] ?? ''
      this.formats.set(this.style, namedFormats[format] ?? format)
    } else if (name === 'Worksheet') {
      const title = attributes['Name'] ?? `Ark${this.sheets.length + 1}`
      this.sheets.push({ name: title, isHidden: false, rows: [], merges: [], hiddenColumns: [] })
      ;[this.row, this.columnsSeen] = [0, 0]
    } else if (name === 'Visible') this.text = ''
    else if (!sheet) return
    else if (name === 'Column') {
      const first = (at('Index') ?? this.columnsSeen + 1) - 1
      const next = first + 1 + Math.min(at('Span') ?? 0, 500)
      if (attributes['Hidden'] === '1')
        for (let column = first; column < next; column += 1) sheet.hiddenColumns.push(column)
      this.columnsSeen = next
    } else if (name === 'Row') {
      this.row = at('Index') ?? this.row + 1
      this.column = 0
      sheet.rows.push({ row: this.row, cells: [], isHidden: attributes['Hidden'] === '1' })
    } else if (name === 'Cell') {
      this.column = Math.max(1, at('Index') ?? this.column + 1) - 1
      this.cell = { column: this.column, style: attributes['StyleID'] ?? '' }
      const [wide, high] = [at('MergeAcross') ?? 0, at('MergeDown') ?? 0]
      const [startRow, startCol] = [this.row - 1, this.column]
      if (wide > 0 || high > 0) {
        sheet.merges.push({ startRow, startCol, endRow: startRow + high, endCol: startCol + wide })
      }
      // A formula that has not been calculated has no data.
      if (attributes['Formula'] !== undefined) this.put(sheet, attributes['Formula'])
      this.column += 1 + wide
    } else if (name === 'Data') this.data = { type: attributes['Type'] ?? 'String', text: '' }
  }

  write(text: string): void {
    if (this.data) this.data.text += text
    else if (this.text !== null) this.text += text
  }

  close(tag: string): void {
    const name = tag.replace(/^\w+:/, '')
    const sheet = this.sheets.at(-1)
    if (name === 'Visible' && sheet) {
      sheet.isHidden = /hidden/i.test(this.text ?? '')
      this.text = null
    } else if (name === 'Data' && this.data && sheet) {
      const format = this.formats.get(this.cell.style) ?? ''
      this.put(sheet, toCell(this.data.type, this.data.text, format))
      this.data = null
    }
  }

  private put(sheet: XmlSheet, content: SourceCell): void {
    const cells = sheet.rows.at(-1)?.cells
    if (!cells) return
    const { column } = this.cell
    this.limit.add(Math.max(1, column - cells.length))
    while (cells.length < column) cells.push(null)
    cells[column] = content
  }
}

function* rowsOf({ rows, merges }: XmlSheet): Generator<SourceRow> {
  const merged = new MergedCells(merges)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const { row, cells, isHidden } of rows) {
    yield { row, cells: merged.fill(row - 1, cells, width), ...(isHidden && { isHidden }) }
  }
}

/** Opens a workbook in the XML of Excel 2003 (SpreadsheetML), which systems send under the names .xml and .xls. */
export function openSpreadsheetMl(text: string): OpenFile {
  const found = new XmlSheets()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => found.open(name, attributes),
      ontext: (piece) => found.write(piece),
      onclosetag: (name) => found.close(name),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  parser.end()
  const sheets = found.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    hiddenColumns: sheet.hiddenColumns,
    rows: () => rowsOf(sheet),
  }))
  return { format: 'spreadsheetml', dialect: null, large: false, sheets }
}
