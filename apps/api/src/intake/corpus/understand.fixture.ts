import { FiguresRead } from '@pejling/domain/intake/figures-read'
import type { LabelContext } from '@pejling/domain/intake/labels'
import {
  mayBeApplied,
  type CellFates,
  type ImportQuestion,
  type RefusalGroup,
  type SkippedGroup,
} from '@pejling/domain/intake/outcome'
import { questionsOf } from '@pejling/domain/intake/questions'
import type { ReadFigure } from '@pejling/domain/intake/read-row'
import { TableReader } from '@pejling/domain/intake/read-table'
import type { Mapping } from '@pejling/domain/intake/mapping'
import { isFilled } from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import { otherSheets } from '../other-sheets.ts'
import { inspectFile, readRows } from '../read/source-file.ts'
import { proposeFile } from '../sample.ts'

/** What is understood of a file that no one has said anything of. */
export interface Understood {
  readonly mapping: Mapping
  readonly figures: readonly ReadFigure[]
  readonly questions: readonly ImportQuestion[]
  readonly refusals: readonly RefusalGroup[]
  readonly skipped: readonly SkippedGroup[]
  readonly faults: readonly Text[]
  readonly fates: CellFates
  /** Cells of the sheet that hold something. */
  readonly filled: number
  /** Whether everything of it may be imported as it stands. */
  readonly isTaken: boolean
}

/** Reads a file as every way in does, in memory; `answer` says what it leaves open. Throws an UnreadableFileError. */
export async function understand(
  bytes: Uint8Array,
  context: LabelContext,
  answer: (mapping: Mapping) => Mapping = (mapping) => mapping,
): Promise<Understood> {
  const file = { size: bytes.length, pieces: () => [bytes] }
  const look = await inspectFile(file)
  const { mapping: proposed, sample } = await proposeFile(file, look, context, null)
  const mapping = answer(proposed)
  const reader = new TableReader(mapping, context)
  const { tally, faults } = reader
  const first = new FiguresRead(context.indicator)
  const figures: ReadFigure[] = []
  let filled = 0
  for await (const row of readRows(file, mapping, () => undefined)) {
    filled += row.cells.filter(isFilled).length
    if (faults.length === 0) figures.push(...reader.read(row).filter((figure) => first.take(figure, tally)))
  }
  const { areFractions } = first
  const questions = questionsOf({ mapping, rows: sample.rows, context, tally, areFractions, remembered: null })
  const refusals = tally.groups()
  return {
    mapping,
    figures,
    questions,
    refusals,
    skipped: [...tally.passedOver(), ...otherSheets(look, mapping.sheet)],
    faults,
    fates: tally.fates(),
    filled,
    isTaken: mayBeApplied({ questions, faults, refusals }) && refusals.length === 0 && figures.length > 0,
  }
}
