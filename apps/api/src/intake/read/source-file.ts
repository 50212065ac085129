import { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { widestTable } from '@pejling/domain/intake/mapping'
import {
  textsKept,
  type ColumnProfile,
  type Delimiter,
  type Dialect,
  type Encoding,
  type SourceCell,
  type SourceLook,
  type SourceRow,
  type SourceSheet,
} from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import { testimony } from '@pejling/domain/unit/read-number'
import { CsvError, parse } from 'csv-parse'
import { readOds, streamOdsRows } from 'hucre/ods'
import { readXlsx, streamXlsxRows, type CellValue, type Workbook } from 'hucre/xlsx'
import { unpackedSize } from './unpacked-size.ts'

/** A file somebody sent, to be read as often as needed, a piece at a time. */
export interface SourceFile {
  /** In bytes. */
  readonly size: number
  readonly pieces: () => Iterable<Uint8Array>
}

/** Thrown where a file cannot be read: what is wrong with it, and what to do. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
  readonly problem: Text
  constructor(problem: Text) {
    super(problem.en)
    this.problem = problem
  }
}

/** Is told how far the reading has come, in bytes of the file; a workbook does not say. */
export type OnRead = (bytes: number) => void

const unreadable = (da: string, en: string): UnreadableFileError => new UnreadableFileError({ da, en })

/** Workbooks above this, in bytes, are read row by row, without how their cells are shown: packed, and unpacked. */
const [wholeUpTo, wholeUnpackedUpTo] = [1_000_000, 20_000_000]
/** A workbook may hold so many bytes, unpacked. */
const largestUnpacked = 250_000_000
/** So many rows are shown when somebody says what a file means. */
const rowsShown = 40
/** So many rows tell what is in a column. */
const rowsProfiled = 20_000
/** No record of a text file is longer; one that seems to be has a quotation mark too many. */
const longestRecord = 1_000_000

/** So much of a file tells what it is, in bytes or letters. */
const tellingSize = 20_000

function beginning({ pieces }: SourceFile): Uint8Array {
  const found: Uint8Array[] = []
  let size = 0
  for (const piece of pieces()) {
    found.push(piece)
    size += piece.length
    if (size >= tellingSize) break
  }
  return Buffer.concat(found)
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const contains = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes.subarray(0, 200)).includes(text)

function formatOf(first: Uint8Array): SourceLook['format'] {
  if (first.length === 0) throw unreadable('Filen er tom.', 'The file is empty.')
  if (startsWith(first, 0x50, 0x4b, 0x03, 0x04)) return contains(first, 'opendocument.spreadsheet') ? 'ods' : 'xlsx'
  if (startsWith(first, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw unreadable(
      'Det er en gammel Excel-fil (.xls), eller den er låst med en adgangskode. Gem den som .xlsx uden adgangskode.',
      'This is an old Excel file (.xls), or it is locked with a password. Save it as .xlsx without a password.',
    )
  }
  return 'text'
}

/** How a text without a mark of its own is encoded, by its zeros; `null`: it has none. */
function wideEncoding(first: Uint8Array): Encoding | null {
  if (startsWith(first, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(first, 0xfe, 0xff)) return 'utf-16be'
  const zeros = [0, 0]
  first.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return null
  const half = first.length / 2
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be'
  throw unreadable(
    'Det er ikke en tabel. Send en CSV-fil, en Excel-fil (.xlsx) eller en ODS-fil.',
    'This is not a table. Send a CSV file, an Excel file (.xlsx) or an ODS file.',
  )
}

function isUtf8({ pieces }: SourceFile): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (const piece of pieces()) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function* decoded(file: SourceFile, encoding: Encoding, onRead: OnRead): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  let read = 0
  try {
    for (const piece of file.pieces()) {
      const text = decoder.decode(piece, { stream: true })
      read += piece.length
      onRead(read)
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw unreadable(
      `Filen er ikke i ${encoding} omkring byte ${read}. Vælg en anden tegnkodning.`,
      `The file is not in ${encoding} around byte ${read}. Choose another encoding.`,
    )
  }
}

/** The mark that divides the most lines, and most evenly; a tab before a semicolon before a comma. */
function delimiterOf(text: string): Delimiter {
  const lines = text
    .split(/\r\n?|\n/)
    .slice(0, 50)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '')
  const dividing = (mark: Delimiter): number => lines.filter((line) => line.includes(mark)).length
  const order: readonly Delimiter[] = ['\t', ';', ',', '|']
  const best = Math.max(...order.map(dividing))
  // A decimal comma stands on many lines, too; what comes first in the order needs only most of them.
  return order.find((mark) => best > 0 && dividing(mark) >= best * 0.6) ?? ';'
}

function dialectOf(file: SourceFile, given: Partial<Dialect>): Dialect {
  const encoding = given.encoding ?? wideEncoding(beginning(file)) ?? (isUtf8(file) ? 'utf-8' : 'windows-1252')
  let start = ''
  for (const text of decoded(file, encoding, () => undefined)) {
    start += text
    if (start.length >= tellingSize) break
  }
  return { encoding, delimiter: given.delimiter ?? delimiterOf(start) }
}

async function* textRows(file: SourceFile, dialect: Dialect, onRead: OnRead): AsyncGenerator<SourceRow> {
  let line = 1
  /** Where the records begin that have been found and not been taken yet. */
  const begins: number[] = []
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
    onRecord: (cells: string[], { lines }) => {
      begins.push(line)
      line = lines + 1
      return cells
    },
  })
  // What goes wrong on the way ends the parser with it, and so the loop below.
  pipeline(Readable.from(decoded(file, dialect.encoding, onRead)), parser, () => undefined)
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { row: begins.shift() ?? line, cells }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The record that could not be ended begins where the last whole one ended.
    throw unreadable(
      `Linje ${line}: et anførselstegn begynder, men slutter ikke (${error.code}). Ret linjen i filen.`,
      `Line ${line}: a quotation mark is opened and not closed (${error.code}). Correct the line in the file.`,
    )
  }
}

function toCell(value: CellValue | undefined): SourceCell {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' || typeof value === 'number' ? value : String(value)
}

const readers = {
  xlsx: {
    whole: readXlsx,
    stream: (bytes: Uint8Array, sheet: string) => streamXlsxRows(bytes, { sheet }),
  },
  ods: {
    whole: readOds,
    stream: (bytes: Uint8Array) => streamOdsRows(bytes),
  },
} as const

/** A percentage is kept as a fraction: 0.715 is shown as 71.5 %. */
const asPercent = (fraction: number): SourceCell => ({ percent: Number((fraction * 100).toPrecision(15)) })

function* wholeRows({ sheets }: Workbook, name: string): Generator<SourceRow> {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) return
  for (const [index, values] of sheet.rows.entries()) {
    const cells = values.map((value, column) => {
      const shown = sheet.cells?.get(`${index},${column}`)?.style?.numFmt
      return typeof value === 'number' && shown?.includes('%') === true ? asPercent(value) : toCell(value)
    })
    yield { row: index + 1, cells }
  }
}

/** A workbook in memory, packed as it came. */
interface PackedWorkbook {
  readonly format: 'xlsx' | 'ods'
  readonly bytes: Uint8Array
  /** Whether it is read row by row, because it would take much memory whole. */
  readonly large: boolean
}

/**
 * Takes a workbook into memory after measuring what it unpacks to: a small file can hold a thousand times its size. Throws an
 * {@link UnreadableFileError} where that is more than any workbook may hold.
 */
async function openWorkbook(file: SourceFile, format: PackedWorkbook['format']): Promise<PackedWorkbook> {
  const bytes = Buffer.concat([...file.pieces()])
  const unpacked = await unpackedSize(bytes, largestUnpacked)
  if (unpacked > largestUnpacked) {
    const most = largestUnpacked / 1_000_000
    throw unreadable(
      `Regnearket fylder mere end ${most} MB, når det pakkes ud. Del det i flere filer, eller gem arket som CSV.`,
      `The workbook holds more than ${most} MB when it is unpacked. Divide it into several files, or save the sheet as CSV.`,
    )
  }
  return { format, bytes, large: bytes.length > wholeUpTo || unpacked > wholeUnpackedUpTo }
}

/** Runs a reader of workbooks; what it stumbles on is in the file. */
async function inWorkbook<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableFileError || !(error instanceof Error)) throw error
    throw unreadable(
      `Regnearket kan ikke læses (${error.message}). Åbn det i Excel, og gem det igen.`,
      `The workbook cannot be read (${error.message}). Open it in Excel and save it again.`,
    )
  }
}

async function sheetNames({ format, bytes }: PackedWorkbook): Promise<string[]> {
  const names = new Set<string>()
  await readers[format].whole(bytes, {
    sheets: ({ name }) => {
      names.add(name)
      return false
    },
  })
  return [...names]
}

async function* workbookRows(
  { format, bytes, large }: PackedWorkbook,
  sheet: string,
  names: readonly string[],
): AsyncGenerator<SourceRow> {
  if (!large) {
    yield* wholeRows(await readers[format].whole(bytes, { sheets: [sheet], readStyles: true }), sheet)
    return
  }
  const wanted = names.indexOf(sheet)
  for await (const { index, sheetIndex, values } of readers[format].stream(bytes, sheet)) {
    if (sheetIndex === undefined || sheetIndex === wanted) yield { row: index + 1, cells: values.map(toCell) }
  }
}

/** Keeps what a sheet tells of its columns while its rows go by. */
class Profiler {
  private readonly texts: Map<string, number>[] = []
  private readonly points: number[] = []
  private readonly commas: number[] = []
  readonly rows: SourceRow[] = []
  private seen = 0

  /** Takes a row; answers whether more would tell more. */
  add({ row, cells }: SourceRow): boolean {
    if (cells.length > widestTable) {
      throw unreadable(
        `Række ${row} har ${cells.length} kolonner; der kan være ${widestTable}. Del tabellen.`,
        `Row ${row} has ${cells.length} columns; there can be ${widestTable}. Divide the table.`,
      )
    }
    if (this.rows.length < rowsShown && cells.some((cell) => cell !== null && cell !== ''))
      this.rows.push({ row, cells })
    cells.forEach((cell, column) => {
      const texts = (this.texts[column] ??= new Map())
      if (typeof cell !== 'string') return
      const text = cell.trim()
      if (text === '') return
      const tells = testimony(text.replace(/\s*%$/, '').replace(/(?<=\d)[ \u00A0\u202F'’](?=\d{3}(?!\d))/g, ''))
      if (tells === '.') this.points[column] = (this.points[column] ?? 0) + 1
      if (tells === ',') this.commas[column] = (this.commas[column] ?? 0) + 1
      if (tells === 'none' && texts.size < textsKept && !texts.has(text)) texts.set(text, row)
    })
    this.seen += 1
    return this.seen < rowsProfiled
  }

  columns(): ColumnProfile[] {
    return Array.from(this.texts, (texts, column) => ({
      texts: [...(texts ?? [])].map(([text, row]) => ({ text, row })),
      points: this.points[column] ?? 0,
      commas: this.commas[column] ?? 0,
    }))
  }
}

async function profile(name: string, rows: AsyncIterable<SourceRow>): Promise<SourceSheet> {
  const profiler = new Profiler()
  for await (const row of rows) if (!profiler.add(row)) break
  return { name, rows: profiler.rows, columns: profiler.columns() }
}

/** So many sheets of a workbook are looked at. */
const sheetsShown = 20

/**
 * Looks at a file: what it is, how it is written, and how its sheets begin. What somebody has said of how it is written goes
 * before what it seems. Throws an {@link UnreadableFileError} for what is no table.
 */
export async function lookAt(file: SourceFile, given: Partial<Dialect> = {}): Promise<SourceLook> {
  const format = formatOf(beginning(file))
  if (format === 'text') {
    const dialect = dialectOf(file, given)
    const sheet = await profile(
      '',
      textRows(file, dialect, () => undefined),
    )
    return { format, dialect, sheets: [sheet], large: false }
  }
  return inWorkbook(async () => {
    const workbook = await openWorkbook(file, format)
    const names = await sheetNames(workbook)
    const sheets: SourceSheet[] = []
    for (const name of names.slice(0, sheetsShown))
      sheets.push(await profile(name, workbookRows(workbook, name, names)))
    return { format, dialect: null, sheets, large: workbook.large }
  })
}

/**
 * The rows of a sheet from the first to the last, one at a time. Throws an {@link UnreadableFileError} where the file turns out
 * to be broken.
 */
export async function* readRows(
  file: SourceFile,
  { dialect, sheet }: { readonly dialect: Dialect | null; readonly sheet: string },
  onRead: OnRead,
): AsyncGenerator<SourceRow> {
  const format = formatOf(beginning(file))
  if (format === 'text') {
    yield* textRows(file, dialect ?? dialectOf(file, {}), onRead)
    return
  }
  const workbook = await inWorkbook(() => openWorkbook(file, format))
  const names = await inWorkbook(() => sheetNames(workbook))
  const rows = workbookRows(workbook, sheet, names)
  for (;;) {
    const next = await inWorkbook(() => rows.next())
    if (next.done === true) return
    yield next.value
  }
}
