import type { Dialect } from '@pejling/domain/intake/source-table'
import type { Text } from '@pejling/domain/text'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { lookAt } from './read/source-file.ts'
import { UnreadableFileError } from './read/unreadable.ts'
import { findImport, labelContext, noteLook, noteOutcome, noteProblem } from './imports.ts'
import { openFile } from './kept-files.ts'
import { applyImport, CancelledError, OutdatedError, tryImport, type ImportWatch } from './run-import.ts'

/** What can be done with a file: find out how it is written, what it would do, and do it. */
export type ImportStep =
  | { readonly do: 'look'; readonly dialect: Partial<Dialect> }
  | { readonly do: 'try' }
  | { readonly do: 'apply'; readonly actor: Actor }

const outdated: Text = {
  da: 'Nogen har ændret tal imens, så filen ville gøre noget andet end det, du så. Se igen, hvad der ville ske.',
  en: 'Somebody has changed figures meanwhile, so the file would do something else than what you saw. Look again at what would happen.',
}

async function doStep(db: Database, number: number, step: ImportStep, watch: ImportWatch): Promise<void> {
  const found = findImport(db, number)
  if (!found) return
  const file = openFile(db, found.file)
  if (step.do === 'look') {
    watch.progress('looking', 0, 0)
    noteLook(db, number, await lookAt(file, step.dialect))
    return
  }
  const { mapping, outcome } = found
  if (!mapping) return
  const source = { file, mapping, context: labelContext(db, found.indicator) }
  if (step.do === 'try') {
    noteOutcome(db, number, await tryImport(db, number, source, watch))
  } else if (outcome) {
    // The hash says for ever which file the figures came from; the file itself is kept beside it.
    const reason = `${found.name} (sha256 ${found.file.hash})`
    await applyImport(db, number, source, { actor: step.actor, reason, digest: outcome.digest }, watch)
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
    if (error instanceof UnreadableFileError) noteProblem(db, number, error.problem)
    else if (error instanceof OutdatedError) noteProblem(db, number, outdated)
    else throw error
  }
}
