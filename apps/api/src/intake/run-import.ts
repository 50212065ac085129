import type { LabelContext } from '@pejling/domain/intake/labels'
import type { Mapping } from '@pejling/domain/intake/mapping'
import { listedAtMost, mayBeApplied, type ImportOutcome, type ImportPhase } from '@pejling/domain/intake/outcome'
import { rowsSampled } from '@pejling/domain/intake/propose'
import { questionsOf } from '@pejling/domain/intake/questions'
import { FigureFields, observationOf, writtenFigure } from '@pejling/domain/intake/read-row'
import { TableReader } from '@pejling/domain/intake/read-table'
import type { FileInspection, SourceRow } from '@pejling/domain/intake/source-table'
import { parseSeriesKey, type Series } from '@pejling/domain/series'
import type { Observation } from '@pejling/domain/observation/observation'
import type { Actor } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { previewChange } from '../releases/preview.ts'
import { putObservations } from '../workspace/observation-store.ts'
import { otherSheets } from './other-sheets.ts'
import { batchSize, StagingTable, type StagedFigure } from './staged.ts'
import { whatChanges, type FigureChange, type Incoming } from './what-changes.ts'

/** Watches an import: is told how far it has come, and says when to stop. */
export interface ImportWatch {
  readonly progress: (phase: ImportPhase, done: number, total: number) => void
  readonly isCancelled: () => boolean
}

/** Thrown where a person has said to stop; nothing has been written. */
export class CancelledError extends Error {
  override name = 'CancelledError'
}

/** Thrown where the figures are otherwise than when a person looked at what a file would do; nothing has been written. */
export class OutdatedError extends Error {
  override name = 'OutdatedError'
}

/** Thrown where a file leaves something open that has to be answered first; nothing has been written. */
export class OpenQuestionsError extends Error {
  override name = 'OpenQuestionsError'
}

/** What is read, and by what. */
export interface ImportSource {
  /** All rows of the sheet, from the first to the last; is told how many bytes have been read. */
  readonly rows: (onRead: (bytes: number) => void) => AsyncIterable<SourceRow>
  /** In bytes. */
  readonly size: number
  readonly look: FileInspection
  readonly mapping: Mapping
  readonly context: LabelContext
  /** What was said of the last file of this shape; `null`: there was none. */
  readonly remembered: Mapping | null
}

/** Up to so many figures are tried out on the verdicts. */
const judgedUpTo = 20_000
/** How many rows are kept to show what an answer would store. */
const rowsKept = Math.min(2000, rowsSampled)

function check(watch: ImportWatch): void {
  if (watch.isCancelled()) throw new CancelledError()
}

interface Reading {
  readonly rows: number
  readonly reader: TableReader
  readonly first: readonly SourceRow[]
}

async function readAll(source: ImportSource, staged: StagingTable, watch: ImportWatch): Promise<Reading> {
  const { size, mapping, context } = source
  const reader = new TableReader(mapping, context)
  const first: SourceRow[] = []
  let batch: ReturnType<TableReader['read']> = []
  let rows = 0
  const flush = (): void => {
    check(watch)
    staged.add(batch, reader.tally)
    batch = []
  }
  let bytes = 0
  const isText = mapping.dialect !== null
  for await (const row of source.rows((read) => (bytes = read))) {
    rows += 1
    if (first.length < rowsKept) first.push(row)
    if (rows % batchSize === 0) {
      // What a workbook holds is not known before its end.
      watch.progress('reading', isText ? bytes : rows, isText ? size : 0)
      check(watch)
    }
    if (reader.faults.length > 0) break
    batch.push(...reader.read(row))
    if (batch.length >= batchSize) flush()
  }
  flush()
  return { rows, reader, first }
}

interface FromFile extends Incoming {
  readonly staged: StagedFigure
}

function* incoming(staged: StagingTable): Generator<FromFile> {
  for (const one of staged.figures()) {
    const fields = FigureFields.parse(JSON.parse(one.fields))
    const { period } = one
    yield {
      staged: one,
      series: parseSeriesKey(one.series),
      period,
      madeOf: (before) => observationOf(before, period, fields),
    }
  }
}

function summarise(
  db: Database,
  source: ImportSource,
  staged: StagingTable,
  { rows, reader, first }: Reading,
  watch: ImportWatch,
): ImportOutcome {
  const { look, mapping, context, remembered } = source
  const { slug } = context.indicator
  const { tally, faults } = reader
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const examples: ImportOutcome['examples'] = { added: [], changed: [], rejected: [...tally.rejected] }
  let [digest, done] = ['', 0]
  for (const { kind, before, after, of } of whatChanges(db, slug, incoming(staged), (found) => (digest = found))) {
    done += 1
    if (done % batchSize === 0) {
      watch.progress('comparing', done, staged.size)
      check(watch)
    }
    counts[kind] += 1
    if (kind === 'unchanged' || examples[kind].length >= listedAtMost) continue
    const { row, col, series, period } = of.staged
    examples[kind].push({
      row,
      column: col,
      series,
      period,
      before: before && writtenFigure(before),
      after: writtenFigure(after),
    })
  }
  const questions = questionsOf({ mapping, rows: first, context, tally, areFractions: staged.areFractions, remembered })
  const refusals = tally.groups()
  const isOpen = !mayBeApplied({ questions, faults, refusals })
  const written = counts.added + counts.changed
  const isPreviewed = written <= judgedUpTo && !isOpen
  watch.progress('judging', 0, 0)
  const changes =
    written === 0 || !isPreviewed
      ? null
      : previewChange(db, (changeSet) => putObservations(changeSet, slug, asWritten(db, slug, staged)))
  return {
    rows,
    ...counts,
    rejected: tally.count,
    cells: tally.fates(),
    refusals,
    skipped: [...tally.passedOver(), ...otherSheets(look, mapping.sheet)],
    questions,
    faults: [...faults],
    examples,
    changes,
    isPreviewed,
    digest,
  }
}

type Written = { readonly series: Series; readonly observation: Observation }

function* asWritten(db: Database, indicator: string, staged: StagingTable): Generator<Written> {
  const changes: Iterable<FigureChange> = whatChanges(db, indicator, incoming(staged))
  for (const { series, after } of changes) yield { series, observation: after }
}

async function withStagingTable<T>(
  db: Database,
  name: string,
  source: ImportSource,
  work: (staged: StagingTable) => Promise<T>,
): Promise<T> {
  const staged = new StagingTable(db, `import ${name}`, source.context.indicator)
  try {
    return await work(staged)
  } finally {
    staged.close()
  }
}

/**
 * Finds out what a file would do: every figure beside the one that stands there, what cannot be read, what is passed over, what is to be
 * answered first, and what would change for readers. Nothing is written. Its memory does not grow with the file. `name` tells imports that
 * run at the same time apart. Throws an UnreadableFileError or a {@link CancelledError}.
 */
export function tryImport(
  db: Database,
  name: string,
  source: ImportSource,
  watch: ImportWatch,
): Promise<ImportOutcome> {
  return withStagingTable(db, name, source, async (staged) => {
    const reading = await readAll(source, staged, watch)
    return summarise(db, source, staged, reading, watch)
  })
}

/** Who imports a file and why, and the digest of the outcome they have looked at. */
export interface ImportOrder {
  readonly actor: Actor
  readonly reason: string
  readonly digest: string
}

/**
 * Writes the figures of a file in one change set: all of it, or nothing. Throws an {@link OutdatedError} where another outcome would come
 * of it now, an {@link OpenQuestionsError} where something has to be answered first, an UnreadableFileError or a
 * {@link CancelledError}. `onWritten` is called in the transaction that writes, where anything is new.
 */
export function applyImport(
  db: Database,
  name: string,
  source: ImportSource,
  order: ImportOrder,
  watch: ImportWatch,
  onWritten: (changeSet: ChangeSet) => void = () => undefined,
): Promise<void> {
  return withStagingTable(db, name, source, async (staged) => {
    const { reader, first } = await readAll(source, staged, watch)
    const { mapping, context, remembered } = source
    const { tally, faults } = reader
    const questions = questionsOf({
      mapping,
      rows: first,
      context,
      tally,
      areFractions: staged.areFractions,
      remembered,
    })
    if (!mayBeApplied({ questions, faults, refusals: tally.groups() })) throw new OpenQuestionsError()
    const { slug } = context.indicator
    write(db, order.actor, { action: 'import', reason: order.reason }, (changeSet) => {
      let [digest, done] = ['', 0]
      const rows = function* (): Generator<Written> {
        for (const { series, after } of whatChanges(db, slug, incoming(staged), (found) => (digest = found))) {
          done += 1
          if (done % batchSize === 0) {
            watch.progress('writing', done, staged.size)
            check(watch)
          }
          yield { series, observation: after }
        }
      }
      const { added, changed } = putObservations(changeSet, slug, rows())
      if (digest !== order.digest) throw new OutdatedError()
      if (added + changed > 0) onWritten(changeSet)
    })
  })
}
