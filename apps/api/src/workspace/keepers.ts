import type { Keepers } from '@pejling/domain/indicator/keepers'
import { reaches, type AccountHolder } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { attachments, getAttached } from './definitions.ts'

/** Who sends the figures of an indicator; `null`: nobody has been asked to. */
export const keepersOf = (db: Database, indicator: string): Keepers | null =>
  getAttached(db, attachments.keepers, indicator)

/** Whether somebody may write figures of an indicator: editors all, contributors those they have been asked to send. */
export function mayWriteFigures(db: Database, { actor, email }: AccountHolder, indicator: string): boolean {
  if (reaches(actor, 'editor')) return true
  const keepers = actor.role === 'contributor' ? keepersOf(db, indicator) : null
  return keepers !== null && (keepers.keeper === email || keepers.deputy === email)
}
