import type { HeadingPlace } from '@pejling/domain/intake/find-headings'
import type { LabelContext } from '@pejling/domain/intake/labels'
import type { Mapping } from '@pejling/domain/intake/mapping'
import { proposeFrom, rowsSampled, sheetWithFigures, type SheetSample } from '@pejling/domain/intake/propose'
import { emptySheet, type FileInspection } from '@pejling/domain/intake/source-table'
import type { SourceFile } from './read/source-bytes.ts'
import { readRows } from './read/source-file.ts'

/** How many cells of a sheet are in memory at a time to find out what it means. */
const cellsSampled = 400_000

/** The beginning of a sheet, as much of it as tells what it means. Throws an UnreadableFileError. */
export async function sampleSheet(file: SourceFile, look: FileInspection, name: string): Promise<SheetSample> {
  const sheet = look.sheets.find((one) => one.name === name) ?? emptySheet(name)
  const rows: SheetSample['rows'][number][] = []
  let cells = 0
  for await (const row of readRows(file, { dialect: look.dialect, sheet: name }, () => undefined)) {
    rows.push(row)
    cells += row.cells.length
    if (rows.length >= rowsSampled || cells >= cellsSampled) break
  }
  return { sheet, rows }
}

/** Where a person has said that the figures of a file stand. */
export interface SaidPlace extends HeadingPlace {
  readonly sheet: string
}

/**
 * Proposes what a file means for an indicator, by its own words: on the sheet with figures, or where a person has said they stand. Throws an
 * UnreadableFileError.
 */
export async function proposeFile(
  file: SourceFile,
  look: FileInspection,
  context: LabelContext,
  place: SaidPlace | null,
): Promise<{ readonly mapping: Mapping; readonly sample: SheetSample }> {
  const name = place?.sheet ?? sheetWithFigures(look, context)?.name ?? ''
  const sample = await sampleSheet(file, look, name)
  return { mapping: proposeFrom(look, sample, place, context), sample }
}
