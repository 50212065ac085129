import type { DataProviders } from '@pejling/domain/indicator/data-providers'
import { reaches, type AccountHolder } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { attachments, getAttached } from './definitions.ts'

/** Who sends the figures of an indicator; `null`: no one has been asked to. */
export const dataProvidersOf = (db: Database, indicator: string): DataProviders | null =>
  getAttached(db, attachments.keepers, indicator)

/** Whether an account may write figures of an indicator: editors all, contributors those they have been asked to send. */
export function mayWriteFigures(db: Database, { actor, email }: AccountHolder, indicator: string): boolean {
  if (reaches(actor, 'editor')) return true
  const dataProviders = actor.role === 'contributor' ? dataProvidersOf(db, indicator) : null
  return dataProviders !== null && (dataProviders.keeper === email || dataProviders.deputy === email)
}
