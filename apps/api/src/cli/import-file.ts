import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createHash } from 'node:crypto'
import { withAnswer } from '@pejling/domain/intake/answers'
import type { LabelContext } from '@pejling/domain/intake/labels'
import type { Mapping } from '@pejling/domain/intake/mapping'
import { mayBeApplied, type ImportOutcome } from '@pejling/domain/intake/outcome'
import { cellName } from '@pejling/domain/intake/tally'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { importObservations } from '../intake/import-observations.ts'
import { labelContext } from '../intake/imports.ts'
import { ownFile } from '../intake/own-file.ts'
import { readOwnTable } from '../intake/own-table.ts'
import { inspectFile, readRows } from '../intake/read/source-file.ts'
import { UnreadableFileError } from '../intake/read/unreadable.ts'
import { applyImport, tryImport, type ImportSource, type ImportWatch } from '../intake/run-import.ts'
import { proposeFile } from '../intake/sample.ts'
import { countChanges } from '../intake/what-changes.ts'
import { DeliveryError } from '../installation/installation.ts'
import { UsageError } from './usage-error.ts'

/** What is to be imported, and how what it leaves open is answered: `area=217`. */
export interface FileToImport {
  readonly file: string
  readonly slug: string
  readonly dryRun: boolean
  readonly answers: readonly string[]
}

const unwatched: ImportWatch = { progress: () => undefined, isCancelled: () => false }

/** The mapping with the answers of the command line. Throws a UsageError for what is no answer. */
function answered(mapping: Mapping, answers: readonly string[]): Mapping {
  return answers.reduce((one, answer) => {
    const at = answer.indexOf('=')
    const next = at < 0 ? null : withAnswer(one, answer.slice(0, at), answer.slice(at + 1))
    if (next === null)
      throw new UsageError(`--answer ${answer} answers no question; write it as the question says: area=217`)
    return next
  }, mapping)
}

/** Everything that keeps a file from being imported, a line for each. */
function* hindrances({ faults, questions, refusals }: ImportOutcome): Generator<string> {
  for (const fault of faults) yield fault.en
  for (const { id, what, choices } of questions) {
    yield `${what.en} Answer with --answer "${id}=…"`
    for (const { value, label, example } of choices.slice(0, 12)) {
      yield `    ${id}=${value}  ${label.en}${example === null ? '' : ` (${example.en})`}`
    }
  }
  for (const { title, todo, count, first } of refusals) {
    yield `${title.en}: ${count}. ${todo.en}`
    for (const place of first) yield `    line ${place.row}, cell ${cellName(place)}: ${place.why.en}`
  }
}

const counted = ({ added, changed, unchanged }: Pick<ImportOutcome, 'added' | 'changed' | 'unchanged'>): string =>
  `${added} new, ${changed} changed, ${unchanged} as they were`

function tellSkipped({ skipped }: ImportOutcome, print: (line: string) => void): void {
  for (const { what, rows } of skipped) print(`Passed over: ${what.en} (${rows} ${rows === 1 ? 'row' : 'rows'})`)
}

/** A file of this program's own making has nothing to ask: it is imported whole, or everything that is wrong with it is said. */
async function importOwn(
  db: Database,
  actor: Actor,
  { file, slug, dryRun }: FileToImport,
  context: LabelContext,
  bytes: Buffer,
): Promise<string | null> {
  const own = await ownFile(bytes, context.indicator)
  if (own === null) return null
  const read = readOwnTable(own, context)
  if ('problems' in read) {
    const lines = read.problems.map(
      ({ line, column, detail }) =>
        `  ${basename(file)} line ${line}${column === null ? '' : `, column ${column}`}: ${detail.en}`,
    )
    throw new DeliveryError(`Nothing was imported:\n${lines.join('\n')}`)
  }
  const request = { indicator: slug, rows: read.rows }
  return counted(dryRun ? countChanges(db, slug, read.rows) : importObservations(db, actor, request))
}

/**
 * Imports a file of figures of one indicator, in any format that can be read: all of it or, where anything in it is refused or left
 * open, nothing. A dry run says what would change. Throws {@link DeliveryError} with a line for each problem and each question.
 */
export async function importFile(
  db: Database,
  actor: Actor,
  input: FileToImport,
  print: (line: string) => void,
): Promise<number> {
  const context = labelContext(db, input.slug)
  if (!existsSync(input.file)) throw new DeliveryError(`There is no file ${input.file}`)
  const bytes = readFileSync(input.file)
  const told = (counts: string): void =>
    print(input.dryRun ? `Would import: ${counts}. Nothing was written.` : `Imported: ${counts}.`)
  try {
    const own = await importOwn(db, actor, input, context, bytes)
    if (own !== null) {
      told(own)
      return 0
    }
    const file = { size: bytes.length, pieces: () => [bytes] }
    const look = await inspectFile(file)
    const proposed = await proposeFile(file, look, context, null)
    const mapping = answered(proposed.mapping, input.answers)
    const source: ImportSource = {
      rows: (onRead) => readRows(file, mapping, onRead),
      size: file.size,
      look,
      mapping,
      context,
      remembered: null,
    }
    const outcome = await tryImport(db, 'file', source, unwatched)
    if (!mayBeApplied(outcome) || outcome.rejected > 0) {
      const lines = [...hindrances(outcome)].map((line) => `  ${line}`)
      throw new DeliveryError(`Nothing was imported from ${basename(input.file)}:\n${lines.join('\n')}`)
    }
    tellSkipped(outcome, print)
    if (!input.dryRun) {
      const reason = `${basename(input.file)} (sha256 ${createHash('sha256').update(bytes).digest('hex')})`
      await applyImport(db, 'file', source, { actor, reason, digest: outcome.digest }, unwatched)
    }
    told(counted(outcome))
    return 0
  } catch (error) {
    if (error instanceof UnreadableFileError) throw new DeliveryError(`${basename(input.file)}: ${error.problem.en}`)
    throw error
  }
}
