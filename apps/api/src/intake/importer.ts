import type { ImportProgress } from '@pejling/domain/intake/outcome'
import { openDatabase, systemClock } from '../db/database.ts'
import { takeStep, type ImportStep } from './steps.ts'

/*
 * A step with a file, in a process of its own: readers are answered meanwhile, its memory goes when it does, and whatever a file
 * does to it the server goes on. It can be killed at any moment; what it has not committed was never there.
 */

/** What the process is told first, and only once. */
export interface ImportTask {
  readonly databaseFile: string
  readonly number: number
  readonly step: ImportStep
}

/** What the process says while it works, and why it could not. */
export type ImportReport = { readonly progress: ImportProgress } | { readonly failed: string }

const report = (what: ImportReport): void => {
  process.send?.(what)
}

async function work({ databaseFile, number, step }: ImportTask): Promise<void> {
  const db = openDatabase(databaseFile, systemClock)
  try {
    await takeStep(db, number, step, {
      progress: (phase, done, total) => report({ progress: { phase, done, total } }),
      // Whoever wants it to stop ends the process.
      isCancelled: () => false,
    })
  } finally {
    db.connection.close()
  }
}

process.once('message', (task: ImportTask) => {
  work(task)
    .catch((error: unknown) => report({ failed: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect())
})
