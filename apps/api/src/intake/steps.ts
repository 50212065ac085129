import type { Dialect } from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { inspectFile, readRows } from './read/source-file.ts'
import { UnreadableFileError } from './read/unreadable.ts'
import {
  findImport,
  labelContext,
  recordApplied,
  recordInspection,
  recordOutcome,
  recordProblem,
  remembered,
} from './imports.ts'
import { openFile } from './kept-files.ts'
import {
  applyImport,
  CancelledError,
  OpenQuestionsError,
  OutdatedError,
  tryImport,
  type ImportSource,
  type ImportWatch,
} from './run-import.ts'
import { proposeFile, type SaidPlace } from './sample.ts'

/** What can be done with a file: find out how it is written, what it would do, and do it. */
export type ImportStep =
  | { readonly do: 'look'; readonly dialect: Partial<Dialect>; readonly place: SaidPlace | null }
  | { readonly do: 'try' }
  | { readonly do: 'apply'; readonly actor: Actor }

const outdated: Text = {
  da: 'Nogen har ændret tal imens, så filen ville gøre noget andet end det, du så. Se igen, hvad der ville ske.',
  en: 'Somebody has changed figures meanwhile, so the file would do something else than what you saw. Look again at what would happen.',
}

const unanswered: Text = {
  da: 'Filen siger ikke alt. Svar på spørgsmålene, og se igen, hvad der ville ske.',
  en: 'The file does not say everything. Answer the questions, and look again at what would happen.',
}

async function doStep(db: Database, number: number, step: ImportStep, watch: ImportWatch): Promise<void> {
  const found = findImport(db, number)
  if (!found) return
  const file = openFile(db, found.file)
  if (step.do === 'look') {
    watch.progress('looking', 0, 0)
    const look = await inspectFile(file, step.dialect)
    const { mapping } = await proposeFile(file, look, labelContext(db, found.indicator), step.place)
    recordInspection(db, number, look, mapping)
    return
  }
  const { look, mapping, outcome } = found
  if (!look || !mapping) return
  const context = labelContext(db, found.indicator)
  const source: ImportSource = {
    rows: (onRead) => readRows(file, mapping, onRead),
    size: file.size,
    look,
    mapping,
    context,
    remembered: remembered(db, found),
  }
  const name = String(number)
  if (step.do === 'try') {
    recordOutcome(db, number, await tryImport(db, name, source, watch))
  } else if (outcome) {
    // The hash says for ever which file the figures came from; the file itself is kept beside it.
    const reason = `${found.name} (sha256 ${found.file.hash})`
    const order = { actor: step.actor, reason, digest: outcome.digest }
    await applyImport(db, name, source, order, watch, (changeSet) => recordApplied(db, number, changeSet.number))
  }
}

/**
 * Takes a step with a file and notes what came of it: the outcome, or why there is none. What was cancelled is as if it had not
 * been begun. Other errors are thrown.
 */
export async function takeStep(db: Database, number: number, step: ImportStep, watch: ImportWatch): Promise<void> {
  try {
    await doStep(db, number, step, watch)
  } catch (error) {
    if (error instanceof CancelledError) return
    if (error instanceof UnreadableFileError) recordProblem(db, number, error.problem)
    else if (error instanceof OutdatedError) recordProblem(db, number, outdated)
    else if (error instanceof OpenQuestionsError) recordProblem(db, number, unanswered)
    else throw error
  }
}
