import { z } from 'zod'
import { ReleaseChangesDocument } from '../release/release.ts'
import { Text } from '../text.ts'

/** A figure a file would write, or has written: where it stands in the file, and what it takes the place of. */
export const ImportedFigure = z.strictObject({
  row: z.int(),
  column: z.int(),
  series: z.string(),
  period: z.string(),
  before: Text.nullable(),
  after: Text,
})
export type ImportedFigure = z.infer<typeof ImportedFigure>

/** A cell of a file that was not taken, and why. */
export const RejectedCell = z.strictObject({ row: z.int(), column: z.int(), text: z.string(), why: Text })
export type RejectedCell = z.infer<typeof RejectedCell>

/** So many figures and cells of each kind are listed; the rest are counted. */
export const listedAtMost = 200

/** What a file would do, by what was said of it. */
export const ImportOutcome = z.strictObject({
  /** Rows that were read, headings and empty ones included. */
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** What is wrong with what was said of the table as a whole; nothing was read then. */
  faults: z.array(Text),
  examples: z.strictObject({
    added: z.array(ImportedFigure),
    changed: z.array(ImportedFigure),
    rejected: z.array(RejectedCell),
  }),
  /** What readers would see change; `null`: nothing. Only where `isPreviewed`. */
  changes: ReleaseChangesDocument.nullable(),
  /** Too many figures are not tried out on the verdicts here; the review before publishing does. */
  isPreviewed: z.boolean(),
  /** Tells this outcome from any other, so that nothing is written that nobody has seen. */
  digest: z.string(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** What is being done with a file. */
export type ImportPhase = 'waiting' | 'looking' | 'reading' | 'comparing' | 'judging' | 'writing'

/** How far it has come: `done` of `total`; where `total` is 0, nobody knows how much there is. */
export interface ImportProgress {
  readonly phase: ImportPhase
  readonly done: number
  readonly total: number
}
