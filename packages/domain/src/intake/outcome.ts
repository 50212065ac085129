import { z } from 'zod'
import { ReleaseChangesDocument } from '../release/release.ts'
import { Text } from '../text.ts'
import { ReasonCode } from './reasons.ts'

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

/** A cell of a file that was not taken, and why. Columns are counted from 0. */
export const RejectedCell = z.strictObject({
  row: z.int(),
  column: z.int(),
  text: z.string(),
  code: ReasonCode,
  why: Text,
})
export type RejectedCell = z.infer<typeof RejectedCell>

/** The cells refused for one reason: how many, the first of them, what is wrong, and what to do. */
export const RefusalGroup = z.strictObject({
  code: ReasonCode,
  count: z.int(),
  /** The rest of the file would mislead without them, so it cannot be taken alone. */
  isHarmful: z.boolean(),
  title: Text,
  todo: Text,
  first: z.array(RejectedCell),
})
export type RefusalGroup = z.infer<typeof RefusalGroup>

/** What was passed over, by name: `andre områder: Odense, Aarhus`, `kolonnen Bemærkninger`. */
export const SkippedGroup = z.strictObject({
  what: Text,
  rows: z.int(),
  cells: z.int(),
  first: z.strictObject({ row: z.int(), column: z.int() }),
})
export type SkippedGroup = z.infer<typeof SkippedGroup>

/** What became of the cells of a sheet that hold something: each of them counts once, so `filled` is the sum of the others. */
export const CellFates = z.strictObject({
  filled: z.int(),
  /** Headings, words and numbers that are part of a figure. */
  read: z.int(),
  refused: z.int(),
  skipped: z.int(),
})
export type CellFates = z.infer<typeof CellFates>

/** One answer to a question: what to send, what it is called, and what would be stored by it. */
const Choice = z.strictObject({ value: z.string(), label: Text, example: Text.nullable() })
export type Choice = z.infer<typeof Choice>

/** Something a file does not say, to be answered by a person. Nothing is written while one is open. */
export const ImportQuestion = z.strictObject({
  /** `area`, `period`, `blank:2`, `column:3`, `unit`, `fractions`, `decimal`, `mark:-`, `group:koen:1`, … */
  id: z.string(),
  where: z.strictObject({ sheet: z.string(), row: z.int().nullable(), column: z.int().nullable() }),
  what: Text,
  /** What may be answered; none: a text, such as a period. */
  choices: z.array(Choice),
  /** What was answered for the last file of this shape; it does not count until it is answered again. */
  lastTime: z.string().nullable(),
})
export type ImportQuestion = z.infer<typeof ImportQuestion>

/** How many figures and cells of each kind are listed; the rest are counted. */
export const listedAtMost = 200

/** What a file would do, by what was said of it. */
export const ImportOutcome = z.strictObject({
  /** Rows that were read, headings and empty ones included. */
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  cells: CellFates,
  /** Why cells were refused, the harmful reasons first. */
  refusals: z.array(RefusalGroup),
  skipped: z.array(SkippedGroup),
  questions: z.array(ImportQuestion),
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
  /** Tells this outcome from any other, so that nothing is written that no one has seen. */
  digest: z.string(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** Whether nothing keeps what was read of a file from being written, where the refused cells are left out knowingly. */
export function mayBeApplied({
  questions,
  faults,
  refusals,
}: {
  readonly questions: readonly ImportQuestion[]
  readonly faults: readonly Text[]
  readonly refusals: readonly RefusalGroup[]
}): boolean {
  return questions.length === 0 && faults.length === 0 && refusals.every(({ isHarmful }) => !isHarmful)
}

/** What is being done with a file. */
export type ImportPhase = 'waiting' | 'looking' | 'reading' | 'comparing' | 'judging' | 'writing'

/** How far it has come: `done` of `total`; where `total` is 0, it is not known how much there is. */
export interface ImportProgress {
  readonly phase: ImportPhase
  readonly done: number
  readonly total: number
}
