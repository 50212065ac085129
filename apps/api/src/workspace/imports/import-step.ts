import type { ImportDetail } from '@pejling/domain/workspace/imports'
import { Problem } from '../../http/problem.ts'
import type { WorkspaceParts } from '../../workspace-http/parts.ts'
import { findImport } from '../../intake/imports.ts'
import type { ImportStep } from '../../intake/steps.ts'
import { importDetail } from './import-view.ts'

/** How long, in milliseconds, an answer waits for a step with a file; then it says how far that has come (202). */
const timeout = 2000
/** The problem of an import that is not there, or that the caller may not continue. */
export const noSuchImport = (number: number): Problem =>
  new Problem('not-found', {
    da: `Der er ingen indlæsning nr. ${number}, som du kan gå videre med.`,
    en: `There is no import no. ${number} that you can go on with.`,
  })

/** A file as it is now. Throws a Problem where there is none of that number. */
export const detailOf = ({ db, jobs }: WorkspaceParts, number: number): ImportDetail => {
  const found = findImport(db, number)
  if (!found) throw noSuchImport(number)
  return importDetail(db, found, jobs.progress(number))
}

/** Takes a step with a file, and answers what came of it, or how far it has come. */
export async function takeImportStep(parts: WorkspaceParts, number: number, what: ImportStep) {
  await parts.jobs.begin(number, what, timeout)
  const body = detailOf(parts, number)
  return body.progress === null ? { body } : { status: 202 as const, body, location: `/imports/${number}` }
}
