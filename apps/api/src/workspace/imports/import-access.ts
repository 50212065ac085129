import { mayBeApplied } from '@pejling/domain/intake/outcome'
import type { Text } from '@pejling/domain/text'
import { reaches, type AccountHolder } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { findImport, type FileImport } from '../../intake/imports.ts'
import { getIndicator } from '../definitions.ts'
import { mayWriteFigures } from '../data-providers.ts'

/** A file may have so many MB. */
export const largestFile = 200

/** The largest request that sends one, in bytes: around the file are the other fields of a form, and the boundaries between them. */
export const largestUpload = largestFile * 1_000_000 + 64_000

/** How far a file has come. */
export function stateOfImport({ changeSet, outcome }: FileImport): 'received' | 'checked' | 'applied' {
  if (changeSet !== null) return 'applied'
  return outcome === null ? 'received' : 'checked'
}

/** Whether an account may import figures of an indicator: it is not computed, and the account may write its figures. */
export const mayImport = (db: Database, who: AccountHolder, slug: string): boolean =>
  getIndicator(db, slug)?.derived === null && mayWriteFigures(db, who, slug)

/** The import of that number, if it exists and the account may continue it: editors with all, others with their own. */
export function importFor(db: Database, who: AccountHolder, number: number): FileImport | null {
  const found = findImport(db, number)
  if (!found || !mayImport(db, who, found.indicator)) return null
  return reaches(who.actor, 'editor') || found.receivedBy === who.email ? found : null
}

/** What is said where some of a file cannot be read and no one has said that the rest is to be imported without it. */
const leftOut: Text = {
  da: 'Noget af filen er afvist, så intet er indlæst. Ret det, eller sig, at resten skal indlæses uden.',
  en: 'Some of the file is rejected, so nothing has been imported. Correct it, or say that the rest is to be imported without it.',
}

const notClear: Text = {
  da: 'Filen siger ikke alt, eller noget er afvist, så resten ville vildlede. Intet er indlæst. Svar på spørgsmålene, eller ret filen.',
  en: 'The file does not say everything, or something is rejected, so that the rest would mislead. Nothing has been imported. Answer the questions, or correct the file.',
}

/** Why an import cannot be carried out as it stands; `null`: it can. */
export function importProblem({ outcome }: FileImport, withoutRejected: boolean): Text | null {
  if (outcome !== null && !mayBeApplied(outcome)) return notClear
  return outcome !== null && outcome.rejected > 0 && !withoutRejected ? leftOut : null
}
