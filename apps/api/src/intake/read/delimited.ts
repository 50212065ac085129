import { pipeline, Readable } from 'node:stream'
import { fromExcelText } from '@pejling/domain/intake/cell-text'
import { delimiters, type Delimiter, type Dialect, type SourceRow } from '@pejling/domain/intake/source-table'
import { CsvError, parse } from 'csv-parse'
import type { OpenFile } from './open-file.ts'
import { tellingSize, type OnRead, type SourceFile } from './source-bytes.ts'
import { decoded, encodingOf, textBeginning } from './text-encoding.ts'
import { unreadable } from './unreadable.ts'

/** No record of a text file is longer; one that seems to be has a quotation mark too many. */
const longestRecord = 1_000_000

/** The line Excel takes the delimiter from: `sep=;`. */
const separatorLine = /^\uFEFF?"?sep=(.)"?\s*$/i

const isDelimiter = (mark: string | undefined): mark is Delimiter => delimiters.some((one) => one === mark)

/** The mark that divides the most lines alike; of several a tab before a semicolon before a comma. */
export function delimiterOf(text: string): Delimiter {
  const [first = ''] = text.split(/\r\n?|\n/, 1)
  const [, told] = separatorLine.exec(first) ?? []
  if (isDelimiter(told)) return told
  // What stands in quotation marks divides nothing, and may go over several lines.
  const unquoted = text.replace(/(^|[;,\t|\r\n])"(?:[^"]|"")*(?:"|$)/g, '$1')
  const lines = unquoted
    .split(/\r\n?|\n/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '')
  /** On how many lines the mark stands as often as it usually does. */
  const dividing = (mark: Delimiter): number => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0)
    return Math.max(0, ...[...Map.groupBy(counts, (count) => count).values()].map((same) => same.length))
  }
  const order: readonly Delimiter[] = ['\t', ';', ',', '|']
  const best = Math.max(...order.map(dividing))
  // A decimal comma stands on many lines, too, but not over them; a semicolon stands in notes, but not as often on each line.
  return order.find((mark) => best > 0 && dividing(mark) === best) ?? ';'
}

/** How a text file is written, if it is not given. Throws an UnreadableFileError where it is no text. */
export function dialectOf(file: SourceFile, given: Partial<Dialect>): Dialect {
  const encoding = given.encoding ?? encodingOf(file)
  return { encoding, delimiter: given.delimiter ?? delimiterOf(textBeginning(file, encoding, tellingSize)) }
}

/**
 * The records of a text file, each with the line it begins on. Quotes as in RFC 4180; the line that tells Excel the delimiter is
 * left out. Throws an UnreadableFileError where a quotation mark is not closed.
 */
export async function* delimitedRows(file: SourceFile, dialect: Dialect, onRead: OnRead): AsyncGenerator<SourceRow> {
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
    for await (const cells of parser as AsyncIterable<string[]>) {
      const row = begins.shift() ?? line
      if (row > 1 || !separatorLine.test(cells.join(dialect.delimiter))) yield { row, cells: cells.map(fromExcelText) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // The record that could not be ended begins where the last whole one ended.
    throw unreadable(
      `Linje ${line}: et anførselstegn begynder, men slutter ikke (${error.code}). Ret linjen i filen.`,
      `Line ${line}: a quotation mark is opened and not closed (${error.code}). Correct the line in the file.`,
    )
  }
}

/** Opens a text file of delimited columns. */
export function openDelimited(file: SourceFile, dialect: Dialect): OpenFile {
  const sheet = { name: '', rows: (onRead: OnRead) => delimitedRows(file, dialect, onRead) }
  return { format: 'text', dialect, large: false, sheets: [sheet] }
}
