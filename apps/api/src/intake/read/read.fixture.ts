import type { FileInspection, SourceRow } from '@pejling/domain/intake/source-table'
import type { SourceFile } from './source-bytes.ts'
import { inspectFile, readRows } from './source-file.ts'
import { UnreadableFileError } from './unreadable.ts'

/** A file of these bytes, or of a text in UTF-8, that comes in pieces of so many bytes. */
export function fileOf(content: Uint8Array | string, piece = 5000): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    size: bytes.length,
    *pieces() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
  }
}

/** What a file is, and the rows of each of its sheets. */
export async function readAll(
  content: Uint8Array | string,
): Promise<{ readonly look: FileInspection; readonly sheets: Readonly<Record<string, SourceRow[]>> }> {
  const file = fileOf(content)
  const look = await inspectFile(file)
  const sheets: Record<string, SourceRow[]> = {}
  for (const { name } of look.sheets) {
    const rows: SourceRow[] = []
    for await (const row of readRows(file, { dialect: look.dialect, sheet: name }, () => undefined)) rows.push(row)
    sheets[name] = rows
  }
  return { look, sheets }
}

/** The cells of the only sheet of a file, row by row. */
export async function cellsOf(content: Uint8Array | string): Promise<SourceRow['cells'][]> {
  const [rows = []] = Object.values((await readAll(content)).sheets)
  return rows.map(({ cells }) => cells)
}

/** Why a file is refused, in both languages; `null`: it is not. */
export const refusalOf = (content: Uint8Array | string): Promise<string | null> =>
  readAll(content).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof UnreadableFileError)) throw error
      return `${error.problem.da} | ${error.problem.en}`
    },
  )
