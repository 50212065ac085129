import { createHash } from 'node:crypto'
import type { LabelContext } from '@pejling/domain/intake/labels'
import type { Mapping } from '@pejling/domain/intake/mapping'
import { listedAtMost, type ImportOutcome, type ImportPhase } from '@pejling/domain/intake/outcome'
import {
  isRejection,
  observationOf,
  rowReader,
  writtenFigure,
  FigureFields,
  type ReadFigure,
  type Rejection,
} from '@pejling/domain/intake/read-row'
import type { SourceRow } from '@pejling/domain/intake/source-table'
import type { Observation } from '@pejling/domain/observation/observation'
import { parseSeriesKey, type Series } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import type { Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import type { SourceFile } from './read/source-bytes.ts'
import { readRows } from './read/source-file.ts'
import { previewChange } from '../releases/preview.ts'
import { observationFinder, putObservations } from '../workspace/observations.ts'
import { noteApplied } from './imports.ts'

/** Watches an import: is told how far it has come, and says when to stop. */
export interface ImportWatch {
  readonly progress: (phase: ImportPhase, done: number, total: number) => void
  readonly isCancelled: () => boolean
}

/** Thrown where somebody has said to stop; nothing has been written. */
export class CancelledError extends Error {
  override name = 'CancelledError'
}

/** Thrown where the figures are otherwise than when somebody looked at what a file would do; nothing has been written. */
export class OutdatedError extends Error {
  override name = 'OutdatedError'
}

/** What is read, and by what. */
export interface ImportSource {
  readonly file: SourceFile
  readonly mapping: Mapping
  readonly context: LabelContext
}

interface StagedFigure {
  readonly position: number
  readonly row: number
  readonly col: number
  readonly series: string
  readonly period: string
  readonly fields: string
}

/** So many rows go to the database at a time. */
const batchSize = 1000
/** Up to so many figures are tried out on the verdicts. */
const judgedUpTo = 20_000

function check(watch: ImportWatch): void {
  if (watch.isCancelled()) throw new CancelledError()
}

/**
 * The figures of a file in a temporary table: whatever their number, they are in memory only a few at a time, and no period of a
 * series stands there twice.
 */
class Staged {
  private readonly db: Database
  private readonly table: string
  private readonly insert
  private readonly find
  private readonly page
  private count = 0

  constructor(db: Database, name: string) {
    this.db = db
    this.table = `temp."${name}"`
    db.connection.exec(
      `DROP TABLE IF EXISTS ${this.table};
       CREATE TEMP TABLE "${name}" (position INTEGER PRIMARY KEY, row INTEGER NOT NULL, col INTEGER NOT NULL,
         series TEXT NOT NULL, period TEXT NOT NULL, fields TEXT NOT NULL, UNIQUE (series, period))`,
    )
    this.insert = db.connection.prepare<StagedFigure>(
      `INSERT INTO ${this.table} VALUES (@position, @row, @col, @series, @period, @fields) ON CONFLICT DO NOTHING`,
    )
    this.find = db.connection.prepare<[string, string], StagedFigure>(
      `SELECT * FROM ${this.table} WHERE series = ? AND period = ?`,
    )
    this.page = db.connection.prepare<[number, number], StagedFigure>(
      `SELECT * FROM ${this.table} WHERE position > ? ORDER BY position LIMIT ?`,
    )
  }

  get size(): number {
    return this.count
  }

  /** Adds figures; answers those whose place was taken by another figure. The same figure again says nothing new. */
  add(figures: readonly ReadFigure[]): Rejection[] {
    return this.db.connection.transaction(() =>
      figures.flatMap(({ row, column, series, period, fields }): Rejection[] => {
        const json = JSON.stringify(fields)
        const { changes } = this.insert.run({
          position: this.count + 1,
          row,
          col: column,
          series,
          period,
          fields: json,
        })
        if (changes > 0) {
          this.count += 1
          return []
        }
        const earlier = this.find.get(series, period)
        if (!earlier || earlier.fields === json) return []
        const text = writtenFigure({ value: fields.value, status: fields.status ?? 'A' }).da
        return [
          {
            row,
            column,
            text,
            why: {
              da: `${period} af samme serie står allerede i række ${earlier.row} med et andet tal. Er en kolonne med grupper ikke valgt?`,
              en: `${period} of the same series stands in row ${earlier.row} already with another figure. Has a column of groups not been chosen?`,
            },
          },
        ]
      }),
    )()
  }

  *figures(): Generator<StagedFigure> {
    let last = 0
    for (;;) {
      const rows = this.page.all(last, batchSize)
      yield* rows
      const end = rows.at(-1)
      if (!end) return
      last = end.position
    }
  }

  close(): void {
    this.db.connection.exec(`DROP TABLE IF EXISTS ${this.table}`)
  }
}

/** A figure of a file beside the one it takes the place of. */
interface Compared {
  readonly staged: StagedFigure
  readonly series: Series
  readonly before: Observation | null
  readonly after: Observation
}

interface Reading {
  readonly rows: number
  readonly rejected: number
  readonly rejections: readonly Rejection[]
  readonly faults: readonly Text[]
}

async function readAll(source: ImportSource, staged: Staged, watch: ImportWatch): Promise<Reading> {
  const { file, mapping, context } = source
  const headings: SourceRow[] = []
  const from = mapping.headingRow + mapping.headingRows
  let reader: ReturnType<typeof rowReader> | null = null
  let batch: ReadFigure[] = []
  let [rows, rejected] = [0, 0]
  const rejections: Rejection[] = []
  const reject = (found: readonly Rejection[]): void => {
    rejected += found.length
    rejections.push(...found.slice(0, listedAtMost - rejections.length))
  }
  const flush = (): void => {
    check(watch)
    reject(staged.add(batch))
    batch = []
  }
  let bytes = 0
  const isText = mapping.dialect !== null
  for await (const row of readRows(file, mapping, (read) => (bytes = read))) {
    rows += 1
    if (rows % batchSize === 0) {
      // What a workbook holds is not known before its end.
      watch.progress('reading', isText ? bytes : rows, isText ? file.size : 0)
      check(watch)
    }
    if (row.row < from) {
      if (row.row >= mapping.headingRow) headings.push(row)
      continue
    }
    reader ??= rowReader(mapping, headings, context)
    if (reader.faults.length > 0) break
    for (const read of reader.read(row)) {
      if (isRejection(read)) reject([read])
      else batch.push(read)
    }
    if (batch.length >= batchSize) flush()
  }
  flush()
  return { rows, rejected, rejections, faults: (reader ?? rowReader(mapping, headings, context)).faults }
}

/** Each figure beside the one that stands there, and a digest of them all when the last has been taken. */
function* compare(
  db: Database,
  indicator: string,
  staged: Staged,
  onEnd: (digest: string) => void,
): Generator<Compared> {
  const find = observationFinder(db, indicator)
  const digest = createHash('sha256')
  for (const one of staged.figures()) {
    const before = find(one.series, one.period)
    const fields = FigureFields.parse(JSON.parse(one.fields))
    const after = observationOf(before, one.period, fields)
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      digest.update(`${JSON.stringify([one.series, one.period, before, after])}\n`)
    }
    yield { staged: one, series: parseSeriesKey(one.series), before, after }
  }
  onEnd(digest.digest('hex'))
}

function summarise(
  db: Database,
  source: ImportSource,
  staged: Staged,
  reading: Reading,
  watch: ImportWatch,
): ImportOutcome {
  const { slug } = source.context.indicator
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const examples: ImportOutcome['examples'] = { added: [], changed: [], rejected: [...reading.rejections] }
  let [digest, done] = ['', 0]
  for (const { staged: one, before, after } of compare(db, slug, staged, (found) => (digest = found))) {
    done += 1
    if (done % batchSize === 0) {
      watch.progress('comparing', done, staged.size)
      check(watch)
    }
    const kind = before === null ? 'added' : JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'changed'
    counts[kind] += 1
    if (kind === 'unchanged' || examples[kind].length >= listedAtMost) continue
    examples[kind].push({
      row: one.row,
      column: one.col,
      series: one.series,
      period: one.period,
      before: before && writtenFigure(before),
      after: writtenFigure(after),
    })
  }
  const written = counts.added + counts.changed
  const isPreviewed = written <= judgedUpTo
  watch.progress('judging', 0, 0)
  const changes =
    written === 0 || !isPreviewed
      ? null
      : previewChange(db, (changeSet) => putObservations(changeSet, slug, figuresOf(db, slug, staged)))
  const { rows, rejected, faults } = reading
  return { rows, ...counts, rejected, faults: [...faults], examples, changes, isPreviewed, digest }
}

function* figuresOf(
  db: Database,
  indicator: string,
  staged: Staged,
): Generator<{ readonly series: Series; readonly observation: Observation }> {
  for (const { series, after } of compare(db, indicator, staged, () => undefined)) yield { series, observation: after }
}

async function withStaged<T>(db: Database, number: number, work: (staged: Staged) => Promise<T>): Promise<T> {
  const staged = new Staged(db, `import ${number}`)
  try {
    return await work(staged)
  } finally {
    staged.close()
  }
}

/**
 * Finds out what a file would do: every figure beside the one that stands there, what cannot be read, and what would change for
 * readers. Nothing is written. Its memory does not grow with the file. Throws an UnreadableFileError or a
 * {@link CancelledError}.
 */
export function tryImport(
  db: Database,
  number: number,
  source: ImportSource,
  watch: ImportWatch,
): Promise<ImportOutcome> {
  return withStaged(db, number, async (staged) => {
    const reading = await readAll(source, staged, watch)
    return summarise(db, source, staged, reading, watch)
  })
}

/**
 * Writes the figures of a file in one change set: all of it, or nothing. `digest` is that of the outcome somebody has looked at.
 * Throws an {@link OutdatedError} where another would come of it now, an UnreadableFileError or a {@link CancelledError}.
 */
export function applyImport(
  db: Database,
  number: number,
  source: ImportSource,
  about: { readonly actor: Actor; readonly reason: string; readonly digest: string },
  watch: ImportWatch,
): Promise<void> {
  return withStaged(db, number, async (staged) => {
    await readAll(source, staged, watch)
    const { slug } = source.context.indicator
    write(db, about.actor, { action: 'import', reason: about.reason }, (changeSet) => {
      let [digest, done] = ['', 0]
      const rows = function* (): Generator<{ readonly series: Series; readonly observation: Observation }> {
        for (const { series, after } of compare(db, slug, staged, (found) => (digest = found))) {
          done += 1
          if (done % batchSize === 0) {
            watch.progress('writing', done, staged.size)
            check(watch)
          }
          yield { series, observation: after }
        }
      }
      const { added, changed } = putObservations(changeSet, slug, rows())
      if (digest !== about.digest) throw new OutdatedError()
      if (added + changed > 0) noteApplied(db, number, changeSet.number)
    })
  })
}
