import type { Text } from '@pejling/domain/text'
import { reaches, type AccountHolder } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { findImport, type FileImport } from '../../intake/imports.ts'
import { getIndicator } from '../definitions.ts'
import { mayWriteFigures } from '../keepers.ts'

/** A file may have so many MB. */
export const largestFile = 200

/** How far a file has come. */
export function stateOfImport({ changeSet, outcome }: FileImport): 'received' | 'checked' | 'applied' {
  if (changeSet !== null) return 'applied'
  return outcome === null ? 'received' : 'checked'
}

/** Whether somebody may import figures of an indicator: it is not computed, and they may write its figures. */
export const mayImport = (db: Database, who: AccountHolder, slug: string): boolean =>
  getIndicator(db, slug)?.derived === null && mayWriteFigures(db, who, slug)

/** The import of that number, if it is there and somebody may go on with it: editors with all, others with their own. */
export function importFor(db: Database, who: AccountHolder, number: number): FileImport | null {
  const found = findImport(db, number)
  if (!found || !mayImport(db, who, found.indicator)) return null
  return reaches(who.actor, 'editor') || found.receivedBy === who.email ? found : null
}

/** What is said where some of a file cannot be read and nobody has said that the rest is to be imported without it. */
const leftOut: Text = {
  da: 'Noget af filen er afvist, så intet er indlæst. Ret det, eller sig, at resten skal indlæses uden.',
  en: 'Some of the file is rejected, so nothing has been imported. Correct it, or say that the rest is to be imported without it.',
}

/** Why an import cannot be carried out as it stands; `null`: it can. */
export function hindrance({ outcome }: FileImport, withoutRejected: boolean): Text | null {
  return outcome !== null && outcome.rejected > 0 && !withoutRejected ? leftOut : null
}
