import type { Dialect, SourceFormat, FileInspection, SourceRow, SourceSheet } from '@pejling/domain/intake/source-table'
import { dialectOf, openDelimited } from './delimited.ts'
import { kindOf } from './file-kind.ts'
import { openHtml } from './html-tables.ts'
import { openJsonStat } from './json-stat-file.ts'
import { openOds } from './ods.ts'
import type { OpenFile } from './open-file.ts'
import { profileSheet } from './profile-sheet.ts'
import { openPx } from './px-file.ts'
import { openSdmxCsv } from './sdmx-csv-file.ts'
import { allBytes, type OnRead, type SourceFile } from './source-bytes.ts'
import { openSpreadsheetMl } from './spreadsheetml.ts'
import { encodingOf, textOf } from './text-encoding.ts'
import { unpackedSize } from './unpacked-size.ts'
import { unreadable, UnreadableFileError } from './unreadable.ts'
import { openXlsx } from './workbook.ts'

/** A workbook may hold so many bytes, unpacked. */
const largestUnpacked = 250_000_000
/** A file that is read into memory whole may be so large, in bytes. */
const largestInMemory = 50_000_000
/** How many sheets of a workbook are looked at. */
const sheetsShown = 20

/**
 * Takes a workbook into memory after measuring what it unpacks to: a small file can hold a thousand times its size. What the
 * library stumbles on is in the file, and no one is told in the words of the library.
 */
async function openWorkbook(file: SourceFile, format: 'xlsx' | 'ods'): Promise<OpenFile> {
  try {
    const bytes = allBytes(file)
    const unpacked = await unpackedSize(bytes, largestUnpacked)
    if (unpacked > largestUnpacked) {
      const most = largestUnpacked / 1_000_000
      throw unreadable(
        `Regnearket fylder mere end ${most} MB, når det pakkes ud. Del det i flere filer, eller gem arket som CSV.`,
        `The workbook holds more than ${most} MB when it is unpacked. Divide it into several files, or save the sheet as CSV.`,
      )
    }
    return await (format === 'xlsx' ? openXlsx(bytes, unpacked) : openOds(bytes))
  } catch (error) {
    throw asUnreadable(error)
  }
}

function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableFileError || !(error instanceof Error)) return error
  return unreadable(
    'Regnearket er gået i stykker og kan ikke læses. Åbn det i Excel eller LibreOffice, og gem det igen som .xlsx.',
    'The workbook is damaged and cannot be read. Open it in Excel or LibreOffice and save it again as .xlsx.',
  )
}

function textInMemory(file: SourceFile): string {
  if (file.size > largestInMemory) {
    const most = largestInMemory / 1_000_000
    throw unreadable(
      `Filen fylder mere end ${most} MB. Hent den i mindre dele, eller som CSV.`,
      `The file is larger than ${most} MB. Fetch it in smaller parts, or as CSV.`,
    )
  }
  return textOf(file, encodingOf(file))
}

const openers: Readonly<
  Record<SourceFormat, (file: SourceFile, given: Partial<Dialect>) => OpenFile | Promise<OpenFile>>
> = {
  xlsx: (file) => openWorkbook(file, 'xlsx'),
  ods: (file) => openWorkbook(file, 'ods'),
  html: (file) => openHtml(textInMemory(file)),
  spreadsheetml: (file) => openSpreadsheetMl(textInMemory(file)),
  px: (file) => openPx(textInMemory(file)),
  'json-stat': (file) => openJsonStat(textInMemory(file)),
  'sdmx-csv': (file, given) => openSdmxCsv(file, dialectOf(file, given)),
  text: (file, given) => openDelimited(file, dialectOf(file, given)),
}

const openFile = async (file: SourceFile, given: Partial<Dialect>): Promise<OpenFile> =>
  openers[await kindOf(file)](file, given)

/**
 * Looks at a file: what it is, how it is written, and what its sheets hold. what a person has said about how it is written goes
 * before what it seems. Throws an {@link UnreadableFileError} for what is no table, which says what it is and what to do.
 */
export async function inspectFile(file: SourceFile, given: Partial<Dialect> = {}): Promise<FileInspection> {
  const { format, dialect, large, sheets: opened } = await openFile(file, given)
  const sheets: SourceSheet[] = []
  for (const sheet of opened.slice(0, sheetsShown)) sheets.push(await readFrom(format, () => profileSheet(sheet)))
  return { format, dialect, sheets, large }
}

/** Runs a reader of sheets; what the library of workbooks stumbles on is in the file. */
async function readFrom<T>(format: OpenFile['format'], read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw format === 'xlsx' ? asUnreadable(error) : error
  }
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
  const { format, sheets } = await openFile(file, dialect ?? {})
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) return
  const rows = found.rows(onRead)
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  try {
    for (;;) {
      const next = await readFrom(format, async () => iterator.next())
      if (next.done === true) return
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}
