import type { SourceFormat } from '@pejling/domain/intake/source-table'
import { allBytes, beginningOf, tellingSize, type SourceFile } from './source-bytes.ts'
import { encodingOf, textBeginning } from './text-encoding.ts'
import { unreadable, type UnreadableFileError } from './unreadable.ts'
import { zipNames } from './zip-entries.ts'

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

const oldWorkbook = (): UnreadableFileError =>
  unreadable(
    'Det er en gammel Excel-fil (.xls). Åbn den i Excel, og gem den som .xlsx.',
    'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.',
  )
const binaryWorkbook = (): UnreadableFileError =>
  unreadable(
    'Det er et binært Excel-regneark (.xlsb). Åbn det i Excel, og gem det som .xlsx.',
    'This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx.',
  )
const noTable = (da: string, en: string) => () =>
  unreadable(
    `Det er ${da}, ikke en tabel. Send tabellen som CSV-fil, Excel-fil (.xlsx) eller ODS-fil.`,
    `This is ${en}, not a table. Send the table as a CSV file, an Excel file (.xlsx) or an ODS file.`,
  )
const picture = noTable('et billede', 'a picture')
const archive = (): UnreadableFileError =>
  unreadable(
    'Det er en pakket fil (et arkiv). Pak den ud, og send tabellen i den.',
    'This is a packed file (an archive). Unpack it and send the table in it.',
  )

/** Files that are no tables, by the bytes they begin with. */
const refused: readonly (readonly [signature: readonly number[], refuse: () => UnreadableFileError])[] = [
  [ascii('%PDF'), noTable('en PDF-fil', 'a PDF file')],
  [ascii('{\\rtf'), noTable('et tekstdokument', 'a text document')],
  [[0x89, ...ascii('PNG')], picture],
  [[0xff, 0xd8, 0xff], picture],
  [ascii('GIF8'), picture],
  [ascii('BM'), picture],
  [[0x49, 0x49, 0x2a, 0x00], picture],
  [[0x4d, 0x4d, 0x00, 0x2a], picture],
  [[0x1f, 0x8b], archive],
  [ascii('7z'), archive],
  [ascii('Rar!'), archive],
  [ascii('PK\u0005\u0006'), archive],
  [ascii('SQLite format 3'), noTable('en database', 'a database')],
  [ascii('PAR1'), noTable('en Parquet-fil', 'a Parquet file')],
  // BIFF without a container around it: Excel 2 to 4.
  [[0x09, 0x00, 0x04, 0x00], oldWorkbook],
  [[0x09, 0x02, 0x06, 0x00], oldWorkbook],
  [[0x09, 0x04, 0x06, 0x00], oldWorkbook],
]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** What an OLE container holds: it is no table that can be read, but which one tells what to do. */
function refuseContainer(bytes: Buffer): UnreadableFileError {
  if (bytes.includes(utf16('EncryptedPackage'))) {
    return unreadable(
      'Regnearket er låst med en adgangskode. Gem det uden adgangskode.',
      'The workbook is locked with a password. Save it without a password.',
    )
  }
  if (bytes.includes(utf16('WordDocument'))) return noTable('et Word-dokument', 'a Word document')()
  if (bytes.includes(utf16('PowerPoint Document'))) return noTable('en præsentation', 'a presentation')()
  return oldWorkbook()
}

/** What a ZIP file is by what is in it. */
async function packedKind(bytes: Buffer): Promise<'xlsx' | 'ods'> {
  const names = await zipNames(bytes).catch(() => null)
  if (names === null) {
    throw unreadable(
      'Filen er ikke et Excel-regneark, eller den er gået i stykker undervejs. Åbn den i Excel, og gem den igen som .xlsx.',
      'The file is no Excel workbook, or it was damaged on the way. Open it in Excel and save it again as .xlsx.',
    )
  }
  const has = (test: (name: string) => boolean): boolean => names.some(test)
  if (has((name) => name === 'xl/workbook.bin')) throw binaryWorkbook()
  if (has((name) => name === '[Content_Types].xml') && has((name) => name.startsWith('xl/'))) return 'xlsx'
  if (has((name) => name === 'content.xml') && has((name) => name === 'mimetype')) {
    // The mimetype is stored first and never packed.
    if (bytes.subarray(0, 200).includes('opendocument.spreadsheet')) return 'ods'
    throw noTable('et OpenDocument, men ikke et regneark', 'an OpenDocument but no spreadsheet')()
  }
  if (has((name) => name.startsWith('word/'))) throw noTable('et Word-dokument', 'a Word document')()
  if (has((name) => name.startsWith('ppt/'))) throw noTable('en præsentation', 'a presentation')()
  if (has((name) => name.endsWith('.iwa'))) {
    throw unreadable(
      'Det er et regneark fra Numbers. Eksportér det til Excel (.xlsx) eller CSV.',
      'This is a Numbers spreadsheet. Export it to Excel (.xlsx) or CSV.',
    )
  }
  throw archive()
}

/** Which kind a text is by how it begins. */
function textKind(start: string): SourceFormat {
  const text = start.replace(/^\uFEFF/, '').trimStart()
  if (/^[[{]/.test(text) && /^[[{]\s*["{[\]}]/.test(text)) return 'json-stat'
  if (/^<\?xml|^<!--|^<\w/.test(text)) {
    if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook[\s>]/.test(text)) {
      return 'spreadsheetml'
    }
    if (/<(?:!doctype html|html|head|body|table|meta|style|div|tr)\b/i.test(text)) return 'html'
    throw unreadable(
      'Det er en XML-fil, som ikke kan læses som en tabel. Send tabellen som CSV-fil, Excel-fil (.xlsx) eller ODS-fil.',
      'This is an XML file that cannot be read as a table. Send the table as a CSV file, an Excel file (.xlsx) or an ODS file.',
    )
  }
  if (/^<!doctype html/i.test(text)) return 'html'
  if (/^(?:[A-Z][A-Z-]+(?:\[\w+\])?(?:\([^)]*\))?\s*=[\s\S]*?;\s*){2}/.test(text)) return 'px'
  const [heading = ''] = text.split(/\r\n?|\n/)
  const isSdmx = /^"?(?:DATAFLOW|STRUCTURE)\b/i.test(heading) && /\bOBS_VALUE\b/.test(heading)
  return isSdmx ? 'sdmx-csv' : 'text'
}

/**
 * What a file is, by its content; what it is called and what its sender says of its type do not count. Throws an
 * UnreadableFileError for what is no table, which says what it is and what to do.
 */
export async function kindOf(file: SourceFile): Promise<SourceFormat> {
  const first = beginningOf(file)
  if (first.length === 0) throw unreadable('Filen er tom.', 'The file is empty.')
  if (startsWith(first, [0x50, 0x4b, 0x03, 0x04])) return packedKind(allBytes(file))
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) throw refuseContainer(allBytes(file))
  const found = refused.find(([signature]) => startsWith(first, signature))
  if (found && !isWords(first)) throw found[1]()
  return textKind(textBeginning(file, encodingOf(file), tellingSize))
}

/** Whether a file that begins with letters that could be a signature (`BM`, `7z`) goes on as a text. */
const isWords = (first: Uint8Array): boolean =>
  !/^(?:%PDF|\{\\rtf)/.test(String.fromCharCode(...first.subarray(0, 5))) &&
  first.subarray(0, 2000).every((byte) => byte === 9 || byte === 10 || byte === 13 || byte >= 32)
