import type { Encoding } from '@pejling/domain/intake/source-table'
import { beginningOf, type OnRead, type SourceFile } from './source-bytes.ts'
import { unreadable } from './unreadable.ts'

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

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

/**
 * How the text of a file is encoded: UTF-8 and UTF-16 by their marks or by their bytes, otherwise Windows-1252 (what Excel calls
 * ANSI). Throws an UnreadableFileError where the bytes are no text.
 */
export function encodingOf(file: SourceFile): Encoding {
  return wideEncoding(beginningOf(file)) ?? (isUtf8(file) ? 'utf-8' : 'windows-1252')
}

/** The text of a file a piece at a time, without its byte order mark. Throws an UnreadableFileError where it is in another encoding. */
export function* decoded(file: SourceFile, encoding: Encoding, onRead: OnRead): Generator<string> {
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

/** The whole text of a file in memory, in whatever encoding it is. */
export const textOf = (file: SourceFile, encoding: Encoding = encodingOf(file)): string =>
  [...decoded(file, encoding, () => undefined)].join('')

/** The beginning of the text of a file: at least as many letters, where there are as many. */
export function textBeginning(file: SourceFile, encoding: Encoding, letters: number): string {
  let start = ''
  for (const text of decoded(file, encoding, () => undefined)) {
    start += text
    if (start.length >= letters) break
  }
  return start
}
