import { writeOds } from 'hucre/ods'
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'

/** A cell as a person has typed it. Formats are those of Excel. */
export type Typed =
  | string
  | number
  | null
  | { readonly percent: number }
  | { readonly number: number; readonly format: string; readonly shown: string }
  | { readonly date: string; readonly format: string; readonly shown: string }

export interface TypedSheet {
  readonly name?: string
  readonly rows: readonly (readonly Typed[])[]
  /** Merged ranges: first row and column, last row and column, counted from 0. */
  readonly merges?: readonly (readonly [number, number, number, number])[]
  readonly hiddenRows?: readonly number[]
  readonly isHidden?: boolean
}

/** How a file is written. */
export const containers = [
  'csv',
  'csv-ansi',
  'csv-bom',
  'csv-en',
  'tsv-utf16',
  'xlsx',
  'ods',
  'html',
  'xml2003',
] as const
export type Container = (typeof containers)[number]

/** Letters of Windows-1252 that are no Latin-1. */
const windowsLetters: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '…': 0x85,
  '‰': 0x89,
}
const toWindows = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => windowsLetters[letter] ?? letter.codePointAt(0) ?? 0))

function asText(cell: Typed, decimal: ',' | '.'): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  const written = (number: number): string => String(number).replace('.', decimal)
  if (typeof cell === 'number') return written(cell)
  if ('percent' in cell) return `${written(cell.percent)} %`
  return cell.shown
}

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function delimited(rows: TypedSheet['rows'], delimiter: string, decimal: ',' | '.'): string {
  return (
    rows.map((row) => row.map((cell) => quoted(asText(cell, decimal), delimiter)).join(delimiter)).join('\r\n') + '\r\n'
  )
}

function toWriteSheet({ name = 'Ark1', rows, merges = [], hiddenRows = [], isHidden = false }: TypedSheet): WriteSheet {
  const cells = new Map<string, { value: CellValue; style: { numFmt: string } }>()
  const values = rows.map((row, at) =>
    row.map((cell, column): CellValue => {
      if (typeof cell !== 'object' || cell === null) return cell
      const [value, numFmt] =
        'percent' in cell
          ? ([Number((cell.percent / 100).toPrecision(12)), '0.0%'] as const)
          : 'number' in cell
            ? ([cell.number, cell.format] as const)
            : ([new Date(`${cell.date}T00:00:00Z`), cell.format] as const)
      cells.set(`${at},${column}`, { value, style: { numFmt } })
      return value
    }),
  )
  return {
    name,
    rows: values,
    cells,
    merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
    rowDefs: new Map(hiddenRows.map((row) => [row, { hidden: true }])),
    hidden: isHidden,
  }
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A table as systems write it that send HTML under the name .xls. */
function html(sheets: readonly TypedSheet[]): string {
  const tables = sheets.map(({ rows, merges = [] }) => {
    const body = rows.map((row, at) => {
      const cells = row.map((cell, column) => {
        const range = merges.find(
          ([top, left, bottom, right]) => at >= top && at <= bottom && column >= left && column <= right,
        )
        if (range && (range[0] !== at || range[1] !== column)) return ''
        const spans = range ? ` colspan="${range[3] - range[1] + 1}" rowspan="${range[2] - range[0] + 1}"` : ''
        return `<td${spans}>${escaped(asText(cell, ',')).replace(/\n/g, '<br>')}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    return `<table border=1>${body.join('\n')}</table>`
  })
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"@"}</style></head><body>${tables.join('<br>')}</body></html>`
}

/** A workbook in the XML of Excel 2003. */
function xml2003(sheets: readonly TypedSheet[]): string {
  const formats = new Map<string, string>()
  const styleOf = (format: string): string => {
    const known = formats.get(format) ?? `s${21 + formats.size}`
    formats.set(format, known)
    return ` ss:StyleID="${known}"`
  }
  const cellOf = (cell: Typed, index: number, merged: string): string => {
    const open = (style: string): string => `<Cell ss:Index="${index + 1}"${merged}${style}>`
    if (cell === null) return merged === '' ? '' : `${open('')}</Cell>`
    if (typeof cell === 'string') return `${open('')}<Data ss:Type="String">${escaped(cell)}</Data></Cell>`
    if (typeof cell === 'number') return `${open('')}<Data ss:Type="Number">${cell}</Data></Cell>`
    if ('percent' in cell) {
      return `${open(styleOf('0.0%'))}<Data ss:Type="Number">${Number((cell.percent / 100).toPrecision(12))}</Data></Cell>`
    }
    if ('number' in cell) return `${open(styleOf(cell.format))}<Data ss:Type="Number">${cell.number}</Data></Cell>`
    return `${open(styleOf(cell.format))}<Data ss:Type="DateTime">${cell.date}T00:00:00.000</Data></Cell>`
  }
  const body = sheets.map(({ name = 'Ark1', rows, merges = [], hiddenRows = [] }) => {
    const lines = rows.map((row, at) => {
      const cells = row.map((cell, column) => {
        const range = merges.find(
          ([top, left, bottom, right]) => at >= top && at <= bottom && column >= left && column <= right,
        )
        if (range && (range[0] !== at || range[1] !== column)) return ''
        const merged = range ? ` ss:MergeAcross="${range[3] - range[1]}" ss:MergeDown="${range[2] - range[0]}"` : ''
        return cellOf(cell, column, merged)
      })
      return `<Row${hiddenRows.includes(at) ? ' ss:Hidden="1"' : ''}>${cells.join('')}</Row>`
    })
    return `<Worksheet ss:Name="${escaped(name)}"><Table>${lines.join('')}</Table></Worksheet>`
  })
  const styles = Array.from(
    formats,
    ([format, id]) =>
      `<Style ss:ID="${id}"><NumberFormat ss:Format="${escaped(format).replaceAll('"', '&quot;')}"/></Style>`,
  )
  return `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>${styles.join('')}</Styles>${body.join('')}</Workbook>`
}

const writers: Readonly<Record<Container, (sheets: readonly TypedSheet[]) => Uint8Array | Promise<Uint8Array>>> = {
  csv: (sheets) => Buffer.from(delimited(firstRows(sheets), ';', ',')),
  'csv-ansi': (sheets) => toWindows(delimited(firstRows(sheets), ';', ',')),
  'csv-bom': (sheets) => Buffer.from(`\uFEFF${delimited(firstRows(sheets), ';', ',')}`),
  'csv-en': (sheets) => Buffer.from(delimited(firstRows(sheets), ',', '.')),
  'tsv-utf16': (sheets) => Buffer.from(`\uFEFF${delimited(firstRows(sheets), '\t', ',')}`, 'utf16le'),
  xlsx: (sheets) => writeXlsx({ sheets: sheets.map(toWriteSheet) }),
  ods: (sheets) => writeOds({ sheets: sheets.map(toWriteSheet) }),
  html: (sheets) => Buffer.from(html(sheets)),
  xml2003: (sheets) => Buffer.from(xml2003(sheets)),
}

const firstRows = (sheets: readonly TypedSheet[]): TypedSheet['rows'] => sheets[0]?.rows ?? []

/** The bytes of sheets in a container; text files have one sheet only. */
export const writeSheets = async (sheets: readonly TypedSheet[], container: Container): Promise<Uint8Array> =>
  writers[container](sheets)

/** What a container is called at the end of a file's name. */
export const extensionOf: Readonly<Record<Container, string>> = {
  csv: 'csv',
  'csv-ansi': 'ansi.csv',
  'csv-bom': 'bom.csv',
  'csv-en': 'en.csv',
  'tsv-utf16': 'utf16.txt',
  xlsx: 'xlsx',
  ods: 'ods',
  html: 'html.xls',
  xml2003: '2003.xml',
}
